"""axe-core over pages: on a phone and a desk, light and dark. Prints all that it finds, however serious."""

import importlib.util
import json
import pathlib
import sys

from chromium import Chromium, Tab, pages, report

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Contrast is most of the work, and depends on nothing but the style sheet: of the texts that stand under the same tags
# and classes, one tells for all.
RUN = """(async () => {
    const chain = e => e ? chain(e.parentElement) + ">" + e.tagName + "." + (e.getAttribute("class") || "") : "";
    const texts = new Map();
    for (const e of document.body.querySelectorAll("*"))
        if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) texts.set(chain(e), e);
    const settings = {resultTypes: ["violations"]};
    const results = [await axe.run({include: [...texts.values()]},
        {...settings, runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}})];
    if (%s) results.push(await axe.run(document,
        {...settings, runOnly: {type: "tag", values: %s}, rules: {"color-contrast": {enabled: false}}}));
    // axe leaves text in a picture to people: its contrast with the square behind it is worked out here.
    const parts = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
    const light = rgb => rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const faint = [...document.querySelectorAll(".chart .value")].filter(text => {
        const square = getComputedStyle(text.previousElementSibling), alpha = Number(square.fillOpacity);
        const paper = parts(getComputedStyle(text.ownerSVGElement).backgroundColor);
        const behind = parts(square.fill).map((v, i) => v * alpha + paper[i] * (1 - alpha));
        const [low, high] = [light(behind), light(parts(getComputedStyle(text).fill))].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05) < 4.5;
    });
    if (faint.length) results.push({passes: [], violations: [{id: "chart-contrast", impact: "serious",
        nodes: faint.map(e => ({target: [".chart"], failureSummary: "faint: " + e.textContent}))}]});
    return {texts: texts.size, checked: results.reduce((n, r) => n + r.passes.length, 0),
        found: results.flatMap(r => r.violations).map(v => ({rule: v.id, impact: v.impact, nodes: v.nodes.length,
            first: v.nodes[0].target.join(" "), why: v.nodes[0].failureSummary}))};
})()"""


def axe():
    """The library's text, out of the package that carries it; its Python part is not loaded."""
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None:
        sys.exit("axe-core is not there. hint: run scripts/install-packages test")
    return (pathlib.Path(package.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


findings = []
with Chromium() as browser:
    tab = Tab(browser)
    library = axe()
    for page in pages():
        tab.look(1280)
        tab.open(page)
        # Evaluated by the protocol in a world beside the page, so that its policy stays in force.
        world = tab.own_world()
        tab.evaluate(library + "\n;0", world)
        for width in (390, 1280):
            for dark in (False, True):
                tab.look(width, dark)
                # What is folded is looked at too.
                tab.evaluate("for (const d of document.querySelectorAll('details')) d.open = true", world)
                # The dark scheme changes colours; the rest would be the same work again.
                result = tab.evaluate(RUN % (json.dumps(not dark), json.dumps(TAGS)), world)
                findings.append({"page": page, "width": width, "dark": dark, **result})
report(findings)
