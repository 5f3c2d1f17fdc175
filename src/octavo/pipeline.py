"""The whole newspaper on one page: the arrows from Page to Brief, in order, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from octavo.analysis import Analysis, Attribution
from octavo.article import Article, Page
from octavo.briefs import Brief, Claim
from octavo.reading.page import read_page
from octavo.story import Placement

if TYPE_CHECKING:
    from octavo.attribution.spans.finder import Finder

__all__ = ["analyse", "ask", "attributions", "brief", "group", "group_arriving", "read", "read_page"]


def read(
    data: bytes | bytearray | memoryview | str, url: str | None = None, fetched: datetime | str | None = None, name: str | None = None,
) -> tuple[Article, ...]:
    """Page -> articles, the main article first. HTML, feed and plain page text are told apart by looking.

    `fetched`, a datetime or ISO 8601 text, is what "17 minutes ago" counts from (default: now; one without an offset is taken as UTC).
    `name` is what errors call the input (default: the address). Raises `octavo.InputError` where there is nothing to read, TypeError
    and ValueError for arguments that are none.
    """
    if not isinstance(data, bytes | bytearray | memoryview | str):
        raise TypeError(f"data is the bytes or the text of a page, not {type(data).__name__}: open a file and read it first")
    when = _moment(fetched)
    return read_page(
        Page(
            body=data.encode(errors="replace") if isinstance(data, str) else bytes(data),
            fetched=when if when.tzinfo else when.replace(tzinfo=UTC),
            url=url,
            name=name or url or "the input",
        )
    )


def analyse(texts: Sequence[str], published: Sequence[date | None], finder: Finder | None = None) -> tuple[Analysis, ...]:
    """Texts of articles in English -> their analyses, in their order: sentences, names, and who said what.

    `published` has the day of each that "on Tuesday" counts from, None where it is not known. One `finder` serves many calls (default: one
    that is loaded when first used, and kept). Raises as `attributions` does.
    """
    from octavo.attribution.analyse import analyse as analysed  # loads the model's runtime, which reading a page does without

    return analysed(texts, published, finder)


def attributions(text: str, published: date | datetime | str | None = None) -> tuple[Attribution, ...]:
    """Who said what in a text, in the order of its cues; every span is of that text, in code points.

    `published`, a date or ISO 8601 text, is the day that "on Tuesday" counts from. Raises `octavo.TooLarge` for a text of more than
    1,000,000 characters, `octavo.language.model.ModelError` where a file of the model is missing or damaged, TypeError for what is no text.
    """
    if not isinstance(text, str):
        raise TypeError(f"text is a text, not {type(text).__name__}: decode bytes first")
    when = datetime.fromisoformat(published) if isinstance(published, str) else published
    return analyse((text,), (when.date() if isinstance(when, datetime) else when,))[0].attributions


def group(articles: Iterable[Article]) -> tuple[Placement, ...]:
    """Articles in the order of their arrival -> where each belongs, in that order: its story, and the origin of a copied text.

    All the articles are known to each answer. Only an id and a headline or a text are needed; an id that comes again keeps its place.
    """
    from octavo.grouping.stories.gathering import gathered  # loads numpy and a table, which reading a page does without

    return tuple(gathered(tuple(articles)))


def group_arriving(articles: Iterable[Article]) -> Iterator[Placement]:
    """As `group`, but each answer is given before the next article is asked for, and never taken back."""
    from octavo.grouping.stories.gathering import arriving

    return arriving(articles)


def brief(articles: Iterable[Article], since: datetime | str | None = None) -> Brief:
    """The articles of one story -> its brief, each line with the sentences it came from, by the articles' ids.

    `since`, a datetime or ISO 8601 text (one without an offset is taken as UTC), is when the reader was last here; without it, what is new
    is what the newest article adds. The order of the articles says nothing; of an id that comes again the text that was changed last is
    told. Who said what is found in English alone. Raises as `attributions` does for a text that is too large, ValueError and TypeError for
    a `since` that is no time.
    """
    from octavo.attribution.analyse import analyses_of
    from octavo.briefing.brief import brief as briefed
    from octavo.briefing.reports import in_time, reports_of

    told = in_time(articles)
    moment = None if since is None else _moment(since, "since")
    when = moment.replace(tzinfo=UTC) if moment and not moment.tzinfo else moment
    return briefed(reports_of(told, analyses_of(told), group(told)), when)


def ask(question: str, articles: Iterable[Article], most: int = 5) -> tuple[Claim, ...]:
    """A question and articles of any number of stories -> the sentences that answer it, at most so many, best first, by the articles' ids.

    Empty where nothing answers. Who says what is not looked for, so that this takes no model. The order of the articles says nothing; of an
    id that comes again the text that was changed last is asked.
    """
    from octavo.briefing.answers.answer import answer
    from octavo.briefing.passages import passages
    from octavo.briefing.reports import in_time, reports_of
    from octavo.language.sentences import sentences

    told = in_time(articles)
    analyses = [Analysis(sentences(article.text, article.language or "en"), (), ()) for article in told]
    return answer(question, passages(reports_of(told, analyses, group(told))), most)


def _moment(time: datetime | str | None, name: str = "fetched") -> datetime:
    if isinstance(time, str):
        return datetime.fromisoformat(time)
    if time is not None and not isinstance(time, datetime):
        raise TypeError(f"{name} is a datetime or ISO 8601 text, not {type(time).__name__}")
    return time or datetime.now(UTC)
