#!/usr/bin/env python3
"""Shows that the oracle finds what it is there for: selftest.py DEMO, with a small sample company in DEMO.

Packs the right answer for the person of the story, which must pass; then spoils it in one way after the other, each
of which must be found.
"""
import copy
import csv
import hashlib
import io
import json
import sys
import tempfile
from pathlib import Path

import pyzipper

import oracle
from sources import RULES, Sources

ADA, PASSPHRASE = "ada.jansen@example.org", "0000-1111-2222-3333-4444-5555"


def right_answer(sources, email=ADA):
    """The records of each collection as they should stand in an archive."""
    person, answer = sources.about(email), {}
    for place, rule in RULES.items():
        hidden = person.hidden(place)

        def shown(value, word="Person"):
            if isinstance(value, list):
                return [shown(element) for element in value]
            if not value or value in person.values:
                return value
            return f"{word} {hashlib.sha256(value.encode()).hexdigest()[:8].upper()}"

        for row in person.found[place]:
            own, record = person.owns(place, row), {}
            for name, value in row.items():
                if name in rule.secret:
                    continue
                if name in rule.always or not own and name in rule.other:
                    value = shown(value)
                elif not own and name in rule.staff:
                    value = shown(value, "Staff")
                elif not own and name in rule.free:
                    for other in sorted(hidden, key=len, reverse=True):
                        value = value.replace(other, shown(other))
                record[name] = row["name"] if name == rule.document else value
            answer.setdefault(place, []).append(record)
    return answer


class Package:
    """What is written into an archive, before and after it is spoilt."""

    def __init__(self, sources, answer):
        self.answer, self.files, self.extra, self.spoil = answer, [], {}, None
        for row in sources.about(ADA).found["applications", "documents"]:
            file = sources.folder / "applications/applicants" / row["applicant_id"] / row["name"]
            self.files.append((row["name"], file.read_bytes()))

    def entries(self):
        resources, entries = [], {}

        def add(path, content, **more):
            entries[path] = content
            resources.append({"path": path, "bytes": len(content),
                              "hash": "sha256:" + hashlib.sha256(content).hexdigest()} | more)

        add("00-READ-ME.txt", b"...")
        for number, ((system, collection), records) in enumerate(self.answer.items(), 1):
            place = {"inzage:system": system, "inzage:collection": collection}
            fields = [{"name": name} for name in records[0]] if records else []
            add(f"data/{number:04}.json", json.dumps(records).encode(), schema={"fields": fields}, **place)
            add(f"csv/{number:04}.csv", spreadsheet(records), **place)
        for number, (name, content) in enumerate(self.files, 1):
            add(f"files/{number:04}.pdf", content, **{"inzage:originalName": name, "inzage:system": "applications",
                                                      "inzage:collection": "documents"})
        entries["datapackage.json"] = json.dumps({"resources": resources}).encode()
        entries |= self.extra
        if self.spoil:
            self.spoil(entries)
        return entries

    def write(self, path):
        with pyzipper.AESZipFile(path, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as file:
            file.setpassword(PASSPHRASE.encode())
            for name, content in self.entries().items():
                file.writestr(name, content)


def spreadsheet(records):
    output = io.StringIO(newline="")
    rows = csv.writer(output)
    names = [name for name in records[0] if ":" not in name] if records else []
    rows.writerow(names)
    for record in records:
        rows.writerow([cell(record.get(name)) for name in names])
    return output.getvalue().encode("utf-8-sig")


def cell(value):
    if isinstance(value, str) and value.lstrip("'").startswith(("=", "+", "-", "@")):
        return "'" + value
    return json.dumps(value) if isinstance(value, (list, dict)) else value


def spoilings(sources):
    """Each way to spoil an answer, with its name."""
    places = {"notes": ("crm", "notes"), "messages": ("chat-logs", "messages"), "lines": ("orders", "order_lines"),
              "accounts": ("crm", "accounts")}
    stranger, secret = sources.notes[1002][0], sources.accounts[0]["password_hash"]

    def record(name, test=lambda record: True):
        return lambda package: next(one for one in package.answer[places[name]] if test(one))

    about = record("notes", lambda one: one["about_name"])
    hers = record("messages", lambda one: one["sender"] == "ada_jansen")
    group = record("messages", lambda one: one["members"])
    named = record("messages", lambda one: one["mentions"] == ["ada_jansen"] and "Person" in one["text"])
    yield "a missing record", lambda package: package.answer[places["lines"]].pop()
    yield "a record twice", lambda package: package.answer[places["lines"]].append(package.answer[places["lines"]][0])
    yield "a stranger's record", lambda package: package.answer[places["notes"]].append(dict(stranger))
    yield "a missing collection", lambda package: package.answer.pop(places["lines"])
    yield "an invented collection", lambda package: package.answer.update({("crm", "gossip"): [{"id": 1}]})
    yield "a changed number", lambda package: record("lines")(package).update(price_cents=1)
    yield "a number as text", lambda package: record("lines")(package).update(quantity="1")
    yield "a missing field", lambda package: [one.pop("segment") for one in package.answer["crm", "profile"]]
    yield "a secret", lambda package: record("accounts")(package).update(password_hash=secret)
    yield "a secret elsewhere", lambda package: package.extra.update(
        {"datapackage.json.p7s": secret.encode()})
    yield "a name that is not redacted", lambda package: about(package).update(
        about_name="Wilhelmina de Graaf-Zonneveld")
    yield "a name left in the text", lambda package: about(package).update(
        note=next(row for row in sources.notes[1001] if row["about_name"])["note"])
    yield "a text that says something else", lambda package: about(package).update(note="Niets bijzonders.")
    yield "a message of somebody else with its names", lambda package: named(package).update(sender="nachtuil")
    yield "a staff member's name", lambda package: about(package).update(agent="Pieter Balie")
    yield "her own words redacted", lambda package: hers(package).update(text="Hallo @Person 7K2Q")
    yield "her own name redacted", lambda package: hers(package).update(sender="Person 7K2Q")
    yield "a list of members in clear", lambda package: group(package).update(
        members=["ada_jansen", "kim_sam", "nachtuil"])
    yield "a missing document", lambda package: package.files.pop()
    yield "a stranger's document", lambda package: package.files.append(("brief.pdf", b"%PDF-1.4"))
    yield "a stranger's address in a text", lambda package: setattr(
        package, "spoil", lambda entries: respell(entries, "00-READ-ME.txt", b"...", b"ask Kim.Sam@example.org"))
    yield "a file that is not listed", lambda package: package.extra.update({"notes.txt": b"x"})
    yield "a wrong hash", lambda package: setattr(
        package, "spoil", lambda entries: entries.update({"00-READ-ME.txt": b"..!"}))
    yield "a missing file", lambda package: setattr(package, "spoil", lambda entries: entries.pop("00-READ-ME.txt"))
    yield "a spreadsheet that says something else", lambda package: setattr(
        package, "spoil", lambda entries: respell(entries, "csv/0001.csv", b"Jansen", b"Janssen"))


def respell(entries, path, old, new):
    """Changes a file and makes the descriptor agree with it, so that only its content is wrong."""
    entries[path] = entries[path].replace(old, new)
    descriptor = json.loads(entries["datapackage.json"])
    for resource in descriptor["resources"]:
        if resource["path"] == path:
            resource |= {"bytes": len(entries[path]), "hash": "sha256:" + hashlib.sha256(entries[path]).hexdigest()}
    entries["datapackage.json"] = json.dumps(descriptor).encode()


def main(folder):
    sources, failed, count = Sources(folder), 0, 0
    answer = right_answer(sources)
    path = Path(tempfile.mkdtemp()) / "answer.zip"
    Package(sources, copy.deepcopy(answer)).write(path)
    for fault in oracle.faults(sources, path, PASSPHRASE, ADA):
        failed += 1
        print(f"the right answer is found wrong: {fault}")
    for name, spoil in spoilings(sources):
        count += 1
        package = Package(sources, copy.deepcopy(answer))
        spoil(package)
        package.write(path)
        found = oracle.faults(sources, path, PASSPHRASE, ADA)
        if not found or any("cannot be read" in fault for fault in found):
            failed += 1
            print(f"not found: {name} {found}")
    if not oracle.faults(sources, path, "0000", ADA):
        failed += 1
        print("not found: a wrong passphrase")
    path.unlink()
    path.parent.rmdir()
    print(f"{count} spoilt archives, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
