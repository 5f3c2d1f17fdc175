"""What a reader sees when something went wrong."""

from __future__ import annotations

from tests.site.readers.two_readers import two_readers


def test_whoever_is_signed_in_is_not_asked_to_sign_in(library: str) -> None:
    from django.test import Client

    ada = two_readers().ada.browser
    strict, nobody = (Client(enforce_csrf_checks=True, headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7") for _ in range(2))
    strict.cookies = ada.cookies
    for answer, asked in ((ada.get("/settings/readers/"), False), (strict.post("/mutes/put/"), False), (nobody.post("/sign-in/"), True)):
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "Back to the front page" in page
        assert ("Sign in" in page) is asked
