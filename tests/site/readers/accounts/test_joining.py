"""Who may become a reader: nobody, whoever has an invitation, everybody."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from tests.site.readers.accounts.conftest import PASSWORD
from tests.site.readers.two_readers import browser_elsewhere, two_readers

FORM = {"username": "carla", "password1": PASSWORD, "password2": PASSWORD, "email": "", "time_zone": "Asia/Tokyo"}


def mode(name: str) -> None:
    from octavo.site.library.paper_settings import set_settings
    from octavo.site.readers.accounts.joining import ROOM, SignsUp

    set_settings(ROOM, SignsUp(mode=name))


def link(whom: str = "Carla", ago: timedelta = timedelta()) -> str:
    from django.utils import timezone

    from octavo.site.readers.accounts.invitations import invite, key_of

    made = invite(whom, timezone.now() - ago)
    assert made
    return f"/sign-up/{key_of(made)}/"


def names() -> set[str]:
    from octavo.site.readers.models import User

    return set(User.objects.values_list("username", flat=True))


def test_sign_up_is_closed_as_long_as_the_owner_says_nothing(library: str) -> None:
    browser = browser_elsewhere()
    for answer in (browser.get("/sign-up/"), browser.post("/sign-up/", FORM), browser.post(link(), FORM)):
        assert answer.status_code == 403
        assert "Sign-up is closed" in answer.content.decode()
    assert names() == {"owner"}


def test_open_makes_a_reader_who_is_signed_in(library: str) -> None:
    from octavo.site.readers.models import User

    mode("open")
    browser = browser_elsewhere()
    assert "Become a reader" in browser.get("/sign-in/").content.decode()
    assert browser.post("/sign-up/", FORM)["Location"] == "/"
    made = browser.get("/").wsgi_request.user
    assert isinstance(made, User)
    assert (made.username, made.time_zone, made.is_superuser, made.is_staff) == ("carla", "Asia/Tokyo", False, False)


def test_an_invitation_holds_once(library: str) -> None:
    from octavo.site.readers.models import Invitation

    mode("invited")
    path = link()
    assert browser_elsewhere().get("/sign-up/").status_code == 403
    assert browser_elsewhere().get(path).status_code == 200
    assert browser_elsewhere().post(path, FORM).status_code == 302
    again = browser_elsewhere().post(path, {**FORM, "username": "dora"})
    assert again.status_code == 410
    assert "joined by it already" in again.content.decode()
    assert names() == {"owner", "carla"}
    used = Invitation.objects.get()
    assert used.used_by
    assert used.used_by.username == "carla"


def test_two_at_once_by_one_invitation_are_one_reader(library: str) -> None:
    from django.db import connection

    mode("invited")
    path = link()

    def join(name: str) -> int:
        try:
            return browser_elsewhere().post(path, {**FORM, "username": name}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        answers = sorted(pool.map(join, ("carla", "dora", "edda")))
    assert answers == [302, 410, 410]
    assert len(names()) == 2


def test_two_at_once_with_one_name_are_one_reader(library: str) -> None:
    from django.db import connection

    mode("open")

    def join(name: str) -> int:
        try:
            return browser_elsewhere().post("/sign-up/", {**FORM, "username": name}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(join, ("carla", "Carla", "carla"))) == [200, 200, 302]


@pytest.mark.parametrize(("change", "status"), [
    (lambda path: path[:-2] + ("0" if path[-2] != "0" else "1") + "/", 404), (lambda _: "/sign-up/1-/", 404),
    (lambda _: "/sign-up/x/", 404), (lambda _: f"/sign-up/{'9' * 400}-{'a' * 40}/", 404), (lambda _: "/sign-up/²-a/", 404),
    (lambda _: "/sign-up/1%00-a/", 404),
])
def test_a_forged_key_is_none(library: str, change: Any, status: int) -> None:
    mode("invited")
    answer = browser_elsewhere().get(change(link()))
    assert answer.status_code == status
    assert "There is no such invitation" in answer.content.decode()


def test_one_that_ran_out_or_was_taken_back_says_so(library: str) -> None:
    from octavo.site.readers.accounts.invitations import revoke
    from octavo.site.readers.models import Invitation

    mode("invited")
    old = link(ago=timedelta(days=7, minutes=1))
    assert "more than seven days ago" in browser_elsewhere().get(old).content.decode()
    assert browser_elsewhere().post(old, FORM).status_code == 410
    taken = link("Dora")
    revoke(Invitation.objects.get(whom="Dora").pk)
    assert browser_elsewhere().post(taken, FORM).status_code == 404
    assert names() == {"owner"}


def test_whoever_reads_already_does_not_use_it_up(library: str) -> None:
    mode("invited")
    path, people = link(), two_readers()
    assert "You are a reader already" in people.ada.browser.get(path).content.decode()
    assert browser_elsewhere().get(path).status_code == 200


@pytest.mark.parametrize(("wrong", "words"), [
    ({"username": ""}, "required"), ({"username": "ADA"}, "Somebody has that name already"), ({"username": "Owner"}, "kept for the paper"),
    ({"username": "a" * 41}, "1 to 40 characters"), ({"username": "a\u202eb"}, "letters, digits"), ({"username": "<b>"}, "letters, digits"),
    ({"username": "a\0b"}, "Null characters"),
    ({"username": "a" * 1_000_000}, "id_username_error"), ({"username": "e\u0301" * 50}, "1 to 40 characters"),
    ({"password1": "short", "password2": "short"}, "at least 10"), ({"password2": "another one"}, "same password"),
    ({"email": "nowhere"}, "valid email"),
])
def test_what_will_not_do_is_told_and_nobody_is_made(library: str, wrong: dict[str, str], words: str) -> None:
    two_readers()
    mode("open")
    answer = browser_elsewhere().post("/sign-up/", {**FORM, **wrong})
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert names() == {"owner", "ada", "ben"}


def test_a_zone_that_is_none_is_not_kept(site: None) -> None:
    from octavo.site.readers.models import User

    mode("open")
    browser_elsewhere().post("/sign-up/", {**FORM, "time_zone": "../../etc/passwd"})
    assert User.objects.get(username="carla").time_zone == "UTC"


def test_joining_without_end_is_stopped(library: str) -> None:
    mode("open")
    for number in range(10):
        assert browser_elsewhere().post("/sign-up/", {**FORM, "username": f"reader{number}"}).status_code == 302
    assert browser_elsewhere().post("/sign-up/", FORM).status_code == 429
    assert "carla" not in names()


class Watched(PBKDF2PasswordHasher):
    """Notes whether the library is being written while a password is hashed."""

    writing: ClassVar[list[bool]] = []

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        from django.db import connection

        self.writing.append(connection.in_atomic_block)
        return super().encode(password, salt, iterations)


def test_nobody_waits_to_write_while_a_password_is_hashed(site: None, override: Callable[..., None]) -> None:
    from octavo.site.readers.models import User

    override(PASSWORD_HASHERS=[f"{__name__}.Watched"])
    mode("open")
    Watched.writing.clear()
    assert browser_elsewhere().post("/sign-up/", FORM).status_code == 302
    assert Watched.writing == [False]
    assert User.objects.get(username="carla").check_password(PASSWORD)
