"""axe-core over pages: on a phone and a desk, light and dark. Prints what is serious or critical."""

import importlib.util
import pathlib

from chromium import Chromium, Tab, pages, report

RUN = """axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"]
}).then(r => ({checked: r.passes.length, found: r.violations.map(v => ({
    rule: v.id, impact: v.impact, nodes: v.nodes.length, first: v.nodes[0].target.join(" "),
    why: v.nodes[0].failureSummary}))}))"""


def axe():
    """The library's text, out of the package that carries it; its Python part is not loaded."""
    package = importlib.util.find_spec("axe_playwright_python")
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
                result = tab.evaluate(RUN, world)
                findings.append({"page": page, "width": width, "dark": dark, "checked": result["checked"],
                                 "found": result["found"]})
report(findings)
