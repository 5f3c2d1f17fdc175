"""Whose text an article carries, decided as articles arrive: from what came before, and never taken back.

Only origins are compared with, so that a chain of half copies never joins two texts that have nothing in common.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from octavo.article import Article
from octavo.grouping.copies.comparing import Flags, Reading, held_runs, is_copy, read, shares_of
from octavo.grouping.copies.index import WINDOW, Index
from octavo.grouping.owners import outlet

MET = 2
"""Hashes in common that make it worth while to read the other text."""
BESIDE = 0.3
"""The share of the smaller of two parts of a text that they may have in common and still stand side by side."""
STANDS = 0.75
"""The share of a copy that is from its origin at least, for the copy to stand for it."""
KEPT = 512
"""Texts of candidates that are kept as they are compared: a text that is much copied is asked for again and again."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article as far as it matters whose text it carries.

    `outlet` says who shows it (see `octavo.grouping.owners.outlet`; "" where nothing tells), `agency` who is credited with it,
    `published` has an offset.
    """

    id: str
    headline: str
    text: str = field(repr=False)
    outlet: str = ""
    agency: str | None = None
    published: datetime | None = None


def carrier(article: Article) -> Carrier:
    """An article as it is compared."""
    shown = outlet(article.url, article.publisher)
    return Carrier(article.id, article.headline, article.text, shown, article.agency, article.published)


@dataclass(frozen=True, slots=True)
class Carried:
    """Whose text an article carries, as in `octavo.story.Placement`: the origin of a copy, the earlier text of an update."""

    copy_of: str | None = None
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The origin of a text: the share (0 to 1) of the text that is from it, and which of the origin's runs of words are in the text."""

    origin: str
    share: float
    held: Flags = field(repr=False)


@dataclass(slots=True)
class _Carriers:
    """Who carries an origin's text: the outlet that showed the origin, the newest article of each other outlet, and which runs of the
    origin's words its copies have together."""

    outlet: str
    newest: dict[str, str] | None = None
    held: Flags | None = None


class Copies:
    """The texts of the last `window` origins. `text_of` gives the text of an earlier article by its id, None for one that is gone.

    `joined` holds the ids of origins that turned out to be joined of two texts: copies of both were met.
    """

    def __init__(self, text_of: Callable[[str], str | None], window: int = WINDOW) -> None:
        self.joined: set[str] = set()
        self._index: Index[str] = Index(window)
        self._carriers: dict[str, _Carriers] = {}
        self._origin_of: dict[str, str] = {}
        self._reading_of = lru_cache(KEPT)(lambda name: None if (text := text_of(name)) is None else read(text))

    def place(self, article: Carrier) -> Carried:
        """Whose text the article carries; it is remembered."""
        mine = read(article.text)
        found = self._find(article.id, mine)
        carried = Carried() if found is None else self._carried(article, found.origin)
        self._remember(article, mine.sketch, found.origin if found else None)
        if found:
            self._hold(found)
        return carried

    def find(self, article: Carrier) -> Found | None:
        """The origin from which the largest share of the article's text comes, None where it is its own. Nothing is remembered."""
        return self._find(article.id, read(article.text))

    def stand_for(self, article: Carrier, origin: Carrier) -> None:
        """Remember a copy beside its origin, to meet texts that have little of the origin; they must have of what the two have in common.

        One that has much of its own stands for nothing."""
        mine = read(article.text)
        held = held_runs(mine, read(origin.text))
        if len(held) and held.mean() >= STANDS:
            self._remember(article, mine.sketch, None)
            self._hold(Found(article.id, 1.0, held))

    def recall(self, article: Carrier, sketch: Sequence[int], carried: Carried) -> None:
        """Remember an article that was placed before, in the order of that; its text is not looked at."""
        origin = carried.copy_of
        if origin is None and carried.version_of is not None:
            origin = self._origin_of.get(carried.version_of, carried.version_of)
        self._remember(article, sketch, origin)

    def _find(self, name: str, mine: Reading) -> Found | None:
        met = self._index.find(mine.sketch)
        best: Found | None = None
        for origin, hits in met.texts:
            other = self._reading_of(origin) if hits >= MET and origin != name else None
            if other is None:
                continue
            of_mine, of_other = held_runs(mine, other, met.commonplaces), held_runs(other, mine, met.commonplaces)
            if not is_copy(shares_of(mine, of_mine, other, of_other)) or self._stands_beside(origin, of_other):
                continue
            if best is None or of_mine.mean() > best.share:
                best = Found(origin, float(of_mine.mean()), of_other)
        return best

    def _stands_beside(self, origin: str, held: Flags) -> bool:
        """Whether the origin has this text beside that of its copies, with nothing in common: then it was joined of both."""
        others = self._carriers[origin].held if origin in self._carriers else None
        if others is None or len(others) != len(held):
            return False
        beside = bool((others & held).sum() <= BESIDE * min(others.sum(), held.sum()))
        if beside:
            self.joined.add(origin)
        return beside

    def _hold(self, found: Found) -> None:
        if carriers := self._carriers.get(found.origin):
            held = carriers.held
            carriers.held = found.held if held is None or len(held) != len(found.held) else found.held | held

    def _carried(self, article: Carrier, origin: str) -> Carried:
        """A text of the origin's own outlet is a later version of it; a copy may have versions too."""
        carriers = self._carriers.get(origin, _Carriers(""))
        if not article.outlet:
            return Carried(copy_of=origin)
        newest = (carriers.newest or {}).get(article.outlet)
        if article.outlet == carriers.outlet:
            return Carried(version_of=newest or origin)
        return Carried(copy_of=origin, version_of=newest)

    def _remember(self, article: Carrier, sketch: Sequence[int], origin: str | None) -> None:
        if not sketch:
            return
        if origin is None:
            forgotten = self._index.add(article.id, sketch)
            self._carriers[article.id] = _Carriers(article.outlet)
            gone = self._carriers.pop(forgotten, None) if forgotten is not None else None
            for name in ((gone and gone.newest) or {}).values():
                self._origin_of.pop(name, None)
        elif article.outlet and (carriers := self._carriers.get(origin)):
            carriers.newest = carriers.newest or {}
            self._origin_of.pop(carriers.newest.get(article.outlet, ""), None)
            carriers.newest[article.outlet] = article.id
            self._origin_of[article.id] = origin
