"""Made-up reports for the tests of the brief."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from octavo.analysis import Act, Analysis, Attribution, Form, Speaker, SpeakerKind
from octavo.article import Article, Paragraph
from octavo.briefing.reports import Report
from octavo.language.sentences import sentences

START = datetime(2031, 4, 2, 8, 0, tzinfo=UTC)


def report(name: str, *text: str, origin: str = "", voice: str | None = None, hours: float | None = 0, headline: str = "News") -> Report:
    """A report with a paragraph for each text, in which nobody is heard; `voice` is its own where none is given."""
    when = None if hours is None else START + timedelta(hours=hours)
    article = Article(name, headline, tuple(Paragraph("text", each) for each in text), published=when, language="en")
    return Report(article, Analysis(sentences(article.text), (), ()), origin or name, name if voice is None else voice)


def heard(
    in_: Report, said: Iterable[tuple[str, str, str]], act: Act = "say", form: Form = "indirect", kind: SpeakerKind = "person",
) -> Report:
    """The report with its speakers: (source, cue, content), each the first such words of its text."""
    found = [
        Attribution(
            (_span(in_, source),), (_span(in_, cue),), (_span(in_, content),), Speaker(source, kind), act, False, form, None, 1.0
        )
        for source, cue, content in said
    ]
    return replace(in_, analysis=replace(in_.analysis, attributions=tuple(sorted(found, key=lambda each: each.cue))))


def _span(of: Report, words: str) -> tuple[int, int]:
    start = of.text.index(words)
    return start, start + len(words)
