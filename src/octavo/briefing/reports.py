"""What a brief is made of: a story's articles, each with what was found in it and whose text it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from octavo.analysis import Analysis, Span
from octavo.article import PARAGRAPH_BREAK, Article
from octavo.briefs import Citation
from octavo.grouping.owners import Owners, independent
from octavo.story import Placement

MOST = 500
"""Reports that a brief is made of: the newest. A story that has more is a live one, whose first day is no longer what is told."""
EARLIEST = datetime.min.replace(tzinfo=UTC)
"""What an article without a date is ordered by."""


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """An article of a story. `origin` is the id of the article whose text it carries (its own for a text of its own), so that it names the
    copy group; `voice` is whose that text is (see `octavo.grouping.owners`; "" where nobody knows); `changed` is when another text of the
    article came in than it had at first, where that is known."""

    article: Article
    analysis: Analysis
    origin: str
    voice: str
    changed: datetime | None = None
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.article.text)

    @property
    def id(self) -> str:
        """The article's."""
        return self.article.id

    @property
    def language(self) -> str:
        """The language of its text without the country, "en" for "en-GB"; English where nobody knows."""
        return (self.article.language or "en").lower().partition("-")[0]

    @property
    def day(self) -> date | None:
        """The day on which it came out, by its own clock, from which "on Tuesday" counts."""
        return self.article.published.date() if self.article.published else None

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which a sentence of it may have been written: a correction of Wednesday's that says "on Tuesday" stands in an article
        of Monday's."""
        if not (self.day and self.article.published and self.changed):
            return (self.day,) if self.day else ()
        later = self.changed.astimezone(self.article.published.tzinfo).date()
        return (self.day, later) if later > self.day else (self.day,)

    @property
    def is_copy(self) -> bool:
        """Whether it carries another article's text."""
        return self.origin != self.id

    @property
    def paragraphs(self) -> Iterator[Span]:
        """Where its paragraphs stand in its text."""
        start = 0
        for paragraph in self.article.paragraphs:
            yield start, start + len(paragraph.text)
            start += len(paragraph.text) + len(PARAGRAPH_BREAK)

    def cite(self, span: Span) -> Citation:
        """A citation of a span of its text."""
        return Citation(self.id, *span)


def reports_of(
    articles: Sequence[Article], analyses: Sequence[Analysis], placements: Iterable[Placement], owners: Owners | None = None,
) -> tuple[Report, ...]:
    """The articles of a story with what was found in each, and where each belongs -> its reports, in order of time (see `in_order`).

    An earlier text by the same publisher counts as the same report. Raises ValueError where there is not one analysis for each article.
    """
    owners = owners or Owners()
    origins = _origins(placements)
    by_id = {article.id: article for article in articles}
    found = []
    for article, analysis in zip(articles, analyses, strict=True):
        origin = by_id.get(origins.get(article.id, article.id), article)
        found.append(Report(article, analysis, origin.id, owners.voice(origin.url, origin.publisher, origin.agency)))
    return in_order(found)


def in_time(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles by time of publication, those without one first; of one time by id. Of an id that comes again the text that was changed
    last is taken: the order does not depend on how they were given. Raises TypeError for what is no article."""
    newest: dict[str, Article] = {}
    for article in articles:
        if not isinstance(article, Article):
            raise TypeError(f"articles are what octavo.read gives, not {type(article).__name__}")
        known = newest.get(article.id)
        if known is None or _changed(known) < _changed(article):
            newest[article.id] = article
    return tuple(sorted(newest.values(), key=lambda article: (article.published or EARLIEST, article.id)))


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """By time of publication, those without one first; of one time by id: the order does not depend on how they were given."""
    return tuple(sorted(reports, key=lambda report: (report.article.published or EARLIEST, report.id)))


def independent_reports(carrying: Iterable[Report]) -> int:
    """How many independent reports some articles are: a copy group once, one owner's outlets once."""
    return independent({report.origin: report.voice for report in carrying}.values())


def _origins(placements: Iterable[Placement]) -> dict[str, str]:
    """For each article the one whose text it is in the end."""
    before: Mapping[str, str | None] = {each.id: each.copy_of or each.version_of for each in placements}
    found = {}
    for name in before:
        last, seen = name, {name}
        while (earlier := before.get(last)) is not None and earlier not in seen:
            last = earlier
            seen.add(last)
        found[name] = last
    return found


def _changed(article: Article) -> tuple[datetime, str, str]:
    return article.modified or article.published or EARLIEST, article.text, article.headline
