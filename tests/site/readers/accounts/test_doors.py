"""What guards the pages of accounts: forged forms, addresses that lead away, frames, other hosts, and passkeys that are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.site.readers.accounts.conftest import PASSWORD
from tests.site.readers.two_readers import browser_elsewhere, two_readers

AWAY = ("https://evil.example/", "//evil.example", "javascript:alert(1)", "https:///evil.example", "\\\\evil.example", "http://localhost.evil.example/")

FORMS = (
    "/sign-in/", "/sign-in/passkey/", "/sign-in/lost/", "/sign-in/again/", "/sign-out/", "/sign-up/", "/settings/account/",
    "/settings/signing-in/password/", "/settings/signing-in/address/", "/settings/signing-in/passkeys/add/",
    "/settings/signing-in/sessions/end/", "/settings/yours/erase/", "/settings/readers/sign-up/", "/settings/readers/invite/",
    "/settings/readers/1/out/",
)


@pytest.mark.parametrize("path", FORMS)
def test_each_form_takes_a_token(site: None, path: str) -> None:
    from django.test import Client

    browser = Client(enforce_csrf_checks=True, headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    browser.force_login(two_readers().owner.reader)
    assert browser.post(path, {}).status_code == 403


@pytest.mark.parametrize("path", ["/sign-in/", "/sign-up/", "/sign-in/lost/", "/settings/account/", "/settings/yours/erase/"])
def test_no_page_stands_in_a_frame_and_no_other_host_is_answered(site: None, path: str) -> None:
    browser = two_readers().ada.browser if path.startswith("/settings") else browser_elsewhere()
    page = browser.get(path)
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert "unsafe" not in page["Content-Security-Policy"]
    assert browser.get(path, headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("away", AWAY)
def test_no_way_in_leads_out_of_the_paper(site: None, away: str) -> None:
    from octavo.site.readers.owner import set_password

    people = two_readers()
    set_password(PASSWORD, people.ada.reader)
    browser = browser_elsewhere()
    assert browser.post("/sign-in/", {"username": "ada", "password": PASSWORD, "next": away})["Location"] == "/"
    assert browser.get("/sign-in/", {"next": away})["Location"] == "/", "whoever is signed in already"
    assert browser.post("/sign-in/again/", {"password": PASSWORD, "next": away})["Location"] == "/"
    assert "evil" not in browser_elsewhere().post("/sign-in/passkey/", {"next": away}).content.decode()


@pytest.mark.parametrize("credential", [
    "", "{", "null", "[]", "1", '"x"', "{}", '{"id": 1}', '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}',
    '{"id": "x", "rawId": "x", "type": "public-key", "response": "x"}', '{"response": {"userHandle": "MQ"}}', "[" * 100_000,
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {
        "clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA", "userHandle": "AA"}}),
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {
        "clientDataJSON": "eyJ0eXBlIjoieCJ9", "authenticatorData": "A" * 100, "signature": "AA", "userHandle": 7}}),
])
def test_what_is_no_passkey_is_not_taken(site: None, credential: str) -> None:
    browser = browser_elsewhere()
    browser.post("/sign-in/passkey/")
    answer = browser.post("/sign-in/passkey/", {"credential": credential})
    assert answer["Location"] == "/sign-in/?done=passkey"
    assert "was not taken" in browser.get("/sign-in/?done=passkey").content.decode()


def test_passkeys_are_not_tried_without_end(site: None) -> None:
    browser = browser_elsewhere()
    for _ in range(10):
        browser.post("/sign-in/passkey/", {"credential": "{}"})
    assert browser.post("/sign-in/passkey/").status_code == 429


@pytest.mark.parametrize("path", ["name/", "remove/"])
def test_another_readers_passkey_is_none(library: str, path: str) -> None:
    from allauth.mfa.models import Authenticator

    from octavo.site.readers.owner import set_password

    people = two_readers()
    made = Authenticator.objects.create(user=people.ada.reader, type="webauthn", data={"name": "mine", "credential": {}})
    set_password(PASSWORD, people.ben.reader)
    people.ben.browser.force_login(people.ben.reader)
    people.ben.browser.post("/sign-in/again/", {"password": PASSWORD})
    assert people.ben.browser.post(f"/settings/signing-in/passkeys/{made.pk}/{path}", {"name": "his"}).status_code == 404
    assert Authenticator.objects.get().data["name"] == "mine"


@pytest.mark.parametrize("credential", [
    "{}", "[]", "null", '{"id": 1}', "[" * 100_000,
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"attestationObject": "AA"}}',
])
def test_what_is_no_passkey_is_not_kept(library: str, credential: str) -> None:
    from allauth.mfa.models import Authenticator

    from octavo.site.readers.owner import set_password

    people = two_readers()
    set_password(PASSWORD, people.ada.reader)
    browser = browser_elsewhere()
    browser.post("/sign-in/", {"username": "ada", "password": PASSWORD})
    assert browser.get("/settings/signing-in/passkeys/add/")["Location"].startswith("/sign-in/again/?next=")
    browser.post("/sign-in/again/", {"password": PASSWORD})
    assert browser.get("/settings/signing-in/passkeys/add/").status_code == 200
    answer = browser.post("/settings/signing-in/passkeys/add/", {"name": "x", "credential": credential})
    assert answer.status_code == 400
    assert not Authenticator.objects.exists()


def test_the_password_once_more_is_not_guessed(site: None) -> None:
    from octavo.site.readers.owner import set_password

    people = two_readers()
    set_password(PASSWORD, people.ada.reader)
    people.ada.browser.force_login(people.ada.reader)
    for _ in range(10):
        assert "not your password" in people.ada.browser.post("/sign-in/again/", {"password": "wrong"}).content.decode()
    assert people.ada.browser.post("/sign-in/again/", {"password": PASSWORD}).status_code == 429


def test_ones_own_name_is_no_way_around_the_limit(library: str) -> None:
    from octavo.site.readers.owner import set_password

    people = two_readers()
    set_password(PASSWORD, people.ada.reader)
    for number in range(9):
        browser_elsewhere().post("/sign-in/", {"username": "ben", "password": f"guess {number}"})
    assert browser_elsewhere().post("/sign-in/", {"username": "ada", "password": PASSWORD}).status_code == 302
    browser_elsewhere().post("/sign-in/", {"username": "ben", "password": "guess 10"})
    assert browser_elsewhere().post("/sign-in/", {"username": "ada", "password": PASSWORD}).status_code == 429


@pytest.fixture
def mail(site: None, override: Callable[..., None]) -> list[Any]:
    from django.core import mail

    override(MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
    mail.outbox = []
    return mail.outbox


def test_without_mail_the_page_says_what_to_type(site: None) -> None:
    for answer in (browser_elsewhere().get("/sign-in/lost/"), browser_elsewhere().post("/sign-in/lost/", {"email": "ada@post.example"})):
        assert "octavo password NAME" in answer.content.decode()


def test_a_lost_password_is_renewed_by_a_link_that_holds_once(mail: list[Any]) -> None:
    people = two_readers()
    browser = browser_elsewhere()
    for address in ("ada@post.example", "nobody@post.example"):
        assert browser.post("/sign-in/lost/", {"email": address})["Location"] == "/sign-in/?done=mailed"
    assert [each.to for each in mail] == [["ada@post.example"]]
    link = next(line for line in mail[0].body.splitlines() if line.startswith("http://localhost/"))
    assert "reader ada " in mail[0].body
    form = browser.get(link.removeprefix("http://localhost"))["Location"]
    assert link.rsplit("-", 1)[1].strip("/") not in form, "the key is not in the address of the form"
    assert browser.post(form, {"password1": "short", "password2": "short"}).status_code == 200
    assert browser.post(form, {"password1": PASSWORD, "password2": PASSWORD})["Location"] == "/sign-in/?done=renewed"
    assert people.ada.browser.get("/").status_code == 302, "sessions that were open end"
    assert "holds no more" in browser_elsewhere().get(link.removeprefix("http://localhost")).content.decode()
    assert browser_elsewhere().post("/sign-in/", {"username": "ada", "password": PASSWORD}).status_code == 302


@pytest.mark.parametrize("link", [
    "/sign-in/renew/1-abc/", "/sign-in/renew/zzzzzzzzzzzz-abc/", "/sign-in/renew/1-set-password/", "/sign-in/renew/é-%00/",
])
def test_a_forged_link_changes_nothing(mail: list[Any], link: str) -> None:
    answer = browser_elsewhere().post(link, {"password1": PASSWORD, "password2": PASSWORD})
    assert answer.status_code == 200
    assert "holds no more" in answer.content.decode()


def test_a_mail_server_that_refuses_tells_nobody_whose_address_is_known(mail: list[Any], override: Callable[..., None]) -> None:
    two_readers()
    override(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1, EMAIL_TIMEOUT=2)
    assert browser_elsewhere().post("/sign-in/lost/", {"email": "ada@post.example"})["Location"] == "/sign-in/?done=mailed"


def test_mail_is_not_asked_for_without_end(mail: list[Any]) -> None:
    two_readers()
    for _ in range(10):
        browser_elsewhere().post("/sign-in/lost/", {"email": "ada@post.example"})
    assert browser_elsewhere().post("/sign-in/lost/", {"email": "ada@post.example"}).status_code == 429
    assert len(mail) == 10
