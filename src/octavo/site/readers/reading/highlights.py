"""The words that readers mark in articles, each perhaps with a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from octavo.messages import message as _
from octavo.site.library.keeping_articles import keep, let_go
from octavo.site.library.models import Article
from octavo.site.library.rows import storable
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.finding import context, span_of
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import Highlight
from octavo.site.readers.refusing import Refused

WORDS, NOTE = 2_000, 5_000
"""Characters of what is marked, and of a note."""

OF_ONE = 200
"""Marked places of an article that are looked at, the newest."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked place: its words as they were marked, and where they stand in the text now; None: they are gone from it."""

    row: Highlight
    span: tuple[int, int] | None


def highlight(reader: User, article: int, words: str, note: str, now: datetime, start: int = 0) -> Highlight:
    """Mark words of an article, those nearest to `start` where they stand in it more than once; what is marked already gets the note.

    Raises Refused, saying why, where they are none, too many or not in the text.
    """
    words, note = storable(words).strip(), storable(note).strip()
    if not words:
        raise Refused(_("no words were chosen: copy a sentence of the article"))
    if len(words) > WORDS:
        raise Refused(_(
            "at most %(most)s characters can be marked at once; these are %(many)s", most=WORDS, many=len(words),
        ))
    if len(note) > NOTE:
        raise Refused(_("a note may have %(most)s characters; this one has %(many)s", most=NOTE, many=len(note)))
    with explaining():
        text = Article.objects.values_list("text", flat=True).get(pk=article)
    place = span_of(text, words, max(0, start))
    if place is None:
        raise Refused(_("these words do not stand in the article: copy them as they are printed, or mark fewer"))
    with writing():
        keep(article, f"marked:{reader.pk}")
        row = Highlight.objects.filter(reader=reader, article=article, start=place[0], words=text[slice(*place)]).first()
        row = row or Highlight(reader=reader, article_id=article, start=place[0], words=text[slice(*place)], at=now)
        row.before, row.note = context(text, place[0]), note or row.note
        row.save()
    return row


def annotate(reader: User, number: int, note: str) -> Highlight | None:
    """Give a marked place another note; None where the reader has none of that number. Raises Refused where it is too long."""
    note = storable(note).strip()
    if len(note) > NOTE:
        raise Refused(_("a note may have %(most)s characters; this one has %(many)s", most=NOTE, many=len(note)))
    with writing():
        row = Highlight.objects.filter(reader=reader, pk=number).first()
        if row:
            row.note = note
            row.save(update_fields=["note"])
    return row


def unmark(reader: User, number: int) -> Highlight | None:
    """Take a marked place away; returns it as it was, None where the reader has none of that number."""
    with writing():
        row = Highlight.objects.filter(reader=reader, pk=number).first()
        if row is None:
            return None
        Highlight.objects.filter(pk=number).delete()
        if not Highlight.objects.filter(reader=reader, article=row.article_id).exists():
            let_go(row.article_id, f"marked:{reader.pk}")
    return row


@explaining()
def highlights_in(reader: User, article: int, text: str) -> list[Marked]:
    """What the reader marked in an article that reads like this now, in the order of the text, what is gone from it last. One query."""
    rows = Highlight.objects.filter(reader=reader.pk, article=article).order_by("-at", "-pk")[:OF_ONE]
    marked = placed((row, text) for row in rows)
    return sorted(marked, key=lambda each: (each.span is None, each.span or (each.row.start, 0), each.row.pk))


def placed(rows: Iterable[tuple[Highlight, str]]) -> list[Marked]:
    """Marked places, each with the text of its article now -> where they stand."""
    return [Marked(row, span_of(text, row.words, row.start, row.before)) for row, text in rows]
