"""What a feed says about how often to ask for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.reading.feed.hints import NO_HINTS, Hints, hints_of

TUESDAY = datetime(2026, 3, 3, 22, 15, tzinfo=UTC)


def rss(head: str) -> bytes:
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{head}<item><title>a</title></item></channel></rss>'.encode()


@pytest.mark.parametrize(("head", "every"), [
    ("<ttl>90</ttl>", 5400),
    ("<ttl> 30 </ttl>", 1800),
    ("<ttl>0</ttl>", None),
    ("<ttl>soon</ttl>", None),
    ("<ttl>99999999999999999999</ttl>", None),
    ("<sy:updatePeriod>\n hourly </sy:updatePeriod><sy:updateFrequency>\n 2 </sy:updateFrequency>", 1800),
    ("<sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
    ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 86_400),
    ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>900000</sy:updateFrequency>", None),
    ("<sy:updatePeriod>never</sy:updatePeriod>", None),
    ("<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
])
def test_how_often(head: str, every: int | None) -> None:
    assert hints_of(rss(head)).every == every


def test_hours_and_days_that_are_skipped() -> None:
    hours = "<skipHours><hour>0</hour><hour>24</hour><hour> 5 </hour><hour>77</hour></skipHours>"
    days = "<skipDays><day>Sunday</day><day>saturday</day></skipDays>"
    assert hints_of(rss(hours + days)) == Hints(None, (0, 5), (5, 6))


def test_what_stands_in_an_entry_is_no_hint() -> None:
    assert hints_of(b"<rss><channel><item><ttl>90</ttl></item></channel></rss>") == NO_HINTS


def test_a_feed_in_utf16_says_it_too() -> None:
    assert hints_of(rss("<ttl>90</ttl>").decode().encode("utf-16")).every == 5400


@pytest.mark.parametrize("body", [b"", b"\x00\xff", b"<ttl>" * 100_000, b"<ttl>" + b" " * 1_000_000, b"<day>" * 10_000])
def test_what_is_no_feed_has_none(body: bytes) -> None:
    assert hints_of(body) == NO_HINTS


def test_one_that_skips_all_there_is_skips_nothing() -> None:
    assert hints_of(rss("".join(f"<hour>{hour}</hour>" for hour in range(24)))) == NO_HINTS


@pytest.mark.parametrize(("hints", "hours"), [
    (Hints(skip_hours=(22, 23, 0)), 3),
    (Hints(skip_days=(1,)), 2),
    (Hints(skip_days=(1, 2)), 24),
    (Hints(skip_hours=(3,)), 0),
])
def test_when_it_may_be_asked_next(hints: Hints, hours: int) -> None:
    assert hints.allowed(TUESDAY, TUESDAY + timedelta(days=1)) == TUESDAY + timedelta(hours=hours)


SKIPS = st.builds(
    Hints, st.none() | st.integers(1, 10**8), st.sets(st.integers(0, 23)).map(tuple), st.sets(st.integers(0, 6)).map(tuple),
)


@given(SKIPS, st.floats(0, 86_400), st.floats(0, 86_400))
def test_it_is_never_before_nor_after(hints: Hints, wait: float, more: float) -> None:
    when, latest = TUESDAY + timedelta(seconds=wait), TUESDAY + timedelta(seconds=wait + more)
    assert when <= hints.allowed(when, latest) <= latest


@given(SKIPS)
def test_it_comes_back_from_its_column(hints: Hints) -> None:
    assert Hints.of_json(hints.as_json()) == hints
