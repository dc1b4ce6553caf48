"""Random small companies, and what is true of one person in each.

    companies.py FOLDER SEED COUNT

Each company is a folder of its own: controller.yaml, processing.yaml, exporters of one to five systems with their sources,
and truth.json: who asks, and for each collection the numbers of that person's records, or that it must fail. Every record
is written for somebody, so the truth is who that was, and no way of searching. Near misses stand everywhere: pairs of
identifiers whose halves are other people's, addresses that hold another, numbers in another shape.
"""
import csv
import json
import pathlib
import random
import sqlite3
import sys

CONTROLLER = """
entities: [{name: Pear B.V., country: NL}]
contact: {title: Privacy officer, email: privacy@pear.example, phone: "1", post: "Laan 1"}
languages: [en]
supervisory_authority: {name: Autoriteit}
rights: [access]
deadline: {holidays: NL, time_zone: Europe/Amsterdam}
delivery: {from: privacy@pear.example, reply_to: privacy@pear.example}
release: direct
demo: true
"""
PROCESSING = """
categories:
  account:
    title: Account
    purposes: [Management]
    legal_bases: [6(1)(b)]
    retention: [{kind: fixed, duration: P1Y, from: the end}]
"""
PEOPLE = ["kim", "lee", "robin", "kimlee"]
UNICODE = [("münchen.example", "xn--mnchen-3ya.example"), ("bücher.example", "xn--bcher-kva.example")]
SHAPES = ["plain", "trim", "lower", "integer"]


class Company:
    def __init__(self, folder, dice):
        self.folder, self.dice = folder, dice
        self.rid = 0
        self.truth = {}
        self.domain, self.encoded = dice.choice(UNICODE) if dice.random() < 0.2 else ("example.org", "example.org")
        self.mails = {name: f"{name}@{self.domain}" for name in PEOPLE}
        # A person may be known nowhere, or only in what hangs on their address.
        self.known = [name for name in PEOPLE if name != "kim" or dice.random() < 0.75]
        self.has_orphans = dice.random() < 0.5
        self.systems = []

    # How values are written

    def cell(self, owners):
        """An address cell of one or two people, in one of the ways in which systems write it."""
        written = []
        for owner in owners:
            mail = self.mails[owner]
            if self.dice.random() < 0.3:
                mail = mail.replace(self.domain, self.encoded)
            if self.dice.random() < 0.3:
                mail = mail.capitalize() if mail.isascii() else mail
            written.append(mail)
        if len(written) == 2:
            return self.dice.choice(["; ", ", "]).join(written)
        other = self.mails[self.dice.choice(PEOPLE)]
        return self.dice.choice([written[0]] * 4 + [f" {written[0]} ", f"Somebody <{written[0]}>",
                                                    f'"{other}" <{written[0]}>'])

    def shaped(self, value, shape):
        """An identifier as a system writes it that has another shape."""
        if shape == "trim":
            return self.dice.choice([value + "  ", " " + value])
        if shape == "lower":
            return value.upper()
        if shape == "integer":
            return self.dice.choice(["00" + value, value + ".0"])
        return value

    def next_rid(self):
        self.rid += 1
        return self.rid

    # Collections

    def add(self, collection, fields, rows, needs, **more):
        """A collection in a system of its own or in the newest of its driver; its rows are (owners, values)."""
        name = f"c{len(self.systems)}"
        # SQL cannot tell the addresses of a cell apart.
        has_lists = any(len(owners) > 1 for owners, _ in rows)
        driver = self.dice.choice(["csv", "jsonl", "json"] + ["sqlite"] * 2 * (not has_lists))
        may_be_empty = self.dice.random() < 0.5
        if self.dice.random() < 0.12:
            rows = []
        self.dice.shuffle(rows)
        self.systems.append(dict(id=f"s{name}", driver=driver, name=name, fields=fields, needs=needs, rows=rows,
                                 may_be_empty=may_be_empty, more=more, title=collection))
        return rows

    def roots(self):
        """Accounts, which an address yields: a number of the person's own, or a pair that only together is theirs."""
        kinds = self.dice.choice([["solo"], ["branch", "no"], ["solo", "branch", "no"]])
        pairs = [(branch, no) for branch in "ab" for no in "12345"]
        self.dice.shuffle(pairs)
        solos = [str(number) for number in self.dice.sample(range(1, 60), 12)]
        if self.dice.random() < 0.5:
            solos = ["k" + solo for solo in solos]
        rows, held = [], {}
        for owner in self.known:
            values = {"solo": solos.pop(), "branch": None, "no": None}
            values["branch"], values["no"] = pairs.pop()
            record = {kind: values[kind] for kind in kinds}
            held[owner] = record
            rows.append(([owner], {"rid": self.next_rid(), "mail": self.cell([owner]), **record}))
        fields = [field("rid", "integer"), field("mail", address_of_record="email")]
        fields += [field(kind, identifies=kind) for kind in kinds]
        rows = self.add("accounts", fields, rows, ["email"])
        # What hangs on a record that is not there is nobody's.
        there = {owner for owners, _ in rows for owner in owners}
        return kinds, {owner: record for owner, record in held.items() if owner in there}

    def links(self, kinds, held):
        """What hangs on the accounts, in another shape where the field says so."""
        asked = self.dice.choice([part for part in (["solo"], ["branch", "no"], ["branch", "no", "solo"])
                                  if set(part) <= set(kinds)])
        shapes = {}
        for kind in asked:
            values = [record[kind] for record in held.values()]
            fitting = [shape for shape in SHAPES if shape != "integer" or all(value.isdigit() for value in values)]
            fitting = [shape for shape in fitting if shape != "lower" or kind != "no"]
            shapes[kind] = self.dice.choice(fitting)
        rows = []
        for owner, record in held.items():
            for _ in range(self.dice.randrange(3)):
                values = {kind: self.shaped(record[kind], shapes[kind]) for kind in asked}
                rows.append(([owner], {"rid": self.next_rid(), **values}))
        # Near misses: pairs that are nobody's, made of halves that are somebody's.
        if "branch" in asked and len(held) > 1:
            taken = {(record["branch"], record["no"]) for record in held.values()}
            mixed = [(one["branch"], other["no"]) for one in held.values() for other in held.values()]
            for branch, number in [pair for pair in mixed if pair not in taken][:4]:
                solo = self.dice.choice(list(held.values())).get("solo")
                record = {"branch": branch, "no": number, "solo": solo}
                values = {kind: self.shaped(record[kind], shapes[kind]) for kind in asked}
                rows.append(([], {"rid": self.next_rid(), **values}))
        fields = [field("rid", "integer")]
        fields += [field(kind, matches=kind, **({"shape": [shapes[kind]]} if shapes[kind] != "plain" else {}))
                   for kind in asked]
        self.add("links", fields, rows, asked)

    def mentions(self):
        """What is found by an address alone, also of whom no account knows."""
        rows = []
        for owner in PEOPLE:
            if owner in self.known or self.has_orphans:
                for _ in range(self.dice.randrange(3)):
                    owners = [owner]
                    other = self.dice.choice(PEOPLE)
                    if other != owner and (other in self.known or self.has_orphans) and self.dice.random() < 0.2:
                        owners.append(other)
                    rows.append((owners, {"rid": self.next_rid(), "mail": self.cell(owners)}))
        rows.append(([], {"rid": self.next_rid(), "mail": "x" + self.mails["kim"]}))
        rows.append(([], {"rid": self.next_rid(), "mail": self.mails["kim"] + ".example"}))
        rows.append(([], {"rid": self.next_rid(), "mail": None}))
        self.add("mentions", [field("rid", "integer"), field("mail", matches="email")], rows, ["email"])

    def friends(self, kinds, held):
        """A collection about others: what it says of a friend leads nowhere."""
        rows = []
        for owner in self.known:
            for friend, record in held.items():
                if friend != owner and self.dice.random() < 0.5:
                    rows.append(([owner], {"rid": self.next_rid(), "mail": self.mails[owner], **record}))
        fields = [field("rid", "integer"), field("mail", matches="email")]
        fields += [field(kind, identifies=kind, person="other") for kind in kinds]
        self.add("friends", fields, rows, ["email"], about="others")

    def build(self):
        kinds, held = self.roots()
        for _ in range(self.dice.randrange(5)):
            self.dice.choice([self.mentions, lambda: self.links(kinds, held), lambda: self.links(kinds, held),
                              lambda: self.friends(kinds, held)])()
        known = held.get("kim")
        for system in self.systems:
            self.write(system)
            mine = sorted(row["rid"] for owners, row in system["rows"] if "kim" in owners)
            # Only what can be asked can be found empty; and where the accounts failed, nobody can say that nothing hangs
            # on them.
            is_asked = system["needs"] == ["email"] or known is not None
            fails = is_asked and is_missing(system) or not is_asked and is_missing(self.systems[0])
            self.truth[f"{system['id']}/{system['name']}"] = "failed" if fails else mine
        asked = self.mails["kim"]
        if self.dice.random() < 0.3:
            asked = asked.replace(self.domain, self.encoded)
        text = json.dumps({"email": asked, "truth": self.truth})
        (self.folder / "truth.json").write_text(text, encoding="utf-8")
        (self.folder / "controller.yaml").write_text(CONTROLLER, encoding="utf-8")
        (self.folder / "processing.yaml").write_text(PROCESSING, encoding="utf-8")

    # Sources

    def write(self, system):
        place = self.folder / "exporters" / system["id"]
        place.mkdir(parents=True)
        names = [one["name"] for one in system["fields"]]
        rows = [[row.get(name) for name in names] for _, row in system["rows"]]
        driver, name = system["driver"], system["name"]
        settings = {}
        if driver == "sqlite":
            rows = [[bare(value) if name == "mail" else value for name, value in zip(names, row)] for row in rows]
            write_sqlite(place / "source.sqlite", names, rows)
            settings["query"] = query(names, system)
        elif driver == "csv":
            settings["file"] = "source.csv"
            if self.dice.random() < 0.5:
                settings["delimiter"] = ";"
            with open(place / "source.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, delimiter=settings.get("delimiter", ","))
                writer.writerow(names)
                writer.writerows(["" if value is None else value for value in row] for row in rows)
        else:
            objects = [dict(zip(names, row)) for row in rows]
            lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in objects)
            text = lines if driver == "jsonl" else json.dumps(objects, ensure_ascii=False)
            settings["file"] = f"source.{driver}"
            (place / f"source.{driver}").write_text(text, encoding="utf-8")
        collection = {"title": system["title"], "category": "account", "origin": "observed", "needs": system["needs"],
                      "may_be_empty": system["may_be_empty"], "key": ["rid"], **settings, **system["more"],
                      "fields": system["fields"]}
        exporter = {"system": system["id"], "held_by": "controller",
                    "driver": "sqlite" if driver == "sqlite" else "files",
                    "connection": "source.sqlite" if driver == "sqlite" else ".", "collections": {name: collection}}
        # JSON is YAML.
        (place / "exporter.yaml").write_text(json.dumps(exporter), encoding="utf-8")


def field(name, type="string", **marks):
    return {"name": name, "type": type, "title": name, **marks}


def bare(cell):
    """A cell without the name before its address."""
    return cell.split("<")[1].rstrip(">") if cell and "<" in cell else cell


def is_missing(system):
    """An empty source that may not be."""
    return not system["rows"] and not system["may_be_empty"]


def query(names, system):
    """SQL finds candidates: addresses by what they hold, the rest as the field's shape says."""
    conditions = []
    for kind in system["needs"]:
        if kind == "email":
            conditions.append("lower(trim(mail)) = lower(:email)")
            continue
        shape = next(one for one in system["fields"] if one["name"] == kind).get("shape", ["plain"])[0]
        column = {"plain": kind, "trim": f"trim({kind})", "lower": f"lower({kind})",
                  "integer": f"CAST(CAST({kind} AS INTEGER) AS TEXT)"}[shape]
        conditions.append(f"{column} = :{kind}")
    return f"SELECT {', '.join(names)} FROM source WHERE {' AND '.join(conditions)} ORDER BY rid"


def write_sqlite(path, names, rows):
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = OFF")
    database.execute(f"CREATE TABLE source ({', '.join('rid INTEGER' if name == 'rid' else name for name in names)})")
    database.executemany(f"INSERT INTO source VALUES ({', '.join('?' * len(names))})", rows)
    database.commit()
    database.close()


def main(folder, seed, count):
    for number in range(count):
        place = folder / f"{number:05}"
        place.mkdir(parents=True)
        Company(place, random.Random(seed * 100_003 + number)).build()
    print(count)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
