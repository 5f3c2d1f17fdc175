"""What a reader changes about their account, and that nobody else does."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.site.readers.accounts.conftest import OTHER, PASSWORD
from tests.site.readers.two_readers import browser_elsewhere, signed_in, two_readers

if TYPE_CHECKING:
    from django.test import Client

    from octavo.site.readers.models import User

NEW = {"current": PASSWORD, "new": OTHER, "again": OTHER}


def with_password(reader: User) -> User:
    from octavo.site.readers.owner import set_password

    set_password(PASSWORD, reader)
    return reader


def signs_in(name: str, password: str) -> Client | None:
    browser = browser_elsewhere()
    return browser if browser.post("/sign-in/", {"username": name, "password": password}).status_code == 302 else None


def test_another_password_ends_all_other_sessions_and_this_one_has_a_new_key(library: str) -> None:
    reader = with_password(two_readers().ada.reader)
    here, there = signs_in("ada", PASSWORD), signs_in("ada", PASSWORD)
    assert here
    assert there
    key = here.cookies["sessionid"].value
    assert here.post("/settings/signing-in/password/", NEW)["Location"] == "/settings/signing-in/?done=password-changed"
    assert here.cookies["sessionid"].value != key
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 302
    assert here.get("/settings/signing-in/").content.decode().count("this one") == 1
    reader.refresh_from_db()
    assert reader.check_password(OTHER)


@pytest.mark.parametrize(("change", "words"), [
    ({"current": "wrong"}, "not your password"), ({"again": "differs from it"}, "The two differ"),
    ({"new": "short", "again": "short"}, "at least 10"),
    ({"new": "1029384756", "again": "1029384756"}, "numeric"), ({"current": ""}, "required"), ({"new": "x" * 1_000_000}, "at most 1000"),
])
def test_what_will_not_do_is_told_and_the_password_stays(library: str, change: dict[str, str], words: str) -> None:
    reader = with_password(two_readers().ada.reader)
    answer = signed_in(reader).browser.post("/settings/signing-in/password/", {**NEW, **change})
    assert answer.status_code == 400
    assert words in answer.content.decode()
    reader.refresh_from_db()
    assert reader.check_password(PASSWORD)


def test_whoever_sits_at_an_open_browser_does_not_guess_the_password(library: str) -> None:
    browser = signed_in(with_password(two_readers().ada.reader)).browser
    for _ in range(10):
        browser.post("/settings/signing-in/password/", {**NEW, "current": "wrong"})
    assert "too many tries" in browser.post("/settings/signing-in/password/", NEW).content.decode()


def test_the_owners_first_password_closes_the_machines_own_door(site_client: Client) -> None:
    page = site_client.get("/settings/signing-in/").content.decode()
    assert "the paper asks for it here too" in page
    assert "octavo password" in page
    assert site_client.post("/settings/signing-in/password/", {"new": PASSWORD, "again": PASSWORD}).status_code == 302
    assert site_client.get("/").status_code == 200, "whoever set it is signed in"
    assert "Sign out" in site_client.get("/").content.decode()
    site_client.cookies.clear()
    assert site_client.get("/")["Location"].startswith("/sign-in/")


def test_a_removed_password_opens_it_again(site_client: Client) -> None:
    from octavo.site.readers.owner import owner, remove_password, set_password

    set_password(PASSWORD)
    assert site_client.get("/").status_code == 302
    remove_password(owner())
    assert site_client.get("/").status_code == 200


def test_an_address_is_changed_by_the_password_alone_and_no_older_one_is_kept(library: str) -> None:
    from allauth.account.models import EmailAddress

    reader = with_password(two_readers().ada.reader)
    EmailAddress.objects.create(user=reader, email="old@post.example", primary=True)
    browser = signed_in(reader).browser
    assert browser.post("/settings/signing-in/address/", {"email": "thief@post.example", "current": "wrong"}).status_code == 400
    reader.refresh_from_db()
    assert reader.email == "ada@post.example"
    assert browser.post("/settings/signing-in/address/", {"email": "new@post.example", "current": PASSWORD}).status_code == 302
    reader.refresh_from_db()
    assert reader.email == "new@post.example"
    assert not EmailAddress.objects.filter(user=reader).exists()


def test_name_zone_and_theme_are_on_each_page(library: str) -> None:
    people = two_readers()
    form = {"name": "Åsa", "time_zone": "Asia/Tokyo", "theme": "dark"}
    assert people.ada.browser.post("/settings/account/", form).status_code == 302
    page = people.ada.browser.get("/")
    assert page.wsgi_request.user.get_username() == "Åsa"
    assert 'data-theme="dark"' in page.content.decode()
    before = datetime.now(ZoneInfo("Asia/Tokyo"))
    shown = people.ada.browser.get("/settings/account/").content.decode()
    assert any(f"{when:%H:%M}" in shown for when in (before, datetime.now(ZoneInfo("Asia/Tokyo"))))
    assert "data-theme" not in people.ben.browser.get("/").content.decode()


@pytest.mark.parametrize("form", [
    {"name": "ben"}, {"name": "BEN"}, {"name": "owner"}, {"name": ""}, {"name": "a b"}, {"name": "a\0"}, {"time_zone": "Mars/Olympus"},
    {"time_zone": "../../etc/passwd"}, {"theme": "sepia"}, {"name": "x" * 1_000_000},
])
def test_an_account_takes_no_nonsense(library: str, form: dict[str, str]) -> None:
    people = two_readers()
    answer = people.ada.browser.post("/settings/account/", {"name": "ada", "time_zone": "UTC", "theme": "system", **form})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    people.ada.reader.refresh_from_db()
    assert (people.ada.reader.username, people.ada.reader.time_zone, people.ada.reader.theme) == ("ada", "UTC", "system")


def test_everything_is_in_the_file_and_nothing_of_anybody_else(library: str) -> None:
    people = two_readers()
    answer = people.ada.browser.get("/settings/yours/everything.json")
    assert answer["Content-Disposition"] == 'attachment; filename="octavo.json"'
    assert answer.json()["account"]["name"] == "ada"
    assert "ben" not in answer.content.decode()
    assert "password" not in answer.json()["account"]


def test_erasing_takes_the_password_and_then_all(library: str) -> None:
    from octavo.site.readers.models import User

    reader = with_password(two_readers().ada.reader)
    browser, other = signed_in(reader).browser, signed_in(reader).browser
    assert browser.get("/settings/yours/erase/").status_code == 200
    assert browser.post("/settings/yours/erase/", {"current": "wrong"}).status_code == 400
    assert browser.post("/settings/yours/erase/", {"current": PASSWORD})["Location"] == "/sign-in/?done=erased"
    assert "are erased" in browser.get("/sign-in/?done=erased").content.decode()
    assert other.get("/").status_code == 302
    assert set(User.objects.values_list("username", flat=True)) == {"ben", "owner"}


def test_the_owner_is_not_erased(library: str) -> None:
    from octavo.site.readers.owner import owner

    people = two_readers()
    assert people.owner.browser.post("/settings/yours/erase/", {"current": ""}).status_code == 403
    assert owner().pk == people.owner.reader.pk
