"""Tab through pages. Prints for each what the keyboard reached, in order, and what it should have reached."""

from chromium import Chromium, Tab, pages, report

EXPECTED = """[...document.querySelectorAll("a[href], summary, [tabindex]")]
    .filter(e => e.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}))
    .map(e => place(e))"""
PLACE = """function place(e) {
    const all = [...document.querySelectorAll("*")];
    return all.indexOf(e);
}"""
FOCUS = """(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    return {place: place(e), text: e.textContent.trim().slice(0, 40), outline: parseFloat(style.outlineWidth),
            outlined: style.outlineStyle !== "none", inView: box.bottom > 0 && box.top < innerHeight && box.left >= 0};
})()"""

findings = []
with Chromium() as browser:
    tab = Tab(browser)
    for page in pages():
        tab.look(1280)
        tab.open(page)
        tab.evaluate(PLACE)
        expected = tab.evaluate(EXPECTED)
        reached = []
        for _ in range(len(expected) + 1):
            tab.press("Tab")
            focus = tab.evaluate(FOCUS)
            if focus is None or focus["place"] in [one["place"] for one in reached]:
                break
            reached.append(focus)
        # The skip link leads past the head; a summary opens by Enter.
        tab.evaluate("document.querySelector('.skip').focus()")
        tab.press("Enter")
        skipped = tab.evaluate("location.hash")
        folded = tab.evaluate("(() => { const s = document.querySelector('summary'); if (!s) return null; s.focus();"
                              "return s.parentNode.open })()")
        opened = None
        if folded is not None:
            tab.send("Input.dispatchKeyEvent", type="keyDown", key="Enter", code="Enter", text="\r",
                     windowsVirtualKeyCode=13)
            tab.send("Input.dispatchKeyEvent", type="keyUp", key="Enter", code="Enter", windowsVirtualKeyCode=13)
            opened = tab.evaluate("document.querySelector('summary').parentNode.open")
        findings.append({
            "page": page, "expected": expected, "reached": [one["place"] for one in reached],
            "unseen": [one["text"] for one in reached
                       if not (one["outlined"] and one["outline"] >= 2 and one["inView"])],
            "first": reached[0]["text"] if reached else "", "skipped": skipped, "opened": opened,
            "positive": tab.evaluate("[...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).length"),
        })
report(findings)
