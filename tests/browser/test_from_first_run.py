"""A paper as people use it: from its first page, by sources of its own and a second reader, to comments, searches and mutes.

One server for all; what its sources give comes from two papers on loopback, by the desk that it runs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.loopback_papers import RIGHT_TO_LEFT, papers
from tests.browser.running import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Open

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PLAIN = DESK | {"java_script_enabled": False}
WAYS = {"phone": PHONE, "desk": DESK, "plain": PLAIN}
"""How the paper is looked at: a phone by touch, a desk, and a desk without JavaScript."""
HEADLINE = "Alder bridge closed"
PASSWORD, HERS = "four quiet tugs at dawn", "seven slow barges by noon"
PATIENCE = 60
"""Seconds in which articles come in and are placed and told, on a machine with much else to do."""


@dataclass(frozen=True)
class Begun:
    """A paper that was opened, given its sources and a password; `owner` is what the owner's browser keeps."""

    address: str
    owner: Any


def until(page: Page, address: str, selector: str, words: str) -> None:
    """Look at a page again until something on it has these words: what the desk does shows when a page is asked for again."""
    end = time.monotonic() + PATIENCE
    while not page.goto(address) or not page.locator(selector, has_text=words).count():
        assert time.monotonic() < end, f"{address} has no {selector} with {words!r}:\n{page.locator('main').inner_text()}"
        page.wait_for_timeout(400)


@pytest.fixture(scope="module")
def begun(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    """From the first run on: the specimen, two sources by the form, their articles, a password, whoever has an invitation."""
    with papers() as root, served(tmp_path_factory.mktemp("first"), allow=root.removeprefix("http://")) as address:
        phone, desk = browser.new_context(**PHONE), browser.new_context(**DESK)
        page = phone.new_page()
        page.goto(f"{address}/")
        expect(page.get_by_text("Specimen edition: its people and papers are invented.")).to_be_visible()
        page.get_by_role("link", name="choose your sources").tap()
        page.get_by_label("Address of a site or feed").fill(f"{root}/post/")
        page.get_by_role("button", name="Look for it").tap()
        expect(page.get_by_role("status")).to_contain_text("It is added")
        expect(page.get_by_role("heading", level=1)).to_have_text("The Alder Post")
        page.get_by_role("link", name="Add another").tap()
        page.get_by_label("Address of a site or feed").fill("ftp://post.example/")
        page.get_by_role("button", name="Look for it").tap()
        expect(page.get_by_role("alert").first).to_be_visible()
        for paper in ("pilot", "mina"):
            page.get_by_label("Address of a site or feed").fill(f"{root}/{paper}/")
            page.get_by_role("button", name="Look for it").tap()
            page.get_by_role("link", name="Add another").tap()
        until(page, f"{address}/", ".block--lead .headline a", HEADLINE)
        until(page, f"{address}/", ".block--lead .cite", "The Pilot")
        assert page.get_by_text("Specimen edition").count() == 0
        owner = desk.new_page()
        owner.goto(f"{address}/settings/readers/")
        owner.get_by_label("Whoever has an invitation").check()
        owner.get_by_role("button", name="Save").click()
        owner.get_by_role("link", name="Set a password").click()
        owner.get_by_label("New password").fill(PASSWORD)
        owner.get_by_label("The new one again").fill(PASSWORD)
        owner.get_by_role("button", name="Set it").click()
        expect(owner.get_by_role("status")).to_contain_text("you are signed in")
        page.goto(f"{address}/")
        expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
        yield Begun(address, desk.storage_state())
        phone.close()
        desk.close()


def joined(begun: Begun, visit: Open, name: str, way: dict[str, Any]) -> Page:
    """A reader who was invited and has come, in a browser of her own."""
    owner = visit(f"{begun.address}/settings/readers/", storage_state=begun.owner, **DESK)
    owner.get_by_label("For whom").fill(name)
    owner.get_by_role("button", name="Make an invitation").click()
    link = owner.locator(".line", has_text=name).get_by_label("Link").input_value()
    page = visit(link, **way)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(HERS)
    page.get_by_label("The same password again").fill(HERS)
    page.get_by_role("button", name="Become a reader").click()
    expect(page.locator(".footer")).to_contain_text(f"You are signed in as {name}")
    return page


@pytest.mark.parametrize("way", WAYS)
def test_a_reader_joins_reads_and_comments_and_the_owner_lets_the_comment_stand(way: str, begun: Begun, visit: Open) -> None:
    page = joined(begun, visit, f"vera-{way}", WAYS[way])
    page.goto(f"{begun.address}/")
    page.locator(".block--lead .headline a").click()
    page.wait_for_url("**/story/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text(HEADLINE)
    story = page.url
    page.locator(".summary .cite").first.click()
    page.wait_for_url("**/article/**")
    expect(page.locator("mark.cited").first).to_be_in_viewport()
    page.goto(story)
    page.locator(".carried a, .report a, .line-headline").first.click()
    page.wait_for_url("**/article/**")
    page.goto(story)
    page.get_by_label("Your comment").fill(f"I crossed it on *Sunday*, says {way}.")
    page.get_by_role("button", name="Publish the comment").click()
    expect(page.get_by_text("waits for a moderator").first).to_be_visible()
    owner = visit(f"{begun.address}/comments/queue/", storage_state=begun.owner, **(PHONE if way == "desk" else DESK))
    mine = owner.locator(".comment", has_text=f"says {way}")
    mine.get_by_role("button", name="Publish it").click()
    expect(owner.get_by_role("status")).to_have_text("It is published.")
    page.goto(story)
    stands = page.locator(".comment", has_text=f"says {way}")
    expect(stands.locator("em")).to_have_text("Sunday")
    assert "waits" not in stands.inner_text()


@pytest.mark.parametrize("way", WAYS)
def test_she_searches_keeps_the_search_saves_an_article_and_mutes_a_word(way: str, begun: Begun, visit: Open) -> None:
    page = joined(begun, visit, f"ines-{way}", WAYS[way])
    page.goto(f"{begun.address}/")
    page.get_by_label("Search the paper").fill("lighthouse")
    page.get_by_label("Search the paper").press("Enter")
    expect(page.locator(".result .line-headline")).to_have_count(1)
    page.get_by_label("Keep this search").fill("Far Point")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status").filter(has_text="It is kept.")).to_be_visible()
    page.locator(".result .line-headline").click()
    page.wait_for_url("**/article/**")
    page.get_by_role("button", name="Save for later").click()
    expect(page.get_by_role("button", name="Saved: let it go")).to_be_visible()
    page.get_by_text("Mute or follow").click()
    page.get_by_label("The word or phrase written here").check()
    page.get_by_label("Word or phrase", exact=True).fill("wool")
    page.get_by_role("button", name="Mute it").click()
    expect(page.get_by_role("status").filter(has_text="You mute")).to_be_visible()
    page.goto(f"{begun.address}/")
    assert page.get_by_role("link", name="The price of wool").count() == 0
    page.get_by_role("link", name="1 story hidden by your mutes").first.click()
    expect(page.locator(".line-headline")).to_have_text("The price of wool falls for the third year")
    page.goto(f"{begun.address}/reading/saved/")
    expect(page.locator(".line-headline")).to_have_text("The lighthouse keeps its lamp, and loses its keeper")
    page.goto(f"{begun.address}/search/saved/")
    expect(page.get_by_role("link", name="Far Point", exact=True)).to_be_visible()
    other = joined(begun, visit, f"nora-{way}", WAYS[way])
    other.goto(f"{begun.address}/")
    expect(other.get_by_role("link", name="The price of wool")).to_be_visible()
    other.goto(f"{begun.address}/reading/saved/")
    assert other.locator(".line-headline").count() == 0


def test_the_keys_are_all_that_is_needed(begun: Begun, visit: Open) -> None:
    page = joined(begun, visit, "kay", DESK)
    page.goto(f"{begun.address}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".block--lead .headline a")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(".block--lead .headline a")).to_be_focused()
    page.keyboard.press("s")
    expect(page.get_by_role("status").filter(has_text="It is saved for later")).to_be_visible()
    page.keyboard.press("m")
    expect(page.get_by_role("status").filter(has_text="read")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("o")
    page.wait_for_url("**/story/**")
    page.keyboard.press("/")
    expect(page.get_by_label("Search the paper")).to_be_focused()
    page.keyboard.type("choir")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    page.keyboard.press("j")
    expect(page.locator(".result .line-headline").first).to_be_focused()


def test_comments_stand_below_a_text_from_right_to_left(begun: Begun, visit: Open) -> None:
    page = joined(begun, visit, "omar", DESK)
    page.goto(f"{begun.address}/")
    page.get_by_role("link", name=RIGHT_TO_LEFT.headline).click()
    page.wait_for_url("**/article/**")
    text, comments = page.locator(".text"), page.locator("#comments")
    assert text.evaluate("each => getComputedStyle(each).direction") == "rtl"
    edge = "each => Math.round(each.getBoundingClientRect().right)"
    assert text.evaluate(edge) == comments.evaluate(edge)
