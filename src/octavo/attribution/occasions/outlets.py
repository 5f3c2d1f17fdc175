"""Names of papers, stations and agencies among the words of a line, and who of them was spoken to."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.attribution.occasions.noun_phrases import QUOTES
from octavo.attribution.occasions.words import OUTLET_ENDINGS, OUTLET_NOUNS, OUTLETS
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word

Places = tuple[int, int]
"""Words [start, end) of a line."""

_NAME_LINKS = listed("& and of the")
_ARTICLES = listed("a an the")


def outlet_within(line: Sequence[Word], start: int, end: int) -> Places | None:
    """The first name of a paper, station or agency among the words: "The New York Times", "CNN", "the news agency Norrland"."""
    place = start
    while place < end:
        if not line[place].capital:
            place += 1
            continue
        last = place + 1
        while last < end and _continues(line, last, end):
            last += 1
        found = _outlet_in_name(line, place, last)
        if found:
            return found
        place = last
    return _called_outlet(line, start, end)


def spoken_to(line: Sequence[Word], start: int, end: int, persons: frozenset[int]) -> tuple[Places | None, Places | None]:
    """The outlet and the addressee that the words for those who are spoken to name: "Reuters", "reporters", "CNN's Ann Roe".

    `persons` are the offsets at which names of persons begin.
    """
    if line[start].lower in QUOTES and end > start + 1:  # a programme
        return (start + 1, end - (line[end - 1].lower in QUOTES)), None
    outlet = outlet_within(line, start, end)
    last = line[end - 1].lower
    if outlet is None:
        bare = start + (line[start].lower in _ARTICLES)
        return ((bare, end), None) if last in OUTLET_NOUNS and bare < end else (None, (start, end))
    if outlet[0] > start + 1 and line[outlet[0] - 1].lower in {"from", "of"}:
        return outlet, (start, outlet[0] - 1)
    rest = line[outlet[1] : end]
    if not rest or (last in OUTLET_NOUNS and all(word.lower in OUTLET_NOUNS | {"news", "wire"} for word in rest)):
        return outlet, None
    if rest[0].lower in QUOTES:  # CNN's "State of the Union", or Norrland News' Ann Roe
        return outlet, None if last in QUOTES or len(rest) == 1 else (outlet[1] + 1, end)
    named_on = not line[outlet[1] - 1].possessive and rest[0].start not in persons and (rest[0].capital or rest[0].lower.isdigit())
    if named_on or last in OUTLET_NOUNS:
        return (outlet[0], end), None
    return (outlet, (outlet[1], end)) if any(word.capital for word in rest) else (None, (start, end))


def _continues(line: Sequence[Word], at: int, end: int) -> bool:
    """Whether a name goes on over this word: a capital, or a small link with a capital behind it."""
    if line[at - 1].possessive:
        return False
    return line[at].capital or (line[at].lower in _NAME_LINKS and at + 1 < end and line[at + 1].capital)


def _outlet_in_name(line: Sequence[Word], start: int, end: int) -> Places | None:
    names = [word.lower for word in line[start:end]]
    if "of" in names:
        behind = _outlet_in_name(line, start + names.index("of") + 1, end)  # "Ann Roe of Norrland News"
        if behind:
            return behind
    for at in range(len(names), 1, -1):
        if names[at - 1] in OUTLET_ENDINGS:
            return start, start + at
    for at, name in enumerate(names):
        if name in OUTLETS and not (name == "time" and at):
            return start + at, start + at + 1
    return None


def _called_outlet(line: Sequence[Word], start: int, end: int) -> Places | None:
    """The name behind a word for what it is."""
    for at in range(start, end - 1):
        if line[at].lower in OUTLET_NOUNS and all(word.capital for word in line[at + 1 : end]):
            return at + 1, end
    return None
