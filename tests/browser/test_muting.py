"""Mutes and follows in a real browser, with no script but what the paper has."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.looking import faults_of

PATHS = ("/", "/mutes/hidden/", "/mutes/following/", "/settings/mutes/", "/article/1/", "/section/islands/")


def test_a_mute_is_put_in_seen_shown_once_and_undone_without_a_script(specimen: str, visit: Open) -> None:
    page = visit(specimen, java_script_enabled=False)
    headline = page.locator(".block--lead .headline a").inner_text().strip()
    page.locator(".block--lead .headline a").click()
    page.locator("summary", has_text="Mute or follow").click()
    expect(page.get_by_role("radio", name="This story")).to_be_checked()
    page.get_by_role("button", name="Mute it").click()
    expect(page.get_by_role("status").filter(has_text="You mute the story")).to_be_visible()
    page.goto(specimen)
    expect(page.locator(".block--lead .headline a")).not_to_have_text(headline)
    page.get_by_role("link", name="1 story hidden by your mutes").first.click()
    expect(page.locator(".line-headline").first).to_have_text(headline)
    page.get_by_role("link", name="Show once").click()
    expect(page.locator(".block--lead .headline a")).to_have_text(headline)
    page.get_by_role("link", name="Hide it again").first.click()
    page.get_by_role("link", name="1 story hidden by your mutes").first.click()
    page.get_by_role("button", name="Remove this mute").click()
    expect(page.get_by_role("heading", name="Nothing is hidden")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.goto(specimen)
    expect(page.locator(".block--lead .headline a")).not_to_have_text(headline)
    page.goto(f"{specimen}/settings/mutes/")
    page.get_by_role("button", name="Remove").click()


def test_nothing_is_wrong_with_any_page_where_much_is_muted(specimen: str, visit: Open) -> None:
    page = visit(f"{specimen}/settings/mutes/")
    lines = f"quarry\nfollow words: court\nfollow words: {'long' * 40}\nmute section: sport\nmute words: grain\n"
    page.get_by_label("Bring in lines").fill(lines)
    page.get_by_role("button", name="Bring them in").click()
    expect(page.get_by_role("status").filter(has_text="5 mutes and follows")).to_be_visible()
    assert not (wrong := faults_of(page, (specimen + path for path in PATHS))), wrong
    page.goto(f"{specimen}/settings/mutes/")
    for _ in range(5):
        page.get_by_role("button", name="Remove").first.click()
    expect(page.get_by_role("button", name="Remove:")).to_have_count(0)
