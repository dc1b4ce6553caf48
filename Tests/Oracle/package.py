"""An unpacked package, loaded by the programs that its recipient may use: frictionless, pandas, DuckDB, jq, PyLD.

    package.py FOLDER

Each of them must read the same tables. What fails ends it with a sentence; the last line counts what was loaded.
"""
import json
import pathlib
import subprocess
import sys

import duckdb
import pandas
from frictionless import Checklist, Package
from pyld import jsonld

DPV = "https://w3id.org/dpv"

COUNT = "select count(*) from read_json({}, maximum_object_size = 1000000000)"


def main(folder):
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = [resource for resource in descriptor["resources"] if resource.get("type") == "table"]
    keys = check_with_frictionless(folder, tables)
    pairs = list(zip(of(tables, "data/"), of(tables, "csv/"), strict=True))
    rows = sum(load(folder, data, sheet) for data, sheet in pairs)
    for sheet in tables:
        if sheet["format"] == "csv":
            sniff(folder, sheet)
    terms = expand(folder)
    print(f"{len(tables)} tables, {rows} records, {keys} foreign keys, {terms} terms")


def of(tables, place):
    return sorted((one for one in tables if one["path"].startswith(place)), key=lambda one: one["path"])


def check_with_frictionless(folder, tables):
    """Every table against its schema, with its keys; a foreign key whose record is missing is an error."""
    # frictionless 5 counts no bytes when it reads JSON.
    report = Package(str(folder / "datapackage.json")).validate(Checklist(skip_errors=["byte-count"]))
    if not report.valid:
        found = [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors]
        sys.exit("\n".join(["frictionless finds", *found[:9], *map(str, report.errors)]))
    # It takes the workbook for the table on its first sheet.
    checked = {task.name for task in report.tasks if task.type == "table" and not task.name.endswith(".xlsx")}
    if checked != {resource["name"] for resource in tables}:
        sys.exit("frictionless: not every table was checked")
    return sum(len(resource["schema"].get("foreignKeys", [])) for resource in tables)


def load(folder, data, sheet):
    """The same number of rows under the same names from every reader, and every text the same in pandas and DuckDB."""
    file, names = str(folder / data["path"]), [field["name"] for field in data["schema"]["fields"]]
    columns = [field["name"] for field in sheet["schema"]["fields"]]
    lines = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    filtered = subprocess.run(["jq", "-c", "length"], stdin=open(file, "rb"), capture_output=True, check=True)
    counted = duckdb.sql(COUNT.format(repr(file))).fetchall()[0][0]
    frame = pandas.read_json(file, dtype=False)
    cells = pandas.read_csv(folder / sheet["path"], sep=sheet["dialect"]["delimiter"], encoding="utf-8-sig", dtype=str,
                            keep_default_na=False)
    if not len(lines) == int(filtered.stdout) == counted == len(frame) == len(cells):
        sys.exit(f"{data['path']}: the readers count {len(lines)}, {filtered.stdout}, {counted}, {len(frame)}")
    if list(cells.columns) != columns or not set(names) <= set(frame.columns):
        sys.exit(f"{data['path']}: the columns are not those of the schema")
    for name in names:
        # What is no text has its bytes beside it, and only there.
        texts = [line.get(name) for line in lines]
        if {type(text) for text in texts} in ({str}, {int}) and list(frame[name]) != texts:
            sys.exit(f"{data['path']}: pandas reads {name} otherwise")
    return len(lines)


def sniff(folder, sheet):
    """A spreadsheet program guesses where the columns are; DuckDB's guess must be what the descriptor says."""
    file = str(folder / sheet["path"])
    found = duckdb.sql(f"select Delimiter, HasHeader from sniff_csv({file!r})").fetchall()[0]
    columns = duckdb.sql(f"select * from read_csv({file!r}, all_varchar = true)").columns
    names = [field["name"] for field in sheet["schema"]["fields"]]
    if len(names) > 1 and (found != (sheet["dialect"]["delimiter"], True) or columns != names):
        sys.exit(f"{sheet['path']}: DuckDB takes {found} for its form")


def expand(folder):
    """The statement as a graph: nothing is fetched, every property and type is an IRI, and DPV's terms are DPV's."""
    def refuse(url, options):
        sys.exit(f"processing.jsonld: {url} would be fetched")

    statement = json.loads((folder / "processing.jsonld").read_text(encoding="utf-8"))
    graph = jsonld.expand(statement, {"documentLoader": refuse, "base": "urn:package:"})
    terms = set(names(graph))
    for term in terms:
        if not term.startswith((DPV, "http://purl.org/dc/terms/", "urn:inzage:")):
            sys.exit(f"processing.jsonld: {term} is no term")
    if len(flat(statement)) != len(flat(graph)):
        sys.exit(f"processing.jsonld: {len(flat(statement))} values went in and {len(flat(graph))} came out")
    return sum(term.startswith(DPV) for term in terms)


def names(value):
    """Every property and type of an expanded document, and every IRI in DPV that a value names."""
    if isinstance(value, list):
        for item in value:
            yield from names(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "@type" and "@value" not in value:
                yield from item
            elif key == "@id" and item.startswith(DPV):
                yield item
            elif not key.startswith("@"):
                yield key
                yield from names(item)


def flat(value):
    """The values that stand in a document, without its context and the words of JSON-LD itself."""
    if isinstance(value, list):
        return [one for item in value for one in flat(item)]
    if not isinstance(value, dict):
        return [value]
    if "@value" in value:
        return [value["@value"]]
    return [one for key, item in value.items() if key != "@context" for one in flat(item)]


main(pathlib.Path(sys.argv[1]))
