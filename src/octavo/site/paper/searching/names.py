"""Names beside the results of a search: speakers and publishers that it may mean, and those that come nearest where nothing is found.

Speakers are looked for among the HEARD who have said most, and by the whole query as a name: however many there are, it costs as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, IntegerField, Q, Value, When

from octavo.briefing.speaking.joining import fold, sought
from octavo.site.library.models import Publisher, Speaker
from octavo.site.library.searching.asked import Asked
from octavo.site.library.searching.stop_words import STOP_WORDS
from octavo.site.paper.searching.loosening import spelled

if TYPE_CHECKING:
    from django.db.models import QuerySet

HEARD = 2_000
"""Speakers who are looked at, those who have said most."""
PUBLISHERS = 2_000
"""Publishers that are looked at for a spelling, those with the lowest numbers: they came first."""
ALIKE = 200
"""Speakers and publishers that are looked at because of a word, the best of them."""
SHOWN = 5
WORDS = 6
"""Words of a query that may be names, the first ones."""


@dataclass(frozen=True, slots=True)
class Name:
    """A speaker or a publisher, and how many statements a speaker has."""

    pk: int
    name: str
    statements: int = 0


def words_of(asked: Asked) -> list[str]:
    """The words of a query that may be of names, folded: those that stand alone or in a phrase, and the names of operators."""
    told = [each.words for need in asked.needs for each in need if each.place not in ("section", "agency")]
    runs = (run for text in (*told, *(said.who for said in asked.said)) for run in sought(text))
    return [run for run in dict.fromkeys(runs) if len(run) > 1 and run not in STOP_WORDS][:WORDS]


def speakers_like(words: Sequence[str], specimen: bool) -> list[Name]:
    """Speakers whose names have most of the words; of those that have as many, who has said most. Two queries, none for no words."""
    if not words:
        return []
    likely = Q()
    for word in words:
        likely |= Q(key__contains=word)
    exact = Speaker.objects.filter(specimen__in=[specimen], kind__in=["person", "organisation"], key=" ".join(words))
    rows = [*_heard(specimen).filter(likely)[:ALIKE], *exact[:SHOWN]]
    worth = {row.pk: len(set(row.key.split()) & set(words)) for row in rows}
    named = {row.pk: row for row in rows if worth[row.pk] and row.merged_into_id is None and row.total}
    best = sorted(named.values(), key=lambda row: (-worth[row.pk], -row.total, row.pk))
    most = worth[best[0].pk] if best else 0
    # Where one has two words of the name, those that have one of them are others.
    return [Name(row.pk, row.name, row.total) for row in best if worth[row.pk] == most][:SHOWN]


def publishers_like(words: Sequence[str]) -> list[Name]:
    """Publishers whose names have most of the words. One query, none for no words."""
    if not words:
        return []
    has = sum((Case(When(name__icontains=word, then=1), default=0) for word in words), Value(0, IntegerField()))
    rows = Publisher.objects.annotate(has=has).filter(has__gt=0).order_by("-has", "pk").values_list("pk", "name")[:ALIKE]
    told = [(pk, name, len(set(fold(name).split()) & set(words))) for pk, name in rows]
    most = max((worth for _, _, worth in told), default=0)
    return [Name(pk, name) for pk, name, worth in sorted(told, key=lambda each: each[1]) if worth == most and worth][:SHOWN]


def nearest(words: Sequence[str], specimen: bool) -> list[tuple[str, str]]:
    """(word of the query, word of a name) for those that names nearly have and no name has. Two queries."""
    keys = _heard(specimen).values_list("key", flat=True)
    names = (*keys, *map(fold, Publisher.objects.order_by("pk").values_list("name", flat=True)[:PUBLISHERS]))
    return spelled(words, names)


def _heard(specimen: bool) -> QuerySet[Speaker]:
    most = Speaker.objects.filter(specimen__in=[specimen], total__gt=0).order_by("-total", "key", "pk").values("pk")[:HEARD]
    return Speaker.objects.filter(pk__in=most).order_by("-total", "key", "pk")
