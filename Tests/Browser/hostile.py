"""Opens pages that hold hostile texts and writes down whatever happens that a page of text does not do.

Each argument is one page. The name attacker.example leads to a listener of this program, so that what a page sends there
arrives; no other name leads anywhere, and a page that asks for one is told of by the protocol.
"""

import socket
import threading

from chromium import Chromium, Tab, pages, report

STRUCTURE = """[...document.querySelectorAll("*")].map(
    e => e.tagName + "[" + e.getAttributeNames().sort().join(" ") + "]").join("\\n")"""
LIVE = """[...document.querySelectorAll("*")].flatMap(e => [...e.attributes].filter(
    a => /^on/i.test(a.name) || ["style", "src", "srcset", "action", "formaction", "background", "srcdoc"].includes(a.name)
        || (/href$/i.test(a.name) && !/^(#|data\\/|csv\\/|files\\/|https:\\/\\/[a-z0-9.-]+([\\/?#][^\\s"'<>]*)?$)/.test(a.value))
    ).map(a => e.tagName + " " + a.name + "=" + a.value.slice(0, 60)))"""
# Whatever waits for somebody to move, click or type gets its event.
PROVOKE = """for (const e of document.querySelectorAll("*"))
    for (const kind of ["mouseover", "mouseenter", "focus", "focusin", "pointerdown", "load", "error", "toggle",
                        "animationstart", "transitionend", "wheel", "copy", "beforeinput", "begin", "cuechange"])
        e.dispatchEvent(new Event(kind, {bubbles: true}))"""


class Listener:
    """Counts who knocks at a port of the loopback."""

    def __init__(self):
        self.knocks = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            connection, _ = self.socket.accept()
            with connection:
                connection.settimeout(1)
                try:
                    self.knocks.append(connection.recv(200).decode("latin-1").split("\r\n")[0])
                except TimeoutError:
                    self.knocks.append("")


def happened(browser, address):
    """What the protocol told since the page was opened, by kind."""
    told = {"scripts": [], "requests": [], "navigations": [], "blocked": []}
    for event in browser.events:
        method, params = event["method"], event["params"]
        if method == "Page.javascriptDialogOpening":
            told["scripts"].append("dialog " + params["message"])
        elif method == "Runtime.consoleAPICalled":
            told["scripts"].append("console")
        elif method == "Runtime.bindingCalled":
            told["scripts"].append("called " + params["name"])
        elif method == "Runtime.exceptionThrown":
            told["scripts"].append("exception")
        elif method == "Network.requestWillBeSent" and params["request"]["url"].split("#")[0] != address:
            told["requests"].append(params["request"]["url"][:80])
        elif method in ("Page.frameRequestedNavigation", "Page.frameScheduledNavigation"):
            told["navigations"].append(params["url"][:80])
        elif method == "Page.frameNavigated" and params["frame"]["url"].split("#")[0] not in (address, "about:blank"):
            told["navigations"].append(params["frame"]["url"][:80])
        elif method == "Page.frameAttached":
            told["navigations"].append("frame")
        elif method == "Page.windowOpen" or method == "Page.downloadWillBegin":
            told["navigations"].append(method)
        elif method == "Audits.issueAdded":
            issue = params["issue"]
            if issue["code"] == "ContentSecurityPolicyIssue":
                details = issue["details"]["contentSecurityPolicyIssueDetails"]
                told["blocked"].append(details["violatedDirective"])
    return told


listener = Listener()
findings = []
rules = f"MAP attacker.example 127.0.0.1:{listener.port}, MAP * ~NOTFOUND"
with Chromium(f"--host-resolver-rules={rules}") as browser:
    tab = Tab(browser, "Network", "Log", "Audits")
    tab.send("Runtime.addBinding", name="ran")
    tab.look(1280)
    for page in pages():
        before = len(listener.knocks)
        address = tab.open(page)
        structure, live, left = "", [], []
        try:
            world = tab.own_world()
            structure = tab.evaluate(STRUCTURE, world)
            live = tab.evaluate(LIVE, world)
            tab.evaluate(PROVOKE, world)
            # An answer after the next frame: what the page began until then has been told.
            tab.evaluate("new Promise(r => requestAnimationFrame(() => setTimeout(r)))", world)
            if tab.evaluate("typeof marked") != "undefined":
                left.append("marker")
        except RuntimeError as gone:
            # Only a page that went elsewhere takes its document away under the test.
            left.append(str(gone))
        finding = happened(browser, address)
        finding["scripts"] += left
        finding.update(page=page, structure=structure, live=live, knocks=listener.knocks[before:])
        findings.append(finding)
    browser.drain(0.3)
report({"pages": findings, "knocks": listener.knocks})
