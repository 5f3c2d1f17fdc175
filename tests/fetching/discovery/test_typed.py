"""What people type as an address, and what is in it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.addresses import ascii_address, web_address
from octavo.errors import InputError
from octavo.fetching.answers import Credentials
from octavo.fetching.discovery.credentials import credentials_of
from octavo.fetching.discovery.typed import typed, without_user


@pytest.mark.parametrize(("written", "addresses"), [
    ("paper.example", ("https://paper.example/", "http://paper.example/")),
    (" paper.example/news\n", ("https://paper.example/news", "http://paper.example/news")),
    ("feed://paper.example/rss", ("https://paper.example/rss", "http://paper.example/rss")),
    ("feed:https://paper.example/rss", ("https://paper.example/rss",)),
    ("http://paper.example", ("http://paper.example/",)),
    ("HTTPS://PAPER.example:443/A?b=ü#c", ("https://paper.example/A?b=%C3%BC",)),
    ("paper.example:8080", ("https://paper.example:8080/", "http://paper.example:8080/")),
    ("localhost:8000/feed", ("https://localhost:8000/feed", "http://localhost:8000/feed")),
    ("https:/paper.example/a", ("https://paper.example/a",)),
    ("https://müller.example/", ("https://xn--mller-kva.example/",)),
    ("http://[::1]:8000/", ("http://[::1]:8000/",)),
])
def test_addresses_in_the_order_to_ask_them(written: str, addresses: tuple[str, ...]) -> None:
    assert typed(written).addresses == addresses
    assert typed(written).credentials is None


@pytest.mark.parametrize("written", [
    "", "  ", "word", "two words", "javascript:alert(1)", "mailto:desk@paper.example", "ftp://paper.example/", "file:///etc/passwd",
    "gopher://paper.example", "https://", "http://paper.example:99999/", "http://a b.example/", "x" * 5_000,
    "https://" + "a" * 300 + ".example/", "https://\u202e.example/", "data:text/html,x", "https://" + "ü" * 200 + ".example/",
])
def test_what_is_no_address_is_said(written: str) -> None:
    with pytest.raises(InputError) as said:
        typed(written)
    assert len(str(said.value)) < 400
    assert str(said.value).isprintable()


def test_a_password_in_an_address_is_taken_out_and_never_shown() -> None:
    asked = typed("https://ada:geh%20heim@paper.example/feed")
    assert asked.addresses == ("https://paper.example/feed",)
    assert asked.credentials is not None
    assert (asked.credentials.user, asked.credentials.password) == ("ada", "geh heim")
    assert "heim" not in repr(asked)
    assert typed("ada:ge@heim@paper.example").credentials == Credentials("ada", "ge@heim")
    for bad in ("geheim@paper.example:99999/", "x@geheim@p.example:x/", "ge/heim@paper.example/", "heim@"):
        with pytest.raises(InputError) as said:
            typed(f"https://ada:{bad}")
        assert "heim" not in str(said.value)
    assert without_user("https://ada:geheim@paper.example/") == "https://paper.example/"


@given(st.text(max_size=200))
def test_any_text_is_an_address_or_an_input_error(text: str) -> None:
    with suppress(InputError):
        assert all(address.isascii() and address.startswith(("https://", "http://")) for address in typed(text).addresses)


@given(st.text(max_size=100))
def test_an_ascii_address_stays_itself(path: str) -> None:
    address = web_address(f"https://paper.example/{path}")
    if address and (once := ascii_address(address)):
        assert once.isascii()
        assert ascii_address(once) == once


def test_an_address_that_does_not_fit_the_library_is_none() -> None:
    assert ascii_address("https://paper.example/" + "ä" * 400) is None
    assert ascii_address("http://paper.example:80?q") == "http://paper.example/?q"


def test_headers_and_passwords_are_judged_without_showing_them() -> None:
    made = credentials_of("ada", "geheim", ["X-Key: s3cret", "X-Empty:"])
    assert made is not None
    assert dict(made.headers) == {"X-Key": "s3cret", "X-Empty": ""}
    assert "geheim" not in repr(made)
    assert "s3cret" not in repr(made)
    assert credentials_of() is None


@pytest.mark.parametrize(("user", "password", "headers"), [
    ("a:b", "x", []), ("a" * 301, "x", []), ("a", "gehe\nim", []), ("a", "\0", []), ("", "", ["no colon s3cret"]),
    ("", "", ["X-Key: s3cret\r\nHost: a"]), ("", "", ["Host: s3cret"]), ("", "", ["Bad Name: s3cret"]),
    ("", "", [f"X-{n}: s3cret" for n in range(21)]),
])
def test_what_cannot_be_sent_is_said_without_the_secret(user: str, password: str, headers: list[str]) -> None:
    with pytest.raises(InputError) as said:
        credentials_of(user, password, headers)
    assert "s3cret" not in str(said.value)
    assert "gehe" not in str(said.value)
