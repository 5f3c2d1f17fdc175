"""axe-core 4.14.1, the accessibility rules of WCAG as a program (github.com/dequelabs/axe-core, MPL-2.0, see LICENSE): for tests only.

`axe.min.js` stands here as the npm package axe-core has it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands: "rule: the piece of markup", none where all is well."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(told => told.violations)")
    return [f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][-160:]})" for rule in found for node in rule["nodes"]]
