"""Measures rows on their way from a store into the sealed archive, beside the store's own dump to /dev/null."""
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import servers
from company import PERSON, Company
from measuring import Failed, measure, quiet
from sealing import goal

COLUMNS = "id, email, happened_at, note, amount"
EXPORTER = """\
system: {nl: Gebeurtenissen, en: Events}
held_by: controller
driver: DRIVER
connection: CONNECTION
time_limit: PT30M
collections:
  events:
    title: {nl: Gebeurtenissen, en: Events}
    category: customer_contact
    origin: observed
    needs: [email]
    query: SELECT COLUMNS FROM event WHERE email = :email ORDER BY id
    key: [id]
    fields:
      - {name: id, type: integer, title: {nl: Nummer, en: Number}}
      - {name: email, type: string, format: email, title: E-mail, matches: email}
      - {name: happened_at, type: string, title: {nl: Moment, en: Moment}}
      - {name: note, type: string, title: {nl: Opmerking, en: Remark}}
      - {name: amount, type: number, title: {nl: Bedrag, en: Amount}}
"""
NOTE = "a remark of some forty characters, number "


# Each fills a store, and says by which driver and connection it is reached and how its own program writes it out.

def sqlite(folder, rows):
    path = folder / "event.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, email TEXT, happened_at TEXT, note TEXT,"
                         " amount NUMERIC)")
        database.execute(f"""WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
                             INSERT INTO event SELECT i, ?, '2026-01-01T12:00:00Z', ? || i, i / 100.0 FROM n""",
                         (PERSON, NOTE))
    database.close()
    return "sqlite", str(path), ["sqlite3", "-json", str(path), f"SELECT {COLUMNS} FROM event ORDER BY id"]


def postgresql(socket, rows):
    client = ["psql", "-q", "-h", socket, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-c"]
    subprocess.run(client + [f"""CREATE TABLE event AS SELECT i AS id, '{PERSON}' AS email,
        '2026-01-01T12:00:00Z' AS happened_at, '{NOTE}' || i AS note, i / 100.0 AS amount
        FROM generate_series(1, {rows}) i"""], check=True)
    subprocess.run(client + ["ALTER TABLE event ADD PRIMARY KEY (id)"], check=True)
    subprocess.run(client + ["VACUUM ANALYZE event"], check=True)
    return ("postgresql", f"postgresql://postgres@/postgres?host={socket}",
            client + [f"COPY (SELECT {COLUMNS} FROM event ORDER BY id) TO STDOUT"])


def mariadb(folder, rows):
    client = ["mariadb", "--no-defaults", "-S", folder + "/socket", "-u", "root"]
    subprocess.run(client + ["-e", f"""CREATE DATABASE bench; CREATE TABLE bench.event (id BIGINT PRIMARY KEY,
        email VARCHAR(200), happened_at VARCHAR(30), note VARCHAR(200), amount DECIMAL(12,2))
        SELECT seq AS id, '{PERSON}' AS email, '2026-01-01T12:00:00Z' AS happened_at,
        CONCAT('{NOTE}', seq) AS note, seq / 100 AS amount FROM bench.seq_1_to_{rows}"""], check=True)
    return ("mariadb", f"mariadb://root@/bench?socket={folder}/socket",
            client + ["-B", "--quick", "bench", "-e", f"SELECT {COLUMNS} FROM event ORDER BY id"])


def export(inzage, driver, connection, lock):
    """Everything of one person into the sealed archive."""
    with tempfile.TemporaryDirectory(prefix="inzage-bench-") as folder:
        company = Company(inzage, folder, 10)
        system = company.folder / "exporters" / "events"
        system.mkdir()
        if driver == "sqlite":
            # A file of a system lies in its folder.
            shutil.copy(connection, system)
            connection = Path(connection).name
        text = EXPORTER.replace("DRIVER", driver).replace("CONNECTION", f'"{connection}"').replace("COLUMNS", COLUMNS)
        (system / "exporter.yaml").write_text(text)
        with quiet(lock):
            return company.export()


def dumped(command, lock):
    """The store's own program, to /dev/null by way of a file that nobody keeps."""
    with quiet(lock):
        return measure(["sh", "-c", 'exec "$@" > /dev/null', "dump", *command])


def line(inzage, name, store, rows, lock):
    driver, connection, dump = store
    own = dumped(dump, lock)
    records, size, measured = export(inzage, driver, connection, lock)
    if records < rows:
        raise Failed(f"{name}: {records} of {rows} rows came")
    share = own.seconds / measured.seconds
    yield (f"| {name} | {rows / measured.seconds:,.0f} | {rows / own.seconds:,.0f} | {share:.2f} | "
           f"{measured.peak:.0f} | {size / 1e6:.0f} |")


def report(inzage, rows, lock):
    """A line for each store."""
    yield from ("", "### Rows from a store into the sealed archive", "",
                f"{rows:,} rows of one person, each as JSON and as CSV, hashed, sealed, opened again and checked; beside "
                "it the store's own dump (`sqlite3 -json`, `psql -c COPY`, `mariadb -B --quick`) to /dev/null.", "",
                "| store | rows/s | rows/s of its dump | share | peak MiB | MB of package |",
                "|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory(prefix="inzage-bench-") as folder:
        yield from line(inzage, "SQLite", sqlite(Path(folder), rows), rows, lock)
    with servers.postgresql() as folder:
        yield from line(inzage, "PostgreSQL", postgresql(folder, rows), rows, lock)
    with servers.mariadb() as folder:
        yield from line(inzage, "MariaDB", mariadb(folder, rows), rows, lock)
