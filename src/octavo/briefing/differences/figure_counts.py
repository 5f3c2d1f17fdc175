"""What the figures of a sentence count: "42 passengers", "three people were killed", "put the crowd at 6,000".

Wary rather than eager: a figure that is a part ("27 of them"), an age, a time, a date, a length of time, a score, a number in a name, one
end of a range or what somebody once said counts nothing here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from octavo.attribution.dates.finding import dates_in
from octavo.attribution.dates.words import HOURS, MONTHS, UNITS
from octavo.briefing.differences.figure_words import (
    ABOUT,
    CLASS_OF,
    CLASSES,
    CLAUSE,
    CLOCK,
    LESS,
    LISTED,
    MEASURES,
    MONEYS,
    MORE,
    NEAR,
    NO_NOUN,
    NOT_THE_WHOLE,
    OF_A_TIME,
    OF_SPORT,
    OF_TIME,
    OLD,
    ORDINARY,
    PART,
    PEOPLE,
    PLACED,
    RANGE,
    RATE,
    SOME_PEOPLE,
    TORN,
    VOTES,
    WORD,
)
from octavo.briefing.saying.figures import Figure, figures
from octavo.grouping.stories.terms import stem

Bound = Literal["exact", "about", "more", "less"]


@dataclass(frozen=True, slots=True)
class Count:
    """So much of something: `key` folds what is counted, `noun` is it as printed."""

    value: Decimal
    bound: Bound
    key: str
    noun: str
    start: int
    end: int
    figure_end: int

    @property
    def is_of_people(self) -> bool:
        """Whether it is what happened to people: an event has one number of them, as of the votes that carried it."""
        return self.key in CLASSES or self.key == VOTES

    @property
    def is_measure(self) -> bool:
        """Whether it is counted in something that anything is measured in."""
        return self.is_physical or self.key.split(" ")[0] in MONEYS

    @property
    def is_physical(self) -> bool:
        """Whether it is measured in nature, where it is another one the next day: wind, water."""
        return self.key.split(" ")[0] in MEASURES

    def agrees(self, other: Count) -> bool:
        """Whether both can be true of the same: equal, rounded, within a tenth of what is about, or within bounds."""
        one, two = self.value, other.value
        if one == two or _is_rounded(one, two) or _is_rounded(two, one):
            return True
        if "about" in (self.bound, other.bound) and abs(one - two) * 10 <= max(one, two):
            return True
        return _within(self, two) or _within(other, one)


def counts(text: str) -> Iterator[Count]:
    """The figures of a sentence that count the whole of something, in its order. Linear in its length.

    Where it has two of one name neither is the whole: "three men and two women", "60 percent of those and 68 of all".
    """
    numbers = list(figures(text))
    dated = [(when.start, when.end) for when in dates_in(text, None)] if numbers else []
    found = [
        each for figure in numbers
        if not any(start < figure.end and figure.start < end for start, end in dated) and (each := _count(text, figure))
    ]  # fmt: skip
    named = Counter(each.key for each in found)
    for each in found:
        if not _is_part(text, each) and named[each.key] == 1:
            yield each


def is_of_a_time(text: str) -> bool:
    """Whether a sentence sums up a stretch of time: "last year", "every week"."""
    return OF_A_TIME.search(text) is not None


def _count(text: str, figure: Figure) -> Count | None:
    before, behind = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 80]
    digits = text[figure.start : figure.end]
    if before.endswith((":", "/", "-", "–", "#", ".")) or behind.startswith("/") or CLOCK.match(behind) or OLD.match(behind):
        return None
    aged = before.endswith(", ") and behind[:1] in {",", "."}
    a_year = len(digits) == 4 and digits.isdigit() and 1600 <= int(digits) < 2100
    if aged or a_year or TORN.search(before) or RANGE.match(behind) or _is_name(text, figure.start):
        return None
    named = _noun(text, figure)
    if named is None:
        return None
    key, noun, end = named
    rate = RATE.match(text[end:])
    return Count(Decimal(figure.value), _bound(before), f"{key} {rate[1].lower()}" if rate else key, noun, figure.start, end, figure.end)


def _is_part(text: str, count: Count) -> bool:
    before, behind = text[max(0, count.start - 40) : count.start], text[count.figure_end : count.figure_end + 80]
    converted = before.endswith("(") and count.is_measure
    return bool(converted or NOT_THE_WHOLE.search(before) or PART.match(behind) or LISTED.search(before))


def _is_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands before a number in digits, as in "Flight 12"."""
    word = next((match[0] for match in re.finditer(r"[\w’']+(?= $)", text[max(0, start - 40) : start])), "")
    return word[:1].isupper() and word.lower() not in ORDINARY


def _bound(before: str) -> Bound:
    return "more" if MORE.search(before) else "less" if LESS.search(before) else "about" if ABOUT.search(before) else "exact"


def _noun(text: str, figure: Figure) -> tuple[str, str, int] | None:
    """What a figure counts: its key, its words as printed, and where they end."""
    if figure.unit:
        return figure.unit, "" if figure.unit == "percent" else f"{figure.unit}s", figure.end
    run: list[re.Match[str]] = []
    place = figure.end
    for match in WORD.finditer(text, figure.end, figure.end + 80):
        if text[place : match.start()] != " " or match[0].lower() in NO_NOUN or match[0][0].isupper() or len(run) == 3:
            break
        if run and _is_plural(run[-1][0].lower()) and not _is_plural(match[0].lower()):
            break
        run.append(match)
        place = match.end()
    if not run:
        placed = PLACED.search(text[max(0, figure.start - 60) : figure.start])
        if placed is None:
            return None
        noun = placed["noun"].lower()
        return (None if noun in UNITS or noun in NO_NOUN else (CLASS_OF.get(noun, stem(noun)), noun, figure.end))
    head = next((match for match in run if match[0].lower() in PEOPLE | SOME_PEOPLE | CLASS_OF.keys()), run[-1])
    word = head[0].lower()
    if word in UNITS or word in MONTHS or word in HOURS | OF_TIME:
        return None
    if word in PEOPLE | SOME_PEOPLE or word in CLASS_OF:
        return _people(text, figure.start, head)
    if word in OF_SPORT:
        return None
    if word == "votes" and (text[: figure.start].endswith("by ") or text[head.end() :].startswith(" to ")):
        return VOTES, word, head.end()
    if not (word.endswith("s") or stem(word) in MEASURES | MONEYS):
        return None
    return stem(word), text[run[0].start() : head.end()], head.end()


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in PEOPLE | SOME_PEOPLE


def _people(text: str, start: int, head: re.Match[str]) -> tuple[str, str, int] | None:
    """People with what happened to them, by the words of their clause: "three people were killed", "left three dead"."""
    word = head[0].lower()
    own, of = CLASS_OF.get(word, ""), f" {word}" if word in SOME_PEOPLE else ""
    end = next((match.start() for match in CLAUSE.finditer(text, head.end())), len(text))
    behind = [match[0].lower() for match in WORD.finditer(text, head.end(), end)][:NEAR]
    begin = max((match.end() for match in CLAUSE.finditer(text, 0, start)), default=0)
    before = [match[0].lower() for match in WORD.finditer(text, begin, start)][:-3:-1]
    named = own if own not in {"", "crowd"} else next((CLASS_OF[each] for each in (*behind, *before) if each in CLASS_OF), own)
    if not named:
        return None
    return f"{named}{of}", named if named == "crowd" else f"{word if of else 'people'} {named}", head.end()


def _is_rounded(rough: Decimal, fine: Decimal) -> bool:
    """Whether one number is the other with fewer digits: 8 of 8.1, 1,200 of 1,190."""
    if not rough or not fine:
        return False
    digits = len(rough.normalize().as_tuple().digits)
    return digits < len(fine.normalize().as_tuple().digits) and Decimal(f"{fine:.{digits - 1}E}") == rough


def _within(bounded: Count, value: Decimal) -> bool:
    if bounded.bound == "more":
        return bounded.value <= value <= 3 * bounded.value
    return bounded.bound == "less" and bounded.value / 3 <= value <= bounded.value
