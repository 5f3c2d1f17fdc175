"""Sessions are listed and ended, keep no page from being quick, and cannot be fixed upon a reader."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.site.readers.accounts.conftest import PASSWORD
from tests.site.readers.two_readers import browser_elsewhere, signed_in, two_readers


def test_each_place_is_listed_and_ended(library: str) -> None:
    from allauth.usersessions.models import UserSession

    people = two_readers()
    other = signed_in(people.ada.reader).browser
    other.get("/", headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"})
    page = people.ada.browser.get("/settings/signing-in/").content.decode()
    assert "Firefox on Windows" in page
    assert "192.0.2.7" in page
    there = UserSession.objects.get(user_agent__contains="Firefox")
    assert people.ben.browser.post(f"/settings/signing-in/sessions/{there.pk}/end/").status_code == 404
    assert other.get("/").status_code == 200
    assert people.ada.browser.post(f"/settings/signing-in/sessions/{there.pk}/end/").status_code == 302
    assert other.get("/").status_code == 302
    assert people.ada.browser.get("/").status_code == 200


def test_all_others_end_at_once_and_no_other_readers(library: str) -> None:
    people = two_readers()
    others = [signed_in(people.ada.reader).browser for _ in range(3)]
    for browser in (*others, people.ada.browser, people.ben.browser):
        browser.get("/")
    people.ada.browser.post("/settings/signing-in/sessions/end/")
    assert [browser.get("/").status_code for browser in others] == [302] * 3
    assert people.ada.browser.get("/").status_code == people.ben.browser.get("/").status_code == 200


def test_a_session_is_noted_once_an_hour(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = two_readers().ada.browser
    browser.get("/sign-up/nothing/")
    with CaptureQueriesContext(connection) as captured:
        browser.get("/sign-up/nothing/")
    written = [query["sql"] for query in captured if not query["sql"].startswith("SELECT")]
    assert written == []
    assert not any("usersession" in query["sql"] for query in captured)


def test_the_machines_own_reader_costs_one_query(site_client: object) -> None:
    from django.db import connection
    from django.http import HttpRequest, HttpResponse
    from django.test.utils import CaptureQueriesContext

    from octavo.site.readers.accounts.loopback import sign_in
    from octavo.site.readers.accounts.sessions import noting

    request = HttpRequest()
    request.META.update(REMOTE_ADDR="127.0.0.1", HTTP_HOST="localhost")
    with CaptureQueriesContext(connection) as captured:
        sign_in(noting(lambda _: HttpResponse()))(request)
    assert len(captured) == 1


def test_what_ran_out_is_forgotten(library: str) -> None:
    from allauth.usersessions.models import UserSession
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    people = two_readers()
    people.ada.browser.get("/")
    long_ago = timezone.now() - timedelta(days=60)
    Session.objects.update(expire_date=long_ago)
    UserSession.objects.update(last_seen_at=long_ago)
    signed_in(people.ben.reader).browser.get("/")
    assert Session.objects.count() == UserSession.objects.count() == 1


def test_signing_in_gives_the_session_another_key(library: str) -> None:
    from octavo.site.readers.owner import set_password

    set_password(PASSWORD, two_readers().ada.reader)
    fixed = browser_elsewhere()
    session = fixed.session
    session["anything"] = 1
    session.save()
    assert session.session_key
    fixed.cookies["sessionid"] = session.session_key
    fixed.post("/sign-in/", {"username": "ada", "password": PASSWORD})
    thief = browser_elsewhere()
    thief.cookies["sessionid"] = session.session_key
    assert fixed.cookies["sessionid"].value != session.session_key
    assert fixed.get("/").status_code == 200
    assert thief.get("/").status_code == 302


@pytest.mark.parametrize("address", ["fe80::1%eth0", "", "nonsense", "::ffff:192.0.2.9"])
def test_any_peer_can_sign_in(library: str, address: str) -> None:
    from octavo.site.readers.owner import set_password

    set_password(PASSWORD, two_readers().ada.reader)
    browser = browser_elsewhere()
    assert browser.post("/sign-in/", {"username": "ADA", "password": PASSWORD}, REMOTE_ADDR=address).status_code == 302
    assert browser.get("/settings/signing-in/", REMOTE_ADDR=address).status_code == 200


@pytest.mark.parametrize(("agent", "shown"), [
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone"),
    ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
    ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", "Chrome on Linux"),
    ("curl/8.1", "curl"), ("", ""), ("x" * 5000, "x" * 40),
])
def test_a_browser_by_its_name(site: None, agent: str, shown: str) -> None:
    from octavo.site.readers.accounts.sessions import browser_of

    assert browser_of(agent) == shown
