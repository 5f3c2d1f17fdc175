"""Asking the library in a real browser: from the nav to a question, an answer, its sentence in its article; and where nothing answers."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Open

QUESTION = "How many passengers were on the Marit the night she stranded?"
NOBODY = "Who won the chess championship of Brisbane?"


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
