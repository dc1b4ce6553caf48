"""The sheets of a workbook as other people's programs read them: names, and rows of Python values."""
import csv
import pathlib
import re
import subprocess
import tempfile
import zipfile
from datetime import date, datetime, time
from xml.etree import ElementTree

import openpyxl

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STRING = object()


def by_openpyxl(path):
    harmless(path)
    workbook = openpyxl.load_workbook(path)
    assert all(sheet.freeze_panes == "A2" for sheet in workbook.worksheets), "a header moves away"
    for sheet in workbook.worksheets:
        rows = [[of_openpyxl(cell) for cell in row] for row in sheet.iter_rows()]
        yield sheet.title, rows


def of_openpyxl(cell):
    assert cell.data_type != "f" and cell.hyperlink is None, "a cell computes or leads out"
    value = cell.value
    if isinstance(value, datetime) and "h" not in cell.number_format:
        return value.date()
    # openpyxl leaves the characters that XML cannot hold as Office Open XML writes them.
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


def harmless(path):
    """No part but sheets, formats and what holds them together; no element that computes or leads anywhere."""
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        for name in file.namelist():
            assert re.fullmatch(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(_rels/workbook\.xml\.rels|workbook\.xml|"
                                r"styles\.xml|worksheets/sheet\d+\.xml)", name), name
            for _, element in ElementTree.iterparse(file.open(name)):
                assert element.tag.rpartition("}")[2] not in {"f", "hyperlink", "externalReference", "definedName",
                                                              "drawing", "oleObject", "dataValidation"}, element.tag
                assert "TargetMode" not in element.attrib
                element.clear()


def by_libreoffice(path):
    """The values out of a file of OpenDocument, and the texts out of CSV, which has the characters that XML cannot hold."""
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder)
        for form in ("fods", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
                            "--outdir", folder, path], check=True, capture_output=True, timeout=600)
        stem = pathlib.Path(path).stem
        for table in ElementTree.parse(made / f"{stem}.fods").getroot().iter(TABLE + "table"):
            name = table.get(TABLE + "name")
            with open(made / f"{stem}-{name}.csv", encoding="utf-8", newline="") as file:
                texts = list(csv.reader(file, strict=True))
            yield name, [[texts[line][column] if cell is STRING else cell for column, cell in enumerate(row)]
                         for line, row in enumerate(rows_of(table))]


def rows_of(table):
    rows = []
    for row in table.iter(TABLE + "table-row"):
        cells = []
        for cell in row.iter(TABLE + "table-cell"):
            cells += [of_libreoffice(cell)] * min(int(cell.get(TABLE + "number-columns-repeated", 1)), 1000)
        while cells and cells[-1] is None:
            cells.pop()
        rows += [cells] * min(int(row.get(TABLE + "number-rows-repeated", 1)), 1000)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def of_libreoffice(cell):
    kind, formula = cell.get(OFFICE + "value-type"), cell.get(TABLE + "formula")
    # LibreOffice makes these two of a truth value.
    if formula in ("of:=TRUE()", "of:=FALSE()"):
        return formula == "of:=TRUE()"
    assert formula is None, "a cell computes"
    # What is shown of a moment has the milliseconds that the value is short of now and then.
    shown = "".join(part.text or "" for part in cell.iter(TEXT + "p"))
    if kind == "date":
        return datetime.fromisoformat(shown) if ":" in shown else date.fromisoformat(shown)
    if kind == "time":
        return time.fromisoformat(shown)
    return float(cell.get(OFFICE + "value")) if kind == "float" else STRING if kind == "string" else None


def same(reader, cell, expected):
    """Whether a cell says what it should; nothing and an empty text look alike in a spreadsheet."""
    if reader == "libreoffice" and isinstance(cell, str) and isinstance(expected, str):
        # It has one sort of line break.
        cell, expected = (re.sub("\r\n|\n\r|\r", "\n", text) for text in (cell, expected))
    if expected is None or expected == "":
        return cell is None or cell == ""
    return type(cell) is type(expected) and cell == expected


READERS = {"openpyxl": by_openpyxl, "libreoffice": by_libreoffice}
