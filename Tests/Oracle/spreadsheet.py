"""A spreadsheet against the faithful copy of the same records, read by Python's csv module and by DuckDB.

    spreadsheet.py JSON CSV DELIMITER DECIMALMARK NUMBERFIELD...

The apostrophe before formulas is taken away, and the decimal mark of the number fields; then every cell must say
what the JSON says. The last line counts the cells.
"""
import csv
import io
import json
import sys

import duckdb

from compare import TRIGGERS, undone

READ = """select * from read_csv('{}', delim = '{}', quote = '"', escape = '"', header = true, all_varchar = true,
    allow_quoted_nulls = false)"""


class Literal(str):
    """A number as it is written."""


def main(data, sheet, delimiter, mark, *numbers):
    records = parse(open(data, encoding="utf-8").read())
    text = open(sheet, encoding="utf-8-sig", newline="").read()
    names, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    assert len(rows) == len(records) and all(len(row) == len(names) for row in rows), "the rows are not the records"
    others = duckdb.sql(READ.format(sheet, delimiter)).fetchall()
    assert len(others) == len(records), f"DuckDB finds {len(others)} rows, and there are {len(records)}"
    for number, (record, row, other) in enumerate(zip(records, rows, others, strict=True)):
        for name, cell, found in zip(names, row, other, strict=True):
            expected = said(record[name], record.get(name + ":base64"))
            is_number = name in numbers and isinstance(record[name], Literal)
            for reader, value in (("csv", cell), ("DuckDB", found)):
                got = None if value is None else value.replace(mark, ".") if is_number else undone(value)
                # Python's csv module does not tell nothing from an empty text; DuckDB does.
                right = says(got, expected) or (reader == "csv" and expected is None and got == "")
                assert right, f"{reader}: record {number}, {name}: {got!r:.60} for {expected!r:.60}"
            assert isinstance(record[name], Literal) or not (found or "").startswith(TRIGGERS), "it would be computed"
    print(f"{len(records) * len(names)} cells")


def parse(text):
    return json.loads(text, parse_int=Literal, parse_float=Literal)


def said(value, sibling):
    """What a cell says of a value."""
    return sibling if value is None else str(value).lower() if isinstance(value, bool) else value


def says(cell, value):
    return parse(cell) == value if isinstance(value, (list, dict)) and cell else cell == value



main(*sys.argv[1:])
