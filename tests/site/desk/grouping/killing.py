"""Placing that is killed: test_killed.py runs `main` in a process of its own, with the library open.

Each trial forks a child, which places some articles in small batches and is killed by SIGKILL before or after one of its statements. Then
what always holds of stories must hold, and placing in peace must place the rest.
"""

from __future__ import annotations

import random

from octavo.site.desk.grouping import placing
from octavo.site.library.models import Place, Story
from tests.site.desk.grouping.placed import EVENTS, place_all, report
from tests.site.library.killing import in_child, killed_at
from tests.site.library.placed import check, stories

BATCH = 4
"""Articles in a batch here, so that nine take three."""


def main(seed: int, trials: int) -> tuple[int, int]:
    """Run the trials; returns how many children were killed, and how many of those left a part placed."""
    placing.BATCH = BATCH
    chance = random.Random(seed)
    killed = partly = 0
    for trial in range(trials):
        keys = {report(event, 3 * trial + number).key for event in EVENTS for number in range(3)}
        statement, after = chance.randrange(1, 70), chance.random() < 0.5
        killed += in_child(lambda: killed_at(place_all, statement, after))  # noqa: B023
        check()
        assert not Story.objects.filter(size=0).exists()
        partly += Place.objects.filter(waiting=True, article__key__in=keys).count() in range(1, len(keys))
        place_all()
        check()
        assert not Place.objects.filter(waiting=True).exists()
        assert sum(map(len, stories().values())) == 9 * (trial + 1)
    assert len(stories()) == len(EVENTS)
    return killed, partly
