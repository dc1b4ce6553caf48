#!/usr/bin/python3
"""A service on the loopback that gives the answers of a file. Prints its port.

FILE is an object: `headers`, which each request must have (else 401 or 400), and `answers`, of which the first that
fits is given: `request` is a method and an address (decoded; `*` stands for anything, and a query for the pairs in any
order), `body` what is posted, `answer` the JSON that comes back, `status` and `headers` where they are no plain 200.
With `once` that answer comes the first time, such as a 429. `{base}` in an answer is the service's own address.
"""
import http.server
import json
import os
import re
import sys
import threading
import urllib.parse

with open(sys.argv[1]) as file:
    PLAN = json.load(file)
said = set()
lock = threading.Lock()


def fits(pattern, text):
    return re.fullmatch(".*".join(re.escape(part) for part in pattern.split("*")), text, re.DOTALL) is not None


def pairs(query):
    return sorted(urllib.parse.parse_qsl(query, keep_blank_values=True))


def is_asked(entry, method, url, body):
    wanted_method, _, wanted = entry["request"].partition(" ")
    path, _, query = wanted.partition("?")
    if method != wanted_method or not fits(path, urllib.parse.unquote(url.path)):
        return False
    if query != "*":
        wanted_pairs = sorted(tuple(pair.partition("=")[::2]) for pair in query.split("&")) if query else []
        asked = pairs(url.query)
        if len(asked) != len(wanted_pairs):
            return False
        if not all(w[0] == a[0] and fits(w[1], a[1]) for w, a in zip(wanted_pairs, asked)):
            return False
    return "body" not in entry or entry["body"] == body


class Service(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *ignored):
        pass

    def do_GET(self):
        self.answer(None)

    def do_POST(self):
        self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def answer(self, body):
        url = urllib.parse.urlsplit(self.path)
        if url.path.strip("/") in ("", PLAN.get("root", "")):
            return self.say({}, 404)
        for name, value in PLAN.get("headers", {}).items():
            if self.headers.get(name) != value:
                return self.say({"error": "who are you"}, 401 if name in PLAN["secret_headers"] else 400)
        for number, entry in enumerate(PLAN["answers"]):
            if is_asked(entry, self.command, url, body):
                return self.say_entry(number, entry)
        self.say({"error": "no such thing"}, 404)

    def say_entry(self, number, entry):
        with lock:
            is_first = number not in said
            said.add(number)
        told = entry["once"] if is_first and "once" in entry else entry
        self.say(told.get("answer", {}), told.get("status", 200), told.get("headers", {}))

    def say(self, value, status, headers={}):
        base = f"http://127.0.0.1:{self.server.server_port}"
        content = json.dumps(value).replace("{base}", base).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        for name, text in headers.items():
            self.send_header(name, text.replace("{base}", base))
        self.end_headers()
        self.wfile.write(content)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
server.daemon_threads = True
print(server.server_port, flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
# It ends with whoever started it, whose end of the pipe is closed then.
sys.stdin.read()
os._exit(0)
