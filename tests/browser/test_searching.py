"""Searching in a real browser: from the masthead to a result, its line in its article, a search that is kept; without scripts too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_masthead_to_a_line_in_its_article(specimen: str, visit: Open, scripts: bool) -> None:
    page = visit(specimen, java_script_enabled=scripts)
    page.get_by_label("Search the paper").fill("ferries harbour")
    page.get_by_label("Search the paper").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Search")).to_be_visible()
    line = page.locator(".result-words .result-line").first
    words = line.inner_text()
    expect(line.locator("mark").first).to_be_visible()
    page.locator(".result .line-headline").first.click()
    marked = page.locator("#cited")
    expect(marked).to_be_in_viewport()
    assert re.sub(r"\s+", " ", marked.inner_text())[:60] in re.sub(r"\s+", " ", words)


def test_a_search_is_kept_removed_and_put_back_without_scripts(specimen: str, visit: Open) -> None:
    page = visit(f"{specimen}/search/?q=tug", java_script_enabled=False)
    page.get_by_label("Keep this search").fill("Tugs")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status").filter(has_text="It is kept.")).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="Searches").click()
    expect(page.get_by_role("heading", level=1, name="Your searches")).to_be_visible()
    page.get_by_text("Rename: Tugs").click()
    page.get_by_label("Its new name").fill("Boats")
    page.get_by_role("button", name="Rename it").click()
    page.get_by_role("button", name=re.compile("Remove ?: Boats")).click()
    expect(page.get_by_role("heading", name="You keep no search yet")).to_be_visible()
    page.get_by_role("button", name=re.compile("Put it back ?: Boats")).click()
    page.get_by_role("link", name="Boats", exact=True).click()
    expect(page.get_by_label("What you look for")).to_have_value("tug")
    page.goto(f"{specimen}/search/saved/")
    page.get_by_role("button", name=re.compile("Remove ?: Boats")).click()


def test_an_example_is_one_click_away(specimen: str, visit: Open) -> None:
    page = visit(f"{specimen}/search/")
    page.get_by_role("link", name='"ran aground"').click()
    expect(page.locator("mark.found").first).to_have_text(re.compile("ran aground", re.IGNORECASE))
