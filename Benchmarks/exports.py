"""Measures whole exports: one large answer, and many small ones that are due at once."""
import re
import shutil
import sqlite3
import tempfile
from pathlib import Path

from company import PERSON, Company
from measuring import Failed, median, quiet
from sealing import goal


def add_orders(company, count):
    """Gives the person so many orders."""
    shop = sqlite3.connect(company.folder / "exporters" / "orders" / "shop.sqlite")
    (person,) = shop.execute("SELECT id FROM customer WHERE email = ?", (PERSON,)).fetchone()
    (last,) = shop.execute("SELECT max(id) FROM orders").fetchone()
    with shop:
        shop.executemany(
            "INSERT INTO orders VALUES (?, ?, ?, 40, ?, 'Kerkstraat 12, 1017 GA Amsterdam')",
            ((last + number, person, f"2024-05-{number % 28 + 1:02}T12:{number % 60:02}:00+02:00", number % 20_000)
             for number in range(1, count + 1)))
    shop.close()


def large(inzage, rounds, lock, count=50_000, workbook=0):
    """50,000 orders and as many messages; the first round only warms. The workbook is there up to so many records."""
    seconds, peaks, records, size = [], [], 0, 0
    with tempfile.TemporaryDirectory(prefix="inzage-bench-") as folder:
        for number in range(rounds + 1):
            company = Company(inzage, Path(folder) / str(number), count)
            add_orders(company, count)
            company.set("archive_kept: P14D", f"archive_kept: P14D\n  workbook_records: {workbook}")
            with quiet(lock):
                records, size, measured = company.export()
            if number:
                seconds.append(measured.seconds)
                peaks.append(measured.peak)
            shutil.rmtree(company.folder)
    return records, size, median(seconds), max(peaks)


def workbook_of_a_million(inzage, lock):
    """A million messages: as the default leaves the workbook out, and with the limit raised."""
    for workbook, what in ((100_000, "left out, as the limit has it"), (10_000_000, "with its workbook")):
        with tempfile.TemporaryDirectory(prefix="inzage-bench-") as folder:
            company = Company(inzage, folder, 1_000_000)
            company.set("archive_kept: P14D", f"archive_kept: P14D\n  workbook_records: {workbook}")
            with quiet(lock):
                records, size, measured = company.export()
        yield f"| {records:,} records, workbook {what}, {size / 1e6:.1f} MB, seconds | | {measured.seconds:.2f} | |"
        yield goal("its peak memory, MiB", measured.peak, "< 64", measured.peak < 64)


def split(text, names):
    """Keeps only the named blocks of the list that stands last in a file of settings."""
    head, *blocks = re.split(r"^(?=  \w+:\n)", text, flags=re.MULTILINE)
    return head + "".join(block for block in blocks if block.split(":")[0].strip() in names)


def four_databases(company):
    """Leaves the company four SQLite systems of two collections each, a database apiece."""
    exporters = company.folder / "exporters"
    for name in ("chat-logs", "applications"):
        shutil.rmtree(exporters / name)
    for name, branch, own, others in (
        ("crm", "profiles", ("accounts", "notes"), ("consents", "profile")),
        ("orders", "payments", ("customers", "orders"), ("order_lines", "payments")),
    ):
        shutil.copytree(exporters / name, exporters / branch)
        for folder, collections in ((name, own), (branch, others)):
            settings = exporters / folder / "exporter.yaml"
            # A table refers to one of its own system only.
            settings.write_text(split(settings.read_text(), collections).replace(", refers_to: orders", ""))
    processing = company.folder / "processing.yaml"
    categories, rest = processing.read_text().split("\nprocessors:", 1)
    held = ("account", "customer_contact", "preferences", "customer_profile", "orders", "payments")
    processing.write_text(split(categories + "\n", held) + "processors:" + rest)


def people(company):
    """Plain addresses that stand once in the administration, none of them in doubt."""
    database = sqlite3.connect(company.folder / "exporters" / "crm" / "crm.sqlite")
    rows = database.execute("""SELECT min(email) FROM customer WHERE email_changed_at < date('now', '-100 days')
                               GROUP BY lower(email) HAVING count(*) = 1 ORDER BY min(id)""")
    return [email for (email,) in rows if re.fullmatch(r"[a-z0-9.]+@example\.(org|com|net)", email)]


def is_proven(company, request):
    try:
        company.run("verify", request)
        return True
    except Failed:
        company.run("request", "withdraw", request)
        return False


def due(inzage, count, lock):
    """So many small requests that are due at once, answered by one command; gives their number and what it took."""
    with tempfile.TemporaryDirectory(prefix="inzage-bench-") as folder:
        company = Company(inzage, folder, 10)
        four_databases(company)
        company.set("code: required", "code: off")
        proven = 0
        for email in people(company):
            # A planted person whom the address alone does not prove is passed over.
            proven += is_proven(company, company.request(email))
            if proven == count:
                break
        with quiet(lock):
            measured = company.run("export", "--due")
        archives = len(list((company.folder / "archives").glob("*.zip")))
        mails = len(list((company.folder / "outbox").glob("*-archive-*.eml")))
        assert archives == mails == proven, (archives, mails, proven)
        return proven, measured


def report(inzage, requests, rounds, lock):
    """The figures of whole exports, line by line."""
    records, size, seconds, peak = large(inzage, rounds, lock)
    yield from ("", "### Whole exports", "", "| goal | wanted | measured | |", "|---|---:|---:|---|")
    yield goal(f"{records:,} records, {size / 1e6:.1f} MB, seconds", seconds, "< 1", seconds < 1)
    yield goal("its peak memory, MiB", peak, "< 64", peak < 64)
    _, larger, longer, peak = large(inzage, rounds, lock, workbook=10_000_000)
    yield f"| the same with its workbook of {(larger - size) / 1e6:.1f} MB, seconds | | {longer:.2f} | |"
    yield goal("its peak memory, MiB", peak, "< 64", peak < 64)
    yield from workbook_of_a_million(inzage, lock)
    count, measured = due(inzage, requests, lock)
    rate = count / measured.seconds
    yield goal(f"{count:,} small requests due at once, requests a second", rate, "≥ 100", rate >= 100)
    yield goal("their peak memory, MiB", measured.peak, "< 64", measured.peak < 64)
