"""Whether what a sentence says of somebody is what its source says of them, and not of what stands beside them there.

Cut short, "the mayor's son was arrested" is "the mayor was arrested": all the words are there, in their order. So it is looked at what
holds each name and noun: nothing (a clause begins with it), a verb, a preposition, or what it owns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octavo.attribution.words.lists import listed
from octavo.briefing.checking.amounts import CALENDAR
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.speakers import SAYS
from octavo.briefing.checking.wording import Word, key, verb_forms, words
from octavo.briefing.saying.figures import figures
from octavo.grouping.mentions import TITLES

Kind = Literal["begins", "told", "verb", "preposition", "owner"]

BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "got", "get", "gets"])
HELPING = BE | listed("has have had do does did will would can could may might must shall should not never also then later again to")
"""What may stand between a subject, or a word that joins two verbs, and the verb."""
LOOSE = listed("in on at near off over around outside inside during since until within across above below beside through")
"""Prepositions that say where and when."""
_STRICT = listed("of for from to with against by about between into like unlike except without behind among than per as on")
_TOLD = listed("that how whether who which whom whose if why")
"""Behind these stands what somebody found, heard or made up."""
DETERMINERS = listed("""
the a an this these those his her its their my your our some many several all both each every any another other no most few half
about nearly almost some only more less than
""")
_OF = listed("half some many several most all each any none two three")
DIED = frozenset(map(key, ("kill", "hurt")))
"""Verbs that say of whom it is done to what they say of whom it happens to: "killing three", "three died"."""
REACH = 8
"""Words in which what somebody does stands beside "by" and them."""
_MARK = re.compile(r"[,;:()\"]|(?<!\w)-(?!\w)|\.(?= |$)")


@dataclass(frozen=True, slots=True)
class Step:
    """A word or a figure of a text: whether a mark stands before it, and a mark of possession behind it."""

    word: Word
    figure: bool
    marked: bool
    owns: bool

    @property
    def small(self) -> str:
        """In small letters."""
        return self.word.small

    @property
    def tells(self) -> bool:
        """Whether it is a content word, or a figure."""
        return self.figure or self.word.tells


@dataclass(frozen=True, slots=True)
class Link:
    """What holds a word: a preposition or a verb, by its key, or nothing."""

    kind: Kind
    by: str = ""


@lru_cache(maxsize=8_192)
def steps(text: str) -> tuple[Step, ...]:
    """The words and figures of a folded text in their order."""
    counted = [Word(figure.value, figure.value, figure.start, figure.end, first=False) for figure in figures(text)]
    figured = {word.start for word in counted}
    found: list[Step] = []
    end = 0
    for word in sorted((*words(text), *counted), key=lambda each: each.start):
        marked = not found or _MARK.search(text, end, word.start) is not None
        owns = re.match(r"'s\b|(?<=s)'(?=[ ,.])", text[word.end :]) is not None or text[word.end - 1 : word.end + 2] in ("s' ", "s',")
        found.append(Step(word, word.start in figured, marked, owns))
        end = word.end
    return tuple(found)


def links_hold(text: str, given: Given) -> bool:
    """Whether each name and noun of a folded text is held as in its source, or as another voice of the verb has it."""
    ours, theirs = steps(text), steps(given.text)
    spoken = any(step.word.key in SAYS for step in ours)
    for place, step in enumerate(ours):
        link = _link(ours, place)
        if link is None or not step.word.tells or step.figure:
            continue
        there = [(at, found) for at, other in enumerate(theirs) if _same(step, other) and (found := _link(theirs, at)) is not None]
        named = (step.word.capital and not step.word.first) or any(theirs[at].word.capital for at, _ in there)
        allowed = (_holds(link, found, named, spoken) or _turned(link, found, ours, place, theirs, at) for at, found in there)
        if there and not any(allowed):
            return False
    return True


def _same(one: Step, other: Step) -> bool:
    return not other.figure and one.small.rstrip("s") == other.small.rstrip("s")


def _holds(ours: Link, theirs: Link, named: bool, spoken: bool) -> bool:
    """Whether a word that one link holds in the source may be held so."""
    if ours == theirs or ours.kind == theirs.kind in ("verb", "begins", "owner", "told"):
        return True
    if theirs.kind == "told":
        return spoken or ours.kind != "begins"
    if ours.kind in ("begins", "told"):
        return theirs.kind == "begins" or (theirs.kind == "verb" and not named)
    if ours.kind == "verb":
        return theirs.kind == "begins" and not named
    if ours.kind == "owner":
        return theirs.kind == "begins" or theirs.by in LOOSE or theirs.by in ("of", "by", "to")
    return _prepositions(ours, theirs, named)


def _prepositions(ours: Link, theirs: Link, named: bool) -> bool:
    free = ours.by in LOOSE or ours.by in ("of", "by")
    if theirs.kind == "preposition":
        return free and (theirs.by in LOOSE or theirs.by in ("of", "by", "to"))
    return free or (theirs.kind in ("begins", "verb") and not named)


def _turned(link: Link, found: Link, ours: Sequence[Step], place: int, theirs: Sequence[Step], at: int) -> bool:
    """Whether the verb that holds the word in one text is said of it in the other, in its passive voice: "sued X", "X was sued"."""
    if link.kind in ("begins", "told") and found.by == "by":
        done = {step.word.key for step in theirs[max(0, at - REACH) : at] if step.word.tells}
        return any(step.word.key in done for step in ours[place + 1 : place + 1 + REACH])
    if link.kind in ("begins", "told") and found.kind == "verb":
        return found.by in DIED or _suffers(ours, place, found.by)
    return link.kind == "verb" and found.kind == "begins" and _suffers(theirs, at, link.by)


def _suffers(found: Sequence[Step], place: int, verb: str) -> bool:
    return any(
        step.word.key == verb and any(before.small in BE for before in found[max(place, at - 3) : at])
        for at, step in enumerate(found[place + 1 :], start=place + 1)
    )


def _link(found: Sequence[Step], place: int) -> Link | None:
    """What holds a word; None for one that is looked at within its phrase or is no noun."""
    step = found[place]
    if step.owns or (step.word.capital and _run_owns(found, place)):
        return Link("owner")
    name = step.word.capital
    while place and not found[place].marked:
        before = found[place - 1]
        if _goes_before(before, name):
            place -= 1
        elif before.word.tells and not name:
            # Behind a verb a phrase begins; a word right behind another is looked at with it.
            return Link("verb", before.word.key) if found[place].small in DETERMINERS and before.small not in CALENDAR else None
        elif before.word.tells:
            if is_verb(found, place - 1):
                return Link("verb", before.word.key)
            place -= 1
        elif before.small == "of" and place > 1 and (found[place - 2].figure or found[place - 2].small in _OF):
            place -= 2
        else:
            return _function(before.small, found[place - 2].small if place > 1 else "")
        name = name or found[place].owns
    return Link("begins")


def _goes_before(step: Step, name: bool) -> bool:
    """Whether a word belongs to the phrase of the noun or name behind it."""
    named = name and step.word.capital and step.word.tells
    return named or step.figure or step.owns or step.small in DETERMINERS or step.small in TITLES


def _function(small: str, before: str) -> Link:
    if (before, small) == ("according", "to"):
        return Link("begins")
    if small in _TOLD:
        return Link("told")
    if small in LOOSE or small in _STRICT:
        return Link("preposition", small)
    return Link("verb", "be") if small in BE else Link("begins")


def _run_owns(found: Sequence[Step], place: int) -> bool:
    """Whether the name that a word is a part of owns what follows."""
    for step in found[place + 1 :]:
        if step.marked or not step.word.capital:
            return False
        if step.owns:
            return True
    return False


def is_verb(found: Sequence[Step], place: int) -> bool:
    """Whether a word looks like a verb where it stands."""
    small, before = found[place].small, found[place - 1].small if place and not found[place].marked else ""
    return small.endswith(("ed", "ing")) or small in verb_forms() or before in HELPING - BE or before in _TOLD
