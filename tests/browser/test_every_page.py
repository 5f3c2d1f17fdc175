"""Every page that the URLconf has, and the states of them that the specimen edition shows, in a real browser: nothing is wrong with it.

Papers of odd names and texts, with the same asked of their pages, stand in the other files of this folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.browser.looking import faults_as_it_stands, faults_of
from tests.browser.running import run, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WALK = """
from octavo.site.library.opening import open_library
open_library()
from django.test import Client, override_settings
from tests.site.walk import SMALL, fill, visit
fill(SMALL)
with override_settings(LOOPBACK=True):
    for page in visit(Client(headers={"host": "localhost"})):
        if page.response.status_code == 200 and page.response.headers.get("Content-Type", "").startswith("text/html"):
            print("page", page.address)
"""
LONG = "x" * 2100
STATES = (
    "/", "/style/", "/section/islands/", "/section/more/", "/article/1/", "/speakers/",
    "/search/", "/search/?q=ferry", "/search/?q=said:dahl", "/search/?q=walrus", "/search/?q=zzyzx+after:2027",
    "/search/?q=-ferry+said:+*+(", f"/search/?q={LONG}", "/search/?q=Who+said+what", "/search/saved/",
    "/ask/", "/ask/?q=How many passengers were on the Marit the night she stranded?", "/ask/?q=Who won the chess championship of Brisbane?",
    "/ask/?q=who", f"/ask/?q={LONG}",
    "/reading/", "/reading/?show=all", "/reading/saved/", "/reading/highlights/", "/reading/keys/", "/settings/reading/",
    "/settings/subscriptions/",
)
"""Pages of the specimen edition, with answers, without, and where what is asked is nonsense."""


@pytest.fixture(scope="module")
def walked(browser: Browser, begun_library: Callable[[str], Path]) -> Iterator[tuple[str, list[str]]]:
    """The address of a paper with something of everything, and the paths of all its pages."""
    folder = begun_library("walked")
    told = run(folder, "-c", WALK)
    with served(folder, "--no-fetch") as address:
        yield address, [line.removeprefix("page ") for line in told.splitlines() if line.startswith("page ")]


def test_nothing_is_wrong_with_any_page(walked: tuple[str, list[str]], visit: Open) -> None:
    address, paths = walked
    assert len(paths) > 50
    # Nothing is fetched here, so that publishers' pictures are not there: any other stands for them. The first page has none.
    page = visit(f"{address}/reading/keys/")
    page.route("**/images/**", lambda route: route.fulfill(content_type="image/svg+xml", body='<svg xmlns="http://www.w3.org/2000/svg"/>'))
    assert not (wrong := faults_of(page, (address + path for path in paths), axe=True)), wrong


def test_nothing_is_wrong_with_any_state_of_the_specimen_edition(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    story = page.locator(".block--lead .headline a").get_attribute("href") or ""
    assert not (wrong := faults_of(page, (specimen + path for path in (*STATES, story)), axe=True)), wrong


def test_nothing_is_wrong_with_the_page_that_says_there_is_none(specimen: str, browser: Browser) -> None:
    page = browser.new_page()
    assert not (wrong := faults_of(page, [f"{specimen}/nowhere/"], axe=True)), wrong
    page.close()


def test_nothing_is_wrong_with_articles_of_odd_words(odd: str, visit: Open) -> None:
    page = visit(odd)
    links = page.eval_on_selector_all("main a[href^='/article/']", "all => all.map(each => each.getAttribute('href'))")
    assert len(set(links)) >= 3
    assert not (wrong := faults_of(page, (odd + path for path in dict.fromkeys(("/", *links, "/section/more/"))), axe=True)), wrong


def test_what_is_wrong_is_found(specimen: str, visit: Open) -> None:
    page = visit(f"{specimen}/style/")
    page.evaluate("""() => {
        const main = document.querySelector("main");
        const add = (markup, style) => {
            main.insertAdjacentHTML("beforeend", markup);
            main.lastElementChild.style = style;
        };
        main.querySelector("p").style = "color: gray; background: silver";
        main.removeAttribute("id");
        add("<h1>One too many</h1>", "");
        add("<div><b id=odd></b><b id=odd></b><svg></svg><input name=x></div>", "");
        add("<p><button>One</button></p>", "");
        add("<p>A heading to the eye</p>", "font: bold 40px serif");
        add("<p>Words that go on and on, far off the page that they stand on.</p>", "width: 2000px");
        main.querySelector("button").style = "all: unset; height: 9px; width: 9px; overflow: hidden";
        main.querySelector("button").after(main.querySelector("button").cloneNode(true));
    }""")
    found = "\n".join(faults_as_it_stands(page, axe=True))
    signs = ("color-contrast", "skip-link", "target-size", "p-as-heading", "in light", "in dark", "sideways: 2", "2 headings", "the id odd",
             "without words", "without a name")
    assert [sign for sign in signs if sign not in found] == []
