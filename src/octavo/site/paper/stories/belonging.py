"""Where an article belongs, as its page says it: whose text it carries, who else does, and the story that it is part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.site.library.models import Article
from octavo.site.paper.entry import Entry, Row, entry_of, report_of
from octavo.site.paper.shelf import rows_of_story, rows_of_text
from octavo.site.paper.stories.carrying import Carrying, carrying, texts_for
from octavo.site.paper.stories.coverage import Told

MATES = 100
"""Articles of its story that are looked at for an article, the newest."""
CARRIERS = 300


@dataclass(frozen=True, slots=True)
class Belonging:
    """The text that an article carries with all that carry it, what the article itself made of it, and its story; None each where there is
    none to tell. `mates` are the story's newest articles."""

    told: Told | None = None
    own: Carrying | None = None
    entry: Entry | None = None
    mates: tuple[Row, ...] = ()


def belonging(shown: Article) -> Belonging:
    """An article, which came with its place, -> where it belongs. At most three queries."""
    place = getattr(shown, "place", None)
    if place is None or place.story_id is None:
        return Belonging()
    mates = rows_of_story(place.story_id, MATES)
    told = _told(rows_of_text(place.origin_id or place.earlier_id or shown.pk, CARRIERS), shown.pk)
    own = next((each for each in told.carrying if each.row.pk == shown.pk), None) if told else None
    entry = entry_of(mates) if len(mates) > 1 else None
    return Belonging(told, own, entry, mates)


def _told(rows: Sequence[Row], pk: int) -> Told | None:
    report = report_of(rows, pk)
    return Told(report, "", carrying(report, texts_for([report]))) if report and report.others else None
