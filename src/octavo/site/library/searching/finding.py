"""A query -> the articles that have all that it asks, the newest or the best first.

However common its words are and however large the library, a page costs about LOOKED_AT steps for each of them. All conditions that are
words or columns are one expression of the index. Where each of them alone has more than LOOKED_AT articles, the index is asked in the
window that the rarest of them needs for that many, and the reader goes on from there: see docs/decisions/search.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from operator import and_, or_

from django.db.models import Q

from octavo.briefing.speaking.joining import fold, sought
from octavo.folding import plain
from octavo.site.library.models import Place, Statement
from octavo.site.library.searching.asked import Asked, Said
from octavo.site.library.searching.index import index
from octavo.site.library.searching.keys import article_of, window
from octavo.site.library.searching.marking import Marker
from octavo.site.library.searching.ranking import Hit, Order, best_first, by_story, hit_at
from octavo.site.library.searching.resolving import Resolved, resolve
from octavo.site.library.searching.wanted import Query, Term
from octavo.site.library.writing import explaining

LOOKED_AT = 1_000
"""Articles that are looked at for each word or name, and that are found at most."""

Statements = dict[int, tuple[int, ...]]
"""Numbers of statements, by article."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: `stories`, the hits of each, in order; `total` articles; `resolved`: how the query was understood.

    `older`: the number in the index below which older ones are looked at next, None where there are none; `among`: each of the query's
    words is in more than LOOKED_AT articles, and so only a part of time was looked at. `missing`: what of the query no article has.
    `statements`: the numbers of the statements that are sought, by article, None where none are.
    """

    stories: tuple[tuple[Hit, ...], ...] = ()
    total: int = 0
    older: int | None = None
    among: bool = False
    missing: tuple[str, ...] = ()
    statements: Mapping[int, tuple[int, ...]] | None = None
    resolved: Resolved | None = field(default=None, repr=False)


@explaining()
def find(asked: Asked, specimen: bool, order: Order = "newest", upto: int | None = None) -> Found:
    """Ask an edition's articles; `upto`: of those from that number in the index on down. Eight queries at most."""
    resolved = resolve([asked], specimen)[0]
    if not asked or asked.impossible:
        return Found(resolved=resolved)
    low, high = window(specimen, asked.before, asked.after)
    high = high if upto is None else max(low - 1, min(high, upto))
    needs = resolved.needs or ((),)
    reached = index().reach([Query([need] if need else [], (), LOOKED_AT) for need in needs], low, high)
    missing = tuple(_said(resolved, at) for at, (many, _) in enumerate(reached) if not many and resolved.needs)
    if any(not many for many, _ in reached):
        return Found(missing=missing, resolved=resolved)
    among = all(many >= LOOKED_AT for many, _ in reached)
    floor = min(lowest for _, lowest in reached if lowest is not None) if among else low
    keys = [key for _, key in index().matching([Query(resolved.needs, resolved.without, LOOKED_AT)], floor, high)]
    full = len(keys) >= LOOKED_AT
    hits, statements = _filtered([(asked, resolved, [hit_at(key) for key in keys])])[0]
    if order == "best" and hits:
        hits = best_first(hits, *_told(resolved, min(hit.key for hit in hits), high))
    older = (keys[-1] if full else floor) - 1 if full or among else None
    return Found(tuple(by_story(hits)), len(hits), older, among and not full, (), statements, resolved)


@explaining()
def newest_of(queries: Sequence[Asked], after: datetime, most: int) -> list[list[int]]:
    """For each query the numbers of the newest articles of the reader's own library that it is after, of those from `after` on. Six
    queries at most, however many are asked."""
    resolved = resolve(queries, False)
    low, high = window(False, None, after)
    ranges = [window(False, each.before, each.after) for each in queries]
    live = [at for at, each in enumerate(queries) if each and not each.impossible]
    keys: list[list[int]] = [[] for _ in queries]
    if not live:
        return keys
    for number, key in index().matching([Query(resolved[at].needs, resolved[at].without, most) for at in live], low, high):
        at = live[number]
        if ranges[at][0] <= key <= ranges[at][1]:
            keys[at].append(key)
    found = [[article_of(key) for key in some] for some in keys]
    further = [at for at in live if queries[at].said or queries[at].copies]
    filtered = _filtered([(queries[at], resolved[at], [hit_at(key) for key in keys[at]]) for at in further])
    for at, (hits, _) in zip(further, filtered, strict=True):
        found[at] = [hit.article for hit in hits]
    return found


def _said(resolved: Resolved, at: int) -> str:
    return " / ".join(each.words for each in resolved.told[at])


def _filtered(some: Sequence[tuple[Asked, Resolved, list[Hit]]]) -> list[tuple[list[Hit], Statements | None]]:
    """What the index does not hold, for the hits of each query: who said something, what has copies; and of which story each is. Three
    queries, however many there are."""
    told = _spoken([(said, resolved, hits) for asked, resolved, hits in some for said in asked.said])
    left: list[tuple[list[Hit], Statements | None]] = []
    for asked, _, found in some:
        hits = found
        statements: Statements | None = {} if asked.said else None
        for spoken in (told.pop(0) for _ in asked.said):
            statements = {pk: (*(statements or {}).get(pk, ()), *numbers) for pk, numbers in spoken.items()}
            hits = [hit for hit in hits if hit.article in spoken]
        left.append((hits, statements))
    numbers = {hit.article for hits, _ in left for hit in hits}
    copied = {hit.article for (asked, _, _), (hits, _) in zip(some, left, strict=True) for hit in hits if asked.copies}
    columns = ("article", "story", "story__size", "story__reports", "story__papers", "origin")
    places = {pk: rest for pk, *rest in Place.objects.filter(pk__in=numbers).values_list(*columns)} if numbers else {}
    carried = set(Place.objects.filter(origin__in=copied).values_list("origin", flat=True)) if copied else set()
    carried |= {pk for pk in copied if pk in places and places[pk][4]}
    return [
        ([_placed(hit, places.get(hit.article)) for hit in hits if not asked.copies or hit.article in carried], statements)
        for (asked, _, _), (hits, statements) in zip(some, left, strict=True)
    ]


def _placed(hit: Hit, place: Sequence[int | None] | None) -> Hit:
    if place is None:
        return hit
    story, size, reports, papers, origin = place
    alone = not story or (size or 0) < 2
    return replace(hit, story=0 if alone else story or 0, reports=reports or 1, papers=papers or 1, copy=bool(origin))


def _spoken(some: Sequence[tuple[Said, Resolved, list[Hit]]]) -> list[dict[int, tuple[int, ...]]]:
    """For each of them the statements in its articles that somebody of that name made with those words, by article. One query."""
    alike = [_alike(said, resolved) for said, resolved, _ in some]
    within = [{hit.article for hit in hits} for _, _, hits in some]
    articles = frozenset[int]().union(*within)
    if not articles:
        return [{} for _ in some]
    by_name = reduce(or_, (reduce(and_, map(_bears, words)) for names in alike for words in names), Q(pk=None))
    rows = Statement.objects.filter(by_name, article__in=articles).order_by("article", "number")
    markers = [Marker(said.needs) for said, _, _ in some]
    found: list[defaultdict[int, list[int]]] = [defaultdict(list) for _ in some]
    columns = ("article", "number", "words", "speaker__key", "speaker__merged_into__key", "name")
    for article, number, words, *known in rows.values_list(*columns):
        for at, (said, _, _) in enumerate(some):
            meant = article in within[at] and any(_is_called(known, name) for name in alike[at])
            if meant and (not said.needs or markers[at].has_all(words)):
                found[at][article].append(number)
    return [{article: tuple(numbers) for article, numbers in each.items()} for each in found]


def _alike(said: Said, resolved: Resolved) -> list[tuple[str, ...]]:
    """The words of each name that whoever is meant has."""
    named = (said.who, *resolved.people.get(fold(said.who), ()))
    return [words for words in dict.fromkeys(tuple(sought(name)) for name in named) if words]


def _is_called(known: Sequence[str | None], words: Sequence[str]) -> bool:
    """Whether somebody has all these words in their names: the key, that of whom they are merged into, or where these are not known what
    the article calls them."""
    key, merged, name = known
    names = (key, merged or "") if key is not None else (plain(name or ""),)
    return all(any(word in each for each in names) for word in words)


def _bears(word: str) -> Q:
    return Q(speaker__key__contains=word) | Q(speaker__merged_into__key__contains=word) | Q(speaker=None, name__icontains=word)


def _told(resolved: Resolved, low: int, high: int) -> tuple[dict[int, float], frozenset[int]]:
    """The share of words in headlines, and which articles have all words in a row, by number in the index. One query."""
    words = [need for need in resolved.needs if all(term.column in ("text", "headline") for term in need)]
    if not words:
        return {}, frozenset()
    queries = [Query([[Term("headline", term.words) for term in need]], (), LOOKED_AT) for need in words]
    single = [need[0].words for need in words if len(need) == 1]
    if len(single) > 1:
        queries.append(Query([[Term("text", " ".join(single))]], (), LOOKED_AT))
    headline: defaultdict[int, float] = defaultdict(float)
    together = set()
    for number, key in index().matching(queries, low, high):
        if number < len(words):
            headline[key] += 1 / len(words)
        else:
            together.add(key)
    return dict(headline), frozenset(together)
