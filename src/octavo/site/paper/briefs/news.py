"""What is new of a story: to a reader who was here before, and in one article against the earlier reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from octavo.analysis import Span
from octavo.briefing.cleaning import says
from octavo.briefs import Line as Cited
from octavo.site.library.briefs import Added, added_by
from octavo.site.paper.briefs.lines import Line, Setter, pieces_of
from octavo.site.readers.visits import looks, visited

MOST = 6
"""Lines of what is new that a story's page has."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a reader was here, the newest last; `since` None: it is the first time, and the lines are what the newest article
    adds, as it tells them. `more` are new too, and are not shown."""

    since: datetime | None
    lines: tuple[Line, ...]
    more: int


def looked(request: HttpRequest, story: int, now: datetime) -> datetime | None:
    """When the reader was here before; None for the first time, and for whoever only fetches."""
    return visited(request.user, story, now) if looks(request) and request.user.is_authenticated else None


def spans_of(added: Iterable[Added]) -> dict[int, list[Span]]:
    """Where what was added stands, by article."""
    found: dict[int, list[Span]] = {}
    for each in added:
        for article, spans in pieces_of(each.line.citations[:1]).items():
            found.setdefault(article, []).extend(spans)
    return found


def news(since: datetime | None, new: Sequence[Cited], setter: Setter) -> News:
    """Lines that are new, the last of which are the newest -> those that are shown."""
    chosen = new[-MOST:] if since else new[:MOST]
    shown = tuple(line for each in chosen if (line := setter.line(each.text, each.citations)))
    return News(since, shown, len(new) - len(chosen))


def fresh_in(added: Sequence[Added], article: int, text: str) -> tuple[Span, ...]:
    """Where an article says what no earlier report of its story had; nothing in the story's first report, which all else is new against.

    `added`: what each report of its story added, in order of time; `text` is the article's.
    """
    own = added_by(added, article)
    if not own or added[0].line.citations[0].id == str(article):
        return ()
    return tuple(
        (start, end) for each in own for start, end in pieces_of(each.line.citations[:1])[article]
        if 0 <= start < end <= len(text) and says(each.line.text, text[start:end])
    )
