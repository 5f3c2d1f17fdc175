"""Noun phrases in a line of words, as far as telling who is spoken to and where needs them."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.analysis import Span
from octavo.attribution.acts.cue_words import ACT_OF
from octavo.attribution.occasions.days import day_phrase
from octavo.attribution.occasions.words import EVENTS, LISTENERS, OUTLET_NOUNS, PRONOUNS, STOPS, WRITINGS
from octavo.attribution.words.lemmas import plain_form
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word

_DETERMINERS = listed("a all an another both every her his its many more my one our several some the their these those two your")
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
    return word.lower.endswith("ing") and word.lower not in EVENTS | WRITINGS and plain_form(word.lower, ACT_OF) is not None


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
    return end if line[end - 1].lower in OUTLET_NOUNS or any(word.lower in LISTENERS for word in line[at:end]) else None


def _abbreviates(line: Sequence[Word], at: int) -> bool:
    """Whether a full stop belongs to "Mr." or "Sen." rather than ends a sentence."""
    return at > 0 and line[at - 1].capital and len(line[at - 1].lower) <= 4 and line[at].start == line[at - 1].end


def span_of(line: Sequence[Word], start: int, end: int, text: str) -> Span:
    """The span of words [start, end) of a line, without a possessive s at its end."""
    last = line[end - 1]
    return line[start].start, last.end - (2 if last.possessive and text[last.end - 2] in "'’" else 0)
