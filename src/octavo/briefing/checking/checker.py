"""The sentences that a language model wrote, each with the numbers that it cites -> those that are borne out, and how many were not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from octavo.attribution.words.lists import listed
from octavo.briefing.checking.bearing import Fault, fault
from octavo.briefing.checking.form import LONGEST, clean_letters, well_formed, without_references
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.turns import turns_none
from octavo.briefing.checking.wording import Word, content, folded, words
from octavo.briefing.saying.figures import figures
from octavo.briefs import Citation, Claim
from octavo.grouping.mentions import NO_NAMES

_PARTS = re.compile(r"(?<=[.!?\"]) +(?=[A-Z\"])|; +|, (?:and|but|while|whereas|though|although) +")
_STATES = listed("""
is are was were will has have had do does did say says said deny denies denied claim claims claimed
""")
_BEGINS = listed("""
the a an some many several no another more about both all at nearly police officials
""")
MOST_WORDS = 10
"""Of the name of a question."""
WHOLE = 0.5
"""Of its source's content words, those that a part of a sentence has where its other parts have another source: nothing is cut so short
that it says another thing beside them."""


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence that a model wrote, as it came, and the numbers that it cites."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The sentences that are borne out, as claims with the citations that bear them out, and how many were dropped, by what was the
    matter with them."""

    kept: tuple[Claim, ...]
    dropped: Mapping[Fault, int]

    @property
    def count(self) -> int:
        """How many were dropped."""
        return sum(self.dropped.values())


def checked(sentences: Iterable[Written], given: Iterable[Given]) -> Checked:
    """Keep what the cited sentences bear out, in its order; the same text twice is kept once."""
    by_number = {each.number: each for each in given}
    known = names_known(by_number.values())
    kept: dict[str, Claim] = {}
    dropped: Counter[Fault] = Counter()
    for each in sentences:
        found = borne_out(each, by_number, known)
        if isinstance(found, Claim):
            kept.setdefault(found.text, found)
        else:
            dropped[found] += 1
    return Checked(tuple(kept.values()), dict(dropped))


def names_known(given: Iterable[Given]) -> frozenset[str]:
    """The words of names in all that was given, in small letters."""
    return frozenset(
        word.small for each in given for word in each.words if word.capital and not word.first and word.small not in NO_NAMES
    )


def borne_out(written: Written, given: Mapping[int, Given], known: frozenset[str]) -> Claim | Fault:
    """A sentence as a claim with the citations that bear it out, or what is the matter with it."""
    if len(written.text) > 2 * LONGEST:
        return "form"
    bare, named = without_references(written.text)
    text = folded(bare)
    numbers = dict.fromkeys((*written.numbers, *named))
    if not numbers or any(number not in given for number in numbers):
        return "citation"
    cited = [given[number] for number in numbers]
    if not well_formed(text, frozenset().union(*(clean_letters(each.text) for each in cited))):
        return "form"
    faults = [fault(text, each, known) for each in cited]
    bearing = [each for each, found in zip(cited, faults, strict=True) if found is None] or _in_parts(text, cited, known)
    if not bearing:
        return next(found for found in faults if found)
    return _claim(text, bearing)


def _in_parts(text: str, cited: Sequence[Given], known: frozenset[str]) -> list[Given]:
    """The sources of a sentence that has several: one for each of its parts, which begin with what they are about."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if len(parts) < 2 or len(cited) < 2:
        return []
    found: dict[int, Given] = {}
    for number, part in enumerate(parts):
        if number and not _begins(part):
            return []
        bearing = next((each for each in cited if fault(part, each, known) is None and _whole(part, each)), None)
        if bearing is None:
            return []
        found[bearing.number] = bearing
    return list(found.values())


def _begins(part: str) -> bool:
    return part[0].isupper() or any(not figure.start for figure in figures(part)) or part.split(" ", 1)[0].lower() in _BEGINS


def _whole(part: str, given: Given) -> bool:
    theirs = set(given.content)
    return len(theirs & set(content(part))) >= WHOLE * len(theirs)


def _claim(text: str, bearing: Sequence[Given]) -> Claim:
    citations: dict[Citation, None] = {}
    for each in bearing:
        citations |= dict.fromkeys(each.citations)
    return Claim(text, tuple(citations), min(each.independent_reports for each in bearing))


def names_question(name: str, sources: Sequence[Given], known: frozenset[str]) -> bool:
    """Whether a folded phrase may name what its sources differ about: no statement, and all its words in one of them, in their order."""
    ours = [word for word in words(name) if word.tells]
    if not ours or name.endswith(".") or name.count(" ") >= MOST_WORDS or any(word.small in _STATES for word in words(name)):
        return False
    return any(_told_in_order(ours, each, known) for each in sources) and all(turns_none(name, each) for each in sources)


def _told_in_order(ours: Sequence[Word], source: Given, known: frozenset[str]) -> bool:
    there = iter(source.words)
    return all(any(other.key == word.key for other in there) for word in ours) and all(
        word.small in source.small for word in ours if word.small in known or word.capital
    )
