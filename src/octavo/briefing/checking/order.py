"""Whether who does what to whom is as in the source, as far as the order of words tells it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from octavo.attribution.words.lists import listed
from octavo.briefing.checking.amounts import CALENDAR
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.wording import Word, words

IN_ORDER, TURNED = 0.6, 0.34
"""Shares of the content words that come in the source's order; the second where one of the two says "by", or somebody
speaks: who says it may come first or last."""
BESIDE = 4
"""Content words on each side of one that are looked at."""
_BREAK = re.compile(
    r"[,;:()\"]|\b(?:when|while|after|before|because|since|who|which|that|but|although|though)\b", re.IGNORECASE
)
WITHIN, FIRST_WITHIN = 5, 3
"""Content words within which two stand near each other; the second for the first word of a sentence."""
_DONE_BY = re.compile(r"\bby (?![\d$€£])")
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "got", "get", "gets"])
_OBJECT = listed("""
the a an his her its their this that these those all some each every him them us me it
""")


def in_order(text: str, given: Given) -> bool:
    """Whether the content words of a folded text come in the order of its source, and stand on the same side of each other."""
    ours, theirs = words(text), given.words
    here, there = [[word for word in each if word.tells and word.small not in CALENDAR] for each in (ours, theirs)]
    shared = [word.key for word in here if word.key in given.keys]
    counted = Counter(word.key for word in there)
    if any(times > counted[word] > 0 for word, times in Counter(word.key for word in here).items()):
        return False  # a word that is said more often than there says another thing once
    turned = _by(text) != _by(given.text)
    if shared and _common(shared, [word.key for word in there]) < (TURNED if turned or given.said else IN_ORDER) * len(shared):
        return False
    if not turned and _turned_around(_in_parts(here, text), _in_parts(there, given.text)):
        return False
    return not _torn(here, there) and not _suffers(ours, theirs) and not _suffers(theirs, ours)


def _by(text: str) -> bool:
    return _DONE_BY.search(text) is not None


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for place, there in enumerate(other, start=1):
            kept = row[place]
            row[place] = before + 1 if word == there else max(row[place], row[place - 1])
            before = kept
    return row[-1]


def _torn(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether a word stands beside another of the source's, and near none such there: "the board sank", where people were on board. What
    the sentence begins with, mostly what does it all, must be nearer."""
    near, first = _near(there, WITHIN), _near(there, FIRST_WITHIN)
    for place, word in enumerate(here):
        behind = here[place + 1 : place + 3] if not place else here[place - 1 : place + 2]
        beside = {each.key for each in behind} & near.keys() - {word.key}
        if word.key in near and beside and not beside & (near if place else first)[word.key]:
            return True
    return False


def _near(found: Sequence[Word], within: int) -> dict[str, set[str]]:
    """For each word those that stand within so many of it."""
    near: dict[str, set[str]] = {}
    for place, word in enumerate(found):
        near.setdefault(word.key, set()).update(each.key for each in found[max(0, place - within) : place + within + 1])
    return near


def _in_parts(found: Sequence[Word], text: str) -> list[tuple[int, str]]:
    """The words, each with the number of its part of the sentence."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    return [(bisect_right(breaks, word.start), word.key) for word in found]


def _turned_around(here: Sequence[tuple[int, str]], there: Sequence[tuple[int, str]]) -> bool:
    """Whether a word has before it what the source has behind it, and behind it what the source has before it: "union sued company"."""
    places = {word: place for place, (_, word) in reversed(list(enumerate(there)))}
    for place, (_, word) in enumerate(here):
        at = places.get(word)
        if at is None:
            continue
        before, behind = _around(here, place)
        earlier, later = _around(there, at)
        if before & later - earlier and behind & earlier - later:
            return True
    return False


def _around(found: Sequence[tuple[int, str]], place: int) -> tuple[set[str], set[str]]:
    """The words before and behind one, in its part of the sentence."""
    part = found[place][0]
    before, behind = found[max(0, place - BESIDE) : place], found[place + 1 : place + 1 + BESIDE]
    return {word for of, word in before if of == part}, {word for of, word in behind if of == part}


def _suffers(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether what a verb is done to in one text ("the union was sued") does it to something in the other ("the union sued the firm")."""
    for place, word in enumerate(one):
        if not word.tells or word.small.endswith("ing") or not {each.small for each in one[max(0, place - 2) : place]} & _BE:
            continue
        for at, there in enumerate(other):
            active = there.key == word.key and not {each.small for each in other[max(0, at - 2) : at]} & _BE
            if active and _has_object(other, at) and _subject(one, place) == _subject(other, at) != "":
                return True
    return False


def _has_object(found: Sequence[Word], place: int) -> bool:
    following = found[place + 1] if place + 1 < len(found) else None
    return following is not None and (following.small in _OBJECT or following.capital)


def _subject(found: Sequence[Word], place: int) -> str:
    return next((word.key for word in reversed(found[:place]) if word.tells), "")
