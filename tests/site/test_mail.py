"""OCTAVO_MAIL is read, and no mistake in it repeats the password."""

from __future__ import annotations

import pytest

from octavo.errors import InputError
from octavo.site.mail import mail_server


def test_none_is_none() -> None:
    assert mail_server("", "") is None


@pytest.mark.parametrize(("address", "port", "starttls", "tls"), [
    ("smtp://ada:p%40ss@mail.example", 587, True, False), ("smtps://ada:p%40ss@mail.example", 465, False, True),
    ("smtp+plain://ada:p%40ss@mail.example", 25, False, False), ("smtp://ada:p%40ss@mail.example:2525", 2525, True, False),
])
def test_an_address_says_how_it_is_encrypted(address: str, port: int, starttls: bool, tls: bool) -> None:
    made = mail_server(address, "")
    assert made
    assert (made.host, made.port, made.user, made.password) == ("mail.example", port, "ada", "p@ss")
    assert (made.starttls, made.tls, made.sender) == (starttls, tls, "octavo@mail.example")
    assert "p@ss" not in repr(made)


@pytest.mark.parametrize("address", ["mail.example", "https://ada:secret@mail.example", "smtp://", "smtp://a:secret@b:port", "smtp://[::1"])
def test_what_is_no_mail_server_is_told_without_its_password(address: str) -> None:
    with pytest.raises(InputError, match="OCTAVO_MAIL") as told:
        mail_server(address, "")
    assert "secret" not in str(told.value)
