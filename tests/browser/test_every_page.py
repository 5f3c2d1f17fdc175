"""Every page that the URLconf has, in a real browser, in both themes, wide and narrow: axe finds nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import faults
from tests.browser.running import environment, served
from tests.shared import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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
SIZES = {"light": 1280, "dark": 390}


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """The address of a paper with something of everything, and the paths of all its pages."""
    folder = tmp_path_factory.mktemp("walked")
    told = subprocess.run(
        [sys.executable, "-c", WALK], cwd=ROOT, env=environment(folder), check=True, timeout=240, stdout=subprocess.PIPE, text=True,
    ).stdout
    with served(folder, "--no-fetch") as address:
        yield address, [line.removeprefix("page ") for line in told.splitlines() if line.startswith("page ")]


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param, viewport={"width": SIZES[request.param], "height": 900})
    yield context.new_page()
    context.close()


def found(page: Page, addresses: Iterable[str]) -> str:
    """What axe finds on each of the pages, as JSON to read; empty where all is well."""
    told = {}
    for address in addresses:
        page.goto(address)
        if wrong := faults(page):
            told[address] = wrong
    return json.dumps(told, indent=1) if told else ""


def test_axe_finds_nothing_on_any_page(walked: tuple[str, list[str]], page: Page) -> None:
    address, paths = walked
    assert len(paths) > 50
    assert not (wrong := found(page, (address + path for path in paths))), wrong


def test_axe_finds_nothing_in_the_specimen_edition(specimen: str, page: Page) -> None:
    page.goto(f"{specimen}/")
    story = page.locator(".block--lead .headline a").get_attribute("href")
    paths = ("/", story, "/speakers/", "/search/?q=ferry", "/search/?q=walrus", "/ask/?q=How+many+passengers+were+there%3F", "/nowhere/")
    assert not (wrong := found(page, (f"{specimen}{path}" for path in paths))), wrong


def test_axe_finds_what_is_wrong(specimen: str, page: Page) -> None:
    page.goto(f"{specimen}/style/")
    page.evaluate("""
        document.querySelector('main p').style = 'color: gray; background: silver';
        document.querySelector('main').removeAttribute('id');
    """)
    assert {each.split(":")[0] for each in faults(page)} >= {"color-contrast", "skip-link"}
