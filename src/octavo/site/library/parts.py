"""What is carried into the library, and what came of it: pages, or parts of very long ones, with their articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from octavo.article import Article, Page
from octavo.site.library import models, rows
from octavo.site.library.intents import seen
from octavo.words import count

Placed = tuple[int, Article]
"""An Article just read and its place on the page."""

Name = tuple[str, bool]
"""What names an article in the library: its key, and whether it belongs to the specimen edition."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many articles were new, changed, and already there."""

    added: int = 0
    changed: int = 0
    kept: int = 0

    def __add__(self, other: Imported) -> Imported:
        return Imported(self.added + other.added, self.changed + other.changed, self.kept + other.kept)

    def __str__(self) -> str:
        parts = [f"{count(self.added, 'article')} added"] if self.added else []
        parts += [f"{count(self.changed, 'article')} changed"] if self.changed else []
        parts += [f"{self.kept:,} already there"] if self.kept and parts else []
        return ", ".join(parts) or f"nothing new ({count(self.kept, 'article')} already there)"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a page: the numbers, and the rows, saved, of its new articles and of those that were a stranger's until it told them."""

    imported: Imported = Imported()
    added: tuple[models.Article, ...] = ()
    came_home: tuple[models.Article, ...] = ()

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.imported + other.imported, self.added + other.added, self.came_home + other.came_home)


@dataclass(frozen=True)
class Entry:
    """An Article just read and its place on the page, with what the library makes of it: made when first asked for, once."""

    position: int
    article: Article

    @cached_property
    def key(self) -> str:
        """Its id, as it is stored."""
        return rows.key_of(self.article)

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The fields of its row, see `rows.article_fields`."""
        return rows.article_fields(self.article, self.position, self.seen)

    @cached_property
    def seen(self) -> str:
        """What a reader sees of it, see `intents.seen`."""
        return seen(self.article)

    def make(self) -> None:
        """Have all of it made, so that it need not be when others wait."""
        _ = self.fields


@dataclass(slots=True)
class Part:
    """A page, or a part of a very long one, that is to be carried out: the row of the page, and entries with distinct keys.

    A row without a primary key is not in the library yet: it is written where something was taken from it, or `keep` says so; `page`
    is what its body is then made of.
    """

    row: models.FetchedPage
    entries: Sequence[Entry]
    specimen: bool
    page: Page | None = None
    keep: bool = False


def once(articles: Iterable[Article]) -> list[Placed]:
    """Articles -> (position, article), each id's first alone: a feed may name an address twice."""
    firsts: dict[str, Placed] = {}
    for position, article in enumerate(articles):
        firsts.setdefault(rows.key_of(article), (position, article))
    return list(firsts.values())
