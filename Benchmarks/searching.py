"""Measures the search of a large JSON Lines file for many people in one pass, against ripgrep on the same bytes."""
import json
import random
from pathlib import Path

from measuring import measure, median, quiet
from sealing import goal

CUSTOMERS = 1_000_000
COUNTS = (1, 100, 10_000)
BLOCK = 32_000_000
SYLLABLES = [start + vowel + end for start in "b d g h j k l m n p r s t v w".split()
             for vowel in "a e i o u aa ie oe".split() for end in ("", "n", "r", "s")]
DOMAINS = ["example.org", "example.com", "example.net", "mail.example", "post.example", "web.example"]


def words(chance, count):
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(count)]


def people(chance):
    """Addresses as customers have them, each once."""
    first, last = words(chance, 400), words(chance, 4000)
    found = {f"{chance.choice(first)}.{chance.choice(last)}{chance.choice(('', chance.randint(1, 99)))}@"
             f"{chance.choice(DOMAINS)}" for _ in range(CUSTOMERS)}
    return sorted(found)


def block(chance, customers):
    """So many bytes of lines, each with an address of somebody's."""
    vocabulary, lines, size = words(chance, 3000), [], 0
    while size < BLOCK:
        number = chance.randrange(len(customers))
        text = " ".join(chance.choices(vocabulary, k=chance.randint(3, 40)))
        if not len(lines) % 8:
            text += "\n\"" + text[:20] + "\" é"
        line = json.dumps({"id": len(lines), "at": f"2026-05-{len(lines) % 28 + 1:02}T12:{len(lines) % 60:02}:00+02:00",
                           "customer": number, "sender": {"email": customers[number], "name": f"Person {number}"},
                           "text": text}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        lines.append(line)
        size += len(line)
    return b"".join(lines)


def write(folder, megabytes):
    """Writes the file, and of whom is asked; the same bytes in every run."""
    chance = random.Random(12)
    customers = people(chance)
    piece = block(chance, customers)
    with open(folder / "events.jsonl", "wb") as file:
        for _ in range(max(1, megabytes * 1_000_000 // len(piece))):
            file.write(piece)
    first = json.loads(piece.splitlines()[1000])["sender"]["email"]
    for count in COUNTS:
        asked = [first, *chance.sample(customers, count - 1)]
        (folder / f"wanted-{count}").write_text("\n".join(asked) + "\n")


def inzage(program, way, folder, count):
    """The records that were found for so many people, and the seconds that the pass took."""
    figures = json.loads(measure([program, way, str(folder), str(folder / f"wanted-{count}")]).printed)
    return figures["records"], figures["seconds"]


def ripgrep(folder, count):
    """The lines that were found, and the seconds."""
    wanted = folder / f"wanted-{count}"
    asked = [wanted.read_text().strip()] if count == 1 else ["-f", str(wanted)]
    measured = measure(["rg", "--no-config", "--count", "--fixed-strings", *asked, str(folder / "events.jsonl")])
    return int(measured.printed), measured.seconds


def report(program, folder, megabytes, rounds, lock):
    """The figures of the search, line by line."""
    folder = Path(folder)
    write(folder, megabytes)
    size = (folder / "events.jsonl").stat().st_size / 1e6
    yield from ("", "### Search of a file", "", f"JSON Lines of {size:,.0f} MB in the page cache, one pass for so many "
                f"people; MB/s, medians of {rounds} rounds.", "",
                "| people | records | Inzage | every record read | `rg -F` |", "|---:|---:|---:|---:|---:|")
    speeds = {}
    for count in COUNTS:
        ours, theirs = [], []
        with quiet(lock):
            ripgrep(folder, count)
            for _ in range(rounds):
                records, seconds = inzage(program, "bytes", folder, count)
                ours.append(seconds)
                lines, seconds = ripgrep(folder, count)
                theirs.append(seconds)
            before, seconds = inzage(program, "records", folder, count)
        # A line in which another one's address ends with a wanted one is found by rg alone.
        assert records == before <= lines, (records, before, lines)
        speeds[count] = size / median(ours), size / median(theirs)
        yield (f"| {count:,} | {records:,} | {speeds[count][0]:,.0f} | {size / seconds:,.0f} | "
               f"{speeds[count][1]:,.0f} |")
    yield from ("", "| goal | wanted | measured | |", "|---|---:|---:|---|")
    for count, least in ((1, 0.5), (10_000, 1)):
        share = speeds[count][0] / speeds[count][1]
        yield goal(f"one pass for {count:,}, times `rg -F`", share, f"≥ {least}", share >= least)
