"""Values that have broken somebody's export, put into real sources, and looked for in the archive.

    fidelity.py make FOLDER               writes FOLDER/odd.sqlite and FOLDER/odd.jsonl
    fidelity.py check FOLDER ARCHIVE      reads both again and holds the archive against them; the passphrase on
                                          standard input

The last line of `check` counts the values that were compared.
"""
import base64
import json
import math
import pathlib
import sqlite3
import sys

from archive import Archive
from compare import undone

INTEGERS = [0, 1, -1, 2**31, 2**53, 2**53 + 1, -2**53 - 1, 2**63 - 1, -2**63, 10**18 + 1]
REALS = [0.1, -0.0, 1.0, 1 / 3, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 123456789012345680.0, -2.5e-7, 100.0,
         math.inf, -math.inf, math.nan]
TEXTS = ["", " ", "0.10", "12345678901234567890.1234567890", "-0", "007", "1e400", "NaN", "Infinity", "null", "true",
         "2026-03-29T02:30:00+01:00", "2026-10-25T02:30:00.123456789+02:00[Europe/Amsterdam]", "0000-00-00",
         "9999-12-31T23:59:60Z", "1752-09-03", "\u0000", "a\u0000b", "\u2028\u2029", "\u0085\u009f\u007f",
         "".join(map(chr, range(1, 32))), "\U0001f600\U0010ffff", "e\u0301 \u00e9 \u212b", "\ufeffbom", "\ufffd",
         "\u202ecod.exe", "=1+1", "'=1", "\t=", "\uff1d1", "line\r\nbreak", "\"quoted\", 'too'", "[1,2]", '{"a":1}',
         "</script>", "\\u0041", "a" * 100_000]
BROKEN = [b"\xff", b"\xc3", b"\xc3(", b"\xed\xa0\x80", b"\xed\xb0\x80\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80",
          b"a\x80b", b"\xf0\x9f\x98", b"=\xff", b"\x00\xff", "h\u00e9".encode("latin-1"), "h\u00e9".encode("utf-16")]
BLOBS = [b"", b"\0", b"\xff\x00\x10", bytes(range(256)) * 20]
HALF_PAIR = b'{"\\u0000":"\\ud800"}'
# What a JSON source can say that SQLite cannot; each line is the bytes of one value.
LITERALS = [b"0", b"-0", b"-0.0", b"0.1000", b"1.0", b"1E400", b"-12.5e-3", b"9007199254740993", b"1" * 400,
            b"-9223372036854775809", b"3.14159265358979323846264338327950288", b"true", b"false", b"null", b'""',
            b'"\\u2028\\u0000\\u001b"', b'"\\ud800"', b'"\\udc00\\ud800"', b'"\\ud83d\\ude00"', b'"\\/\\b\\f"',
            b'"caf\xc3\xa9"', b'"e\xcc\x81"', b'"broken \xff\xc0 text"',
            b'[1,2.50,-0,9007199254740993,"x",null,[],{}]', b'{"__proto__":{"x":1},"":"",":base64":0}',
            HALF_PAIR, b'["\\ud83d\\ude00\\\\ud800"]', b'{"deep":' + b"[" * 60 + b"]" * 60 + b"}", b'["broken \xff"]']
# The columns' labels, which are the keys of the JSON: all are data (case 68).
COLUMNS = ["__proto__", "constructor", "a\"b\\c", "x:base64", "x", "\u2028", "\u00e9"]


def make(folder):
    with sqlite3.connect(folder / "odd.sqlite") as database:
        database.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT)")
        database.execute("INSERT INTO customer VALUES (1, 'ada@example.org')")
        database.execute("CREATE TABLE thing (n INTEGER PRIMARY KEY, customer INTEGER, v)")
        for value in [None, *INTEGERS, *REALS, *TEXTS, *BLOBS]:
            database.execute("INSERT INTO thing (customer, v) VALUES (1, ?)", [value])
        for value in BROKEN:
            database.execute("INSERT INTO thing (customer, v) VALUES (1, CAST(? AS TEXT))", [value])
        labels = ", ".join('"%s"' % name.replace('"', '""') for name in COLUMNS)
        database.execute(f"CREATE TABLE label (customer INTEGER, {labels})")
        database.execute(f"INSERT INTO label VALUES (1{', ?' * len(COLUMNS)})", [f"v{n}" for n in range(len(COLUMNS))])
    lines = [b'{"n":%d,"customer":1,"v":%s}' % (number, value) for number, value in enumerate(LITERALS)]
    (folder / "odd.jsonl").write_bytes(b"\n".join(lines) + b"\n")


class Literal(str):
    """A number as it is written."""


def parse(text):
    """JSON with every number as its literal and every object as its members in order, also those that repeat."""
    return json.loads(text, parse_int=Literal, parse_float=Literal, parse_constant=refuse, object_pairs_hook=Members)


def refuse(text):
    raise ValueError(f"{text} is no JSON")


class Members(list):
    def of(self, name):
        found = [value for key, value in self if key == name]
        assert len(found) <= 1, f"{name} stands twice"
        return found[0] if found else None


def check(folder, path, passphrase):
    archive = Archive(path, passphrase)
    for fault in archive.faults():
        sys.exit(fault)
    compared = 0
    files = {archive.place(one): archive.entries[one["path"]] for one in archive.resources if one["path"][:5] == "data/"}
    sheets = archive.spreadsheets()
    with sqlite3.connect(folder / "odd.sqlite") as database:
        database.text_factory = bytes
        rows = database.execute("SELECT n, typeof(v), v FROM thing ORDER BY n").fetchall()
        labels = database.execute("SELECT * FROM label").fetchone()[1:]
    records = parse(files["odd", "things"].decode())
    assert len(records) == len(rows) == len(sheets["odd", "things"])
    for (number, kind, value), record, cells in zip(rows, records, sheets["odd", "things"]):
        assert record.of("n") == str(number)
        expect(f"thing {number}", kind.decode(), value, record, cells["v"])
        compared += 1
    [record] = parse(files["odd", "labels"].decode())
    for name, value in zip(COLUMNS, labels, strict=True):
        assert record.of(name) == value.decode(), name
        compared += 1
    assert [key for key, _ in record] == ["customer", *COLUMNS]
    records = parse(files["lines", "things"].decode())
    assert len(records) == len(LITERALS)
    for number, (source, record) in enumerate(zip(LITERALS, records)):
        expect_literal(f"line {number}", source, record)
        compared += 1
    print(f"{compared} values are as the sources hold them")


def expect(place, kind, value, record, cell):
    """One column of SQLite against the record, and against the spreadsheet's cell."""
    held, sibling = record.of("v"), record.of("v:base64")
    if kind == "null":
        right = held is None and sibling is None and cell == ""
    elif kind == "integer":
        right = isinstance(held, Literal) and held == str(value) and cell == held
    elif kind == "real" and math.isfinite(value):
        same = isinstance(held, Literal) and float(held) == value
        right = same and math.copysign(1, float(held)) == math.copysign(1, value) and cell == held
    elif kind == "real":
        right = not isinstance(held, Literal) and float(held) == value and undone(cell) == held
    elif kind == "text":
        right = text_is_held(value, held, sibling) and undone(cell) == held
    else:
        right = held is None and base64.b64decode(sibling, validate=True) == value and base64.b64decode(undone(cell)) == value
    assert right and not (sibling and kind in ("null", "integer", "real")), f"{place}, {kind}: {held!r:.60} {cell!r:.60}"


def text_is_held(value, held, sibling):
    if isinstance(held, Literal) or held != value.decode("utf-8", "replace"):
        return False
    try:
        value.decode()
        return sibling is None
    except UnicodeDecodeError:
        return base64.b64decode(sibling, validate=True) == value


def expect_literal(place, source, record):
    """One value of a JSON line against the record."""
    held, sibling = record.of("v"), record.of("v:base64")
    try:
        value = parse(source)
        bytes_of_text = value.encode("utf-8", "surrogatepass") if type(value) is str else None
        if source == HALF_PAIR:
            # Half a surrogate pair within an array or object, for which DuckDB would refuse the whole file.
            bytes_of_text = source
    except UnicodeDecodeError:
        # Text that is not UTF-8: the string's own bytes, or the whole of an array or object.
        value, bytes_of_text = None, source[1:-1] if source[:1] == b'"' else source
    if bytes_of_text is None:
        right = type(held) is type(value) and held == value and sibling is None
    else:
        right = text_is_held(bytes_of_text, held, sibling)
    assert right, f"{place}: {source!r:.60} became {held!r:.60}"


if sys.argv[1] == "make":
    make(pathlib.Path(sys.argv[2]))
else:
    check(pathlib.Path(sys.argv[2]), sys.argv[3], sys.stdin.read())
