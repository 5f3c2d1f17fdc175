"""Whose text each of some articles carries, all of them known: the answer that may take back what was said as they arrived.

The fullest texts are compared first, so that what was cut finds what it was cut from, whichever came first. A text in which two others
stand side by side was joined of them: it comes last, and belongs where more of it is from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from octavo.grouping.copies.placing import Carried, Carrier, Copies
from octavo.grouping.owners import Owners

ONLINE = datetime(1980, 7, 1, tzinfo=UTC)
"""No news is online from before: then the Columbus Dispatch, as the first paper, was to be read by CompuServe. So neither is a time that
programs write for none: year 1, 1970 (Unix), January 1980 (DOS)."""


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles that carry one text, by their ids: its origin, and all others in the order in which they were published. `agency` is
    credited with it, None where none is."""

    origin: str
    others: tuple[str, ...]
    agency: str | None = None


def settle(articles: Sequence[Carrier], owners: Owners | None = None) -> list[CopyGroup]:
    """Articles, in the order in which they came -> their copy groups, in the order of their first articles; single ones too.

    The origin is the credited agency's own text where it is there, told by who owns its outlet (`Owners()` if none are given), else the
    one that was published first; of those without a time, and of equals, the one that came first. A time before ONLINE is none. A joined
    text is never one. Of an article that comes again, updated, the newest text counts and the earliest time: an update that moves its
    time loses nothing to who copied it before.
    """
    unique: dict[str, Carrier] = {}
    for article in articles:
        unique[article.id] = replace(article, published=min((article, unique.get(article.id, article)), key=_time).published)
    place = {name: at for at, name in enumerate(unique)}
    copies, origin_of = _grouped(_fullest(unique.values()))
    if joined := frozenset(copies.joined):
        copies, origin_of = _grouped(_fullest(unique.values(), joined))
    for name, origin in origin_of.items():
        if name != origin and (found := copies.find(unique[name])):
            origin_of[name] = found.origin
    rejoined = _rejoined(unique, origin_of, joined)
    origin_of = {name: rejoined.get(origin, origin) for name, origin in origin_of.items()}
    members: dict[str, list[Carrier]] = {}
    for name, article in unique.items():
        members.setdefault(origin_of[name], []).append(article)
    known = owners or Owners()
    in_order = (sorted(each, key=lambda article: (*_time(article), place[article.id])) for each in members.values())
    return [_group(each, joined, known) for each in in_order]


def carried(groups: Iterable[CopyGroup], outlets: Mapping[str, str]) -> dict[str, Carried]:
    """Copy groups and the outlet of each article, by id -> whose text each carries. An outlet's later texts are versions of its earlier."""
    found: dict[str, Carried] = {}
    for group in groups:
        newest: dict[str, str] = {}
        for name in (group.origin, *group.others):
            outlet = outlets.get(name, "")
            own = name == group.origin or (outlet != "" and outlet == outlets.get(group.origin))
            found[name] = Carried(None if own else group.origin, newest.get(outlet) if outlet else None)
            newest[outlet] = name
    return found


def _fullest(articles: Iterable[Carrier], joined: frozenset[str] = frozenset()) -> list[Carrier]:
    return sorted(articles, key=lambda article: (article.id in joined, -len(article.text)))


def _grouped(articles: Sequence[Carrier]) -> tuple[Copies, dict[str, str]]:
    """Each article's origin, by id, when they are compared in that order."""
    texts = {article.id: article.text for article in articles}
    copies = Copies(texts.get, len(articles))
    # Where nobody says who shows them there are copies only.
    placed = {article.id: copies.place(replace(article, outlet="")) for article in articles}
    return copies, {name: carried.copy_of or name for name, carried in placed.items()}


def _rejoined(articles: Mapping[str, Carrier], origin_of: Mapping[str, str], joined: frozenset[str]) -> dict[str, str]:
    """Single texts that are copies after all -> their origin: the fullest text of a group may have little of what a short one has.

    They are compared with the fullest of each group's copies.
    """
    second: dict[str, Carrier] = {}
    for article in _fullest(articles.values()):
        if (origin := origin_of[article.id]) != article.id and article.id not in joined:
            second.setdefault(origin, article)
    copies = Copies(lambda name: articles[name].text, len(second))
    for origin, article in second.items():
        copies.stand_for(article, articles[origin])
    alone = [name for name, members in Counter(origin_of.values()).items() if members == 1 and name not in joined]
    met = {name: copies.find(articles[name]) for name in alone}
    return {name: origin_of[found.origin] for name, found in met.items() if found}


def _time(article: Carrier) -> tuple[bool, datetime]:
    """What an article is ordered by: those without a time, or with one that cannot be, come last."""
    told = article.published
    if told is not None and told.tzinfo is None:
        told = told.replace(tzinfo=UTC)
    return (True, datetime.max.replace(tzinfo=UTC)) if told is None or told < ONLINE else (False, told)


def _group(members: Sequence[Carrier], joined: frozenset[str], owners: Owners) -> CopyGroup:
    may_be = [article for article in members if article.id not in joined] or members
    credited = Counter(article.agency for article in may_be if article.agency)
    agency = credited.most_common(1)[0][0] if credited else None
    house = owners.of(agency or "")
    own = [article for article in may_be if agency and owners.of(article.outlet) == house]
    origin = (own or may_be)[0].id
    return CopyGroup(origin, tuple(article.id for article in members if article.id != origin), agency)
