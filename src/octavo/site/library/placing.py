"""Where articles were found to belong, carried out in the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from octavo.site.library.models import Article, Place, Story, StoryChoice
from octavo.site.library.state import renew_state
from octavo.site.library.story_counts import recount_stories
from octavo.site.library.writing import save

Decided = tuple[int, int]
"""What tells the owner's choices of one time from those of another: how many there are, and the number of the last."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an article was found to belong: `story` is a story's number, or the name of one that is opened.

    `seen` and `published` are the article's as it was looked at; `digest` is packed, `sketch` too, which is None where the article's is
    still good.
    """

    article: int
    seen: str
    published: datetime | None
    story: int | str
    digest: bytes
    origin: int | None = None
    earlier: int | None = None
    outlet: str = ""
    voice: str = ""
    sketch: bytes | None = None


def decided() -> Decided:
    """The state of the owner's choices. One query."""
    found = StoryChoice.objects.aggregate(many=Count("pk"), last=Max("pk"))
    return found["many"], found["last"] or 0


def put_places(specimen: bool, found: Sequence[Found]) -> dict[str, int]:
    """Write down where articles of an edition belong, inside the caller's `writing()`; returns the numbers of the stories that it opened,
    by their names.

    An article that has a story keeps it. One that changed since it was looked at waits on. At most ten statements (where Django splits a
    long INSERT, one for each piece), and one for each sketch.
    """
    rows = {row.pk: row for row in _rows(each.article for each in found)}
    unplaced = {row.pk for row in rows.values() if row.story_id is None}
    new = list(dict.fromkeys(each.story for each in found if isinstance(each.story, str) and each.article in unplaced))
    opened = dict(zip(new, Story.objects.bulk_create([Story(specimen=specimen) for _ in new]), strict=True))
    numbers = {name: row.pk for name, row in opened.items()}
    voices = _voices(found)
    # Of one that reads otherwise now it is to be seen whose text it carries, and who carries its own.
    otherwise = {each.article for each in found if (row := rows.get(each.article)) and bytes(row.digest) != each.digest}
    for each in found:
        if row := rows.get(each.article):
            _put(row, each, voices)
            if row.pk in unplaced:
                row.story_id = row.found_id = numbers[each.story] if isinstance(each.story, str) else each.story
        if each.sketch is not None:
            Article.objects.filter(pk=each.article).update(sketch=each.sketch)
    save(list(rows.values()))
    recount_stories({row.story_id for row in rows.values() if row.story_id})
    Story.objects.filter(pk__in={rows[pk].story_id for pk in unplaced | otherwise}, size__gt=1).update(rough=True)
    renew_state()
    return numbers


@dataclass(frozen=True, slots=True)
class Text:
    """Whose text an article carries, all of its story known; by the numbers of articles."""

    article: int
    origin: int | None
    earlier: int | None
    voice: str


def put_texts(story: int, texts: Sequence[Text], lead: int | None) -> None:
    """Write down whose texts the articles of a story carry, and which of them has the headline that is the story's, inside the caller's
    `writing()`; it is rough no more. At most seven statements."""
    rows = Place.objects.in_bulk([each.article for each in texts])
    changed = []
    for each in texts:
        row = rows.get(each.article)
        if row and (row.origin_id, row.earlier_id, row.voice) != (each.origin, each.earlier, each.voice):
            row.origin_id, row.earlier_id, row.voice = each.origin, each.earlier, each.voice
            changed.append(row)
    save(changed)
    Story.objects.filter(pk=story).update(rough=False)
    if lead is not None:
        Story.objects.filter(pk=story).update(lead=lead)
    recount_stories({story, *(row.story_id for row in changed if row.story_id)})
    renew_state()


def _rows(articles: Iterable[int]) -> Iterable[Place]:
    only = ("article__seen", "article__published", "article__ranked")
    fields = [field.name for field in Place._meta.concrete_fields]
    return Place.objects.filter(pk__in=list(articles)).select_related("article").only(*fields, *only)


def _put(row: Place, found: Found, voices: Mapping[int, str]) -> None:
    row.waiting = (row.article.seen, row.article.published) != (found.seen, found.published)
    row.digest, row.ranked = found.digest, row.article.ranked
    row.origin_id, row.earlier_id = found.origin, found.earlier
    row.outlet, row.voice = found.outlet, voices.get(found.origin or 0, found.voice)


def _voices(found: Sequence[Found]) -> dict[int, str]:
    """The voices of the origins of copies."""
    here = {each.article: each.voice for each in found}
    elsewhere = {each.origin for each in found if each.origin} - here.keys()
    return here | dict(Place.objects.filter(pk__in=elsewhere).values_list("pk", "voice"))
