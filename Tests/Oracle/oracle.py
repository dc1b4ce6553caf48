#!/usr/bin/env python3
"""Checks sealed archives against the sample company's sources, without any of Inzage's own code.

    oracle.py check DEMO ARCHIVE PASSPHRASE EMAIL [CUSTOMER]   one archive; CUSTOMER names one of several at an address
    oracle.py batch DEMO                                       lines "ARCHIVE PASSPHRASE EMAIL" on standard input
    oracle.py pick DEMO SEED COUNT                             addresses of customers about whom there is no doubt

Exits 1 when an archive does not hold exactly what it should. What it prints holds no personal data, but for `pick`.
"""
import random
import sys
import unicodedata
from collections import Counter
from datetime import datetime, timedelta, timezone

from archive import Archive
from compare import Comparison
from sources import Sources, folded

QUIET = timedelta(days=30)
LOOK_ALIKE = str.maketrans("асеорхуіј", "aceopxyij")


def faults(sources, path, passphrase, email, customer=None):
    """Everything that is wrong with an archive."""
    try:
        return Comparison(Archive(path, passphrase), sources.about(email, customer), sources).run()
    except Exception as error:  # An archive that cannot be read is a finding, not the end of the others.
        return [f"cannot be read: {type(error).__name__}"]


def check(folder, path, passphrase, email, customer=None):
    found = faults(Sources(folder), path, passphrase, email, int(customer) if customer else None)
    return report([found])


def batch(folder):
    sources = Sources(folder)
    lines = [line.rstrip("\n").rsplit(" ", 2) for line in sys.stdin if line.strip()]
    return report([faults(sources, *line) for line in lines])


def report(results):
    for number, found in enumerate(results, 1):
        for fault in found:
            print(f"archive {number}: {fault}")
    failed = sum(bool(found) for found in results)
    print(f"{len(results)} archives checked, {failed} failed")
    return 1 if failed or not results else 0


def pick(folder, seed, count):
    sources = Sources(folder)
    addresses = unambiguous(sources)
    for address in random.Random(int(seed)).sample(addresses, int(count)):
        print(address)
    return 0


def unambiguous(sources):
    """The addresses that belong to one customer, look like nobody else's, and did not change lately."""
    tables = (sources.accounts, sources.shoppers, sources.participants, sources.applicants)
    counts = [Counter(folded(row["email"]) for row in table) for table in tables]
    skeletons = Counter(skeleton(row["email"]) for row in sources.accounts if row["email"])
    recent = {folded(row["email"])
              for table, since in ((sources.accounts, "email_changed_at"), (sources.participants, "email_since"))
              for row in table if is_doubtful(row[since])}
    shop = {row["customer_id"]: folded(row["email"]) for row in sources.shoppers}
    return [row["email"] for row in sources.accounts
            if row["email"] and row["email"].isascii() and is_plain(row["email"])
            and all(count[folded(row["email"])] <= 1 for count in counts)
            and skeletons[skeleton(row["email"])] == 1 and folded(row["email"]) not in recent
            and shop.get(row["customer_id"]) == folded(row["email"])]


def skeleton(address):
    return unicodedata.normalize("NFKC", address).casefold().translate(LOOK_ALIKE)


def is_plain(address):
    return address.count("@") == 1 and not set(address) & set(" ,;<>\"%*")


def is_doubtful(since):
    if since is None:
        return False
    try:
        moment = datetime.fromisoformat(since.replace("Z", "+00:00"))
    except ValueError:
        return True
    return moment > datetime.now(timezone.utc) - QUIET


if __name__ == "__main__":
    commands = {"check": check, "batch": batch, "pick": pick}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
