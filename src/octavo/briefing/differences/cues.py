"""Sentences in which an article says itself that people differ, or that they agree: "The message from others was starkly different."

The statement before such a sentence and the one behind it do not agree ("others", "not everyone"), or the two behind it ("came to different
views", "divided"). "X echoed Y's view" and "not the only one" say who stands beside whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from octavo.briefing.differences.likeness import covered
from octavo.briefing.differences.opposition import Opposition
from octavo.briefing.differences.places import Places
from octavo.briefing.differences.position import Position, Positions
from octavo.briefing.passages import Passage
from octavo.briefing.speaking.joining import fold

REACH = 4
"""Sentences before and behind a cue in which the statements stand that it parts."""
RUN = 9
"""Sentences behind "others" in which they are told of."""
LEAST = 0.15
"""What must be shared by statements that only "by contrast" parts."""
CUED = 1.2
"""What a cue counts for, see `Opposition.score`."""

_OTHERS = re.compile(
    r"\b(?:(?:message|view|picture|account|story|position|tone|answer|version|opinion|mood)s?\b[^.]{0,40}\b"
    r"(?:starkly|very|quite|sharply|markedly|wholly|altogether|rather) different\b"
    r"|not every(?:one|body) (?:agree[sd]|shares|sees"
    r"|(?:is|was) (?:so |as )?(?:sure|certain|convinced|happy|pleased|impressed|persuaded))|not all agree"
    r"|(?:others|critics|opponents|sceptics|skeptics)\b[^.]{0,50}\b"
    r"(?:disagree|differ|less|not so|not convinced|unconvinced|doubt|see it|saw it|take a)"
    r"|(?:saw|sees?) (?:it|things) differently"
    r"|tells? a different story)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:(?:came|come|reached?) (?:to )?(?:very )?different (?:views?|conclusions?|answers?)"
    r"|(?:are|were|remain(?:s|ed)?) (?:deeply |sharply |bitterly )?(?:divided|split|at odds)\b(?! (?:by|into))|of one mind|no two are alike"
    r"|disagree(?:s|d)? (?:on|over|about|with each other)|opposite (?:views|conclusions)|for opposite reasons"
    r"|differing (?:views|assessments|accounts)|conflicting (?:accounts|versions|views))\b",
    re.IGNORECASE,
)
_DIFFERING = re.compile(
    r"\b(?:gap|rift|split|at odds|divided|disagree\w*|differ(?:s|ed|ing|ences?)?|different (?:views?|assessments?)|two views"
    r"|lack of a common|one mind)\b",
    re.IGNORECASE,
)
_HINTS = (
    "differ", "not every", "not all", "others", "critics", "opponents", "sceptics", "skeptics", "contrast", "divided", "split", "at odds",
    "one mind", "no two", "disagree", "opposite", "conflicting",
)
_WEAK = re.compile(r"in |by |others|.*\b(?:divided|split)", re.IGNORECASE)
_MANY = re.compile(r"\b(?:others|critics|opponents|sceptics|skeptics)\b", re.IGNORECASE)
_TURNS = re.compile(r"(?:But|However|Still|Yet|Nevertheless|Meanwhile)\b")
_ECHO = re.compile(r"^(?:echo|echoes|echoed|echoing|share|shares|shared|agreed with|agrees with|backed|seconded)$", re.IGNORECASE)
_VIEW = re.compile(r"\b(?:view|views|position|stance|opinion|remarks|assessment|line)\b", re.IGNORECASE)
_ALSO = re.compile(r"^(?P<who>.{2,60}?) (?:is|was|are|were) not (?:the only|alone)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cues:
    """What the articles say themselves: who differs, who stands beside whom (pairs of numbers), and sentences that tell of differing."""

    oppositions: tuple[Opposition, ...]
    beside: tuple[tuple[int, int], ...]
    telling: tuple[Passage, ...]


def cues(passages: Sequence[Passage], known: Positions, places: Places) -> Cues:
    """A story's sentences and statements -> what its articles say of who differs."""
    parted = [found for each in passages for found in _parted(each, known, places)]
    beside = [pair for each in passages for pair in (*_also(each, places), *_others(each, places))]
    beside += [pair for each in known.all for pair in _echoes(each, known)]
    return Cues(tuple(parted), tuple(beside), tuple(each for each in passages if says_they_differ(each.text)))


def says_they_differ(text: str) -> bool:
    """Whether a text speaks of people who differ."""
    return _DIFFERING.search(text) is not None


def _parted(cue: Passage, known: Positions, places: Places) -> Iterator[Opposition]:
    if not _is_hinted(cue.text):
        return
    others = _OTHERS.search(cue.text)
    match = others or _BOTH.search(cue.text)
    if match is None or _is_said(cue, cue.start + match.start()):
        return
    at = places.sentences.get(cue.report.id, {})
    behind = _run(at, range(cue.number + 1, cue.number + 1 + REACH))
    if others:
        behind = _run(at, (cue.number,)) + behind
        before = _run(at, range(cue.number - 1, cue.number - 1 - REACH, -1))
        pair = (before[0], behind[0]) if before and behind else None
    else:
        pair = next(((behind[0], each) for each in behind[1:] if each.who != behind[0].who), None)
    if pair is None or known.allied(pair[0].who, pair[1].who):
        return
    told, plain = covered(pair[1].words, pair[0].words, known), pair[1].words & pair[0].words - pair[0].names - pair[1].names
    if (told >= LEAST and len(plain) > 1) or not _WEAK.match(match[0]):
        yield Opposition(*pair, "contrasted", CUED + 0.5 * told, pair[0].words & pair[1].words)


def _is_hinted(text: str) -> bool:
    """Whether a sentence may be a cue: quick, as nearly none is."""
    lower = text.lower()
    return any(hint in lower for hint in _HINTS)


def _is_said(cue: Passage, place: int) -> bool:
    """Whether it is not the article but a speaker who says so."""
    return any(start <= place < end for each in cue.attributions for start, end in each.content)


def _others(cue: Passage, places: Places) -> Iterator[tuple[int, int]]:
    """"The message from others": those who speak next stand beside the first of them, until the article turns."""
    if not _is_hinted(cue.text) or _MANY.search(cue.text) is None or _OTHERS.search(cue.text) is None:
        return
    at = places.sentences.get(cue.report.id, {})
    first: Position | None = None
    for number in range(cue.number + 1, cue.number + 1 + RUN):
        passage = places.passages.get((cue.report.id, number))
        if passage is None or passage.kind == "crosshead" or not passage.is_line or passage.text.isupper() or _TURNS.match(passage.text):
            return
        for each in at.get(number, ()):
            if first is None:
                first = each
            elif each.who != first.who and _is_told_apart(each) and not places.named[each.number] & _plain_words(first.content):
                yield first.number, each.number


def _is_told_apart(position: Position) -> bool:
    """Whether its speaker is more than a single word or "his office"."""
    words = position.who.key.split()
    return len(words) > 1 and words[0] not in ("his", "her", "its", "their")


def _plain_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _run(at: Mapping[int, Sequence[Position]], numbers: Iterable[int]) -> list[Position]:
    return [each for number in numbers for each in at.get(number, ())]


def _also(cue: Passage, places: Places) -> Iterator[tuple[int, int]]:
    """"The U.S. is not the only one": whoever speaks next stands beside whoever is named."""
    match = _ALSO.match(cue.text)
    if match is None:
        return
    at = places.sentences.get(cue.report.id, {})
    behind = _run(at, range(cue.number, cue.number + 3))
    named = {word for word in fold(match["who"]).split() if len(word) > 1}
    for each in _run(at, range(cue.number - 1, -1, -1)) if behind else ():
        roles = {word for role in places.known.roles[each.who] for word in role.split()} | set(each.who.key.split())
        if named & roles and each.who != behind[0].who:
            yield each.number, behind[0].number
            return


def _echoes(position: Position, known: Positions) -> Iterator[tuple[int, int]]:
    """"Rubio echoed Trump's view"."""
    text = position.passage.report.text
    cue = " ".join(text[start:end] for start, end in position.said.cue)
    if not (_ECHO.match(cue) and _VIEW.search(position.content)):
        return
    named = {word.lower().removesuffix("'s").removesuffix("’s") for word in position.content.split()}
    for each in reversed(known.all[: position.number]):
        if each.who.key.split()[-1] in named and each.who != position.who:
            yield each.number, position.number
            return
