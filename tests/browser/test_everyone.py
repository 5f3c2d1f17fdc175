"""The paper by the keyboard alone, at 200 % and 400 %, with wider text, and with less motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

PATHS = (
    "/", "/article/1/", "/search/?q=ferry", "/reading/", "/reading/saved/", "/speakers/", "/ask/", "/sources/add/", "/mutes/hidden/",
    "/settings/subscriptions/", "/settings/mutes/", "/settings/readers/", "/settings/signing-in/", "/settings/keeping/",
)
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 2.2, 1.4.12."""
CUT = """() => [...document.querySelectorAll("body *")].filter(each => {
    const { overflowX, overflowY, position } = getComputedStyle(each);
    if (!each.checkVisibility() || position === "absolute" || ["INPUT", "TEXTAREA", "SELECT", "svg"].includes(each.tagName)) return false;
    const across = overflowX === "hidden" || overflowX === "clip", down = overflowY === "hidden" || overflowY === "clip";
    const cut = across && each.scrollWidth > each.clientWidth + 1 || down && each.scrollHeight > each.clientHeight + 1;
    return cut && each.textContent.trim();
}).map(each => each.outerHTML.slice(0, 120))"""
"""What is shown in part only, with no way to scroll to the rest."""
FOCUS = """() => {
    const each = document.activeElement;
    if (each === document.body || each === document.documentElement) return null;
    const box = each.getClientRects()[0], style = getComputedStyle(each);
    // The button inside a date has a ring of the browser's own.
    const ringed = each.type === "date" || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const top = document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 20) / 2);
    const seen = top && (each.contains(top) || top.contains(each));
    return {name: each.outerHTML.slice(0, 120), ringed, seen: Boolean(seen), order: each.tabIndex};
}"""
"""What has the focus: whether that is seen, and whether nothing lies over it; null outside the page."""


@pytest.mark.parametrize("path", ["/", "/article/1/", "/sources/add/", "/settings/subscriptions/", "/settings/mutes/"])
def test_tab_goes_through_the_page_and_out_of_it_and_is_seen_where_it_is(path: str, specimen: str, visit: Open) -> None:
    page = visit(specimen + path, viewport={"width": 1440, "height": 900})
    all_ = page.evaluate("[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].length")
    been = []
    for _ in range(all_ + 10):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at is None:
            break
        been.append(at)
    else:
        pytest.fail(f"the focus never leaves {path}")
    assert "Skip to the text" in been[0]["name"]
    assert [each for each in been if not each["ringed"] or not each["seen"] or each["order"] > 0] == []


def test_the_list_of_keys_holds_nobody_and_escape_shuts_it_from_anywhere(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".block--lead .headline a")).to_be_focused()


def test_whoever_does_not_know_the_key_opens_the_list_from_the_foot_of_the_page(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    page.get_by_role("contentinfo").get_by_role("link", name="Keys").click()
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog.get_by_text("the next headline")).to_be_visible(timeout=30_000)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("contentinfo").get_by_role("link", name="Keys")).to_be_focused()
    plain = visit(specimen, java_script_enabled=False)
    plain.get_by_role("contentinfo").get_by_role("link", name="Keys").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Keys")
    expect(plain.get_by_role("button", name="Close")).to_be_hidden()


def _fits(page: Page, path: str) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert page.evaluate(CUT) == [], path


@pytest.mark.parametrize(("width", "scale"), [(720, 2), (320, 4)])
def test_nothing_is_lost_when_the_page_is_magnified_and_its_text_spaced(width: int, scale: int, specimen: str, visit: Open) -> None:
    page = visit(specimen, viewport={"width": width, "height": 900 // scale}, device_scale_factor=scale, bypass_csp=True)
    for path in PATHS:
        page.goto(specimen + path)
        _fits(page, path)
        page.add_style_tag(content=SPACED)
        _fits(page, f"{path}, spaced")


def test_nothing_moves_where_less_motion_is_asked_for(specimen: str, visit: Open) -> None:
    page = visit(specimen, reduced_motion="reduce")
    moving = """[...document.querySelectorAll("*")].filter(each => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
        return parseFloat(transitionDuration) > 0 || animationName !== "none" || scrollBehavior === "smooth";
    }).map(each => each.outerHTML.slice(0, 80))"""
    for path in PATHS:
        page.goto(specimen + path)
        assert page.evaluate(moving) == [], path
