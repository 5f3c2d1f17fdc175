"""A speaker's statements -> the things said: what several papers print, or one paper twice, is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from octavo.analysis import Act
from octavo.briefing.saying.sense import Sense, carried, sense
from octavo.briefing.speaking.cast import Statement
from octavo.briefing.speaking.wording import wording
from octavo.briefs import Line
from octavo.grouping.stories.terms import telling

ALIKE = 0.8
"""The share of the shorter one's telling words that the other must have."""
WORDS = 3
"""Telling words that a statement must have to be told by them; what has fewer is told by its letters."""
SOUGHT = 4
"""The most telling words of a statement, by which others like it are sought."""
LOOKED_AT = 40
"""Things said that one statement is compared with at most."""
_AGAINST: frozenset[Act] = frozenset(("deny", "dispute"))


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and its line."""

    statement: Statement
    line: Line
    sense: Sense

    @property
    def is_whole(self) -> bool:
        """Whether the line is the whole sentence."""
        return self.line.citations[0] == self.statement.passage.citation

    @property
    def said(self) -> frozenset[str]:
        """The telling words of what was said, without those of the sentence around it."""
        text = self.statement.passage.report.text
        return sense(" ".join(text[start:end] for start, end in self.statement.attribution.content)).words


@dataclass(slots=True, eq=False)
class Thing:
    """Something that a speaker said, each time that it is printed, in the order of the reports."""

    told: list[Told]

    @property
    def shown(self) -> Told:
        """The first that has it in the speaker's own words, else the first."""
        return next((each for each in self.told if each.statement.attribution.form == "direct"), self.told[0])


def told(statement: Statement) -> Told:
    """A statement with its line."""
    line = wording(statement)
    return Told(statement, line, sense(line.text))


def things(said: Iterable[Told]) -> list[Thing]:
    """What one speaker said, in the order in which it was printed first."""
    found: list[Thing] = []
    by_letters: dict[str, int] = {}
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for each in said:
        letters = "".join(char for char in each.line.text.casefold() if char.isalnum())
        place = by_letters.get(letters)
        sought = _sought(each.sense)
        if place is None:
            seen = dict.fromkeys(at for word in sought for at in by_word[word][-LOOKED_AT:])
            place = next((at for at in seen if _same(each, found[at].told[0])), None)
        if place is None:
            place = len(found)
            found.append(Thing([]))
        found[place].told.append(each)
        by_letters.setdefault(letters, place)
        for word in sought:
            if by_word[word][-1:] != [place]:
                by_word[word].append(place)
    return found


def _sought(sense: Sense) -> Sequence[str]:
    return sorted(sense.words, key=lambda word: (-telling(word), word))[:SOUGHT]


def _same(one: Told, other: Told) -> bool:
    """Whether two of a speaker's statements say one thing: names, figures and denial agree, and nearly all telling words."""
    less, more = sorted((one.sense, other.sense), key=lambda sense: len(sense.words))
    if len(less.words) < WORDS or less.negated != more.negated or not less.figures <= more.figures:
        return False
    if (one.statement.attribution.act in _AGAINST) != (other.statement.attribution.act in _AGAINST):
        return False
    return carried(less, more) >= ALIKE
