"""The heads of articles in a flattened page: where publisher, age and headline stand in short lines above a body.

A page may hold more articles than its main one, glued under it. Each has a head of short lines, in one of a few orders:
publisher, age, publisher, headline; age, headline; publisher twice, headline; headline, byline, age. A comment has a name and an
age too, but no headline; a teaser has a headline, but no body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from octavo.reading.flat.lines import Line
from octavo.reading.furniture import LONGEST, announces_others, furniture_of
from octavo.reading.parts.datelines import split as split_dateline
from octavo.reading.parts.times import age_line
from octavo.reading.parts.words import STOPS

SHORT_WORDS = 8
"""Names of publishers and ages have at most so many words."""
TIME_WORDS, SENTENCE_WORDS = 15, 10
"""A line of so many words tells more than a time; with a stop at its end, a line of fewer words does."""
HEADLINE_WORDS = 35
TITLE_WORDS = 4
BODY_WORDS = 12
"""A line of at least so many words that ends a sentence can begin a body; one of twice as many need not end one."""
REACH = 5
"""A head has at most so many lines between its age and its body, or above its age."""

LONGEST_TIME = 60
"""Characters of a line that is asked whether it is an age or a date."""

FINAL = frozenset(STOPS) - set("?？؟")
"""What no headline ends with."""

LEAD = 300
"""Characters of a paragraph that are looked at for a dateline."""

_ANY_DAY = datetime(2100, 1, 1, tzinfo=UTC)
"""Whether a line is an age or a date does not depend on the day that it is read; only days after that are not believed."""

_TIME_HINT = re.compile(
    r"\d|ago\b|today|yesterday|just now|moments?|hoy|ayer|hier|heute|gestern|вчера|сегодня|hoje|ontem|ieri|oggi|vandaag|gisteren",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:(?:first|last|originally|story) )?(?:published|updated|posted|created|modified|publish date)\b[^a-z]*\b"
    r"(?:on|at|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_NAMED_AGE = re.compile(r"(?P<name>[^\W\d_][^\d|•·]{2,40}?)(?:\s+[–—-])?\s+(?P<age>\d{1,3} \w{1,8} ago|just now|yesterday)", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|von|por|par|di|door|oleh|автор|text|story by|written by|reported by)\b:?\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """Lines `start <= line < body` of a page that stand above a body; `headline` is the number of the line that holds it.

    `sure` says that the order of its lines is that of a new article, whatever stands above it (it may lack
    a headline then), `twice` that the publisher is named above and below the age.
    """

    start: int
    body: int
    headline: int | None
    publisher: str | None = None
    published: datetime | None = None
    byline: tuple[str, ...] = ()
    sure: bool = False
    twice: bool = False


def is_byline(text: str) -> bool:
    """"By Jane Doe, Associated Press": a line that names who wrote the text under it."""
    return len(text) <= 120 and _BYLINE.match(text) is not None and not text.endswith((".", "!", "?"))


def can_begin_body(line: Line) -> bool:
    """Whether a line is long enough to be the first paragraph of an article."""
    if line.words < BODY_WORDS or (line.words < 2 * BODY_WORDS and not line.ends):
        return False
    return line.furniture not in ("asking", "caption")


def can_be_headline(line: Line) -> bool:
    """Whether a line can be a headline: a few words that are no button, label, byline or address."""
    text = line.text
    if line.furniture or line.words > HEADLINE_WORDS or len(text) > LONGEST or (line.words < 3 and (text.isascii() or len(text) < 12)):
        return False
    return not is_byline(text) and not _STAMP.match(text) and not is_time(text) and "://" not in text


def is_time(text: str) -> bool:
    """Whether the whole of a line is an age or a date."""
    return len(text) <= LONGEST_TIME and _TIME_HINT.search(text) is not None and age_line(text, _ANY_DAY) is not None


def is_unfinished(line: Line) -> bool:
    """Whether a line ends as headlines do: without a stop, with a question, or with words in quotes."""
    return not line.ends or line.text.rstrip("\"'”’»)]」』）】")[-1:] not in FINAL


def find_heads(lines: Sequence[Line], fetched: datetime) -> list[Head]:
    """The heads of a page, top to bottom, none overlapping. Linear in the number of lines."""
    heads: list[Head] = []
    free = 0
    for at in range(len(lines)):
        if at < free:
            continue
        head = _named_twice(lines, at, fetched) or _dated(lines, at, free, fetched) or _datelined(lines, at, free, fetched)
        if head:
            heads.append(head)
            free = head.body
    return heads


def with_undated(lines: Sequence[Line], heads: Sequence[Head], start: int, fetched: datetime) -> list[Head]:
    """The heads, and those without an age under a heading that announces other articles: publisher and headline over a long text."""
    first = next((at for at in range(start, len(lines)) if lines[at].furniture == "tail" and announces_others(lines[at].text)), len(lines))
    taken = {at for head in heads for at in range(head.start, head.body + 1)}
    found = list(heads)
    free = first + 1
    for body in range(first + 2, len(lines)):
        title = body - 1
        if body in taken or title < free or title in taken or not _is_long_text(lines[body]):
            continue
        if can_be_headline(lines[title]) and is_unfinished(lines[title]):
            named = title > free and title - 1 not in taken and can_name(lines[title - 1], fetched)
            if title == first + 1 or lines[title].gap > 1 or (named and not lines[title].ends):
                found.append(Head(title - named, body, title, lines[title - 1].text if named else None, sure=True))
        free = body + 1
    return sorted(found, key=lambda head: head.start)


def _is_long_text(line: Line) -> bool:
    return line.words > 3 * BODY_WORDS and line.ends and can_begin_body(line)


def _datelined(lines: Sequence[Line], at: int, free: int, fetched: datetime) -> Head | None:
    """The head that is only a headline, or a publisher and a headline, above line `at`, which begins with a dateline."""
    title = at - 1
    if title < free or not can_begin_body(lines[at]) or not can_be_headline(lines[title]) or lines[title].words < TITLE_WORDS:
        return None
    if not is_unfinished(lines[title]) or not split_dateline(lines[at].text[:LEAD]).dateline:
        return None
    name = title - 1
    if name >= free and lines[name].gap and not lines[title].gap and can_name(lines[name], fetched):
        return Head(name, at, title, lines[name].text, sure=True)
    return Head(title, at, title, sure=True)


def _dated(lines: Sequence[Line], at: int, free: int, fetched: datetime) -> Head | None:
    """The head whose age or date is line `at`."""
    told = time_in(lines[at].text, fetched)
    if not told:
        return None
    published, publisher = told
    start = at
    if publisher is None and at > free and can_name(lines[at - 1], fetched):
        start, publisher = at - 1, lines[at - 1].text
    body = _body_under(lines, at + 1)
    if body is None:
        return None
    between = [i for i in range(at + 1, body) if not _is_label(lines[i], publisher) and not time_in(lines[i].text, fetched)]
    byline = tuple(lines[i].text for i in between if is_byline(lines[i].text))
    title = _title(lines, between)
    if title is not None:
        return Head(start, _under(lines, title + 1, body), title, publisher, published, byline, sure=True)
    return _headline_above(lines, Head(start, body, None, publisher, published, byline), free, fetched)


def _title(lines: Sequence[Line], candidates: Sequence[int]) -> int | None:
    """The headline among lines between an age and a body: the first of some words, for a section may stand above and a deck below it."""
    fit = [at for at in candidates if can_be_headline(lines[at])]
    return next((at for at in fit if lines[at].words >= TITLE_WORDS), fit[-1] if fit else None)


def _under(lines: Sequence[Line], start: int, body: int) -> int:
    """Where the text under a headline begins: at a deck that ends as a sentence, or else at the body."""
    return next((at for at in range(start, body) if lines[at].ends and lines[at].words >= TITLE_WORDS and not lines[at].furniture), body)


def _headline_above(lines: Sequence[Line], head: Head, free: int, fetched: datetime) -> Head:
    """The head with its headline looked for above its age: headline, byline or publisher, age."""
    for at in range(head.start, max(free, head.start - 3) - 1, -1):
        line = lines[at]
        if is_byline(line.text):
            publisher = None if line.text == head.publisher else head.publisher
            head = replace(head, start=at, byline=(line.text, *head.byline), publisher=publisher)
        elif at < head.start or line.text == head.publisher:
            if time_in(line.text, fetched) or line.words < TITLE_WORDS:
                continue
            if can_be_headline(line) and not can_begin_body(line):
                publisher = None if line.text == head.publisher else head.publisher
                return replace(head, start=at, headline=at, publisher=publisher, sure=bool(head.byline or publisher))
            break
    return head


def _named_twice(lines: Sequence[Line], at: int, fetched: datetime) -> Head | None:
    """The head that begins with a publisher's name in line `at`, and has it again ("- The Star") just below."""
    name = lines[at].text
    again = next((i for i in range(at + 1, min(at + 3, len(lines))) if name in (_dashed(lines[i]), lines[i].text)), None)
    if again is None or not can_name(lines[at], fetched):
        return None
    if _dashed(lines[again]) is None and not (again == at + 2 and time_in(lines[at + 1].text, fetched)):
        return None  # without a dash two lines alike are furniture as often, but not around an age
    told = [when for i in range(at + 1, min(again + 3, len(lines))) if (when := time_in(lines[i].text, fetched))]
    below = [i for i in range(again + 1, min(again + 3, len(lines))) if not time_in(lines[i].text, fetched)]
    title = _title(lines, below[:1]) if below else None
    body = _body_under(lines, again + 1 if title is None else title + 1)
    if title is not None and title + 1 < len(lines) and not lines[title + 1].furniture and not is_unfinished(lines[title + 1]):
        body = title + 1
    if body is None:
        return None
    byline = tuple(lines[i].text for i in range(again + 1, body) if is_byline(lines[i].text))
    body = body if title is None else _under(lines, title + 1, body)
    return Head(at, body, title, name, told[0][0] if told else None, byline, sure=True, twice=True)


def _body_under(lines: Sequence[Line], start: int) -> int | None:
    """The line where a body begins, not far under `start`."""
    for at in range(start, min(start + REACH, len(lines))):
        if lines[at].furniture == "tail":
            return None
        if can_begin_body(lines[at]) and not _is_headline_over(lines, at):
            return at
    return None


def _is_headline_over(lines: Sequence[Line], at: int) -> bool:
    """Whether a line that could begin a body is rather a long headline: no full stop, and a longer line under it."""
    text = lines[at].text
    if at + 1 == len(lines) or text.endswith((".", "!", "…")) or lines[at].words > HEADLINE_WORDS:
        return False
    return can_begin_body(lines[at + 1]) and len(lines[at + 1].text) > len(text)


def time_in(text: str, fetched: datetime) -> tuple[datetime, str | None] | None:
    """The time that a short line tells, and the publisher beside it ("The Star · 3 hours ago")."""
    if len(text) > 100 or text.count(" ") >= (SENTENCE_WORDS if text.endswith(".") else TIME_WORDS) or not _TIME_HINT.search(text):
        return None
    when = age_line(text, fetched)
    beside = _NAMED_AGE.fullmatch(text)
    pieces = [beside["name"], beside["age"]] if beside else [piece for piece in _SPLIT.split(text) if piece]
    # "The Sun" alone would pass for the label of a day: only with "The" is it a name where the whole line reads as a time
    if len(pieces) < 2 or (when and not pieces[0].startswith("The ")):
        return (when, None) if when else None
    times = [age_line(piece, fetched) if at or not piece.startswith("The ") else None for at, piece in enumerate(pieces)]
    found = next((time for time in times if time), None)
    names = [piece for piece, time in zip(pieces, times, strict=True) if not time]
    if not found or sum(name.count(" ") + 1 for name in names) > SHORT_WORDS:
        return (when, None) if when else None
    name = names[0] if names and not is_byline(names[0]) and any(map(str.isalpha, names[0])) and not furniture_of(names[0]) else None
    return found, name


def can_name(line: Line, fetched: datetime) -> bool:
    """Whether a line can be the name of a publisher: a few words that are no button, byline or time."""
    text = line.text
    if line.furniture or line.ends or line.words > SHORT_WORDS or len(text) > 60 or not any(map(str.isalpha, text)) or is_byline(text):
        return False
    return not time_in(text, fetched)


def _dashed(line: Line) -> str | None:
    """The text after a dash, None for a line that does not begin with one."""
    return line.raw[1:].strip() if line.raw[:1] in "-–—" else None


def _is_label(line: Line, publisher: str | None) -> bool:
    return line.furniture == "button" or (publisher is not None and publisher in (line.text, _dashed(line)))
