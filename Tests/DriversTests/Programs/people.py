#!/usr/bin/python3
"""An exporter in Python, without a library: two streams, and records with the number of their question."""
import json
import sys

CUSTOMERS = [
    {"email": "ada@example.org", "id": 4217, "balance": 1.10},
    {"email": "bob@example.org", "id": 2, "balance": None},
    {"email": "", "id": 3},
]
CARDS = [
    {"customer_id": 4217, "email": "ada@example.org", "cards": [{"last": "0042"}]},
    {"customer_id": 4217, "email": "bob@example.org", "cards": []},
    {"customer_id": 2, "email": "bob@example.org", "cards": []},
]


def say(**message):
    print(json.dumps(message))


def main():
    asked = json.load(sys.stdin)
    for stream in ("customers", "cards"):
        say(type="SCHEMA", stream=stream, schema={"type": "object"}, key_properties=[])
    say(type="ACTIVATE_VERSION", stream="customers", version=1)
    for question in asked["questions"]:
        emails = [email.lower() for email in question["identifiers"].get("email", [])]
        for customer in CUSTOMERS:
            if customer["email"].lower() in emails:
                say(type="RECORD", stream="customers", record=customer, question=question["number"])
        for pair in question.get("tuples", []):
            for card in CARDS:
                if card["email"] == pair["email"].lower() and str(card["customer_id"]) == pair["customer_id"]:
                    say(type="RECORD", stream="cards", record=card, question=question["number"])
    say(type="STATE", value={})


main()
