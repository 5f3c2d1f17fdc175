"""Taking out that is killed: test_killed.py runs `main` in a process of its own, with the library open.

Each trial brings some old articles in stories and forks a child, which takes them out and is killed by SIGKILL before or after one of its
statements. Then each article must be there or remembered as gone, stories counted right, and the rest must go in peace.
"""

from __future__ import annotations

import random
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from octavo.site.desk.keeping.parts import parts
from octavo.site.library.keeping import letting_go
from octavo.site.library.keeping.gone import gone_among
from octavo.site.library.keeping.plan import Keeping
from octavo.site.library.models import Article
from tests.site.library import placed
from tests.site.library.articles import MORNING
from tests.site.library.killing import in_child, killed_at

NOW = MORNING + timedelta(days=400)
ARTICLES = 6


def main(seed: int, trials: int) -> tuple[int, int]:
    """Run the trials; returns how many children were killed, and how many of those had taken a part out."""
    letting_go.STEP = 2
    chance = random.Random(seed)
    killed = partly = statements = 0
    for trial in range(-1, trials):
        rows = [placed.came(f"{trial} old {number}", minutes=number) for number in range(ARTICLES)]
        keys = {row.key for row in rows}
        placed.tell(f"story {trial}", *rows)
        if trial < 0:  # in peace: how many statements there are
            with CaptureQueriesContext(connection) as made_with:
                _all()
            statements = len(made_with)
            assert not Article.objects.exists()
            continue
        first, last = (1 + statements * each // trials for each in (trial, trial + 1))  # each trial in a part of its own
        statement, after = chance.randrange(first, last), chance.random() < 0.5
        killed += in_child(lambda: killed_at(_all, statement, after))  # noqa: B023
        left = set(Article.objects.values_list("key", flat=True))
        assert gone_among(keys) == keys - left
        placed.check_counts()
        partly += 0 < len(left) < ARTICLES
        _all()
        assert not Article.objects.exists()
        assert gone_among(keys) == keys
        placed.check_counts()
    return killed, partly


def _all() -> None:
    for part in parts(Keeping(article_days=30), NOW):
        part()
