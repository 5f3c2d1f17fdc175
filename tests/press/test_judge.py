"""The judge sees what is wrong: each fault that a desk could make has its complaint, and a faultless one has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.press import judge, politeness
from tests.press.clock import MONDAY
from tests.press.judge import Held, HeldArticle, HeldSource
from tests.press.kinds import Played, sources
from tests.press.log import Log, Visit
from tests.press.replies import Asked
from tests.press.sources import Source

SOURCES = {source.kind: source for source in sources(Played(MONDAY, 2, 80, count=1))}
AGENT = {"user-agent": "Octavo/1"}
MOVE = timedelta(days=1)


def asked(source: Source, *hours: float, log: Log | None = None, **headers: str) -> Log:
    """A log of a source that was asked at those times, one request after the other."""
    log = log or Log()
    for hour in hours:
        time = MONDAY + timedelta(hours=hour)
        given = {**AGENT, **headers}
        if source.secret_header:
            given[source.secret_header[0].lower()] = source.secret_header[1]
        reply = source.reply(Asked(source.host, source.path, time, given), log)
        said = dict(reply.headers)
        visit = Visit(source.host, source.path, time, given, source.name, False, reply.status, reply.shown,
                      said.get("Location", ""), said.get("Retry-After", ""))
        log.begin(visit)
        log.end(visit)
    return log


def held(source: Source, log: Log, reason: str = "", address: str = "") -> Held:
    """A library that holds all it should."""
    articles = [
        HeldArticle(f"http://{source.host}/news/{piece}", "Correction: no." if editions[-1] else "Yes.", len(set(editions)) - 1, "")
        for piece, editions in judge.served(source, log).items()
    ]
    row = HeldSource(address or source.address, reason, "it is so" if reason else "", frozenset({reason} - {""}), 3600)
    return Held(articles, {source.name: row})


def all_of(source: Source, log: Log, library: Held, written: str = "") -> list[str]:
    """Every complaint."""
    one = [source]
    return [
        *judge.losses(one, log, library), *judge.doubles(library), *judge.wrong_versions(one, log, library),
        *judge.unfitting_reasons(one, library), *judge.wrong_addresses(one, log, library, MOVE, 3),
        *politeness.crowding(log, 1.0), *politeness.hurry(one, log, 600), *politeness.intrusion(log),
        *politeness.no_backing_off(one, log),
        *politeness.secrets_told(one, log, written), *politeness.anonymous(log),
    ]


@pytest.mark.parametrize("kind", ["rss", "corrected", "secret-header"])
def test_nothing_is_said_where_all_is_well(kind: str) -> None:
    log = asked(SOURCES[kind], 0, 5, 20, 40)
    assert all_of(SOURCES[kind], log, held(SOURCES[kind], log)) == []


Fault = Callable[[list[HeldArticle]], list[HeldArticle]]


@pytest.mark.parametrize(("fault", "complaint"), [
    (lambda articles: articles[1:], "is not in the library"),
    (lambda articles: [*articles, replace(articles[0], url=articles[0].url + "?utm_source=feed")], "is in the library 2 times"),
    (lambda articles: [replace(articles[0], versions=3), *articles[1:]], "3 earlier texts"),
    (lambda articles: [replace(each, text="Yes.") for each in articles], "does not stand as it was corrected"),
])
def test_what_is_wrong_with_articles_is_seen(fault: Fault, complaint: str) -> None:
    source = SOURCES["corrected"]
    log = asked(source, 0, 5, 20, 40)
    library = held(source, log)
    found = all_of(source, log, Held(fault(list(library.articles)), library.sources))
    assert found
    assert all(complaint in each for each in found)


def test_a_piece_that_was_shown_for_long_and_never_asked_for_is_seen() -> None:
    source = SOURCES["sleepy"]
    assert judge.unseen([source], asked(source, 47), MONDAY, MONDAY + timedelta(hours=48)) == []
    assert judge.unseen([source], Log(), MONDAY, MONDAY + timedelta(hours=48))


@pytest.mark.parametrize(("kind", "reason", "complaint"), [
    ("rss", "timed-out", "in the end its reason is 'timed-out'"),
    ("gone", "not-found", "in the end its reason is 'not-found'"),
    ("spells-of-503", "", "never said to be one of ['server-error']"),
])
def test_a_reason_that_does_not_fit_is_seen(kind: str, reason: str, complaint: str) -> None:
    source = SOURCES[kind]
    assert any(complaint in each for each in judge.unfitting_reasons([source], held(source, Log(), reason)))


def test_an_address_that_moved_too_soon_or_not_at_all_is_seen() -> None:
    source = SOURCES["moved-host"]
    log = asked(source, 12, 13, 30, 37)
    assert judge.wrong_addresses([source], log, held(source, log, address=source.moved), MOVE, 3) == []
    assert "should be http://new-" in judge.wrong_addresses([source], log, held(source, log), MOVE, 3)[0]
    early = asked(source, 12, 13, 14)
    assert "should be http://moved-" in judge.wrong_addresses([source], early, held(source, early, address=source.moved), MOVE, 3)[0]
    asked(source, 40, log=log)
    assert judge.wrong_addresses([source], early, held(source, early), MOVE, 3) == []


def test_who_asks_too_soon_is_seen() -> None:
    source = SOURCES["rss"]
    assert "and 600 is the least" in politeness.hurry([source], asked(source, 0, 0.1), 600)[0]
    assert "was asked for 0.36 s after" in politeness.crowding(asked(source, 0, 0.0001), 1.0)[0]
    limited = SOURCES["limited-date"]
    assert politeness.intrusion(asked(limited, 0, 0.5, 2.1)) == []
    assert "left alone until" in politeness.intrusion(asked(limited, 0, 0.5, 0.8))[0]
    gone = SOURCES["gone"]
    assert politeness.hurry([gone], asked(gone, 20, 44, 68), 600) == []
    assert "though it is gone" in politeness.hurry([gone], asked(gone, 20, 40), 600)[0]
    assert "again and again" in politeness.hurry([gone], asked(gone, 20, 44, 68, 92), 600)[0]


def test_who_forgets_to_ask_on_a_condition_is_seen() -> None:
    source = SOURCES["bare-304"]
    log = asked(source, 0)
    assert politeness.forgetful([source], asked(source, 5, log=log, **{"if-none-match": '"a"'})) == []
    assert "without a condition" in politeness.forgetful([source], asked(source, 10, log=log))[0]


def test_who_asks_a_host_for_something_else_that_wants_to_be_left_alone_is_seen() -> None:
    limited = SOURCES["limited-seconds"]
    log = asked(limited, 0, 0.5)
    asked(replace(SOURCES["rss"], host=limited.host), 0.8, log=log)
    assert f"{limited.host}: /feed was asked for" in politeness.intrusion(log)[0]


def test_who_asks_two_at_a_time_is_seen() -> None:
    log = Log()
    for minute in range(2):
        log.begin(Visit("paper.press.test", "/feed", MONDAY + timedelta(minutes=minute), AGENT, "", False))
    assert "beside another request" in politeness.crowding(log, 1.0)[0]


def test_who_does_not_back_off_is_seen() -> None:
    source = SOURCES["forbidden"]
    assert politeness.no_backing_off([source], asked(source, 0, 1, 3, 7, 15)) == []
    assert politeness.no_backing_off([source], asked(source, 0, 1, 2, 3))


def test_a_secret_that_was_told_is_seen() -> None:
    source = SOURCES["secret-header"]
    assert source.secret_header is not None
    log = asked(source, 0)
    assert "was written down" in politeness.secrets_told([source], log, f"key={source.secret_header[1]}")[0]
    asked(SOURCES["rss"], 1, log=log, x=source.secret_header[1])
    assert "went to rss-0.press.test" in politeness.secrets_told([source], log, "")[0]


def test_who_does_not_say_who_asks_is_seen() -> None:
    log = asked(SOURCES["rss"], 0)
    log.visits[0].headers = {}
    assert politeness.anonymous(log)


def test_healthy_sources_that_are_asked_less_among_ill_ones_are_seen() -> None:
    source = SOURCES["rss"]
    often, seldom = asked(source, *range(40)), asked(source, *range(0, 40, 4))
    assert judge.harmed(often, often, [source], 0.2) == []
    assert judge.harmed(often, seldom, [source], 0.2)
