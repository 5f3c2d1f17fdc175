"""Where a reader can go from any page: on a phone by the menu, which needs no script; on a desktop it is all in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

OFTEN = ["Front page", "Ask", "To read", "Saved"]


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_menu_has_what_a_desktop_shows_at_once(scripts: bool, specimen: str, visit: Open) -> None:
    desk = visit(f"{specimen}/article/1/", viewport={"width": 1440, "height": 900}, java_script_enabled=scripts)
    all_ = desk.get_by_role("navigation", name="Sections").get_by_role("link").all_inner_texts()
    assert set(OFTEN) < set(all_)
    expect(desk.get_by_role("button", name="Menu")).to_be_hidden()
    phone = visit(f"{specimen}/article/1/", viewport={"width": 390, "height": 844}, java_script_enabled=scripts)
    nav = phone.get_by_role("navigation", name="Sections")
    assert nav.get_by_role("link").all_inner_texts() == OFTEN
    line = nav.bounding_box()
    phone.get_by_role("button", name="Menu").click()
    assert nav.get_by_role("link").all_inner_texts() == [*all_, "Settings"]
    assert nav.bounding_box() == line, "the page moves under the menu"
    phone.get_by_role("button", name="Close").click()
    assert nav.get_by_role("link").all_inner_texts() == OFTEN
    phone.get_by_role("button", name="Menu").click()
    phone.keyboard.press("Escape")
    assert nav.get_by_role("link").all_inner_texts() == OFTEN
    phone.get_by_role("button", name="Menu").click()
    nav.get_by_role("link", name="Speakers").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Speakers")


def test_every_place_of_the_menu_is_in_reach_on_a_phone_held_across(specimen: str, visit: Open) -> None:
    phone = visit(specimen, viewport={"width": 568, "height": 320})
    phone.get_by_role("button", name="Menu").click()
    last = phone.get_by_role("navigation", name="Sections").get_by_role("link", name="More news")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    for link in phone.locator(".nav-pages a").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 40
