"""The heads of articles in a flattened page: where publisher, age and headline stand in short lines above a body.

A page may hold more articles than its main one, glued under it. Each has a head of short lines, in one of a few orders:
publisher, age, publisher, headline; age, headline; publisher twice, headline; headline, byline, age. A comment has a name and an
age too, but no headline; a teaser has a headline, but no body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from octavo.reading import flat_furniture as furniture
from octavo.reading.lines import Line, ends_sentence
from octavo.reading.times import age_line

SHORT_WORDS = 8
"""Names of publishers and ages have at most so many words."""
HEADLINE_WORDS = 35
BODY_WORDS = 12
"""A line of at least so many words that ends a sentence can begin a body; one of twice as many need not end one."""
REACH = 5
"""A head has at most so many lines between its age and its body, or above its age."""

_TIME_HINT = re.compile(
    r"\d|ago\b|today|yesterday|just now|moments?|hoy|ayer|hier|heute|gestern|вчера|сегодня|hoje|ontem|ieri|oggi|vandaag|gisteren", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_BYLINE = re.compile(r"(?:by|von|por|par|di|door|oleh|автор|text|story by|written by|reported by)\b:?\s+\S", re.IGNORECASE)
_OTHERS = re.compile(r"related|similar|more|recommended|other|read next|verwandt|weitere|relacionad|liés|похожие|terkait", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """Lines `start <= line < body` of a page that stand above a body; `headline` is the number of the line that holds it.

    `sure` says that the order of its lines is that of a new article, whatever stands above it,
    `twice` that the publisher is named above and below the age.
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


def is_others_heading(text: str) -> bool:
    """"Related Articles", "More from The Star": a heading that announces other articles."""
    return furniture.opens_tail(text) and _OTHERS.search(text) is not None


def can_begin_body(text: str) -> bool:
    """Whether a line is long enough to be the first paragraph of an article."""
    words = text.count(" ") + 1
    return (words >= BODY_WORDS and ends_sentence(text) or words >= 2 * BODY_WORDS) and not furniture.is_asking(text) and not furniture.is_caption(text)


def can_be_headline(line: Line) -> bool:
    """Whether a line can be a headline: a few words that are no button, label, byline or address."""
    text = line.text
    words = text.count(" ") + 1
    if words > HEADLINE_WORDS or len(text) > furniture.LONGEST or (words < 3 and len(text) < 12):
        return False
    return not (furniture.is_button(text) or furniture.opens_tail(text) or furniture.is_pointer(text) or furniture.is_asking(text)
                or furniture.is_caption(text) or is_byline(text) or "://" in text)


def find_heads(lines: Sequence[Line], fetched: datetime) -> list[Head]:
    """The heads of a page, top to bottom, none overlapping. Linear in the number of lines."""
    heads: list[Head] = []
    free = 0
    for at in range(len(lines)):
        if at < free:
            continue
        head = _dated(lines, at, free, fetched) or _named_twice(lines, at, fetched)
        if head:
            heads.append(head)
            free = head.body
    return heads


def _dated(lines: Sequence[Line], at: int, free: int, fetched: datetime) -> Head | None:
    """The head whose age or date is line `at`."""
    told = _time_in(lines[at].text, fetched)
    if not told:
        return None
    published, publisher = told
    start = at
    if publisher is None and at > free and _can_name(lines[at - 1], fetched):
        start, publisher = at - 1, lines[at - 1].text
    body = _body_under(lines, at + 1, fetched)
    if body is None:
        return None
    between = [i for i in range(at + 1, body) if not _is_label(lines[i], publisher) and not _time_in(lines[i].text, fetched)]
    byline = tuple(lines[i].text for i in between if is_byline(lines[i].text))
    headlines = [i for i in between if can_be_headline(lines[i])]
    if headlines:
        twice = publisher is not None and any(lines[i].text == publisher for i in range(at + 1, body))
        return Head(start, body, headlines[-1], publisher, published, byline, sure=True, twice=twice)
    return _headline_above(lines, Head(start, body, None, publisher, published, byline), free, fetched)


def _headline_above(lines: Sequence[Line], head: Head, free: int, fetched: datetime) -> Head:
    """The head with its headline looked for above its age: headline, byline or publisher, age."""
    for at in range(head.start, max(free, head.start - 3) - 1, -1):
        line = lines[at]
        if is_byline(line.text):
            head = replace(head, start=at, byline=(line.text, *head.byline), publisher=None if line.text == head.publisher else head.publisher)
        elif at < head.start or line.text == head.publisher:
            if _time_in(line.text, fetched) or line.text.count(" ") < 3:
                continue
            if can_be_headline(line) and not can_begin_body(line.text):
                publisher = None if line.text == head.publisher else head.publisher
                return replace(head, start=at, headline=at, publisher=publisher, sure=bool(head.byline or publisher))
            break
    return head


def _named_twice(lines: Sequence[Line], at: int, fetched: datetime) -> Head | None:
    """The head that begins with a publisher's name in line `at`, and has it again ("- The Star") just below."""
    name = lines[at].text
    if not _can_name(lines[at], fetched):
        return None
    again = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].text == name and lines[i].raw != lines[at].raw), None)
    if again is None:
        return None
    body = _body_under(lines, again + 1, fetched)
    if body is None:
        return None
    times = [told[0] for i in range(at + 1, body) if (told := _time_in(lines[i].text, fetched))]
    headlines = [i for i in range(again + 1, body) if can_be_headline(lines[i]) and not _time_in(lines[i].text, fetched)]
    byline = tuple(lines[i].text for i in range(again + 1, body) if is_byline(lines[i].text))
    return Head(at, body, headlines[-1], name, times[0] if times else None, byline, sure=True, twice=True) if headlines else None


def _body_under(lines: Sequence[Line], start: int, fetched: datetime) -> int | None:
    """The line where a body begins, not far under `start`."""
    for at in range(start, min(start + REACH, len(lines))):
        text = lines[at].text
        if furniture.opens_tail(text):
            return None
        if can_begin_body(text) and not _is_headline_over(lines, at, fetched):
            return at
    return None


def _is_headline_over(lines: Sequence[Line], at: int, fetched: datetime) -> bool:
    """Whether a line that could begin a body is rather a long headline: no full stop, and a longer line under it."""
    text = lines[at].text
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return not text.endswith((".", "!", "…")) and text.count(" ") < HEADLINE_WORDS and can_begin_body(below) and len(below) > len(text)


def _time_in(text: str, fetched: datetime) -> tuple[datetime, str | None] | None:
    """The time that a short line tells, and the publisher beside it ("The Star · 3 hours ago")."""
    if len(text) > 100 or not _TIME_HINT.search(text):
        return None
    when = age_line(text, fetched)
    if when:
        return when, None
    pieces = [piece for piece in _SPLIT.split(text) if piece]
    if len(pieces) < 2:
        return None
    times = [age_line(piece, fetched) for piece in pieces]
    found = next((time for time in times if time), None)
    names = [piece for piece, time in zip(pieces, times, strict=True) if not time]
    if not found or sum(name.count(" ") + 1 for name in names) > SHORT_WORDS:
        return None
    name = names[0] if names and not is_byline(names[0]) and any(map(str.isalpha, names[0])) and not furniture.is_button(names[0]) else None
    return found, name


def _can_name(line: Line, fetched: datetime) -> bool:
    text = line.text
    return (text.count(" ") < SHORT_WORDS and len(text) <= 60 and not ends_sentence(text) and any(map(str.isalpha, text)) and not is_byline(text)
            and not furniture.is_button(text) and not furniture.opens_tail(text) and not furniture.is_asking(text)
            and not _time_in(text, fetched))


def _is_label(line: Line, publisher: str | None) -> bool:
    return line.text == publisher or furniture.is_button(line.text)
