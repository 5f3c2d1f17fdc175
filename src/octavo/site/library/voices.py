"""Whose voice each article is, by the list of owners; counted anew, a part at a time, when that list is another."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from octavo.grouping.owners import Owners, outlet
from octavo.site.library.models import Choice, Place, Story
from octavo.site.library.owners import MARK, list_mark, mark_with, owners_by
from octavo.site.library.rows import fitting
from octavo.site.library.state import renew_state
from octavo.site.library.story_counts import recount_stories
from octavo.site.library.writing import explaining

if TYPE_CHECKING:
    from django.db.models import QuerySet

VOICES = "voices"
"""The Choice that says by which list articles are counted, and the number of the article up to which; null: all are."""
STEP = 500
"""Articles that are looked at in one transaction: some hundredths of a second."""


def whose(known: Owners, url: str | None, publisher: str | None, agency: str | None) -> tuple[str, str]:
    """The outlet and the voice of an article, as they are stored; the voice as long as it is nobody's copy."""
    shown, voice = outlet(url, publisher), known.voice(url, publisher, agency)
    return fitting(shown, Place, "outlet"), fitting(voice, Place, "voice")


@explaining()
def voices_due() -> bool:
    """Whether articles are to be counted by another list than they were. One query, two in a library where they never were."""
    said = dict(Choice.objects.filter(name__in=(MARK, VOICES)).values_list("name", "value"))
    if VOICES not in said:
        return _placed().exists()
    return bool(said[VOICES] != {"list": mark_with(said.get(MARK)), "after": None})


def count_some_voices() -> bool:
    """Give some articles the voice that they have by the list as it is, and count their stories, inside the caller's `writing()`; False
    where all are counted.

    How far it came stands in the same transaction, so that whoever goes on begins there; and where the list is another by then, at the
    beginning. A copy has its origin's voice, which is that of the agency that most credit with the text. Stories in which something is
    another are looked at together again, see `octavo.site.desk.grouping.settling`. At most twelve statements, and one for each voice that
    is another.
    """
    by, stood = list_mark(), Choice.objects.filter(name=VOICES).values_list("value", flat=True).first()
    after = stood["after"] if stood and stood["list"] == by else 0
    if after is None:
        return False
    columns = ("pk", "voice", "article__url", "article__publisher__name", "article__agency")
    rows = list(_placed().filter(pk__gt=after, origin__isnull=True).order_by("pk").values_list(*columns)[:STEP])
    credited, known = _credited([pk for pk, *_ in rows]), owners_by(by)
    others: defaultdict[str, list[int]] = defaultdict(list)
    for pk, before, url, publisher, agency in rows:
        credits = [*filter(None, [agency]), *credited.get(pk, ())]
        _, voice = whose(known, url, publisher, Counter(credits).most_common(1)[0][0] if credits else None)
        if voice != before:
            others[voice].append(pk)
    _give(others)
    so_far = rows[-1][0] if rows else None
    Choice.objects.update_or_create(name=VOICES, defaults={"value": {"list": by, "after": so_far}})
    return bool(rows)


def _give(voices: defaultdict[str, list[int]]) -> None:
    if not voices:
        return
    for voice, origins in voices.items():
        _of_texts(origins).update(voice=voice)
    every = [pk for origins in voices.values() for pk in origins]
    stories = set(_of_texts(every).filter(story__isnull=False).values_list("story", flat=True))
    recount_stories(stories)
    Story.objects.filter(pk__in=stories, size__gt=1).update(rough=True)
    renew_state()


def _credited(origins: list[int]) -> dict[int, list[str]]:
    """The agencies that copies credit, by origin, in the order in which they came."""
    found: dict[int, list[str]] = {}
    told = Place.objects.filter(origin__in=origins).exclude(article__agency="").order_by("ranked", "article")
    for origin, agency in told.values_list("origin", "article__agency"):
        found.setdefault(origin, []).append(agency)
    return found


def _of_texts(origins: list[int]) -> QuerySet[Place]:
    return Place.objects.filter(Q(pk__in=origins) | Q(origin__in=origins))


def _placed() -> QuerySet[Place]:
    return Place.objects.filter(story__isnull=False)
