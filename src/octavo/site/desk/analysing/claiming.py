"""The articles that wait to be analysed: taking some, keeping them while they are worked on, giving them back.

The rows of `octavo.site.library.models.Analysis` are the queue. Each function is a fixed number of statements that find their rows by an
index.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Length

from octavo.site.library.analysing import Text
from octavo.site.library.models import Analysis, Article
from octavo.site.library.writing import explaining, writing

LEASE = timedelta(minutes=2)
"""How long a claim holds when it is not renewed."""
BATCH = 64
CHARACTERS = 60_000
"""What is taken at once: so many articles, with so many characters unless one alone has more. A second or two of work."""
ATTEMPTS = 3
"""How often an article is taken whose worker breaks each time."""

_BROKE = "it breaks what analyses it each time"


@explaining()
def waits(now: datetime) -> bool:
    """Whether there is an article that waits and that nobody works on."""
    return _free(now).exists()


@explaining()
def waiting() -> int:
    """How many articles are still to be analysed."""
    return Analysis.objects.filter(waiting__isnull=False).count()


def claim(worker: str, now: datetime, model: str) -> list[Text]:
    """Articles that are that worker's from now on, for LEASE: those that no model looked at, then the others, the newest first; as many
    as go together. `model` is the one that the worker has.

    One that a worker came to no end with before is taken alone, so that it is known for what it is; after ATTEMPTS it is given up.
    """
    with writing():
        free = _free(now).order_by("again", "-waiting", "-pk").annotate(size=Length("article__text"))
        rows = free.values_list("pk", "attempts", "size")[:BATCH]
        chosen: list[int] = []
        given_up: list[int] = []
        size = 0
        for pk, attempts, length in rows:
            if attempts >= ATTEMPTS:
                given_up.append(pk)
            elif chosen and (attempts or size + length > CHARACTERS):
                break
            else:
                chosen.append(pk)
                size += length
                if attempts:
                    break
        if given_up:
            Analysis.objects.filter(pk__in=given_up).update(waiting=None, leased_until=None, leased_by="", model=model, problem=_BROKE)
        Analysis.objects.filter(pk__in=chosen).update(leased_by=worker, leased_until=now + LEASE, attempts=F("attempts") + 1)
        found = Article.objects.filter(pk__in=chosen).values_list("pk", "specimen", "text", "published", "arrived")
        return sorted((Text(*row) for row in found), key=lambda text: chosen.index(text.pk))


def renew(worker: str, now: datetime) -> None:
    """Keep what the worker holds for another LEASE."""
    _held(worker).update(leased_until=now + LEASE)


def give_back(worker: str, died: bool) -> int:
    """Let go of what the worker holds; returns how much that was. That it died over it counts, that it was told to stop does not."""
    with writing():
        return _held(worker).update(leased_until=None, leased_by="", attempts=F("attempts") - (0 if died else 1))


def give_up(worker: str, model: str, articles: Iterable[tuple[int, str]]) -> None:
    """Articles that cannot be analysed with that model, each with the reason in words; another model may."""
    with writing():
        for pk, problem in articles:
            _held(worker).filter(pk=pk).update(waiting=None, leased_until=None, leased_by="", model=model, problem=problem)


@explaining()
def expect_all_of_other_models(version: str) -> None:
    """Have what another model analysed done again by this one, behind all that is new; until then what was found stays."""
    others = Analysis.objects.exclude(model="").exclude(model=version).filter(waiting__isnull=True)
    if others.exists():
        ranked = Article.objects.filter(pk=OuterRef("pk")).values("ranked")
        with writing():
            others.update(waiting=Subquery(ranked), again=True, attempts=0)


def _free(now: datetime) -> QuerySet[Analysis]:
    return Analysis.objects.filter(Q(leased_until__isnull=True) | Q(leased_until__lte=now), waiting__isnull=False)


def _held(worker: str) -> QuerySet[Analysis]:
    return Analysis.objects.filter(leased_until__isnull=False, leased_by=worker, waiting__isnull=False)
