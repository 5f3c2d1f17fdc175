"""Making briefs that is killed: test_killed.py runs `main` in a process of its own, with the library open.

Each trial changes some stories and forks a child, which makes their briefs and is killed by SIGKILL before or after one of its statements.
Then each row must be as before or as it is to be, and making them in peace must give what a library has that nobody was killed over.
"""

from __future__ import annotations

import random

from django.db import connection
from django.test.utils import CaptureQueriesContext

from octavo.site.desk.leases import BRIEFING
from octavo.site.library.brief_reports import mark_of
from octavo.site.library.models import Choice, Story, StoryBrief
from tests.site.desk.briefing.briefed import kept, make_all
from tests.site.library.analyses import analysed
from tests.site.library.killing import in_child, killed_at
from tests.site.library.placed import tell

STORIES = 4


def main(seed: int, trials: int) -> tuple[int, int]:
    """Run the trials; returns how many children were killed, and how many of those left a part of the briefs made."""
    chance = random.Random(seed)
    stories = [tell(f"s{number}", analysed(f"first {number}", minutes=number)) for number in range(STORIES)]
    killed = partly = statements = 0
    for trial in range(-1, trials):
        for story in stories:
            tell(story, analysed(f"{trial} of {story}", minutes=trial))
        Story.objects.update(rough=False)
        if trial < 0:  # in peace: how many statements there are
            with CaptureQueriesContext(connection) as made_with:
                make_all()
            statements = len(made_with)
            continue
        before = kept()
        first, last = (1 + statements * each // trials for each in (trial, trial + 1))  # each trial in a part of its own
        statement, after = chance.randrange(first, last), chance.random() < 0.5
        killed += in_child(lambda: killed_at(make_all, statement, after))  # noqa: B023
        now = kept()
        made = {story for story in stories if now[story]["waiting"] is None}
        for story in stories:
            told = ("mark", "made", "brief", "first", "fresh", "problem")
            assert story in made or [now[story][each] for each in told] == [before[story][each] for each in told]
            assert story not in made or now[story]["mark"] == mark_of(story)
        partly += 0 < len(made) < STORIES
        Choice.objects.filter(name=BRIEFING.name).delete()
        make_all()
        assert {story for story, row in kept().items() if row["waiting"] is None and row["mark"] == mark_of(story)} == set(stories)
    assert not StoryBrief.objects.exclude(problem="").exists()
    return killed, partly
