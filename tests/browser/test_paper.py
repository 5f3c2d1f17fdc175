"""The paper in a real browser, from the real server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.looking import THEMES, WIDTHS

if TYPE_CHECKING:
    pass

def test_the_first_page_is_never_empty(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    assert page.title().startswith("Octavo")
    assert page.locator("main .headline").count() == 8
    assert page.get_by_text("Specimen edition").is_visible()
    assert page.get_by_text("That is the edition").is_visible()


def test_from_the_front_page_to_a_story_to_an_article_and_back(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    headline = page.locator(".block--lead .headline").inner_text()
    page.locator(".block--lead .headline a").click()
    page.wait_for_url("**/story/*/")
    expect(page.locator("h1")).to_have_text(headline)
    page.locator(".report .line-headline").first.click()
    page.wait_for_url("**/article/**")
    assert page.locator(".text p").count() > 3
    page.locator(".belongs a[href^='/story/']").first.click()
    expect(page.locator("h1")).to_have_text(headline)
    page.go_back()
    page.get_by_role("link", name="Front page").first.click()
    expect(page.locator(".block--lead .headline")).to_have_text(headline)


def test_everything_can_be_read_without_javascript(specimen: str, visit: Open) -> None:
    page = visit(specimen, java_script_enabled=False)
    page.locator(".nav a").nth(1).click()
    page.locator(".block .cite, .line-headline[href^='/article/']").first.click()
    page.wait_for_url("**/article/**")
    assert page.locator(".text p").count() > 1


def test_dark_is_dark_and_not_black(specimen: str, visit: Open) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = (sum(map(int, re.findall(r"\d+", visit(specimen, color_scheme=theme).evaluate(ground)))) for theme in THEMES)
    assert light > 700
    assert 0 < dark < 100


def test_the_skip_link_is_first_and_leads_past_the_masthead(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the text"
    box = focused.bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_what_has_the_focus_has_a_ring(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2


def test_the_papers_own_face_is_used_and_the_text_keeps_its_measure(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    page.locator(".block--lead .cite").first.click()
    page.wait_for_url("**/article/**")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('20px Newsreader')")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        size, measure, line = page.evaluate("""() => {
          const style = getComputedStyle(document.querySelector('.text p'));
          return [parseFloat(style.fontSize), document.querySelector('.text').clientWidth, parseFloat(style.lineHeight)];
        }""")
        assert 18 <= size <= 20
        assert line / size == pytest.approx(1.5, abs=0.01)
        assert measure / size <= 30


def test_nothing_moves_for_a_reader_who_wants_no_motion(specimen: str, visit: Open) -> None:
    page = visit(specimen, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('main a')).transitionDuration") in ("0s", "")


def test_an_article_from_right_to_left(odd: str, visit: Open) -> None:
    page = visit(odd, viewport={"width": 1440, "height": 900})
    page.locator("a[lang=ar], [lang=ar] a").first.click()
    page.wait_for_url("**/article/**")
    assert page.evaluate("getComputedStyle(document.querySelector('.text p')).direction") == "rtl"
    text, names = page.locator(".text").bounding_box(), page.locator(".article-names").bounding_box()
    assert text
    assert names
    assert names["x"] > text["x"]


def test_what_is_printed_has_no_controls_and_spells_the_address_out(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    page.emulate_media(media="print")
    assert not page.locator(".nav").is_visible()
    page.emulate_media(media="screen")
    page.locator(".block--lead .cite").first.click()
    page.wait_for_url("**/article/**")
    page.emulate_media(media="print")
    assert not page.locator(".footer").is_visible()
    assert "http" in page.evaluate("getComputedStyle(document.querySelector('.credits a'), '::after').content")
    assert page.pdf().startswith(b"%PDF")
