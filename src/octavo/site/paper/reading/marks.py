"""What the reader has read of a page's stories and articles, laid over what is printed for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from octavo.site.paper.entry import Entry
from octavo.site.paper.press import Front
from octavo.site.paper.reading.telling import reader_of
from octavo.site.readers.reading.marking import looked_at, read_among
from octavo.site.readers.visits import looks


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers of articles, those of whose stories too: `read`, and `renewed`: read before, and something new came since."""

    read: frozenset[int] = frozenset()
    renewed: frozenset[int] = frozenset()


def marks_of(request: HttpRequest, entries: Iterable[Entry], articles: Iterable[int] = ()) -> Marks:
    """Of stories, by the articles that stand for them, and of single articles. One query."""
    rows = {entry.row.pk: [row.pk for row in entry.rows] for entry in entries}
    single = set(articles)
    read = read_among(reader_of(request), {pk for story in rows.values() for pk in story} | single) if _reads(request) else frozenset()
    whole = {face for face, story in rows.items() if read.issuperset(story)}
    renewed = {face for face, story in rows.items() if face not in whole and not read.isdisjoint(story)}
    return Marks(frozenset(whole | (single & read)), frozenset(renewed))


def printed(front: Front) -> list[Entry]:
    """The stories that stand on a front page."""
    edition = front.edition
    lead = [edition.lead] if edition.lead else []
    below = (entry for column in front.columns for _, entries, _ in column for entry in entries)
    return [*lead, *edition.seven, *front.more, *front.followed, *below]


def opened(request: HttpRequest, articles: Iterable[int]) -> None:
    """Those articles were shown to the reader, if somebody looks: they are read from now on."""
    if _reads(request) and looks(request):
        looked_at(reader_of(request), list(articles))


def _reads(request: HttpRequest) -> bool:
    return bool(request.user.is_authenticated)
