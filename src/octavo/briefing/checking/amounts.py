"""Whether a sentence's figures, dates and amounts are those of its source, and said of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from octavo.attribution.words.lists import listed
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.wording import words
from octavo.briefing.saying.figures import figures

NEAR = 3
"""Content words beside a figure that say what it counts."""
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april june july august september october november december"
_SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
_RELATIVE = """today yesterday tomorrow tonight morning afternoon evening night noon midnight week weekend month year decade century spring
summer autumn winter"""
CALENDAR = frozenset(f"{_DAYS} {_MONTHS} {_SHORT} {_RELATIVE} ago".split())
"""Words of dates, in small letters; "May" is looked at by its capital."""
_ANCHORS = frozenset(f"{_DAYS} {_MONTHS} today yesterday tomorrow tonight".split())
_AMOUNTS = listed("""
one once twice thrice double doubled triple tripled half halved quarter third fourth fifth sixth seventh eighth ninth tenth first second
last dozens scores hundreds thousands millions billions majority minority most all every none nobody only both entire whole few several
many million billion trillion thousand hundred dozen percent former next previous highest lowest largest smallest biggest worst best
unanimously
""")
_LIMITS = "than|least|most|up to|nearly|almost|roughly|approximately|estimated|close to|below|above"
_BOUND = re.compile(rf"\b(?:{_LIMITS})[ $€£]*$", re.IGNORECASE)
_BOUND_OR_ABOUT = re.compile(rf"\b(?:{_LIMITS}|about|around|over|under|some|as many as)[ $€£]*$", re.IGNORECASE)


def amounts_hold(text: str, given: Given) -> bool:
    """Whether each figure, date, ordinal and amount of a folded text is one of its source's, and stands beside the same words there."""
    ours, theirs = list(_told(text)), list(_told(given.text))
    known = {told for told, *_ in theirs}
    if not {told for told, *_ in ours} <= known or not _digits(text) <= _digits(given.text):
        return False
    dated = {word.small for word in words(text)} & (CALENDAR | _AMOUNTS)
    if not all(word in given.small or (word == "one" and "1" in known) for word in dated):
        return False
    if "May" in _capitals(text) and "May" not in _capitals(given.text):
        return False
    if not all(any(_beside(own, other) for other in theirs if other[0] == own[0]) for own in ours):
        return False
    return _dates_hold(text, given.text)


def _capitals(text: str) -> set[str]:
    return {word.printed for word in words(text)}


def _digits(text: str) -> set[str]:
    """Those that belong to no figure: ordinals, and such as stand in names."""
    counted = [(figure.start, figure.end) for figure in figures(text)]
    found = [match for match in _DIGITS.finditer(text) if not any(start <= match.start() < end for start, end in counted)]
    return {match[0].replace(",", "") for match in found}


_Told = tuple[str, frozenset[str], frozenset[str], bool]
"""A figure as it is told, with its unit behind a blank, the content words behind it up to the next figure, those before it, and whether it
is more or less than that."""


def _told(text: str) -> Iterator[_Told]:
    found = list(figures(text))
    content = [word for word in words(text) if word.tells and word.small not in CALENDAR]
    for number, figure in enumerate(found):
        until = min(found[number + 1].start if number + 1 < len(found) else len(text), _stop(text, figure.end))
        since = found[number - 1].end if number else 0
        behind = [word.key for word in content if figure.end <= word.start < until][:NEAR]
        before = [word.key for word in content if since <= word.end <= figure.start][-NEAR:]
        bound = _bound(text[max(0, figure.start - 24) : figure.start], bool(figure.unit))
        yield figure.told, frozenset(behind), frozenset(before), bound


def _stop(text: str, place: int) -> int:
    """Where the part of the sentence ends that begins there."""
    found = re.search(r"[,;:()]|\.(?= |$)| - ", text[place:])
    return place + found.start() if found else len(text)


def _bound(before: str, unit: bool) -> bool:
    """Whether the words before a figure say that it is more or less than that; "over" before a sum of money may say what it is about."""
    return (_BOUND if unit else _BOUND_OR_ABOUT).search(before) is not None


def _beside(own: _Told, other: _Told) -> bool:
    if own[3] != other[3]:
        return False
    if own[1] and other[1] and " " not in own[0]:
        return bool(own[1] & other[1])
    around, there = own[1] | own[2], other[1] | other[2]
    return not around or not there or bool(around & there)


def _dates_hold(text: str, source: str) -> bool:
    """Whether each weekday and month stands behind, or before, a word that it stands so beside in the source."""
    theirs = list(_dated(source))
    return all(
        any(there == word and (not near or not nearby or near & nearby) for there, nearby in theirs) for word, near in _dated(text)
    )


def _dated(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    found = words(text)
    last = 0
    for place, word in enumerate(found):
        if word.small in _ANCHORS:
            before = [each.key for each in found[last:place] if each.tells and each.small not in CALENDAR]
            after = [each.key for each in found[place + 1 :] if each.tells and each.small not in CALENDAR][:NEAR]
            yield word.small, frozenset(before or after)
            last = place + 1
