"""A line of the list in words. Made here and not in the template, which takes three times as long for two hundred of them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext

from octavo.site.library.models import Source
from octavo.site.messages import in_words, numeral
from octavo.site.paper import words
from octavo.site.paper.sources.shelf import Line


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the line; `fetched` is "" where it was never asked, and then `unfetched` says so. `trouble`: the source itself,
    where it fails."""

    url: str
    name: str
    kind: str
    muted: bool
    fetched: str
    fetched_iso: str
    fetched_exact: str
    unfetched: str
    every: str
    trouble: Source | None
    spark: str
    path: str
    month: str
    all: str


def row_of(line: Line, now: datetime, place: str) -> Row:
    """A source with what it brought -> its line at that time; `place` is the path of the page of sources."""
    source, spark, fetched = line.source, line.spark, line.source.fetched
    return Row(
        url=f"{place}{source.pk}/", name=str(source), kind=capfirst(in_words(source.get_kind_display())), muted=source.muted,
        fetched=words.ago(fetched, now) if fetched else "",
        fetched_iso=fetched.isoformat() if fetched else "",
        fetched_exact=words.exact(fetched, now) if fetched else "",
        unfetched=gettext("given, not fetched") if source.kind == Source.Kind.FILE else gettext("not fetched yet"),
        every=words.every(source.interval) if source.interval and source.due_at and not source.muted else "",
        trouble=source if source.failures and not source.muted else None,
        spark=spark.words, path=spark.path, month=numeral(spark.total), all=line.all_words,
    )
