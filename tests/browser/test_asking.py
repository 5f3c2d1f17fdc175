"""Asking the library in a real browser: from the nav to a question, an answer, its sentence in its article; and where nothing answers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.test_paper import CONTRAST, THEMES, WIDTHS

QUESTION = "How many passengers were on the Marit the night she stranded?"
NOBODY = "Who won the chess championship of Brisbane?"
PATHS = ("/ask/", f"/ask/?q={QUESTION}", f"/ask/?q={NOBODY}", "/ask/?q=who", f"/ask/?q={'x' * 2100}", "/story/1/")


def test_from_the_nav_to_an_answer_to_its_sentence(specimen: str, visit: Open) -> None:
    page = visit(specimen, java_script_enabled=False)
    page.get_by_role("navigation").get_by_role("link", name="Ask").click()
    page.get_by_label("Your question").fill(QUESTION)
    page.get_by_role("button", name="Ask").click()
    answer = page.locator(".answers .summary-line").first
    expect(answer).to_contain_text("42 passengers")
    words = answer.locator("[data-say]").inner_text()
    answer.locator(".summary-words .cite").click()
    marked = page.locator("#cited")
    expect(marked).to_be_in_viewport()
    assert re.sub(r"\s+", " ", marked.inner_text()) in re.sub(r"\s+", " ", words)


def test_a_story_is_asked_from_its_page_and_where_it_does_not_answer_all_papers_are(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    page.locator("main a[href^='/story/']").first.click()
    page.get_by_label("Ask this story").fill(NOBODY)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nothing in this story answers this")).to_be_visible()
    page.get_by_role("link", name="Ask all your papers").click()
    expect(page.get_by_role("heading", name="Nothing in the library answers this")).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value(NOBODY)


def test_no_page_scrolls_sideways(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    for path in PATHS:
        page.goto(specimen + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


@pytest.mark.parametrize("theme", THEMES)
def test_all_text_stands_out_from_its_ground_seven_to_one(theme: str, specimen: str, visit: Open) -> None:
    page = visit(specimen, color_scheme=theme)
    for path in PATHS:
        page.goto(specimen + path)
        contrast = page.evaluate(CONTRAST)
        assert {name: ratio for name, ratio in contrast.items() if ratio < 7} == {}, path
