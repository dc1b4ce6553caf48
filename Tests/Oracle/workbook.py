"""A workbook against the values that were put into it, read by openpyxl or by LibreOffice.

    workbook.py openpyxl|libreoffice WORKBOOK TABLES       TABLES: [{"kinds": [...], "rows": [[...]]}] as JSON
    workbook.py openpyxl|libreoffice WORKBOOK PACKAGE      the tables of an unpacked package, as its data has them

A number that is a number has every digit; a text has every character; a day is the day, and a time the millisecond.
The last line counts the values, those of them that are numbers and moments, and those that are too long for a cell.
"""
import json
import pathlib
import sys
from collections import Counter
from datetime import date, datetime, time
from decimal import Decimal

import sheets

LONGEST = 32767
MOMENTS = {"date": date, "datetime": datetime, "time": time}


class Literal(str):
    """A number as it is written."""


def parse(text):
    return json.loads(text, parse_int=Literal, parse_float=Literal)


def main(reader, workbook, source):
    source = pathlib.Path(source)
    tables = list(of_package(source)) if source.is_dir() else [(one["kinds"], one["rows"]) for one in parse(source.read_text())]
    contents, *found = sheets.READERS[reader](workbook)
    assert len(found) == len(tables), f"{len(found)} sheets, and there are {len(tables)} tables"
    counts = Counter()
    for number, ((kinds, rows), (name, cells)) in enumerate(zip(tables, found), 1):
        assert contents[1][number][0] == name, f"sheet {number} is not listed"
        assert len(cells) - 1 == len(rows) or not rows, f"sheet {number}: {len(cells) - 1} rows for {len(rows)}"
        for line, (row, written) in enumerate(zip(rows, cells[1:]), 2):
            for column, (kind, value) in enumerate(zip(kinds, row, strict=True)):
                cell = written[column] if column < len(written) else None
                compare(reader, f"sheet {number}, row {line}, column {column + 1}", kind, value, cell, counts)
    assert not reader == "libreoffice" or counts["values"], "nothing was read"
    print(*(counts[name] for name in ("values", "numbers", "moments", "too long")))


def of_package(folder):
    """The kinds and the rows of each collection; bytes that are no text stand as base64."""
    for resource in json.loads((folder / "datapackage.json").read_text())["resources"]:
        if not resource["path"].startswith("data/"):
            continue
        fields = [field for field in resource["schema"]["fields"] if field.get("format") != "binary"]
        records = parse((folder / resource["path"]).read_text())
        yield [field.get("inzage:type", field["type"]) for field in fields], [
            [record[name] if record[name] is not None else record.get(name + ":base64")
             for name in (field["name"] for field in fields)]
            for record in records
        ]


def compare(reader, place, kind, value, cell, counts):
    counts["values"] += 1
    expected, what = wanted(kind, value), None
    if isinstance(cell, MOMENTS.get(kind, ())):
        what, right = "moments", moment(kind, value) == cell
    elif isinstance(value, Literal) and isinstance(cell, (int, float)) and not isinstance(cell, bool):
        # LibreOffice writes no more than twenty decimals, though it holds them.
        slack = Decimal("1e-20") if reader == "libreoffice" else 0
        right = abs(Decimal(value) - Decimal(str(cell))) <= slack and not (cell == 0 and value.startswith("-0"))
        what = "numbers"
    elif isinstance(value, Literal):
        # A number is a text only where a spreadsheet would change it.
        right = cell == value and (len(value.strip("-").replace(".", "").lstrip("0")) > 15 or "e" in value.lower() or value.startswith("-0"))
    elif isinstance(expected, str) and units(expected) > LONGEST - 7 * expected.count("_x") and isinstance(cell, str):
        what, right = "too long", "data/" in cell or cell == "too long"
    elif isinstance(value, (list, dict)):
        right = parse(cell) == value
    elif isinstance(expected, str) and kind in MOMENTS and moment(kind, expected):
        right = False
    else:
        right = sheets.same(reader, cell, expected)
    counts[what] += 1
    assert right, f"{reader}: {place}, {kind}: {cell!r:.80} for {value!r:.80}"


def wanted(kind, value):
    return value if value is None or isinstance(value, (bool, Literal, str)) else json.dumps(value)


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def moment(kind, text):
    """What a text says, where a cell can keep all of it."""
    try:
        said = MOMENTS[kind].fromisoformat(text)
    except ValueError:
        return None
    if kind == "date":
        return said if len(text) == 10 and said >= date(1900, 3, 1) else None
    whole = text[11:] if kind == "datetime" else text
    if said.tzinfo or said.microsecond % 1000 or len(whole) < 8 or len(whole) > 12 or whole[2] != ":":
        return None
    return said if kind == "time" or said.date() >= date(1900, 3, 1) else None


main(*sys.argv[1:])
