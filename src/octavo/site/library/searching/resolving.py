"""Names in a query -> what the index has of them: publishers by their numbers, people under each name that the owner says is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from octavo.briefing.speaking.joining import fold, sought
from octavo.site.library.models import Publisher, Speaker
from octavo.site.library.searching.asked import Asked, Need, Said, Sought
from octavo.site.library.searching.wanted import Term

PUBLISHERS = 40
"""Publishers that one name stands for, at most."""
MERGED = 500
"""Speakers whom the owner merged with others that are looked at, at most."""
NOBODY = "0"
"""The number of no publisher."""

_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A query as the index is asked: `needs` in the order of `told`, which says each in the reader's words. `people`: the other names
    of whoever is named, by the folded name."""

    needs: tuple[tuple[Term, ...], ...]
    told: tuple[Need, ...]
    without: tuple[Term, ...]
    people: dict[str, tuple[str, ...]]


def resolve(asked: Iterable[Asked], specimen: bool) -> list[Resolved]:
    """Queries -> what the index is asked. Two queries at most, however many there are."""
    every = list(asked)
    named = [each for one in every for each in (*(each for need in one.needs for each in need), *one.without)]
    publishers = _publishers(dict.fromkeys(each.words for each in named if each.place == "publisher"))
    people = _people([each.words for each in named if each.place == "person"] + [said.who for one in every for said in one.said], specimen)

    def terms(each: Sought) -> list[Term]:
        if each.place == "publisher":
            return [Term("publisher", number) for number in publishers[each.words]]
        if each.place == "person":
            return [Term("text", name) for name in (each.words, *people.get(fold(each.words), ()))]
        return [Term(each.place, each.words)]

    def one(query: Asked) -> Resolved:
        told = (*query.needs, *(need for said in query.said for need in _of_said(said)))
        return Resolved(
            tuple(tuple(term for each in need for term in terms(each)) for need in told), told,
            tuple(term for each in query.without for term in terms(each)), people,
        )

    return [one(query) for query in every]


def _of_said(said: Said) -> Sequence[Need]:
    """Whoever says something is named in the article, and it has the words."""
    return ((Sought(said.who, "person"),), *said.needs)


def _publishers(names: Iterable[str]) -> dict[str, list[str]]:
    """Names -> the numbers of the publishers that each means: the one that is called so, else all that have its words."""
    wanted = {name: fold(name).split() for name in names}
    if not wanted:
        return {}
    # SQLite folds ASCII letters alone: the words are sought in each of their writings, and compared here.
    likely = Q()
    for name in wanted:
        for run in _RUN.findall(name)[:1]:
            for writing in {run, run.lower(), run.upper(), run.title()}:
                likely |= Q(name__icontains=writing)
    known = [(str(pk), fold(name).split()) for pk, name in Publisher.objects.filter(likely).values_list("pk", "name")] if likely else []
    found: dict[str, list[str]] = {}
    for name, words in wanted.items():
        same = [pk for pk, other in known if other == words]
        some = [pk for pk, other in known if words and _within(words, other)]
        found[name] = (same or some)[:PUBLISHERS] or [NOBODY]
    return found


def _within(words: Sequence[str], others: Sequence[str]) -> bool:
    return any(list(others[at : at + len(words)]) == list(words) for at in range(len(others) - len(words) + 1))


def _people(names: Sequence[str], specimen: bool) -> dict[str, tuple[str, ...]]:
    """Folded names -> the other names of whoever is merged, on either side, with somebody who has that name."""
    if not names:
        return {}
    rows = Speaker.objects.filter(specimen=specimen, merged_into__isnull=False).order_by("pk")
    pairs = list(rows.values_list("key", "merged_into__key")[:MERGED])
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        words = sought(name)
        others = (other for pair in pairs for own, other in (pair, pair[::-1]) if words and set(words) <= set(own.split()))
        found[fold(name)] = tuple(dict.fromkeys(other for other in others if other))[:8]
    return found
