"""An account as a person makes and keeps it, in a real browser: a password, a passkey (a virtual authenticator), an invitation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.looking import faults_of
from tests.browser.running import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Open

PASSWORD = "four quiet tugs at dawn"
PAGES = ("/settings/account/", "/settings/signing-in/", "/settings/yours/", "/settings/readers/", "/sign-in/", "/sign-in/lost/")


@pytest.fixture
def paper(browser: Browser, begun_library: Callable[[str], Path]) -> Iterator[str]:
    """The address of a new paper, under the name localhost."""
    with served(begun_library("paper"), "--no-fetch") as address:
        yield address.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="package")
def kept(browser: Browser, begun_library: Callable[[str], Path]) -> Iterator[str]:
    """One that is only looked at."""
    with served(begun_library("kept"), "--no-fetch") as address:
        yield address


def with_authenticator(page: Page) -> None:
    """A phone, as it were, that says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }})


def set_password(page: Page, paper: str) -> None:
    page.goto(f"{paper}/settings/signing-in/")
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The new one again").fill(PASSWORD)
    page.get_by_role("button", name="Set it").click()
    assert "you are signed in" in page.get_by_role("status").inner_text()


def test_a_password_a_passkey_and_signing_in_by_it(paper: str, visit: Open) -> None:
    page = visit(f"{paper}/")
    with_authenticator(page)
    set_password(page, paper)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Its name").fill("key ring")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("status").wait_for()
    assert "key ring" in page.locator("#passkeys").inner_text()
    page.get_by_role("button", name="Sign out").click()
    assert page.get_by_role("heading", name="Sign in", exact=True).is_visible()
    page.goto(f"{paper}/settings/signing-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{paper}/settings/signing-in/")
    assert "last used" in page.locator("#passkeys").inner_text()
    page.get_by_role("link", name="Remove key ring").click()
    if page.get_by_label("Password").count():
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Remove it").click()
    assert "key ring" not in page.locator("#passkeys").inner_text()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("That passkey was not taken").or_(page.get_by_text("The browser gave no passkey")).wait_for()


def test_an_invitation_makes_a_reader_in_the_browsers_own_time_zone(paper: str, visit: Open) -> None:
    page = visit(f"{paper}/settings/readers/")
    page.get_by_label("Whoever has an invitation").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_label("For whom").fill("Ada")
    page.get_by_role("button", name="Make an invitation").click()
    link = page.get_by_label("Link").input_value()
    set_password(page, paper)
    guest = visit(link, timezone_id="Asia/Tokyo")
    guest.get_by_label("Name").fill("ada")
    guest.get_by_label("Password", exact=True).fill("seven slow barges by noon")
    guest.get_by_label("The same password again").fill("seven slow barges by noon")
    guest.get_by_role("button", name="Become a reader").click()
    assert "You are signed in as ada" in guest.locator(".footer").inner_text()
    guest.goto(f"{paper}/settings/account/")
    assert guest.get_by_label("Time zone").input_value() == "Asia/Tokyo"


def test_the_browsers_zone_is_offered_and_light_or_dark_is_the_readers(paper: str, visit: Open) -> None:
    page = visit(f"{paper}/settings/account/", timezone_id="America/Halifax", color_scheme="light")
    page.get_by_role("button", name="Choose that").click()
    assert page.get_by_label("Time zone").input_value() == "America/Halifax"
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_label("Dark").check()
    page.get_by_role("button", name="Save").click()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light, page.evaluate(ground)
    assert page.get_by_label("Time zone").input_value() == "America/Halifax"


def test_by_a_number_the_page_says_where_passkeys_work(kept: str, visit: Open) -> None:
    page = visit(f"{kept.replace('localhost', '127.0.0.1')}/settings/signing-in/")
    where = page.locator("#passkeys a.link").get_attribute("href")
    assert where == f"{kept.replace('127.0.0.1', 'localhost')}/"


def test_nothing_is_wrong_with_any_page_of_accounts(kept: str, visit: Open) -> None:
    page = visit(kept)
    assert not (wrong := faults_of(page, (kept + path for path in PAGES))), wrong
