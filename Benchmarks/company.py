"""A sample company to measure whole exports on."""
import json
import re
import zipfile
from pathlib import Path

from measuring import measure

PERSON = "ada.jansen@example.org"
CODE = re.compile(r"^([0-9A-Z]{4}-[0-9A-Z]{4})\r?$", re.MULTILINE)


class Company:
    """A sample company with so many chat messages, in a folder of its own."""

    def __init__(self, inzage, folder, messages):
        self.inzage, self.folder = inzage, Path(folder) / str(messages)
        self.run("demo", str(self.folder), "--chat-messages", str(messages))
        # The mail is measured too, however large.
        self.set("mail_limit: 15 MB", "mail_limit: 1000 MB")

    def set(self, old, new):
        """Changes a line of the settings."""
        settings = self.folder / "controller.yaml"
        text = settings.read_text()
        assert old in text, old
        settings.write_text(text.replace(old, new))

    def run(self, *arguments, given="", ends=0):
        """Runs a command on the company."""
        environment = {"INZAGE_CONTROLLER": str(self.folder), "INZAGE_OPERATOR": "bench"}
        return measure([self.inzage, *arguments], given=given, ends=ends, environment=environment)

    def request(self, email):
        """Opens a request and gives its id."""
        opened = self.run("request", "open", "--right", "access", "--email", "-", given=email + "\n")
        return opened.printed.strip()

    def verified(self):
        """A request whose identity is proven."""
        request = self.request(PERSON)
        self.run("export", request, ends=4)
        mail = next((self.folder / "outbox").glob(f"{request}-*-code-*.eml"))
        self.run("verify", request, "--code", "-", given=CODE.search(mail.read_bytes().decode()).group(1) + "\n")
        return request

    def export(self):
        """One export: its records, the bytes of its package, and what it took."""
        measured = self.run("export", self.verified(), "--json")
        answer = json.loads(measured.printed)
        with zipfile.ZipFile(answer["archive"]) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        return sum(line["records"] for line in answer["ledger"]), size, measured
