"""Stories in a real browser: on the front page, on their own, and what a copy changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, expect

from tests.browser.conftest import Open
from tests.browser.invented_stories import ARABIC
from tests.browser.looking import faults_of
from tests.browser.running import run, served

WIRE, UPDATES, ODD = 1, 2, 3
PATHS = (
    "/", f"/story/{WIRE}/", f"/story/{UPDATES}/", f"/story/{ODD}/", "/article/1/", "/article/3/", "/article/1/difference/2/",
    f"/story/{WIRE}/merge/", f"/story/{WIRE}/merge/?with={ODD}", f"/story/{ODD}/sort/", f"/story/{WIRE}/move/?article=1",
    f"/story/{WIRE}/split/?article=1", "/style/",
)


@pytest.fixture(scope="module")
def storied(begun_library: Callable[[str], Path]) -> Iterator[str]:
    folder = begun_library("storied")
    run(folder, "-m", "tests.browser.invented_stories")
    with served(folder, "--no-fetch") as address:
        yield address


def test_nothing_is_wrong_with_any_page(storied: str, visit: Open) -> None:
    assert not (wrong := faults_of(visit(storied), (storied + path for path in PATHS))), wrong


def test_from_the_front_page_to_a_story_to_a_difference_and_back(storied: str, visit: Open) -> None:
    page = visit(storied, java_script_enabled=False)
    block = page.locator("article.block, .line").filter(has_text="Ferry Marit off the sandbank").first
    expect(block).to_contain_text("2 independent reports in 42 papers")
    block.get_by_role("link", name="Ferry Marit off the sandbank").click()
    expect(page.locator("h1")).to_have_text("Ferry Marit off the sandbank")
    expect(page.locator(".coverage")).to_contain_text("carried by 40 papers")
    page.locator(".carried a").first.click()
    expect(page.locator("h1")).to_contain_text("Northwire’s text")
    assert page.locator("ins, del").count() > 0
    page.get_by_role("link", name="The story").click()
    expect(page.locator("h1")).to_have_text("Ferry Marit off the sandbank")
    page.get_by_text("Who carries it").click()
    page.locator(".carriers a.line-headline").first.click()
    expect(page.locator(".article-names")).to_contain_text("Northwire, carried by 40 papers")
    page.locator(".belongs").get_by_role("link", name="Ferry Marit off the sandbank").click()
    expect(page.locator("h1")).to_have_text("Ferry Marit off the sandbank")


def test_the_bar_has_words_and_names_that_do_not_meet(storied: str, visit: Open) -> None:
    page = visit(storied)
    bar = page.get_by_role("img", name="Who reported when")
    expect(bar).to_have_count(1)
    for width, names in ((1440, ".bar-wide text"), (390, ".bar-narrow text")):
        page.set_viewport_size({"width": width, "height": 900})
        boxes = [box for each in page.locator(f"{names}, .bar-time").all() if (box := each.bounding_box())]
        assert len(boxes) >= 3
        for one in boxes:
            assert -1 <= one["x"] <= one["x"] + one["width"] <= width + 1
            assert not [other for other in boxes if other is not one and _meet(one, other)]


def test_how_a_story_spread_is_told_in_words_on_each_line_and_stays_on_the_page(storied: str, visit: Open) -> None:
    page = visit(f"{storied}/story/{UPDATES}/")
    lines = page.locator(".spread tbody tr")
    assert lines.count() >= 3
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for line in lines.all():
            assert re.search(r"\d:\d\d", line.get_by_role("img").locator("> title").text_content() or "")
            name, words = line.locator("th").bounding_box(), line.locator(".spread-words").bounding_box()
            assert name
            assert words
            assert not _meet(name, words)
            assert words["x"] + words["width"] <= width


def test_why_a_story_stands_where_it_does_is_told_to_the_keyboard_too(storied: str, visit: Open) -> None:
    page = visit(storied, java_script_enabled=False)
    why = page.locator(".block--lead .why")
    summary = why.locator("summary")
    page.locator(".block--lead .headline a").focus()
    assert why.evaluate("each => getComputedStyle(each).opacity") == "1"
    summary.focus()
    page.keyboard.press("Enter")
    expect(why.locator("p")).to_be_visible()
    expect(why.locator("p")).to_contain_text("independent report")


def test_a_line_beside_a_text_from_right_to_left_begins_at_the_right(storied: str, visit: Open) -> None:
    page = visit(f"{storied}/story/{ODD}/")
    page.locator(".coverage").get_by_role("link", name=ARABIC).click()
    edges = "all => all.map(each => Math.round(each.getBoundingClientRect().right))"
    page.set_viewport_size({"width": 390, "height": 900})
    line, (first, second, *_) = page.locator(".article-names .bits").first, page.locator(".article-names .bit").evaluate_all(edges)
    assert first > second
    assert first > line.evaluate_all(edges)[0] - 2  # what is before it is cut off with the edge


def test_what_was_cut_and_added_is_told_without_colour(storied: str, visit: Open) -> None:
    page = visit(f"{storied}/article/1/difference/2/")
    line = "each => getComputedStyle(each).textDecorationLine"
    assert page.locator(".difference ins").first.evaluate(line) == "underline"
    page.goto(f"{storied}/article/1/difference/3/")
    assert page.locator(".difference del").first.evaluate(line) == "line-through"
    expect(page.locator(".change-note").first).to_have_text("Cut")


def test_the_owner_merges_splits_moves_and_undoes_without_javascript(storied: str, visit: Open) -> None:
    page = visit(f"{storied}/story/{WIRE}/", java_script_enabled=False)
    page.get_by_role("link", name="This is the same story as another").click()
    page.get_by_label("Words of its headlines").fill("Donaudampf")
    page.get_by_role("button", name="Find").click()
    page.locator(".choices label").first.click()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Merge them").click()
    expect(page.get_by_role("status")).to_contain_text("They are one story now")
    page.get_by_role("button", name="Undo it").click()
    expect(page.get_by_role("status")).to_contain_text("as if that had not been decided")
    page.get_by_role("link", name="Some of this is another story").click()
    page.locator(".choices label").filter(has_text="Marit comes home").click()
    page.get_by_role("button", name="They are a story of their own").click()
    page.get_by_role("button", name="Split it off").click()
    expect(page.get_by_role("status")).to_contain_text("It is a story of its own now")
    expect(page.locator("h1")).to_have_text("Marit comes home")
    page.get_by_role("button", name="Undo it").click()
    page.goto(f"{storied}/story/{WIRE}/")
    expect(page.locator(".coverage")).to_contain_text("Marit comes home")


def _meet(one: FloatRect, other: FloatRect) -> bool:
    apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
    return not apart and one["y"] < other["y"] + other["height"] and other["y"] < one["y"] + one["height"]
