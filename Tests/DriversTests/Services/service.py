#!/usr/bin/python3
"""A web service on the loopback that does what good and bad services do; the path says which.

Prints its port. With CERTIFICATE and KEY it speaks TLS. Every request is written to the file LOG: method, path, body.
"""
import base64
import http.server
import json
import os
import socket
import ssl
import sys
import threading
import time
import urllib.parse

LOG, CERTIFICATE, KEY = (sys.argv[1:] + [None, None])[:3]
PEOPLE = [
    {"id": 4217, "email": "ada@example.org", "balance": 1.1, "name": {"first": "Ada"}},
    {"id": 2, "email": "bob@example.org", "balance": None, "name": {"first": "Bob"}},
    {"id": 3, "email": "", "balance": None, "name": {}},
]
LETTERS = {
    4217: [{"n": n, "scan": f"/files/{n}.pdf", "scan_name": f"letter {n}.pdf"} for n in range(7)],
    2: [{"n": 99, "scan": "/files/99.pdf", "scan_name": None}],
}
TOKENS = iter(["stale", "fresh", "fresh"])
tries = {}


class Service(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *ignored):
        pass

    def do_GET(self):
        self.handle_all(b"")

    def do_POST(self):
        self.handle_all(self.rfile.read(int(self.headers["Content-Length"])))

    def handle_all(self, body):
        with open(LOG, "a") as log:
            log.write(json.dumps([self.command, self.path, body.decode("latin-1"), dict(self.headers)]) + "\n")
        url = urllib.parse.urlsplit(self.path)
        self.query = {name: values[-1] for name, values in urllib.parse.parse_qs(url.query, True).items()}
        self.body = body
        parts = url.path.strip("/").split("/")
        handler = getattr(self, "on_" + parts[0].replace("-", "_"), None)
        if handler:
            handler(*[urllib.parse.unquote(part) for part in parts[1:]])
        else:
            self.say({"error": "ada@example.org is not here"}, 404)

    def say(self, value, status=200, **headers):
        self.say_bytes(json.dumps(value).encode(), status, **headers)

    def say_bytes(self, content, status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def found(self, email):
        return [person for person in PEOPLE if email and person["email"] == email.lower()]

    # What a good service does.

    def on_(self):
        self.say({"error": "nothing here"}, 404)

    def on_people(self):
        self.say({"data": {"items": self.found(self.query.get("email", ""))}})

    def on_people_by_form(self):
        form = urllib.parse.parse_qs(self.body.decode())
        self.say(self.found(form["email"][0]))

    def on_people_by_json(self):
        asked = json.loads(self.body)
        self.say(self.found(asked["where"]["email"]) if asked["limit"] == 10 else [])

    def on_person(self, number):
        people = [person for person in PEOPLE if str(person["id"]) == number]
        self.say(people[0] if people else {"error": "none"}, 200 if people else 404)

    def on_letters(self, number):
        letters = LETTERS.get(int(number) if number.isdigit() else 0, [])
        self.say({"customer": int(number) if number.isdigit() else 0, "letters": letters})

    def on_files(self, name):
        self.say_bytes(b"%PDF-" + name.encode() * 20_000)

    # Pages of three, in each of the ways.

    def on_pages(self, way, email="ada@example.org"):
        everything = [{"email": email, "n": n} for n in range(7)]
        number = int(self.query.get("page", self.query.get("offset", self.query.get("cursor", "0"))))
        start = {"page": (number - 1) * 3, "zero": number * 3, "after": int(self.query.get("after", "-1")) + 1}.get(way, number)
        items = everything[start : start + 3]
        more = start + 3 < len(everything)
        base = f"/pages/{way}/{email}"
        page = {"items": items, "has_more": more, "meta": {"next": str(start + 3) if more else None}}
        headers = {}
        if way == "link":
            headers["Link"] = f'<{base}?cursor=0>; title="one, <two>"; rel="first", <{base}?cursor={start + 3}>; rel=next' if more else f'<{base}>; rel="first"'
        if way == "url":
            page["next"] = f"{base}?cursor={start + 3}" if more else None
        self.say(page, **headers)

    # Pages that are asked for in what is posted.

    def on_posted(self, way):
        asked = json.loads(self.body)
        start = {
            "cursor": lambda: int(asked.get("after", "0")), "page": lambda: (asked["page"] - 1) * 3,
            "offset": lambda: asked["paging"]["offset"], "after": lambda: asked.get("after", -1) + 1,
        }[way]()
        everything = [{"email": asked["email"], "n": n} for n in range(7)]
        more = start + 3 < len(everything)
        self.say({"items": everything[start : start + 3], "has_more": more, "meta": {"next": str(start + 3) if more else None}})

    def on_posted_ignored(self):
        self.say({"items": [{"email": "ada@example.org", "n": 1}], "meta": {"next": "1"}})

    # What says nothing of whom it was asked about.

    def on_customers(self, number, what="notes"):
        if what == "moved":
            return self.say({}, 302, Location="/customers/2/notes")
        notes = [{"text": f"note of {number}"}] if number in ("4217", "2") else []
        page = {"notes": notes, "next": f"/customers/{self.query['then']}/notes" if "then" in self.query else None}
        self.say(page)

    # People with several addresses, and keys that come and go.

    def on_contacts(self):
        contacts = [
            {"id": 1, "emails": [{"address": "Ada@example.org", "main": True}, {"address": "a@example.org"}, None, {}]},
            {"id": 2, "emails": [{"address": "bob@example.org"}], "new": {"a": [1.5, None], "b": {"c": "d"}}, "old": None},
            {"id": 3, "emails": []}, {"id": 4, "emails": None}, {"id": 5},
        ]
        wanted = self.query["email"].lower()
        self.say([one for one in contacts if any((entry or {}).get("address", "").lower() == wanted
                                                 for entry in one.get("emails") or [])])


    def on_times(self):
        self.say([{"email": self.query["email"], "seconds": 1704103200, "millis": -1, "text": "1704103200", "none": None,
                   "odd": 1704103200.5}])

    def on_same_page(self):
        self.say({"items": [{"email": "ada@example.org", "n": 1}]})

    def on_same_cursor(self):
        number = tries["same"] = tries.get("same", 0) + 1
        self.say({"items": [{"email": "ada@example.org", "n": number}], "meta": {"next": "again"}})

    def on_next_elsewhere(self):
        self.say({"items": [{"email": "ada@example.org", "n": 1}], "next": "https://example.org/items?email=ada"})

    def on_endless(self):
        number = int(self.query.get("page", "1"))
        self.say({"items": [{"email": "ada@example.org", "n": number}]})

    # Who asks.

    def on_guarded(self, way):
        told = {
            "bearer": self.headers.get("Authorization") == "Bearer hush-4711",
            "basic": self.headers.get("Authorization") == "Basic " + base64.b64encode(b"user:hush-4711").decode(),
            "alone": self.headers.get("Authorization") == "Basic " + base64.b64encode(b"hush-4711:").decode(),
            "header": self.headers.get("X-Api-Key") == "hush-4711",
            "oauth2": self.headers.get("Authorization") == "Bearer fresh",
        }[way]
        self.say(self.found(self.query["email"]) if told else {"error": "hush-4711"}, 200 if told else 401)

    def on_token(self):
        login = "Basic " + base64.b64encode(b"client:hush-4711").decode()
        form = urllib.parse.parse_qs(self.body.decode())
        right = self.headers["Authorization"] == login and form == {
            "grant_type": ["client_credentials"], "scope": ["read all"],
        }
        self.say({"access_token": next(TOKENS), "token_type": "bearer"} if right else {}, 200 if right else 401)

    # What a bad service does.

    def on_busy(self, seconds, times, status="429"):
        count = tries[self.path] = tries.get(self.path, 0) + 1
        if count <= int(times):
            headers = {} if seconds == "never" else {"Retry_After": seconds}
            self.say({"error": "busy"}, int(status), **headers)
        else:
            self.say([{"email": "ada@example.org", "n": count}])

    def on_status(self, status):
        self.say({"error": "ada@example.org"}, int(status))

    def on_redirect(self, where):
        target = {
            "here": "/people?email=ada%40example.org", "elsewhere": "http://127.0.0.1:9/people",
            "host": "https://example.org/", "circle": "/redirect/circle", "file": "file:///etc/passwd",
        }[where]
        self.say({}, 302, Location=target)

    def on_no_list(self):
        self.say({"error": "ada@example.org may not be looked for"})

    def on_null_list(self):
        self.say({"items": None})

    def on_html(self):
        self.say_bytes(b"<html>Log in</html>")

    def on_deep(self):
        self.say_bytes(b'[{"email":"ada@example.org","n":' + b"[" * 10_000 + b"]" * 10_000 + b"}]")

    def on_huge(self):
        self.send_response(200)
        self.send_header("Content-Length", str(2**30))
        self.end_headers()
        try:
            for _ in range(2**10):
                self.wfile.write(b"[" + b" " * (2**20 - 1))
        except OSError:
            self.close_connection = True

    def on_cut(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'[{"email":"ada@example.org","n":1}')
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def on_hang(self):
        time.sleep(600)

    def on_stranger(self):
        self.say(PEOPLE[:2])

    def on_undeclared(self):
        self.say([{"email": "ada@example.org", "n": 1, "salary": 2}])

    def on_file_elsewhere(self):
        self.say([{"email": "ada@example.org", "n": 1, "scan": "https://example.org/scan.pdf"}])

    def on_file_missing(self):
        self.say([{"email": "ada@example.org", "n": 1, "scan": "/status/500"}])


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.daemon_threads = True
    if CERTIFICATE:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE, KEY)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print(server.server_port, flush=True)
    # It ends with whoever started it, whose end of the pipe is closed then.


    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


main()
