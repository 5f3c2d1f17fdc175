"""What becomes of a comment, decided without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from octavo.site.readers.comments.judging import MOST_LINKS, Hold, Publish, Refuse, Standing, judge, listed
from octavo.site.readers.comments.rules import Rules, are_on

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
KNOWN = Standing(published=5)
OPEN = Rules(hold_first=False)


def test_a_first_comment_waits_and_the_next_does_not() -> None:
    assert judge("Hello", Standing(), Rules(), NOW) == Hold("first")
    assert judge("Hello", Standing(published=1), Rules(), NOW) == Publish()
    assert judge("Hello", Standing(), OPEN, NOW) == Publish()
    assert judge("Hello", Standing(trusted=True), Rules(), NOW) == Publish()


def test_a_new_reader_may_have_fewer_links() -> None:
    text = "https://a.example https://b.example"
    assert judge(text, Standing(published=1), OPEN, NOW) == Refuse("links", 1)
    assert judge(text, KNOWN, OPEN, NOW) == Publish()
    assert judge(text + " c.example" * 4, KNOWN, OPEN, NOW) == Refuse("links", 5)
    assert judge("a.example", Standing(), replace(OPEN, links=0), NOW) == Refuse("links", 0)


def test_five_hundred_links_are_refused_from_anybody() -> None:
    assert judge("https://a.example " * 500, Standing(trusted=True), OPEN, NOW) == Refuse("links", MOST_LINKS)


def test_comments_come_so_often_and_no_oftener() -> None:
    rules = replace(OPEN, per_minute=2, per_day=4)
    written = [NOW - timedelta(seconds=each) for each in (10, 40)]
    said = judge("Hello", replace(KNOWN, written=written), rules, NOW)
    assert said == Refuse("minute", 2, wait=timedelta(seconds=20))
    assert isinstance(said, Refuse)
    assert said.seconds == 20
    assert judge("Hello", replace(KNOWN, written=written[1:]), rules, NOW) == Publish()
    hours = [NOW - timedelta(hours=each) for each in (1, 2, 3, 4, 30)]
    assert judge("Hello", replace(KNOWN, written=hours), rules, NOW) == Refuse("day", 4, wait=timedelta(hours=20))
    assert judge("Hello", replace(KNOWN, written=hours), rules, NOW, edit=True) == Publish()


def test_words_are_whole_ones_and_folded() -> None:
    rules = replace(OPEN, held_words="casino\nfree  money", refused_words="Größe")
    assert judge("At the CASINO.", KNOWN, rules, NOW) == Hold("words", "casino")
    assert judge("the casinos", KNOWN, rules, NOW) == Publish()
    assert judge("Free\nmoney!", KNOWN, rules, NOW) == Hold("words", "free money")
    assert judge("eine grösse", KNOWN, rules, NOW) == Refuse("words", detail="Größe")
    assert listed("any (text) [at] all*", ["(text)", "*", "[at]"]) == "(text)"


def test_blocked_domains_are_refused_and_named() -> None:
    rules = replace(OPEN, blocked_domains="spam.example")
    assert judge("see [it](https://www.spam.example/x)", KNOWN, rules, NOW) == Refuse("domain", detail="spam.example")


def test_who_is_silenced_writes_nothing_until_then() -> None:
    until = NOW + timedelta(hours=2)
    assert judge("Hello", Standing(trusted=True, silenced=until), OPEN, NOW) == Refuse("silenced", wait=timedelta(hours=2))
    assert judge("Hello", replace(KNOWN, silenced=until), OPEN, until) == Publish()


@pytest.mark.parametrize(("text", "reason"), [("", "empty"), ("x" * 10_001, "long")])
def test_nothing_and_too_much_are_refused_from_anybody(text: str, reason: str) -> None:
    said = judge(text, Standing(trusted=True), OPEN, NOW)
    assert isinstance(said, Refuse)
    assert said.reason == reason


def test_comments_are_on_for_a_community_unless_the_owner_says_otherwise() -> None:
    assert [are_on(Rules(), number) for number in (1, 2)] == [False, True]
    assert are_on(Rules(mode="on"), 1)
    assert not are_on(Rules(mode="off"), 100)
