"""An archive held against the sources, row by row and in both directions.

What comes out names places and counts, never a value: it may stand in a log.
"""
import base64
import json
import re
from collections import Counter

from sources import RULES, folded, is_broken

CODE = "[0-9A-Z]{4,10}"
OTHER = re.compile(rf"(?:Person|Persoon) {CODE}")
STAFF = re.compile(rf"(?:Staff|Medewerker) {CODE}")
ANYBODY = re.compile(rf"(?:Person|Persoon|Staff|Medewerker) {CODE}")
TRIGGERS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


class Comparison:
    """One archive and one person."""

    def __init__(self, archive, person, sources):
        self.archive, self.person, self.sources = archive, person, sources
        self.faults = list(archive.faults())
        self.pseudonyms = {}
        self.others = person.others()

    def run(self):
        tables = self.archive.tables()
        for place in tables.keys() - RULES.keys():
            self.fault(place, "is a collection that no source has")
        for place in RULES:
            records, resource = tables.get(place, ([], None))
            self.compare_table(place, records, resource)
        self.compare_spreadsheets(tables)
        self.compare_documents()
        self.find_strangers()
        repeated = len(self.pseudonyms) - len(set(self.pseudonyms.values()))
        # Four characters meet by chance now and then among hundreds of people.
        if repeated > len(self.pseudonyms) / 50:
            self.faults.append(f"{repeated} pseudonyms stand for several people")
        return self.faults

    def fault(self, place, what):
        self.faults.append(f"{'/'.join(map(str, place))} {what}")

    def compare_table(self, place, records, resource):
        rule, expected = RULES[place], self.person.found[place]
        wanted = {tuple(row[name] for name in rule.key): row for row in expected}
        keys = [tuple(record.get(name) for name in rule.key) for record in records]
        missing, strange = wanted.keys() - set(keys), set(keys) - wanted.keys()
        for what, count in (("records are missing", len(missing)), ("records are a stranger's", len(strange)),
                            ("records stand twice", len(keys) - len(set(keys)))):
            if count:
                self.fault(place, f"{count} {what}")
        if resource and any(field["name"] in rule.secret for field in resource.get("schema", {}).get("fields", [])):
            self.fault(place, "has a secret field in its schema")
        hidden = self.person.hidden(place)
        for number, (key, record) in enumerate(zip(keys, records), 1):
            if key in wanted:
                self.compare_record(place, number, record, wanted[key], hidden)

    def compare_record(self, place, number, record, row, hidden):
        rule = RULES[place]
        own = self.person.owns(place, row)
        siblings = {name + ":base64" for name in row}
        for name in record.keys() - row.keys() - siblings | record.keys() & set(rule.secret):
            self.fault(place, f"record {number}: field {name} should not be there")
        for name in row.keys() - record.keys() - set(rule.secret):
            self.fault(place, f"record {number}: field {name} is missing")
        for name in (row.keys() & record.keys()) - set(rule.secret):
            if name == rule.document:
                continue
            redacted = name in rule.always or not own and name in (*rule.other, *rule.staff)
            if redacted:
                right = self.is_redacted(record[name], row[name], STAFF if name in rule.staff else OTHER)
            elif name in rule.free and not own and isinstance(row[name], str) and not is_broken(row[name]):
                right = self.is_same_but_for_names(record[name], row[name], hidden)
            else:
                right = self.is_same(record[name], row[name], record.get(name + ":base64"))
            if not right:
                self.fault(place, f"record {number}: field {name} is not as it should be")

    def is_same(self, held, source, sibling):
        if is_broken(source):
            return sibling is not None and base64.b64decode(sibling) == source.encode("utf-8", "surrogateescape")
        return sibling is None and type(held) is type(source) and held == source

    def is_redacted(self, held, source, pattern):
        """Whether everybody but the subject has a pseudonym, each the same wherever they stand."""
        if isinstance(source, list):
            return isinstance(held, list) and len(held) == len(source) and all(
                self.is_redacted(one, other, pattern) for one, other in zip(held, source))
        if not source or source in self.person.values:
            return held == source
        if not isinstance(held, str) or not pattern.fullmatch(held):
            return False
        return self.pseudonyms.setdefault(folded(source), held) == held

    def is_same_but_for_names(self, held, source, hidden):
        """Whether the text is the source's, with nothing but the names of others replaced, and all of those."""
        if not isinstance(held, str) or any(
                value in held for value in hidden if value in source and not self.is_part_of_own(value)):
            return False
        present = [value for value in self.others if value.lower() in source.lower()]
        names = "|".join(re.escape(value) for value in sorted(present, key=len, reverse=True)) or "(?!)"
        pattern = f"(?:{names})".join(re.escape(part) for part in ANYBODY.split(held))
        return re.fullmatch(pattern, source, re.DOTALL | re.IGNORECASE) is not None

    def is_part_of_own(self, value):
        return any(isinstance(own, str) and value in own for own in self.person.values)

    def compare_spreadsheets(self, tables):
        """The CSV against the JSON that was just checked: as many rows, and each text the same."""
        sheets = self.archive.spreadsheets()
        for place, (records, _) in tables.items():
            sheet = sheets.get(place)
            if sheet is None or len(sheet) != len(records):
                self.fault(place, "has not as many rows in its CSV as in its JSON")
                continue
            wrong = sum(not self.is_same_row(cells, record) for cells, record in zip(sheet, records))
            if wrong:
                self.fault(place, f"{wrong} rows of the CSV do not say what the JSON says")

    def is_same_row(self, cells, record):
        names = {name for name in record if not name.endswith(":base64")}
        return cells.keys() == names and all(says(cell, record[name]) for name, cell in cells.items())

    def compare_documents(self):
        rows = self.person.found["applications", "documents"]
        wanted = Counter((row["name"], row["document"]) for row in rows)
        held = Counter(self.archive.documents().values())
        for what, documents in (("missing", wanted - held), ("a stranger's", held - wanted)):
            if documents:
                self.faults.append(f"{sum(documents.values())} documents are {what}")

    def find_strangers(self):
        """Nobody else's address stands anywhere, not in the overview either; nor does a secret."""
        own = {folded(value) for value in self.person.values if isinstance(value, str)}
        known = {folded(row["email"]) for table in (self.sources.accounts, self.sources.participants,
                                                    self.sources.applicants) for row in table} - {None}
        strangers = self.archive.addresses() & known - own
        if strangers:
            self.faults.append(f"{len(strangers)} addresses of other people stand in the archive")
        secrets = {row[name].encode() for place, table in self.person.found.items() for row in table
                   for name in RULES[place].secret if row[name]}
        if any(secret in content for secret in secrets for content in self.archive.entries.values()):
            self.faults.append("a secret stands in the archive")


def says(cell, value):
    """Whether a spreadsheet's cell says what the value says."""
    if isinstance(value, str):
        return undone(cell) == value
    if isinstance(value, (list, dict)):
        return json.loads(cell) == value
    if value is None or isinstance(value, bool):
        return cell == {None: "", True: "true", False: "false"}[value]
    # A whole number past 2^53 is compared as it is written: a float would round it (case 64).
    return float(cell) == value if isinstance(value, float) else cell == str(value)


def undone(cell):
    """A cell without the apostrophe that keeps a spreadsheet from computing it."""
    rest = cell[1:]
    return rest if cell.startswith("'") and rest.lstrip("'").startswith(TRIGGERS) else cell
