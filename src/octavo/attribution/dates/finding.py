"""The dates that a sentence speaks of, each as exact as its words are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from octavo.attribution.dates import reading
from octavo.attribution.dates.expressions import Calendar, Expression, Shift, Weekday, sensible
from octavo.attribution.dates.reading import Read, lower
from octavo.attribution.dates.tense import ahead
from octavo.attribution.dates.words import KINDS_OF, MONTHS, NAMED_AFTER, NUMBERS, PARTS, SEASONS, UNITS, WEEKDAYS
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word, words

_ANY = re.compile(
    r"day|\b(?:ago|earlier|later|morning|night|afternoon|evening|month|year|week)|(?:1[6-9]|20)\d\d|\d(?:st|nd|rd|th)\b|Christmas|tomorrow|tonight"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)",
)
_ON = listed("by during from in of since till until before after between early late mid mid- through to for")
"""Before a month or a year that stands alone."""
_YEARS = _ON - listed("for to mid-") | listed("year and summer winter spring autumn")
_ON_A_DAY = listed("on by since until till from before after last next this early late of through")
_NO_ONE = listed("a an any each every most some")
_OF_ALL = listed("best first most only time worst")
_CONTRACTS = listed("contract contracts delivery futures")
"""What is named after a month in which it ends."""
_FIGURATIVE = listed("today tomorrow yesterday")
_WHOSE = listed("her his its my our their your")
_BEGINNINGS = (
    WEEKDAYS.keys() | MONTHS.keys() | NUMBERS.keys() | SEASONS
    | listed("last past this next coming previous recent the that today tonight tomorrow yesterday christmas boxing new")
    | listed("end beginning start")
)
LONGEST = 2_000
"""Characters of a sentence that are read."""


@dataclass(frozen=True, slots=True)
class When:
    """A date at text[start:end]; `date` is ISO 8601, as exact as the words ("2026-03-04", "2026-03", "2026").
    `ahead` says whether it is told as still to come, None where nothing says."""

    start: int
    end: int
    date: str
    ahead: bool | None


def dates_in(text: str, written: date | None, before: str | None = None) -> tuple[When, ...]:
    """Text of a sentence, the day on which it was written, and the date that the text named before it -> its dates, in their order.

    A time that names no one date ("last week", "every Thursday") is none, nor is what only looks like one ("May said", "Sunday Times").
    """
    if not _ANY.search(text):
        return ()
    line = tuple(words(text, 0, min(len(text), LONGEST)))
    found: list[When] = []
    for start, end, said in _expressions(line):
        if said is None:
            continue
        told = _to_come(line, start, end, said)
        in_sentence = _before(line, start, said) or (found[-1].date if found else None)
        far = isinstance(said, Shift) and said.unit in {"month", "year"}
        named = sensible(said, written, told, in_sentence or (None if far else before))
        if named:
            found.append(When(line[start].start, line[end - 1].end, named, told))
    return tuple(found)


def _before(line: Sequence[Word], start: int, said: Expression) -> str | None:
    """The year that "of that year" means where it is the subject of its sentence: "2029 was the fastest date"."""
    if not isinstance(said, Calendar) or not said.same_year:
        return None
    return next((lower(line, at) for at in range(start - 1, -1, -1) if reading.YEAR.fullmatch(lower(line, at))), None)


def _to_come(line: Sequence[Word], start: int, end: int, said: Expression) -> bool | None:
    told = ahead(line, start, end)
    if told is None and isinstance(said, Weekday):
        return not line[end - 1].possessive and lower(line, start - 1) not in {"since", "after"}
    if isinstance(said, Calendar) and said.year is None and lower(line, start - 1) == "since":
        return False
    return told


def _expressions(line: Sequence[Word]) -> Iterator[tuple[int, int, Expression | None]]:
    at = 0
    while at < len(line):
        found = _at(line, at)
        if found is None:
            at += 1
        else:
            yield at, *found
            at = found[0]


def _at(line: Sequence[Word], at: int) -> Read | None:
    word = lower(line, at)
    if not (word in _BEGINNINGS or word[0].isdigit()):
        return None
    before = lower(line, at - 1)
    return (
        _weekday(line, at, before)
        or _calendar(line, at, before)
        or (None if word in _FIGURATIVE and _is_figurative(line, at) else reading.named_day(line, at))
        or _span(line, at, before)
        or reading.following(line, at)
        or _period(line, at, before)
        or reading.feast(line, at)
        or (reading.day_of_month(line, at) if before in {"on", "by", "since", "until", "from"} else None)
        or (reading.year(line, at) if before in _YEARS else None)
    )


def _is_figurative(line: Sequence[Word], at: int) -> bool:
    """"Our yesterday", "a brighter tomorrow"."""
    before = lower(line, at - 1)
    return before in _WHOSE or before in {"a", "every"} or (lower(line, at - 2) in {"a", "an", "the"} and before.isalpha())


def _weekday(line: Sequence[Word], at: int, before: str) -> Read | None:
    found = reading.weekday(line, at)
    if found is None:
        return None
    if isinstance(found[1], Calendar):  # "Friday, 27 February"
        return found
    day = next(place for place in range(at, found[0]) if lower(line, place) in WEEKDAYS)
    exactly = day > at or before in _ON_A_DAY
    generic = before in _NO_ONE or (lower(line, at - 2) in _NO_ONE and before.isalpha() and not line[at - 1].capital and not exactly)
    named = before in NAMED_AFTER or (len(lower(line, day)) < 6 and not exactly)
    end = found[0]
    behind = lower(line, end)
    title = end < len(line) and line[end].capital and end == day + 1 and not exactly and not line[day].possessive
    if generic or named or title or (behind in KINDS_OF and not line[day].possessive):
        return end, None
    return found


def _calendar(line: Sequence[Word], at: int, before: str) -> Read | None:
    word = lower(line, at)
    if word in MONTHS and line[at].capital:
        found = reading.calendar_day(line, at, "in" if before in _ON or before in {"the", "last", "next"} else "")
        if found is None or found[1] is None:
            return found
        said = found[1]
        alone = isinstance(said, Calendar) and said.day is said.year is said.years is None and not said.same_year
        behind = lower(line, found[0])
        if alone and before == "the" and not (behind.isalpha() and found[0] < len(line) and not line[found[0]].capital):
            return None
        kind = alone and (behind in _CONTRACTS or (before == "for" and behind.isalpha() and behind not in {"and", "at", "but", "or"}))
        name = alone and found[0] < len(line) and line[found[0]].capital and before not in {"in", "since", "until", "during"}
        return None if name or kind else found
    if word[0].isdigit() or word == "the":
        return reading.calendar_day(line, at, "")
    return None


def _span(line: Sequence[Word], at: int, before: str) -> Read | None:
    """"Two days ago", and "in three days" of what is to come."""
    found = reading.ago(line, at)
    if found or before != "in":
        return found
    number, unit = reading.count(line, at), UNITS.get(lower(line, at + 1))
    back = [lower(line, place) for place in range(max(at - 5, 0), at - 1)]
    if any(each in _OF_ALL or (each.endswith("est") and len(each) > 4) for each in back):  # "the largest harvest in nine years"
        return None
    return (at + 2, Shift(unit, number, to_come=True)) if number and unit else None


def _period(line: Sequence[Word], at: int, before: str) -> Read | None:
    found = reading.period(line, at, before if before in {"in", "during", "over", "of"} else "")
    if found is None and lower(line, at) in SEASONS | {"end", "beginning", "start"} and lower(line, at + 1) == "of":
        return reading.year(line, at + 2)
    return found if found is None or lower(line, found[0]) not in PARTS else None
