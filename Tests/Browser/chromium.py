"""Headless Chromium, driven by the DevTools protocol through a pipe: no port is open and nothing else is needed."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time


class Chromium:
    """One browser process with a profile of its own; both are gone at the end, whatever happens."""

    def __init__(self, *options):
        program = shutil.which("chromium")
        if program is None:
            sys.exit("chromium is not there. hint: run scripts/install-packages test")
        self.profile = tempfile.mkdtemp(prefix="chromium-")
        to_browser, self.writing = os.pipe()
        self.reading, from_browser = os.pipe()
        # As root there is no sandbox to be had; everywhere else it stays.
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []

        def descriptors():
            # The protocol's pipes are the descriptors 3 and 4; copied high first, because they may be one another's.
            high = [os.dup2(to_browser, 103), os.dup2(from_browser, 104)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={self.profile}",
             "--no-first-run", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb", *sandbox, *options, "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            close_fds=False, start_new_session=True, preexec_fn=descriptors)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.buffer = b""
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # The browser leads a group of its own, which holds nothing that this program did not start.
        for end in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, end)
                self.process.wait(timeout=3)
                break
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
        os.close(self.writing)
        os.close(self.reading)
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, session=None, **params):
        """Sends a command and gives its answer; events that come meanwhile are kept."""
        number = self.post(method, session, **params)
        while True:
            message = self.receive(60)
            if message is None:
                raise TimeoutError(method)
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]

    def post(self, method, session=None, **params):
        """Sends a command and waits for nothing."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.writing, data):]
        return self.number

    def receive(self, seconds):
        """The next message, or nothing after some time."""
        until = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reading], [], [], max(0, until - time.monotonic()))
            if not ready:
                return None
            piece = os.read(self.reading, 1 << 20)
            if not piece:
                raise ConnectionError("chromium ended")
            self.buffer += piece
        line, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(line)
        if "method" in message:
            self.events.append(message)
            if message["method"] == "Page.javascriptDialogOpening":
                # A dialog that nobody closes would hold the page for ever.
                self.post("Page.handleJavaScriptDialog", message.get("sessionId"), accept=True)
        return message

    def wait(self, method, seconds=30):
        """Waits for an event since the last page was opened."""
        until = time.monotonic() + seconds
        while not any(event["method"] == method for event in self.events):
            if self.receive(max(0, until - time.monotonic())) is None:
                raise TimeoutError(method)

    def drain(self, seconds):
        """Takes what still comes for a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.receive(max(0, until - time.monotonic()))


class Tab:
    """One page after the other in the same tab."""

    def __init__(self, browser, *domains):
        self.browser = browser
        target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime") + domains:
            self.send(f"{domain}.enable")

    def send(self, method, **params):
        return self.browser.send(method, self.session, **params)

    def look(self, width, dark=False, media="", height=900):
        """Sets the window's width, the colour scheme and the medium."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=False)
        scheme = "dark" if dark else "light"
        self.send("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme},
                            {"name": "prefers-reduced-motion", "value": "reduce"}])

    def open(self, path):
        """Opens a file and waits until it is loaded; gives its address."""
        self.browser.events.clear()
        address = "file://" + os.path.abspath(path)
        self.send("Page.navigate", url=address)
        self.browser.wait("Page.loadEventFired")
        return address

    def evaluate(self, expression, world=None):
        """What an expression of the test's own comes to; the page's policy does not hold it back."""
        context = {"contextId": world} if world else {}
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, **context)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def own_world(self):
        """A world beside the page's own: it sees the same document, and no script of the page sees it."""
        frame = self.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        return self.send("Page.createIsolatedWorld", frameId=frame, worldName="test")["executionContextId"]

    def press(self, key):
        for kind in ("rawKeyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode={"Tab": 9, "Enter": 13}[key])


def pages():
    """The pages that the command line names."""
    return sys.argv[1:]


def report(findings):
    """Hands the findings to the test as JSON."""
    json.dump(findings, sys.stdout)
