"""axe-core 4.14.1, the accessibility rules of WCAG as a program (github.com/dequelabs/axe-core, MPL-2.0, see LICENSE): for tests only.

`axe.min.js` stands here as the npm package axe-core has it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")


RUN = """sheets => {
  const wanted = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const ours = axe.getRules(wanted).filter(rule => !rule.tags.includes("deprecated"));
  const rules = Object.fromEntries(ours.map(rule => [rule.ruleId, {enabled: true}]));
  return axe.run(document, {resultTypes: ["violations"], preload: sheets, rules}).then(told => told.violations);
}"""
"""By itself axe leaves out the size of targets (2.5.8) and what it calls experimental: each rule of WCAG 2.2 AA is named.
Style sheets, which take it a fifth of its time, are looked at when a page is first."""


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands: "rule: the piece of markup", none where all is well."""
    first = not page.evaluate("'axe' in window")
    if first:
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, first)
    return [f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][-160:]})" for rule in found for node in rule["nodes"]]
