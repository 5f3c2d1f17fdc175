"""The owner's page of readers: taking out, letting in, erasing, invitations; and that no other reader does any of it."""

from __future__ import annotations

import pytest

from tests.site.readers.accounts.conftest import PASSWORD
from tests.site.readers.two_readers import browser_elsewhere, two_readers


def test_whoever_is_taken_out_is_out_at_once_and_can_be_let_in_again(library: str) -> None:
    from octavo.site.readers.owner import set_password

    people = two_readers()
    set_password(PASSWORD, people.ada.reader)
    people.ada.browser.force_login(people.ada.reader)
    assert people.owner.browser.post(f"/settings/readers/{people.ada.reader.pk}/out/").status_code == 302
    assert people.ada.browser.get("/").status_code == 302
    browser = browser_elsewhere()
    refused = browser.post("/sign-in/", {"username": "ada", "password": PASSWORD}, follow=True)
    assert "took it out" in refused.content.decode()
    assert browser.get("/").status_code == 302
    assert "taken out" in people.owner.browser.get("/settings/readers/").content.decode()
    people.owner.browser.post(f"/settings/readers/{people.ada.reader.pk}/in/")
    assert browser_elsewhere().post("/sign-in/", {"username": "ada", "password": PASSWORD})["Location"] == "/"


def test_only_who_is_out_is_erased(library: str) -> None:
    from octavo.site.readers.models import User

    people = two_readers()
    path = f"/settings/readers/{people.ada.reader.pk}/"
    assert people.owner.browser.post(f"{path}erase/")["Location"].endswith("done=reader-still-in")
    people.owner.browser.post(f"{path}out/")
    assert people.owner.browser.get(f"{path}erase/").status_code == 200
    assert people.owner.browser.post(f"{path}erase/")["Location"].endswith("done=reader-erased")
    assert not User.objects.filter(username="ada").exists()


@pytest.mark.parametrize("deed", ["out", "in", "erase"])
def test_nobody_does_anything_to_the_owner_or_to_nobody(library: str, deed: str) -> None:
    people = two_readers()
    for pk in (people.owner.reader.pk, 999_999):
        assert people.owner.browser.post(f"/settings/readers/{pk}/{deed}/").status_code == 404


def test_another_reader_is_told_whose_page_it_is(library: str) -> None:
    answer = two_readers().ada.browser.get("/settings/readers/")
    assert answer.status_code == 403
    assert "It is for the owner of this paper" in answer.content.decode()


@pytest.mark.parametrize("path", ["sign-up/", "invite/", "invitations/1/revoke/", "{ben}/out/", "{ben}/in/", "{ben}/erase/"])
def test_another_reader_does_none_of_it(library: str, path: str) -> None:
    from octavo.site.readers.models import Invitation, User

    people = two_readers()
    people.owner.browser.post("/settings/readers/invite/", {"whom": "Carla"})
    path = f"/settings/readers/{path.format(ben=people.ben.reader.pk)}"
    form = {"mode": "open", "whom": "me"}
    assert people.ada.browser.post(path, form).status_code == 403
    assert people.nobody.post(path, form).status_code == 302
    assert Invitation.objects.count() == 1
    assert User.objects.get(username="ben").is_active


def test_an_invitations_link_is_shown_while_it_holds(library: str) -> None:
    from octavo.site.readers.models import Invitation

    owner = two_readers().owner.browser
    owner.post("/settings/readers/sign-up/", {"mode": "invited"})
    owner.post("/settings/readers/invite/", {"whom": "<b>Carla\u202e</b>"})
    page = owner.get("/settings/readers/").content.decode()
    assert "http://localhost/sign-up/" in page
    assert "<b>Carla" not in page
    revoke = f"/settings/readers/invitations/{Invitation.objects.get().pk}/revoke/"
    assert owner.post(revoke)["Location"].endswith("done=invitation-revoked")
    assert "http://localhost/sign-up/" not in owner.get("/settings/readers/").content.decode()
    assert owner.post(revoke)["Location"].endswith("done=invitation-gone")


@pytest.mark.parametrize("form", [{"mode": "everybody"}, {}, {"mode": "open\0"}])
def test_a_mode_that_there_is_not(library: str, form: dict[str, str]) -> None:
    from octavo.site.readers.accounts.joining import signs_up

    assert two_readers().owner.browser.post("/settings/readers/sign-up/", form).status_code == 400
    assert signs_up().mode == "closed"


def test_the_number_of_queries_does_not_grow_with_readers(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.readers.models import User

    owner = two_readers().owner.browser
    owner.get("/settings/readers/")
    with CaptureQueriesContext(connection) as few:
        owner.get("/settings/readers/")
    User.objects.bulk_create(User(username=f"reader{number}") for number in range(120))
    for number in range(5):
        owner.post("/settings/readers/invite/", {"whom": str(number)})
    with CaptureQueriesContext(connection) as many:
        page = owner.get("/settings/readers/?page=3")
    assert len(many) == len(few)
    assert "reader99" in page.content.decode()
