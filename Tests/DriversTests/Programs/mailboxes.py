#!/usr/bin/python3
"""Makes mailboxes, and says what Python's mailbox and email find in them.

mailboxes.py FOLDER COUNT SEED: FOLDER/mail gets an mbox, a Maildir and a folder of .eml files with COUNT mails and
copies of some of them; FOLDER/expected.json what a few people must be found by, read back from the files by Python.
"""
import email, email.policy, email.utils, json, mailbox, os, random, re, sys
from pathlib import Path

PEOPLE = [("Ada Jansen", "Ada@example.org"), ("Bob", "bob@Example.ORG"), ("Zoë de Vries", "zoe@example.net"),
          ("Jansen, Kim", "kim.jansen@example.com"), ("", "info@shop.example"), ("Ömer Çelik", "omer@example.de"),
          ("\"Quoted\" Name", "quoted@example.org"), ("Ilse", "ilse+news@example.org")]
ASKED = ["ada@example.org", "BOB@example.org", "zoe@example.net", "info@shop.example", "quoted@example.org"]
WORDS = "order invoice From here the parcel came late and café naïve Straße €5 – “well” thanks".split()


def header(name, value):
    """A field as programs write it: encoded words where letters need them, or raw UTF-8."""
    return f"{name}: {value}\n".encode()


def person(rng, entry):
    name, address = entry
    if not name:
        return rng.choice([address, f"<{address}>"])
    if rng.random() < 0.15:
        return address
    if name.isascii():
        return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + f'" <{address}>'
    return email.header.Header(name, rng.choice(["utf-8", "iso-8859-1"])).encode() + f" <{address}>"


def text(rng, lines):
    out = []
    for _ in range(lines):
        line = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 12)))
        out.append(rng.choice(["", "", "> ", ">> "]) + line)
        if rng.random() < 0.1:
            out.append(rng.choice(["From here on it rained", ">From a quoted line", ">>From deeper", "-- ", "", "Note: x"]))
    return "\n".join(out) + "\n"


def leaf(rng, kind="plain"):
    """A text part as bytes: header and body."""
    body = text(rng, rng.randint(1, 12))
    if kind == "html":
        body = f"<p>{body}</p>\n"
    charset, encoding = rng.choice([("utf-8", "8bit"), ("utf-8", "base64"), ("utf-8", "quoted-printable"),
                                    ("windows-1252", "quoted-printable"), ("iso-8859-15", "8bit"), ("utf-16", "base64"),
                                    (None, "7bit"), ("utf-8", "broken"), ("x-nobody-knows", "8bit")])
    if charset in (None, "x-nobody-knows"):
        raw = body.encode("cp1252", "replace") if rng.random() < 0.5 else body.encode("ascii", "replace")
    elif encoding == "broken":
        raw = body.encode().replace(b"e", b"\xff\xfee", 2) + b"\xc3\n"
    else:
        raw = body.encode(charset, "replace")
    head = f"Content-Type: text/{kind}" + (f"; charset={charset}" if charset else "") + "\n"
    if encoding == "base64":
        return head.encode() + b"Content-Transfer-Encoding: base64\n\n" + email.base64mime.body_encode(raw).encode()
    if encoding == "quoted-printable":
        import quopri
        return head.encode() + b"Content-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(raw)
    return head.encode() + b"Content-Transfer-Encoding: 8bit\n\n" + raw


def attachment(rng):
    sort = rng.randrange(5)
    if sort == 0:
        inner = b"From: \"Other\" <other@example.org>\nTo: <secret@example.org>\nMessage-ID: <inner@x>\nSubject: inner\n\nInner text\n"
        return b"Content-Type: message/rfc822\n\n" + inner
    if sort == 1:
        return b"Content-Type: text/csv; name=\"list.csv\"\nContent-Disposition: attachment; filename=\"list.csv\"\n\na,b\n1,2\n"
    data = rng.randbytes(rng.choice([0, 1, 57, 3000, 70000]))
    name = rng.choice(['filename="scan.pdf"', "filename*=utf-8''factuur%20%E2%82%AC.pdf", 'filename="winmail.dat"'])
    kind = "application/ms-tnef" if "winmail" in name else "application/pdf"
    return (f"Content-Type: {kind}\nContent-Disposition: attachment; {name}\n"
            "Content-Transfer-Encoding: base64\n\n").encode() + email.base64mime.body_encode(data).encode()


def joined(rng, subtype, parts):
    edge = "=_%d" % rng.randrange(10**9)
    lines = [f"Content-Type: multipart/{subtype}; boundary=\"{edge}\"\n\n".encode()]
    for part in parts:
        lines.append(f"--{edge}\n".encode() + part + (b"" if part.endswith(b"\n") else b"\n"))
    return b"".join(lines) + f"--{edge}--\n".encode()


def content(rng):
    sort = rng.randrange(6)
    if sort < 3:
        return leaf(rng)
    both = joined(rng, "alternative", [leaf(rng), leaf(rng, "html")])
    if sort == 3:
        return both
    inner = joined(rng, "related", [both, attachment(rng)]) if rng.random() < 0.3 else both
    return joined(rng, rng.choice(["mixed", "signed"]), [inner] + [attachment(rng) for _ in range(rng.randint(1, 3))])


def make(count, seed):
    rng = random.Random(seed)
    mails = []
    for number in range(count):
        sender, *others = rng.sample(PEOPLE, rng.randint(2, 5))
        head = [header("From", person(rng, sender))]
        cut = rng.randint(1, len(others))
        to = ", ".join(person(rng, one) for one in others[:cut])
        head.append(header("To", to.replace(", ", ",\n\t") if rng.random() < 0.3 else to))
        if others[cut:]:
            head.append(header("Cc", "Team: " + ", ".join(person(rng, one) for one in others[cut:]) + ";"
                               if rng.random() < 0.2 else ", ".join(person(rng, one) for one in others[cut:])))
        if rng.random() < 0.2:
            head.append(header("Reply-To", person(rng, rng.choice(PEOPLE))))
        subject = " ".join(rng.choice(WORDS) for _ in range(4))
        head.append(header("Subject", email.header.Header(subject, "utf-8").encode()))
        head.append(header("Date", email.utils.format_datetime(email.utils.parsedate_to_datetime(
            "Mon, 5 Jan 2026 10:00:00 +0100").replace(minute=number % 60, hour=number // 60 % 24))))
        own = f"{number}.{seed}@mail.example"
        if rng.random() < 0.95:
            head.append(header("Message-ID", f"<{own}>"))
        if mails and rng.random() < 0.5:
            parent = rng.choice(mails)
            chain = parent["chain"] + [parent["id"]]
            way = rng.randrange(3)
            if way == 0:
                head.append(header("References", "\n ".join(f"<{one}>" for one in chain)))
            elif way == 1:
                chain = chain[-1:]
            head.append(header("In-Reply-To", f"<{chain[-1]}>"))
            if way == 2:
                chain = chain[-1:]
        else:
            chain = []
        rng.shuffle(head)
        raw = b"".join(head) + b"MIME-Version: 1.0\n" + content(rng)
        mails.append({"id": own, "chain": chain, "raw": raw})
    return rng, mails


def write(folder, count, seed):
    rng, mails = make(count, seed)
    places = {"archive": [], "inbox": [], "sent": []}
    for mail in mails:
        for place in rng.sample(sorted(places), rng.choice([1, 1, 1, 2, 3])):
            trace = f"Received: from {place}.example by mx; {rng.randrange(999)}\nDelivered-To: {place}@box.example\n"
            places[place].append(trace.encode() + mail["raw"])
    root = Path(folder) / "mail"
    root.mkdir(parents=True)
    with open(root / "archive.mbox", "wb") as file:
        for raw in places["archive"]:
            file.write(b"From MAILER-DAEMON Mon Jan  5 10:00:00 2026\n" + re.sub(rb"(?m)^(>*From )", rb">\1", raw))
            file.write(b"\n" if raw.endswith(b"\n") else b"\n\n")
    for name in ("cur", "new", "tmp"):
        (root / "inbox" / name).mkdir(parents=True)
    for number, raw in enumerate(places["inbox"]):
        part, flags = ("new", "") if number % 7 == 0 else ("cur", ":2,S")
        (root / "inbox" / part / f"{number:06}.host{flags}").write_bytes(raw)
    (root / "sent").mkdir()
    for number, raw in enumerate(places["sent"]):
        (root / "sent" / f"{number:06}.eml").write_bytes(raw.replace(b"\n", b"\r\n"))
    return root


def read_back(root):
    """Every mail as (folder, bytes), by Python's own readers."""
    found = []
    box = mailbox.mbox(root / "archive.mbox", create=False)
    for key in box.keys():
        found.append(("mail/archive", re.sub(rb"(?m)^>(>*From )", rb"\1", box.get_bytes(key))))
    box = mailbox.Maildir(root / "inbox", create=False)
    found += [("mail/inbox", box.get_bytes(key)) for key in sorted(box.keys(), key=lambda key: (box.get_message(key).get_subdir() != "new", key))]
    found += [("mail/sent", path.read_bytes()) for path in sorted((root / "sent").iterdir())]
    return found


def small(address):
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def people(mail, *names):
    found = {}
    for name in names:
        for value in mail.get_all(name, []):
            for one in value.addresses:
                found.setdefault(small(one.addr_spec), one.display_name or None)
    return found


def leaves(part):
    if part.get_content_maintype() == "multipart":
        for inner in part.iter_parts():
            yield from leaves(inner)
    else:
        yield part


def is_text(part, kind):
    return part.get_content_type() == kind and part.get_filename() is None and part.get_content_disposition() != "attachment"


def decoded(part):
    raw = part.get_payload(decode=True)
    charset = part.get_content_charset()
    try:
        result = raw.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        known = charset and charset not in ("x-nobody-knows", "us-ascii")
        result = raw.decode(charset if known else "cp1252", "replace")
    return result.replace("\r\n", "\n")


def inner_bytes(part, linesep):
    if part.get_content_type() == "message/rfc822":
        return part.get_payload(0).as_bytes(policy=email.policy.compat32.clone(linesep=linesep, max_line_length=0))
    return part.get_payload(decode=True)


def fnv(data):
    value = 0xcbf29ce484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    return f"{value:016x}"


def row(raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    linesep = "\r\n" if b"\r\n" in raw else "\n"
    ids = [one.strip("<>") for one in (mail["Message-ID"] or "").split()]
    references = re.findall(r"<([^>]+)>", mail["References"] or "") + re.findall(r"<([^>]+)>", mail["In-Reply-To"] or "")
    parts = list(leaves(mail))
    def texts(kind):
        said = [decoded(part) for part in parts if is_text(part, kind)]
        return "\n".join(said) if said else None
    attached = [part for part in parts if not is_text(part, "text/plain") and not is_text(part, "text/html")]
    who = {name: people(mail, *fields) for name, fields in [
        ("from", ["From"]), ("to", ["To"]), ("cc", ["Cc"]), ("reply_to", ["Reply-To"])]}
    found = {
        "message_id": ids[0] if ids else None,
        "date": email.utils.parsedate_to_datetime(str(mail["Date"])).isoformat(),
        "from": list(who["from"]), "from_name": list(who["from"].values()),
        "to": list(who["to"]), "to_name": list(who["to"].values()), "cc": list(who["cc"]),
        "reply_to": list(who["reply_to"]), "subject": str(mail["Subject"]),
        "text": texts("text/plain"), "html": texts("text/html"),
        "attachments": [[part.get_filename() or None, part.get_content_type(), len(inner_bytes(part, linesep)),
                         fnv(inner_bytes(part, linesep))]
                        for part in attached],
    }
    return found, ids[0] if ids else None, references, set(who["from"]) | set(who["to"]) | set(who["cc"]) | set(who["reply_to"])


def main():
    folder, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    root = write(folder, count, seed)
    # Copies are the same whatever their lines end with; what is attached keeps the ends of the first.
    rows = [(place, *row(raw), json.dumps(row(raw.replace(b"\r\n", b"\n"))[0])) for place, raw in read_back(root)]
    parents = {}
    for _, _, own, references, _, _ in rows:
        first = next((one for one in references if one != own), None)
        if own and first:
            parents.setdefault(own, first)
    expected = {}
    for asked in ASKED:
        merged = {}
        for place, found, own, references, addresses, key in rows:
            if asked.lower() not in {one.lower() for one in addresses}:
                continue
            root_id = references[0] if references else own
            while root_id in parents:
                root_id = parents[root_id]
            entry = merged.setdefault(key, {**found, "thread": root_id, "folder": []})
            if place not in entry["folder"]:
                entry["folder"].append(place)
        expected[asked] = list(merged.values())
    (Path(folder) / "expected.json").write_text(json.dumps(expected))
    print(len(rows))


main()
