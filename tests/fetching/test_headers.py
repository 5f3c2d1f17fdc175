"""Heads of answers, as a host may write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.errors import OctavoError
from octavo.fetching.agent import user_agent
from octavo.fetching.headers import RETRY_MOST, YEAR, max_age, readable, retry_after


@pytest.mark.parametrize(("control", "age", "seconds"), [
    ("max-age=60", "", 60), ("public, MAX-AGE = 60", "", 60), ('max-age="60"', "", 60), ("s-maxage=9, max-age=60", "", 60), ("max-age=60",
    "20", 40),
    ("max-age=60", "90", 0), ("max-age=60", "-5", 60), ("max-age=60", "x", 60), ("max-age=0", "", 0), ("no-cache", "", 0),
    ("no-store, max-age=60", "", 0),
    ('private="x", max-age=60', "", 60), ("max-age=999999999999", "", YEAR), ("max-age=" + "9" * 400, "", YEAR), ("max-age", "", None),
    ("max-age=-1", "", None), ("max-age=soon", "", None), ("x-max-age=60", "", None), ("", "", None), ("immutable", "", None),
])
def test_max_age(control: str, age: str, seconds: float | None) -> None:
    assert max_age({"cache-control": control, "age": age}) == seconds


@given(st.dictionaries(st.sampled_from(["cache-control", "age", "retry-after"]), st.text(max_size=40)))
def test_whatever_is_written_gives_a_number_or_none(headers: dict[str, str]) -> None:
    now = datetime(2026, 3, 3, tzinfo=UTC)
    assert 0 <= (max_age(headers) or 0) <= YEAR
    assert 0 <= (retry_after(headers, now) or 0) <= RETRY_MOST


def test_headers_are_readable_text_without_cookies() -> None:
    raw = [("ETag", '"a"'), ("etag", '"b"'), ("X-Place", "H\udcf8y"), ("X-Odd", "a\tb\x1b[31m\u202e"), ("Set-Cookie", "a=b"), ("X-Sea",
    "hav på")]
    assert readable(raw) == {"etag": '"a", "b"', "x-place": "Høy", "x-odd": "a b [31m ", "x-sea": "hav på"}


@pytest.mark.parametrize(("contact", "shown"), [
    ("", "(no contact given; a newspaper that its reader runs)"), ("ada@harbour.example",
    "(+ada@harbour.example; a newspaper that its reader runs)"),
    (" https://harbour.example/bot?x=1 ", "(+https://harbour.example/bot?x=1; a newspaper that its reader runs)"),
])
def test_the_user_agent_says_who_asks(contact: str, shown: str) -> None:
    name, _, rest = user_agent(contact).partition(" ")
    assert name.startswith("Octavo/")
    assert rest == shown


@pytest.mark.parametrize("contact", ["a b", "a)", "a(b", "a\r\nX: y", "a\0", "é@x.example", "a\\b", "x" * 300, "\u2066"])
def test_a_contact_that_cannot_stand_in_a_header(contact: str) -> None:
    with pytest.raises(OctavoError, match="OCTAVO_CONTACT"):
        user_agent(contact)
