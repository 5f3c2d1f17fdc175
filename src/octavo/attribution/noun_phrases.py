"""Noun phrases in a line of words, as far as telling who is spoken to and which outlet is named needs them."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.analysis import Span
from octavo.attribution.cue_words import ACT_OF
from octavo.attribution.days import day_phrase
from octavo.attribution.lemmas import plain_form
from octavo.attribution.occasion_words import EVENTS, LISTENERS, OUTLET_ENDINGS, OUTLETS, PRONOUNS, STOPS
from octavo.attribution.word_lists import listed
from octavo.attribution.word_spans import Word

_DETERMINERS = listed("a all an another both every her his its many more my one our several some the their these those two your")
_NAME_LINKS = listed("& and of the")
_NOUNS_IN_LY = listed("ally anomaly assembly daily early elderly family folly likely monopoly monthly rally reply supply weekly")
QUOTES = listed("\" ' '' “ ” ‘ ’")
"""Marks that a name of a paper or programme may stand in."""
_LONGEST = 12


def noun_phrase_end(line: Sequence[Word], at: int, over: frozenset[str] = frozenset()) -> int:
    """Where the noun phrase ends that begins at a place: before a comma, a preposition (but those `over`), a known verb or a day."""
    end, quoted = at, False
    while end < len(line) and end < at + _LONGEST:
        word = line[end]
        if word.lower in QUOTES or (quoted and word.lower[0].isalnum()):
            quoted ^= word.lower in QUOTES
            end += 1
            continue
        if not word.lower[0].isalnum() and word.lower not in {"&", "."}:
            break
        if word.lower == "." and not _abbreviates(line, end):
            break
        if word.lower in STOPS and word.lower not in over:
            break
        if end > at and (is_adverb(word) or _goes_on(word) or _day_ends(line, end)):
            break
        end += 1
    while end > at and line[end - 1].lower in over | QUOTES | {"."}:
        if line[end - 1].lower in QUOTES and sum(word.lower in QUOTES for word in line[at:end]) % 2 == 0:
            break
        end -= 1
    return end


def is_adverb(word: Word) -> bool:
    """Whether a word is an adverb in -ly, as "reluctantly" is and "rally" is not."""
    return word.lower.endswith("ly") and not word.capital and word.lower not in _NOUNS_IN_LY


def _goes_on(word: Word) -> bool:
    """Whether a participle goes on to say what was said, as "demanding" does and "hearing" does not."""
    return word.lower.endswith("ing") and word.lower not in EVENTS and plain_form(word.lower, ACT_OF) is not None


def _day_ends(line: Sequence[Word], at: int) -> bool:
    """Whether a day begins here that is not the adjective of a noun, as it is in "a Friday interview"."""
    day = day_phrase(line, at, None)
    if day is None:
        return False
    after = line[day[0]].lower if day[0] < len(line) else ""
    alone = not line[at].capital or not after[:1].isalpha() or after in STOPS or is_adverb(line[day[0]])
    return alone or day_phrase(line, day[0], None) is not None


def listeners_end(line: Sequence[Word], at: int) -> int | None:
    """Where the phrase ends for those who are spoken to; None where no one is named there, as by a pronoun."""
    end = noun_phrase_end(line, at, over=frozenset({"of"}))
    if end == at or (end == at + 1 and line[at].lower in PRONOUNS | _DETERMINERS):
        return None
    first = line[at + (line[at].lower in QUOTES)]
    if first.capital or first.lower in _DETERMINERS or first.possessive:
        return end
    return end if any(word.lower in LISTENERS for word in line[at:end]) else None


def outlet_within(line: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """The first name of a paper, station or agency among the words, as places of the line: "The New York Times", "CNN"."""
    place = start
    while place < end:
        if not line[place].capital:
            place += 1
            continue
        last = place + 1
        while last < end and (line[last].capital or (line[last].lower in _NAME_LINKS and last + 1 < end and line[last + 1].capital)):
            if line[last - 1].possessive:
                break
            last += 1
        found = _outlet_in_name(line, place, last)
        if found:
            return found
        place = last
    return None


def _outlet_in_name(line: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    names = [word.lower for word in line[start:end]]
    if "of" in names:
        behind = _outlet_in_name(line, start + names.index("of") + 1, end)  # "Ann Roe of Norrland News"
        if behind:
            return behind
    for at in range(len(names), 0, -1):
        if names[at - 1] in OUTLET_ENDINGS and (at > 1):
            return start, start + at
    for at, name in enumerate(names):
        if name in OUTLETS and not (name == "time" and at):
            follows = at + 1 < len(names) and names[at + 1] in OUTLET_ENDINGS
            return start + at, start + at + 1 + follows
    return None


def _abbreviates(line: Sequence[Word], at: int) -> bool:
    """Whether a full stop belongs to "Mr." or "Sen." rather than ends a sentence."""
    return at > 0 and line[at - 1].capital and len(line[at - 1].lower) <= 4 and line[at].start == line[at - 1].end


def span_of(line: Sequence[Word], start: int, end: int, text: str) -> Span:
    """The span of words [start, end) of a line, without a possessive s at its end."""
    last = line[end - 1]
    return line[start].start, last.end - (2 if last.possessive and text[last.end - 2] in "'’" else 0)
