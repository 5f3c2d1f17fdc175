"""Whether the names of a sentence are its source's, and are put together and in order as there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from octavo.briefing.checking.amounts import CALENDAR
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.wording import FUNCTION, NEUTRAL, Word, words
from octavo.grouping.mentions import TITLES

WITHIN = 5
"""Words between a title and its name, or two words of a name, at most."""
_PLACED = frozenset(["in", "at", "on", "near", "outside", "off", "around", "of", "from", "to", "for", "since", "until"])
_JOINED = re.compile(r"(?:,| and| &|,? with| or)[ ,]+(?:the )?")


def names_hold(text: str, given: Given, known: frozenset[str]) -> bool:
    """Whether every name of a folded text is one of its source's. `known`: the words, in small letters, of names in all that was given, so
    that one written without its capital, or where a sentence begins, is seen."""
    found = words(text)
    return all(_is_there(word, given, known) for word in found) and _put_together(found, text, given) and not _swapped(text, given)


def _is_there(word: Word, given: Given, known: frozenset[str]) -> bool:
    if word.small in FUNCTION or len(word.printed) == 1:
        return word.small != "may" or not word.capital or word.first or "may" in given.small
    if word.capital and not word.first:
        return word.small in given.capitals or (word.small in TITLES and word.small in given.small)
    if word.capital:
        return word.small in given.small or word.key in given.keys or word.key in NEUTRAL
    return word.small not in known or word.small in given.small


def _put_together(found: Sequence[Word], text: str, given: Given) -> bool:
    """Whether two words that make a name, or a title and its name, do so in the source too."""
    sources = (given.words, *(words(each.speaker) for each in given.said))
    return all(
        any(_together(one, other, source) for source in sources)
        for one, other in pairwise(found)
        if (_is_name(one) or one.small in TITLES) and _is_name(other) and re.fullmatch(r"[ -]|, ", text[one.end : other.start])
    )


def _is_name(word: Word) -> bool:
    return word.capital and word.small not in FUNCTION and word.small not in CALENDAR and word.small not in TITLES


def _together(one: Word, other: Word, source: Sequence[Word]) -> bool:
    firsts = [place for place, word in enumerate(source) if word.small == one.small]
    lasts = [place for place, word in enumerate(source) if word.small == other.small]
    loose = one.small in TITLES
    return any(0 < last - first <= (WITHIN if loose else 2) or (loose and 0 < first - last <= WITHIN) for first in firsts for last in lasts)


def _swapped(text: str, given: Given) -> bool:
    """Whether two names stand the other way round than in the source, where neither says where or when
    or who speaks, and the voice is the same."""
    source, speaking = given.text, frozenset().union(*(each.names for each in given.said))
    ours, theirs = dict(_placed(text)), dict(_placed(source))
    shared = [name for name in ours if name in theirs and name not in speaking]
    for place, one in enumerate(shared):
        for other in shared[place + 1 :]:
            first, last = theirs[one], theirs[other]
            if first[0] < last[0] or any(each[2] for each in (first, last, ours[one], ours[other])):
                continue
            listed = _JOINED.fullmatch(source[last[1] : first[0]]) is not None
            if not listed and _by(text, ours[other][0]) == _by(source, first[0]):
                return True
    return False


def _by(text: str, place: int) -> bool:
    """Whether a name is the one by whom a thing is done."""
    return re.search(r"\bby (?:[\w'.-]+ ){0,4}$", text[:place]) is not None


def _placed(text: str) -> Iterator[tuple[str, tuple[int, int, bool]]]:
    """The last words of names, each with where it first starts and ends and whether a word of place stands before the name."""
    found = words(text)
    seen = set()
    for place, word in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if not _is_name(word) or (following and _is_name(following) and following.start - word.end == 1) or word.small in seen:
            continue
        seen.add(word.small)
        first = place
        while first and (_is_name(found[first - 1]) or found[first - 1].small in TITLES) and found[first].start - found[first - 1].end == 1:
            first -= 1
        before = [each.small for each in found[max(0, first - 2) : first]]
        near = before[-1:] if before[-1:] != ["the"] else before[-2:-1]
        yield word.small, (found[first].start, word.end, bool(near) and near[0] in _PLACED)
