"""What the sample company's systems hold about a person, found with plain SQL and plain reading of files.

This file knows the four stores as they lie on disk and nothing of exporter.yaml or of the Swift code, so that a
mistake there cannot repeat itself here.
"""
import hashlib
import json
import sqlite3
from collections import defaultdict
from pathlib import Path


class Rule:
    """How the rows of one collection stand in an archive."""

    def __init__(self, key, other=(), always=(), staff=(), free=(), subject=(), secret=(), own=(), document=None):
        self.key, self.other, self.always, self.staff = key, other, always, staff
        self.free, self.subject, self.secret, self.own, self.document = free, subject, secret, own, document


RULES = {
    ("crm", "accounts"): Rule(["customer_id"], subject=["name", "email", "phone", "address", "birth_date"],
                              secret=["password_hash"]),
    ("crm", "notes"): Rule(["id"], other=["about_name"], staff=["agent"], free=["note"]),
    ("crm", "consents"): Rule(["customer_id", "purpose"]),
    ("crm", "profile"): Rule(["customer_id"]),
    ("orders", "customers"): Rule(["customer_id"], subject=["name", "email", "iban"], secret=["session_token"]),
    ("orders", "orders"): Rule(["id"], subject=["ship_to"]),
    ("orders", "order_lines"): Rule(["order_id", "line"]),
    ("orders", "payments"): Rule(["order_id"], subject=["iban"]),
    ("chat-logs", "participants"): Rule(["handle"], subject=["handle", "display_name", "email"]),
    ("chat-logs", "messages"): Rule(["id"], other=["sender", "recipient", "mentions"], always=["members"],
                                    staff=["agent"], free=["text"], own=["sender", "recipient"]),
    ("applications", "applicants"): Rule(["applicant_id"], subject=["name", "email", "phone"]),
    ("applications", "documents"): Rule(["applicant_id", "name"], document="document"),
}


def is_broken(text):
    """Whether the store's bytes were no UTF-8."""
    return isinstance(text, str) and any("\udc80" <= letter <= "\udcff" for letter in text)


def folded(text):
    """The bytes of an address with A to Z made small, and nothing else; None for what is no address."""
    return text.encode("utf-8", "surrogateescape").lower() if text else None


def text(value):
    """Bytes as text; a byte that is no UTF-8 survives as a lone surrogate."""
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value


def rows(database, query):
    """All rows as dictionaries; text comes as bytes, because one note is no UTF-8."""
    cursor = database.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, map(text, row))) for row in cursor]


def grouped(table, column):
    groups = defaultdict(list)
    for row in table:
        groups[row[column]].append(row)
    return groups


class Sources:
    """Everything that the four systems hold, read once."""

    def __init__(self, folder):
        self.folder = Path(folder) / "exporters"
        self.read_crm()
        self.read_shop()
        self.read_chat()
        self.read_applications()

    def open(self, path):
        database = sqlite3.connect(f"file:{self.folder / path}?mode=ro", uri=True)
        database.text_factory = bytes
        return database

    def read_crm(self):
        database = self.open("crm/crm.sqlite")
        self.accounts = rows(database, "SELECT id AS customer_id, name, email, email_changed_at, phone, address, "
                             "birth_date, loyalty_card, created_at, password_hash FROM customer")
        self.notes = grouped(rows(database, "SELECT * FROM note"), "customer_id")
        self.consents = grouped(rows(database, "SELECT * FROM consent"), "customer_id")
        self.profiles = grouped(rows(database, "SELECT * FROM profile"), "customer_id")

    def read_shop(self):
        database = self.open("orders/shop.sqlite")
        self.shoppers = rows(database, "SELECT id AS customer_id, name, email, iban, created_at, session_token "
                             "FROM customer")
        orders = rows(database, "SELECT * FROM orders")
        owner = {order["id"]: order["customer_id"] for order in orders}
        self.orders = grouped(orders, "customer_id")
        lines = rows(database, "SELECT * FROM order_line")
        payments = rows(database, "SELECT * FROM payment")
        for row in lines + payments:
            row["customer_id"] = owner[row["order_id"]]
        self.lines, self.payments = grouped(lines, "customer_id"), grouped(payments, "customer_id")

    def read_chat(self):
        folder = self.folder / "chat-logs"
        self.participants = [json.loads(line) for line in open(folder / "participants.jsonl", "rb")]
        self.messages = defaultdict(list)
        for file in sorted((folder / "messages").iterdir()):
            for line in open(file, "rb"):
                message = json.loads(line)
                people = {message["sender"], message["recipient"], *message["mentions"], *(message["members"] or [])}
                for handle in people - {None}:
                    self.messages[handle].append(message)

    def read_applications(self):
        self.applicants, self.documents = [], defaultdict(list)
        for folder in sorted((self.folder / "applications/applicants").iterdir()):
            resume = json.loads((folder / "resume.json").read_bytes())
            basics = resume.pop("basics")
            row = {"applicant_id": folder.name}
            row |= {name: basics.get(name) for name in ("name", "email", "phone", "label", "summary", "location")}
            row |= {name: resume.get(name)
                    for name in ("work", "education", "skills", "languages", "references", "meta")}
            self.applicants.append(row)
            for file in sorted(folder.glob("*.pdf")):
                digest = hashlib.sha256(file.read_bytes()).hexdigest()
                self.documents[folder.name].append(
                    {"applicant_id": folder.name, "name": file.name, "document": digest})

    def about(self, email, customer=None):
        """The rows of every collection about the person at an address, and which of several customers is meant."""
        address = folded(email)

        def mine(table):
            return [row for row in table if address and folded(row["email"]) == address and
                    (customer is None or row.get("customer_id", customer) == customer)]

        found = {("crm", "accounts"): mine(self.accounts), ("orders", "customers"): mine(self.shoppers),
                 ("chat-logs", "participants"): mine(self.participants),
                 ("applications", "applicants"): mine(self.applicants)}
        numbers = {row["customer_id"] for key in (("crm", "accounts"), ("orders", "customers")) for row in found[key]}
        for key, table in {("crm", "notes"): self.notes, ("crm", "consents"): self.consents,
                           ("crm", "profile"): self.profiles, ("orders", "orders"): self.orders,
                           ("orders", "order_lines"): self.lines, ("orders", "payments"): self.payments}.items():
            found[key] = [row for number in numbers for row in table.get(number, [])]
        handles = {row["handle"] for row in found["chat-logs", "participants"]}
        messages = {row["id"]: row for handle in handles for row in self.messages.get(handle, [])}
        found["chat-logs", "messages"] = list(messages.values())
        found["applications", "documents"] = [
            row for applicant in found["applications", "applicants"]
            for row in self.documents[applicant["applicant_id"]]]
        return Person(found, handles)


class Person:
    """What is held about one person, and which values are their own."""

    def __init__(self, found, handles):
        self.found, self.handles = found, handles
        self.values = set(handles)
        for place, table in found.items():
            self.values |= {row[name] for row in table for name in RULES[place].subject if row[name]}

    def owns(self, place, row):
        """Whether the person sent or received the record."""
        return any(row[name] in self.handles for name in RULES[place].own)

    def hidden(self, place):
        """The values by which other people and staff are named in the redacted cells of a collection."""
        rule = RULES[place]
        return self.named(place, lambda row: [*rule.always] + (
            [] if self.owns(place, row) else [*rule.other, *rule.staff]))

    def others(self):
        """The values by which anybody else is named in any cell, redacted or not."""
        return set().union(*(self.named(place, lambda row, rule=rule: [*rule.always, *rule.other, *rule.staff])
                             for place, rule in RULES.items()))

    def named(self, place, columns):
        values = set()
        for row in self.found[place]:
            for name in columns(row):
                values |= set(row[name]) if isinstance(row[name], list) else {row[name]}
        return {value for value in values if value} - self.values
