"""Days of a press of many kinds of sources: no article is lost, none is doubled, no host is asked more often than it may be.

What may be lost by physics: what no answer ever held, because it came and left its feed between two requests, or while its source did
not answer. See `tests.press.judge`.
"""

from __future__ import annotations

from octavo.site.desk import schedule
from tests.press import judge, politeness
from tests.press.kinds import KINDS
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
        "reasons": judge.unfitting_reasons(sources, held),
        "addresses": judge.wrong_addresses(sources, log, held, schedule.MOVE_HELD, schedule.MOVE_ANSWERS),
        "crowding": politeness.crowding(log, DELAY),
        "hurry": politeness.hurry(sources, log, schedule.SOONEST),
        "backing off": politeness.no_backing_off(sources, log),
        "secrets": politeness.secrets_told(sources, log, done.written),
        "anonymous": politeness.anonymous(log),
    }


def found(done: Outcome) -> str:
    """The complaints as text, "" for none."""
    return "\n".join(f"{about}: {line}" for about, lines in complaints(done).items() for line in lines[:20])


def test_two_days_of_every_kind(site: None) -> None:
    done = play(days=2.5, count=60)
    assert {source.kind for source in done.sources} == set(KINDS)
    assert found(done) == ""
    assert len(done.held.articles) > 1000
