"""The stories and texts of late of one edition, in memory, and where an article belongs among them.

An article is known here by its number as text; one whose text changed has a revision behind a point ("17.1"), so that its text as it was
is no longer compared with. A story is known by "s" and its number, or by the name of the article that has just opened it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from octavo.article import Article
from octavo.grouping.copies.placing import Carried, Carrier, Copies, carrier
from octavo.grouping.copies.sketch import pack as pack_sketch
from octavo.grouping.copies.sketch import sketch as sketch_of
from octavo.grouping.copies.sketch import unpack
from octavo.grouping.owners import Owners
from octavo.grouping.stories.digest import digest, pack
from octavo.grouping.stories.digest import unpack as unpack_digest
from octavo.grouping.stories.window import Window
from octavo.site.library import models
from octavo.site.library.placing import Found, Text
from octavo.site.library.rows import article_of
from octavo.site.library.voices import whose

TEXTS = 1 << 17
"""Texts whose copies are known when they see them."""


@dataclass(frozen=True, slots=True)
class Before:
    """An article that was placed before, as the library has it; `story`, `origin` and `earlier` are numbers."""

    pk: int
    story: int
    digest: bytes
    sketch: bytes
    outlet: str
    origin: int | None
    earlier: int | None
    arrived: datetime


class Edition:
    """What placing knows. One thread at a time; the same calls give the same answers."""

    def __init__(self, owners: Owners | None = None) -> None:
        self._window = Window()
        self._copies = Copies(self._text_of, TEXTS)
        self.owners = owners or Owners()
        self._stories: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._revisions: dict[int, int] = {}
        self._carried: set[int] = set()
        self._origins: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._stories)

    def recall(self, before: Before) -> bool:
        """Know an article that was placed before, those that came earlier first; False where its digest is of another form: such a one is
        to be looked at again."""
        story = f"s{before.story}"
        name = str(before.pk)
        self._stories[before.pk], self._numbers[story] = story, before.story
        carried = Carried(_name(before.origin), _name(before.earlier))
        self._carried |= {each for each in (before.origin, before.earlier) if each}
        self._copies.recall(Carrier(name, "", "", before.outlet), unpack(before.sketch), carried)
        try:
            made = unpack_digest(before.digest) if before.digest else None
        except ValueError:
            return False
        if made and before.origin is None:
            self._window.put(name, made, story, _seconds(before.arrived))
        return True

    def place(self, row: models.Article, place: models.Place) -> Found:
        """Where an article that waits belongs. One that was placed before keeps its story, and is known as it reads now."""
        article = article_of(row)
        if place.story_id is not None:
            return self._again(row, article, place)
        name = str(row.pk)
        made, mine = digest(article), carrier(replace(article, id=name))
        origin, earlier = self._texts(mine)
        came = _seconds(row.arrived)
        story = self._stories.get(origin or earlier or 0) or self._window.decide(name, made, came).story
        if origin is None:
            self._window.put(name, made, story, came)
        self._stories[row.pk] = story
        return self._found(row, article, self._numbers.get(story, story), pack(made), (origin, earlier))

    def settled(self, texts: Iterable[Text]) -> None:
        """Know the origins that articles turned out to have when all of their story were looked at together."""
        for each in texts:
            self._origins[each.article] = each.origin or each.article

    def _again(self, row: models.Article, article: Article, place: models.Place) -> Found:
        packed = pack(made := digest(article))
        origin, earlier = place.origin_id, place.earlier_id
        story = self._stories.get(row.pk)
        if story is not None and packed != bytes(place.digest):
            self._revisions[row.pk] = self._revisions.get(row.pk, 0) + 1
            name = self._name_of(row.pk)
            if not (origin or earlier or row.pk in self._carried):
                origin, earlier = (each if each != row.pk else None for each in self._texts(carrier(replace(article, id=name))))
            if origin is None:
                self._window.put(name, made, story, _seconds(row.arrived))
        return self._found(row, article, place.story_id or 0, packed, (origin, earlier))

    def _texts(self, mine: Carrier) -> tuple[int | None, int | None]:
        """Whose text an article carries: its origin, and the earlier text that it is an update of."""
        told = self._copies.place(mine)
        origin, earlier = _number(told.copy_of), _number(told.version_of)
        origin = self._origins.get(origin or 0, origin)
        self._carried |= {each for each in (origin, earlier) if each}
        return origin, earlier

    def opened(self, numbers: Mapping[str, int]) -> None:
        """Know the numbers of stories that were opened, by their names."""
        self._numbers.update(numbers)

    def _found(self, row: models.Article, article: Article, story: int | str, packed: bytes, texts: tuple[int | None, int | None]) -> Found:
        shown, voice = whose(self.owners, article.url, article.publisher, article.agency)
        old = row.text and not unpack(bytes(row.sketch))
        sketch = pack_sketch(sketch_of(row.text)) if old else None
        return Found(row.pk, row.seen, row.published, story, packed, *texts, shown, voice, sketch if sketch != row.sketch else None)

    def _name_of(self, pk: int) -> str:
        revision = self._revisions.get(pk)
        return f"{pk}.{revision}" if revision else str(pk)

    def _text_of(self, name: str) -> str | None:
        pk = _number(name) or 0
        if name != self._name_of(pk):
            return None
        return models.Article.objects.filter(pk=pk).values_list("text", flat=True).first()


def _seconds(when: datetime) -> int:
    return int(when.timestamp())


def _name(pk: int | None) -> str | None:
    return None if pk is None else str(pk)


def _number(name: str | None) -> int | None:
    return None if name is None else int(name.partition(".")[0])
