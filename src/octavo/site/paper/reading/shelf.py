"""What the pages of this room take from the library: a fixed number of queries, plain data out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from octavo.addresses import keyless
from octavo.site.library.models import Story
from octavo.site.paper.entry import Row
from octavo.site.paper.muting.sifting import fold
from octavo.site.paper.owner import is_owner
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.shelf import rows_numbered
from octavo.site.paper.sources.shelf import sources
from octavo.site.readers.reading.subscriptions import Subscribed, subscribed


@dataclass(frozen=True, slots=True)
class Told:
    """A story as a list has it once: the article that stands for it, how many of its articles are listed here, and what the story has in
    all; `story` 0: an article alone."""

    row: Row
    story: int
    listed: int
    reports: int
    papers: int
    size: int
    last: datetime


def subscriptions(request: HttpRequest) -> list[Subscribed]:
    """All sources as the reader has them, in order; whole addresses are the owner's alone. Two queries."""
    shown = str if is_owner(request) else keyless
    rows = sources().values_list("pk", "title", "address", "folder")
    return subscribed(reader_of(request), [(pk, title or keyless(address), shown(address), folder) for pk, title, address, folder in rows])


def told(request: HttpRequest, articles: Sequence[int], again: Iterable[int] = ()) -> tuple[list[Told], int]:
    """Numbers of articles, newest first -> their stories, each once, by the newest of these articles; without those that stood on a page
    before and those that the reader mutes, and how many articles of these there are. Two queries, and at most two for the rules."""
    every = rows_numbered(articles)
    rows = {row.pk: row for row in fold(every, request).rows}
    groups: dict[tuple[int, int], list[Row]] = {}
    for pk in articles:
        if (row := rows.get(pk)) and row.story not in again:
            groups.setdefault((row.story, 0 if row.story else pk), []).append(row)
    stories = Story.objects.in_bulk([story for story, _ in groups if story])
    return [_told(group, stories.get(story)) for (story, _), group in groups.items()], len(every) - len(rows)


def _told(rows: Sequence[Row], story: Story | None) -> Told:
    face = next((row for row in rows if row.leads), rows[0])
    if story is None or story.size < 2:
        return Told(face, 0, len(rows), 1, 1, 1, rows[0].ranked)
    return Told(face, story.pk, len(rows), story.reports, story.papers, story.size, rows[0].ranked)
