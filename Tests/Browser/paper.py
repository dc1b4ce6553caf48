"""Prints pages to PDF, reads them back with pdftotext, and says which words are not on the paper and what is cut."""

import base64
import os
import subprocess
import tempfile
import unicodedata

from chromium import Chromium, Tab, pages, report

# Everything that a reader could see on the screen, with all that is folded; the labels of narrow rows say it twice.
WORDS = """(() => {
    for (const d of document.querySelectorAll("details")) d.open = true;
    const skip = new Set(["SCRIPT", "STYLE", "TITLE", "DESC"]), words = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        const e = n.parentElement;
        if (skip.has(e.tagName.toUpperCase()) || e.closest(".label, .skip, .contents, caption")) continue;
        words.push(...n.data.split(/\\s+/));
    }
    for (const d of document.querySelectorAll("details")) d.open = false;
    return [...new Set(words)].filter(w => w);
})()"""
CUT = """[...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && !e.closest(".skip, caption, .label"))
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1
        || (getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1 && !e.closest("svg")))
    .map(e => e.tagName + "." + (e.getAttribute("class") || "") + " " + e.textContent.trim().slice(0, 40))"""
# A4 in inches with the browser's own margins, in pixels of a ninety-sixth.
PAPER = {"paperWidth": 8.27, "paperHeight": 11.69, "marginLeft": 0.4, "marginRight": 0.4}
WIDTH = int((8.27 - 0.8) * 96)


def solid(text):
    """Text without what a line's end may add or take."""
    kept = (sign for sign in unicodedata.normalize("NFKC", text) if not sign.isspace())
    return "".join(kept).translate({0x2D: None, 0xAD: None, 0x2010: None, 0x2011: None})


def text_of(pdf):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.pdf")
        with open(path, "wb") as file:
            file.write(pdf)
        return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()


findings = []
with Chromium() as browser:
    tab = Tab(browser)
    for page in pages():
        tab.look(1280)
        tab.open(page)
        words = tab.evaluate(WORDS)
        pdf = base64.b64decode(tab.send("Page.printToPDF", printBackground=False, **PAPER)["data"])
        paper = solid(text_of(pdf))
        tab.look(WIDTH, media="print")
        findings.append({"page": page, "words": len(words), "pages": pdf.count(b"/Type /Page\n"),
                         "missing": [word for word in words if solid(word) not in paper],
                         "cut": tab.evaluate(CUT)})
report(findings)
