from __future__ import annotations

from datetime import timedelta

import pytest

from octavo.grouping.stories.facts import Facts, Report, facts, headline
from octavo.grouping.stories.front import ago, front
from tests.grouping.stories.events import START


def report(name: str, said: str, publisher: str = "", voice: str = "", origin: str = "", hours: float = 0) -> Report:
    return Report(name, said, publisher, voice, origin or name, START + timedelta(hours=hours))


REPORTS = (
    report("a", "Drama at sea", "The Harbour Post", "post", hours=0),
    report("b", "Ferry Marit runs aground off Alder", "The Gazette", "gazette", hours=1),
    report("c", "Alder ferry Marit aground: 42 passengers safe", "The Mirror", "gazette", "b", hours=2),
    report("d", "Why did the ferry Marit run aground off Alder?", "The Ledger", "ledger", hours=3),
    report("e", "Ferry Marit aground off Alder - The Harbour Post", "The Harbour Post", "post", hours=5),
)


def story(independent: int, hours: float, papers: tuple[str, ...] = ("The Post", "The Mirror")) -> Facts:
    return Facts("h", "a", max(independent, len(papers)), independent, START, START + timedelta(hours=hours), papers)


def test_the_headline_is_the_plain_one_nearest_to_all_and_not_the_newest() -> None:
    assert headline(REPORTS).id == "b"
    assert headline(REPORTS[:1]).id == "a"


def test_one_text_and_one_owner_are_one_report() -> None:
    told = facts(REPORTS)
    assert (told.size, told.independent) == (5, 3)
    assert (told.first, told.last) == (REPORTS[0].at, REPORTS[-1].at)
    assert told.papers == ("The Harbour Post", "The Gazette", "The Mirror", "The Ledger")
    assert facts(REPORTS[::-1]) == told


def test_a_story_without_reports_is_none() -> None:
    with pytest.raises(ValueError, match="at least one"):
        facts(())


def test_the_front_page_goes_by_reports_freshness_spread_and_own_sources() -> None:
    now = START + timedelta(hours=8)
    many, few, old = story(9, 7), story(2, 7), story(9, -10)
    wide, own = story(2, 7, ("A", "B", "C", "D")), story(2, 7, ("The Alder Note", "The Mirror"))
    told = [("few", few), ("old", old), ("many", many), ("wide", wide), ("own", own)]
    assert [each.story for each in front(told, now, {"The Alder Note"})] == ["many", "own", "wide", "few", "old"]


def test_the_order_is_explained_in_words() -> None:
    now = START + timedelta(minutes=20)
    assert front([("s", story(5, 0))], now, {"The Post"})[0].reasons == (
        "5 independent reports", "last one 20 minutes ago", "2 papers", "one of your sources",
    )
    assert front([("s", story(1, 3, ("The Post",)))], now)[0].reasons == ("1 independent report", "just now")


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "just now"), (59, "just now"), (60, "1 minute ago"), (7_300, "2 hours ago"), (2e5, "2 days ago")],
)
def test_ages_are_said_as_one_says_them(seconds: float, said: str) -> None:
    assert ago(seconds) == said
