"""Who said what in a real browser: beside an article, and on the pages of speakers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.looking import faults_of
from tests.browser.running import run, served

PATHS = ("/article/1/", "/speakers/", "/speakers/?q=ida", "/speakers/1/", "/speakers/5/", "/speakers/1/?act=warn", "/speakers/1/split/",
         "/speakers/1/merge/", "/speakers/1/merge/?with=5", "/style/")


@pytest.fixture(scope="module")
def spoken(begun_library: Callable[[str], Path]) -> Iterator[str]:
    folder = begun_library("spoken")
    run(folder, "-m", "tests.browser.invented_speakers")
    with served(folder, "--no-fetch") as address:
        yield address


def test_nothing_is_wrong_with_any_page(spoken: str, visit: Open) -> None:
    assert not (wrong := faults_of(visit(spoken), (spoken + path for path in PATHS))), wrong


def test_from_a_speaker_to_the_sentence_and_to_who_said_it(spoken: str, visit: Open) -> None:
    page = visit(f"{spoken}/speakers/1/", java_script_enabled=False)
    page.locator(".told .words a").first.click()
    ground = page.locator(".said:target").locator("xpath=..")
    assert ground.get_attribute("class") == "sentence"
    assert "harbour board" in ground.inner_text()
    assert ground.evaluate("each => getComputedStyle(each).backgroundColor") not in ("rgba(0, 0, 0, 0)", "transparent")
    page.locator(".said:target").click()
    statement = page.locator(".statement:target")
    expect(statement).to_be_visible()
    assert "harbour board" in statement.inner_text()


def test_the_marks_are_quiet_until_they_are_met(spoken: str, visit: Open) -> None:
    page = visit(f"{spoken}/article/1/")
    mark = page.locator(".said").first
    thickness = "each => getComputedStyle(each).textDecorationThickness"
    assert mark.evaluate(thickness) == "1px"
    mark.hover()
    assert mark.evaluate(thickness) == "2px"
    colour = "each => getComputedStyle(each).color"
    assert mark.evaluate(colour) == page.locator(".text p").first.evaluate(colour)


def test_what_is_said_stands_beside_the_text_and_below_it_on_a_phone(spoken: str, visit: Open) -> None:
    page = visit(f"{spoken}/article/1/")
    for width, beside in ((1440, True), (820, False), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        text, saying = page.locator(".text").bounding_box(), page.locator(".saying").bounding_box()
        assert text
        assert saying
        assert (saying["x"] > text["x"] + text["width"]) == beside
        assert (saying["y"] > text["y"] + text["height"]) != beside


def test_statements_can_be_sought_without_javascript(spoken: str, visit: Open) -> None:
    page = visit(f"{spoken}/speakers/1/", java_script_enabled=False)
    assert page.locator(".statement").count() == 6
    page.get_by_label("Words").fill("number 2")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".statement")).to_have_count(1)
    page.get_by_role("link", name="All of them").click()
    expect(page.locator(".statement")).to_have_count(6)


def test_the_owner_merges_two_and_takes_them_apart(spoken: str, visit: Open) -> None:
    page = visit(f"{spoken}/speakers/2/", java_script_enabled=False)
    page.get_by_role("link", name="This is the same as another").click()
    page.get_by_label("Name").fill("Lund")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Pia Lund").click()
    page.get_by_role("button", name="Merge them").click()
    expect(page.get_by_role("status")).to_contain_text("They are one speaker now")
    expect(page.locator(".statement")).to_have_count(6)
    page.get_by_role("button", name="Take them apart").click()
    expect(page.get_by_role("status")).to_have_text("They are two speakers again.")
