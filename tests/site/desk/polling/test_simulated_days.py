"""Days of a press of many kinds of sources: no article is lost, none is doubled, no host is asked more often than it may be.

What may be lost by physics: what no answer ever held, because it came and left its feed between two requests, or while its source did
not answer. See `tests.press.judge`.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from octavo.site.desk import schedule
from tests.press import judge, politeness
from tests.press.kinds import KINDS, kind_of
from tests.site.desk.playing import Outcome, play

DELAY = 1.0
"""Seconds between two requests to a host."""


def complaints(done: Outcome) -> dict[str, list[str]]:
    """Everything that is not as it should be, by what it is about."""
    sources, log, held = done.sources, done.log, done.held
    begins, ends = done.played.begins, max(visit.time for visit in log.visits)
    return {
        "lost": judge.losses(sources, log, held),
        "unseen": judge.unseen(sources, log, begins, ends),
        "doubled": judge.doubles(held),
        "versions": judge.wrong_versions(sources, log, held),
        "following": judge.unfollowed(sources, log, held),
        "reasons": judge.unfitting_reasons(sources, held) if done.played.days >= 1 else [],
        "addresses": judge.wrong_addresses(sources, log, held, schedule.MOVE_HELD, schedule.MOVE_ANSWERS),
        "crowding": politeness.crowding(log, DELAY),
        "hurry": politeness.hurry(sources, log, schedule.SOONEST),
        "forgetful": politeness.forgetful(sources, log),
        "intrusion": politeness.intrusion(log),
        "backing off": politeness.no_backing_off(sources, log),
        "secrets": politeness.secrets_told(sources, log, done.written),
        "anonymous": politeness.anonymous(log),
    }


def found(done: Outcome) -> str:
    """The complaints as text, "" for none."""
    return "\n".join(f"{about}: {line}" for about, lines in complaints(done).items() for line in lines[:20])


def test_a_day_of_every_kind(site: None) -> None:
    done = play(days=1, count=1, step=timedelta(minutes=10))
    assert {source.kind for source in done.sources} == set(KINDS)
    assert found(done) == ""
    assert len(done.held.articles) > 600


def test_two_desks_share_the_queue_and_ask_nobody_twice(site: None) -> None:
    kinds = [
        "rss", "atom", "busy", "quick-to-leave", "shared-host", "summaries", "limited-seconds", "limited-shared", "failing", "corrected"]
    done = play(days=0.25, count=60, desks=2, step=timedelta(minutes=10), kinds=kinds)
    assert found(done) == ""
    assert all(rounds.sources for rounds in done.totals), "both desks had work"


@pytest.mark.long
def test_days_of_five_hundred_sources(site: None) -> None:
    done = play(days=5, count=500)
    assert len(done.sources) == 500
    assert found(done) == ""
    moved = [source for source in done.sources if kind_of(source).moves and not kind_of(source).stays]
    assert all(done.held.sources[source.name].address == source.moved for source in moved), "each move has held for days"
    # Where pieces leave after three hours, half an hour of them may go by unseen in a night; hardly more.
    quick = [source for source in done.sources if source.kind == "quick-to-leave"]
    unseen = judge.unseen(quick, done.log, done.played.begins, max(visit.time for visit in done.log.visits), timedelta(hours=1))
    assert unseen == []


@pytest.mark.long
def test_healthy_sources_are_as_well_among_ill_ones_as_without_them(site: None) -> None:
    among = play(days=2, count=150)
    healthy = [source for source in among.sources if kind_of(source).well]
    from tests.conftest import empty

    empty()
    alone = play(days=2, count=150, ill=False)
    assert {source.name for source in healthy} == {source.name for source in alone.sources}
    assert found(among) == found(alone) == ""
    # Chance spreads the requests of the two runs in different ways: one source may see a piece more or less, all together hardly.
    assert judge.harmed(alone.log, among.log, healthy, tolerance=0.5) == []
    requests, entries = (
        [sum(len(of(source, done.log)) for source in healthy) for done in (alone, among)]
        for of in (lambda source, log: log.of(source.name), judge.served)
    )
    assert requests[1] == pytest.approx(requests[0], rel=0.05)
    assert entries[1] == pytest.approx(entries[0], rel=0.02)


@pytest.mark.long
def test_two_days_on_both_databases(library: str) -> None:
    assert found(play(days=2, count=75, desks=2)) == ""
