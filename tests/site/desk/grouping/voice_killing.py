"""Counting voices anew that is killed: test_voicing.py runs `main` in a process of its own, with the library open.

Each trial changes the list of owners and forks a child, which counts in small steps and is killed by SIGKILL before or after one of its
statements. Then what always holds of stories must hold, and counting in peace must give what the list says.
"""

from __future__ import annotations

import random

from django.utils import timezone

from octavo.grouping.owners import Owner
from octavo.site.desk.grouping.voicing import count_voices
from octavo.site.desk.leases import PLACING
from octavo.site.library import voices
from octavo.site.library.models import Choice, Place
from octavo.site.library.owners import add_owner, change_owner
from tests.site.desk.grouping.placed import PAPERS, place_all, report
from tests.site.library.killing import in_child, killed_at
from tests.site.library.placed import check

WORKER = "tests"


def count_all() -> None:
    """Count until nothing is left."""
    assert PLACING.take(WORKER, timezone.now())
    while count_voices(WORKER):
        pass


def main(seed: int, trials: int) -> tuple[int, int]:
    """Run the trials; returns how many children were killed, and how many of those left a part counted."""
    voices.STEP = 2
    for number in range(8):
        report("ferry", number)
    place_all()
    domains = tuple(f"{paper.lower().replace(' ', '')}.example" for paper in PAPERS)
    add_owner(Owner("Isle", domains))
    count_all()
    chance = random.Random(seed)
    killed = partly = 0
    for trial in range(trials):
        name = f"Isle {trial}"
        change_owner(f"Isle {trial - 1}" if trial else "Isle", Owner(name, domains))
        statement, after = chance.randrange(1, 100), chance.random() < 0.5
        killed += in_child(lambda: killed_at(count_all, statement, after))  # noqa: B023
        check()
        partly += Place.objects.filter(voice=name).count() in range(1, 8)
        Choice.objects.filter(name=PLACING.name).delete()
        count_all()
        check()
        assert set(Place.objects.values_list("voice", flat=True)) == {name}
    return killed, partly
