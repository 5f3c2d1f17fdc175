"""What holds for every page, whatever stands on it: it fits, its words stand out, its markup is sound, axe finds nothing.

    assert not (wrong := faults_of(page, [f"{address}/", f"{address}/search/"])), wrong

Each page is asked for once, and then looked at narrow and wide, light and dark, with all that opens open. By axe, which takes most of the
time, the pages are looked at once, as tests/browser/test_every_page.py has them; odd words on them are a matter of the other questions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from tests.browser.axe import faults

if TYPE_CHECKING:
    from playwright.sync_api import Page

Theme = Literal["light", "dark"]

WIDTHS = (320, 390, 820, 1440)
THEMES: tuple[Theme, ...] = ("light", "dark")
BY_AXE: dict[int, Theme] = {390: "dark", 1440: "light"}
"""How axe looks at a page."""
LEAST = 7
"""To one: the contrast of words with their ground (WCAG 2.2, 1.4.6)."""

OPEN = "document.querySelectorAll('details').forEach(each => each.open = true)"
CONTRAST = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const under = element => {
    for (let each = element; each; each = each.parentElement) {
      const ground = numbers(getComputedStyle(each).backgroundColor);
      if (ground.length < 4 || ground[3] > 0) return ground;
    }
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = {};
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim()) continue;
    const [one, other] = [light(numbers(getComputedStyle(element).color)), light(under(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const name = element.tagName + "." + element.className;
    found[name] = Math.min(found[name] ?? 99, ratio);
  }
  return found;
}"""
MARKUP = """() => {
  const wrong = [], all = selector => [...document.querySelectorAll(selector)], told = each => each.outerHTML.slice(0, 160);
  const headings = all("h1").length, ids = all("[id]").map(each => each.id);
  if (headings !== 1) wrong.push(`${headings} headings of the first level`);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach(id => wrong.push(`two things have the id ${id}`));
  all("input:not([type=hidden]), textarea, select").filter(each => !each.labels.length)
    .forEach(each => wrong.push(`a field without a name: ${told(each)}`));
  all("svg").filter(each => !each.closest("[aria-hidden=true]") && !each.querySelector("title")?.textContent.trim())
    .forEach(each => wrong.push(`a drawing without words: ${told(each)}`));
  return wrong;
}"""


def faults_of(page: Page, addresses: Iterable[str], axe: bool = False) -> str:
    """What is wrong with each of the pages, by axe too if that is said, as JSON to read; empty where all is well."""
    told = {}
    for address in addresses:
        page.goto(address)
        if wrong := faults_as_it_stands(page, axe):
            told[address] = wrong
    return json.dumps(told, indent=1, ensure_ascii=False) if told else ""


def faults_as_it_stands(page: Page, axe: bool) -> list[str]:
    """What is wrong with the page that is open."""
    page.emulate_media(reduced_motion="reduce")  # nothing is seen on its way from one colour to another
    page.evaluate(OPEN)
    found: list[str] = page.evaluate(MARKUP)
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        contrast: dict[str, float] = page.evaluate(CONTRAST)
        found += [f"{name} stands out {ratio:.1f} to 1 in {theme}" for name, ratio in contrast.items() if ratio < LEAST]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append(f"it scrolls sideways: {needed} px at {width}")
        if axe and width in BY_AXE:
            page.emulate_media(color_scheme=BY_AXE[width])
            found += [f"{fault}, {width} px, {BY_AXE[width]}" for fault in faults(page)]
    return found
