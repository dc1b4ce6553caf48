"""Measures the seal against its peers and against its ceiling, on the same files."""
import json
import os
import shutil
import subprocess
from pathlib import Path

from measuring import measure, median, quiet

HERE = Path(__file__).resolve().parent
PASSWORD = "1234-5678-9012-3456-7890-1234"
HEADING = ("| what | MB/s | output MB | output/input | peak MiB |", "|---|---:|---:|---:|---:|")


class Row:
    """One way to seal, measured once or more often."""

    def __init__(self, name, size):
        self.name, self.size, self.speeds, self.output, self.peak = name, size, [], 0, 0.0

    def add(self, seconds, output, peak):
        self.speeds.append(self.size / 1e6 / seconds)
        self.output, self.peak = output, max(self.peak, peak)

    @property
    def speed(self):
        return median(self.speeds)

    def line(self):
        peak = f"{self.peak:.0f}" if self.peak else "-"
        return (f"| {self.name} | {self.speed:,.0f} | {self.output / 1e6:,.1f} | {self.output / self.size:.3f} "
                f"| {peak} |")


class Bench:
    """The files, the programs and the lock of one run."""

    def __init__(self, tool, folder, megabytes, rounds, threads, lock):
        self.tool, self.folder, self.rounds, self.threads, self.lock = tool, Path(folder), rounds, threads, lock
        measure([tool, "data", str(self.folder), str(megabytes)])
        self.ceiling = self.compiled("ceiling", "-lisal", "-lcrypto", "-pthread")
        self.libzip = self.compiled("libzip_peer", "-lzip")

    def compiled(self, name, *libraries):
        program = self.folder / name
        subprocess.run(["cc", "-O2", str(HERE / f"{name}.c"), "-o", str(program), *libraries], check=True)
        return str(program)

    def files(self, sort):
        return sorted(str(path) for path in (self.folder / sort).iterdir())

    def size(self, sort):
        return sum(os.path.getsize(path) for path in self.files(sort))

    def own(self, sort):
        """Our seal, its whole way to a checked archive, and the ceiling, one after the other in every round."""
        size, files = self.size(sort), self.files(sort)
        seal, whole = Row("Inzage: sealed", size), Row("Inzage: archive, opened again, checked", size)
        ceiling = Row("ceiling: ISA-L, SHA-256, AES, HMAC alone", size)
        storing = Row("the same without ISA-L", size)
        for _ in range(self.rounds):
            with quiet(self.lock):
                archive = self.folder / "own.zip"
                measured = measure([self.tool, "seal", str(self.folder / sort), str(archive), str(self.threads)])
                figures = json.loads(measured.printed)
                seal.add(figures["sealSeconds"], figures["output"], measured.peak)
                whole.add(figures["sealSeconds"] + figures["archiveSeconds"], figures["output"], measured.peak)
                archive.unlink()
                for row, level in ((ceiling, "1"), (storing, "0")):
                    top = json.loads(measure([self.ceiling, str(self.threads), level, *files]).printed)
                    row.add(top["seconds"], top["output"], 0)
        return seal, whole, ceiling, storing

    def peer(self, name, sort, command):
        """One peer, once: none of them is near enough for chance to matter."""
        archive = self.folder / "peer.zip"
        row = Row(name, self.size(sort))
        with quiet(self.lock):
            measured = measure([part.format(archive=archive) for part in command] + self.files(sort))
        row.add(measured.seconds, archive.stat().st_size, measured.peak)
        archive.unlink()
        return row

    def peers(self, sort, level):
        """The peers at a level: `default`, `fastest` or `store`."""
        python = HERE.parent / ".venv" / "bin" / "python"
        number = {"default": "6", "fastest": "1", "store": "0"}[level]
        seven = {"default": [], "fastest": ["-mx=1"], "store": ["-mx=0"]}[level]
        for name, command in (
            ("7z -tzip -mem=AES256", ["7z", "a", "-bd", "-tzip", "-mem=AES256", f"-p{PASSWORD}", *seven, "{archive}"]),
            ("pyzipper, AES-256", [str(python), str(HERE / "pyzipper_peer.py"), number, "{archive}"]),
            ("zip -e (ZipCrypto)", ["zip", "-q", "-j", f"-{number}", "-P", PASSWORD, "{archive}"]),
            ("libzip, AES-256", [self.libzip, number, "{archive}"]),
        ):
            if shutil.which(command[0]):
                yield self.peer(f"{name}, {level}", sort, command)


def goal(name, value, wanted, is_met, unit=""):
    """A goal as a line: what was wanted, what came, and whether that is enough."""
    return f"| {name} | {wanted} | {value:.2f}{unit} | {'met' if is_met else '**missed**'} |"


def report(bench):
    """The tables and the goals, line by line, as they are measured."""
    yield from ("", "### Rows of chat, orders and customers", "", *HEADING)
    seal, whole, ceiling, _ = bench.own("rows")
    for row in (seal, whole, ceiling):
        yield row.line()
    default, fastest = [], []
    for rows, level in ((default, "default"), (fastest, "fastest")):
        for row in bench.peers("rows", level):
            rows.append(row)
            yield row.line()
    yield from ("", "### Documents that do not compress", "", *HEADING)
    pdf_seal, pdf_whole, pdf_ceiling, pdf_storing = bench.own("documents")
    for row in (pdf_seal, pdf_whole, pdf_ceiling, pdf_storing):
        yield row.line()
    store = []
    for row in bench.peers("documents", "store"):
        store.append(row)
        yield row.line()
    yield from ("", "### Goals", "", "| goal | wanted | measured | |", "|---|---:|---:|---|")
    yield from goals((seal, whole, ceiling), (pdf_seal, pdf_whole, pdf_ceiling), default, fastest, store)


def goals(own, documents, default, fastest, store):
    (seal, whole, ceiling), (pdf_seal, pdf_whole, pdf_ceiling) = own, documents
    quickest = max(default, key=lambda row: row.speed)
    any_level = max(default + fastest, key=lambda row: row.speed)
    stored = max(store, key=lambda row: row.speed)
    zlib = next(row for row in default if row.name.startswith("libzip"))
    for name, one, other, peer, wanted in (
        ("the fastest peer at its default", seal, whole, quickest, 15),
        ("any peer that compresses", seal, whole, any_level, 5),
        ("store mode on documents", pdf_seal, pdf_whole, stored, 1.5),
    ):
        for row, what in ((one, "sealed"), (other, "checked archive")):
            ratio = row.speed / peer.speed
            yield goal(f"{what}, times {name} ({peer.name})", ratio, f"≥ {wanted}", ratio >= wanted)
    for row, top, sort in ((seal, ceiling, "rows"), (pdf_seal, pdf_ceiling, "documents")):
        share = 100 * row.speed / top.speed
        yield goal(f"share of the ceiling, {sort}", share, "≥ 70 %", share >= 70, " %")
    size = seal.output / zlib.output
    yield goal("output, times zlib level 6", size, "≤ 1.35", size <= 1.35)
    peak = max(seal.peak, pdf_seal.peak)
    yield goal("peak memory of the sealing process, MiB", peak, "< 64", peak < 64)
