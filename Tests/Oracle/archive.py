"""The sealed archive, opened with pyzipper and held against its own descriptor."""
import csv
import hashlib
import io
import json
import re
from contextlib import contextmanager

import pyzipper

DESCRIPTOR = "datapackage.json"
UNLISTED = {DESCRIPTOR, DESCRIPTOR + ".p7s"}
ADDRESS = re.compile(rb"[A-Za-z0-9._%+*\x80-\xff-]+@[A-Za-z0-9.-]+[A-Za-z0-9]")


class Archive:
    """Everything in an archive; reading it checks every entry's MAC."""

    def __init__(self, path, passphrase):
        with pyzipper.AESZipFile(path) as file:
            file.setpassword(passphrase.encode())
            names = file.namelist()
            self.entries = {name: file.read(name) for name in names}
            self.unsealed = [info.filename for info in file.infolist() if info.flag_bits & 1 == 0]
        self.repeated = len(names) - len(self.entries)
        self.descriptor = json.loads(self.entries[DESCRIPTOR])
        self.resources = self.descriptor["resources"]

    def faults(self):
        """What is wrong with the archive as a package, whoever it is about."""
        if self.unsealed or self.repeated:
            yield f"{len(self.unsealed)} entries are not encrypted, {self.repeated} names stand twice"
        listed = [resource["path"] for resource in self.resources]
        if len(listed) != len(set(listed)):
            yield "a path is listed twice"
        for name in set(self.entries) - set(listed) - UNLISTED:
            yield f"{name} is not in the descriptor"
        for resource in self.resources:
            yield from self.faults_of(resource)

    def faults_of(self, resource):
        path = resource["path"]
        content = self.entries.get(path)
        if content is None:
            yield f"{path} is missing"
            return
        if resource.get("bytes") != len(content):
            yield f"{path} does not have the bytes that the descriptor says"
        if resource.get("hash") != "sha256:" + hashlib.sha256(content).hexdigest():
            yield f"{path} does not have the hash that the descriptor says"

    def place(self, resource):
        """The system and the collection that a resource belongs to."""
        return resource.get("inzage:system"), resource.get("inzage:collection")

    def tables(self):
        """The records of each collection, and the resource that describes them."""
        tables = {}
        for resource in self.resources:
            if resource["path"].startswith("data/"):
                records, _ = tables.get(self.place(resource), ([], None))
                tables[self.place(resource)] = (records + json.loads(self.entries[resource["path"]]), resource)
        return tables

    def spreadsheets(self):
        """The same for spreadsheets: each collection's rows of text, by the names in the header."""
        sheets = {}
        for resource in self.resources:
            if resource["path"].startswith("csv/"):
                with unlimited_cells():
                    content = self.entries[resource["path"]].decode("utf-8-sig")
                    delimiter = (resource.get("dialect") or {}).get("delimiter", ",")
                    sheet = list(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True))
                marks = {field["name"]: field["decimalChar"] for field in resource.get("schema", {}).get("fields", [])
                         if field.get("decimalChar", ".") != "."}
                sheets[self.place(resource)] = [
                    {name: with_point(cell, marks.get(name)) for name, cell in zip(sheet[0], row, strict=True)}
                    for row in sheet[1:]]
        return sheets

    def documents(self):
        """The original name and the hash of each document that comes from a system, by its path."""
        return {path: (resource.get("inzage:originalName"), hashlib.sha256(self.entries[path]).hexdigest())
                for resource in self.resources
                if (path := resource["path"]).startswith("files/") and resource.get("inzage:system")}

    def addresses(self):
        """Every e-mail address that stands anywhere but in a document."""
        return {address.lower() for name, content in self.entries.items()
                if not name.startswith("files/") and not name.endswith(".p7s")
                for address in ADDRESS.findall(content)}


def with_point(cell, mark):
    """A number with the decimal mark that its field declares, written with a point; anything else as it is."""
    is_number = mark and re.fullmatch(rf"-?\d+({re.escape(mark)}\d+)?([eE][+-]?\d+)?", cell)
    return cell.replace(mark, ".") if is_number else cell


@contextmanager
def unlimited_cells():
    before = csv.field_size_limit(1 << 30)
    try:
        yield
    finally:
        csv.field_size_limit(before)
