"""Who denies, disputes or rejects what another said: the statement that does, with the one that it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octavo.analysis import Act
from octavo.briefing.differences.likeness import covered
from octavo.briefing.differences.opposition import Opposition
from octavo.briefing.differences.places import Places
from octavo.briefing.differences.position import Position, Positions

ENOUGH = 1.5
"""What must speak for it that one statement answers another."""

LEAST_TOLD = 0.2
"""The share of a denial's words that the statement which it answers must have."""
POINTS, NAMES = 2, 5
"""Sentences that "it" points back over, and "the demand"."""
REPLY, BACK = 8, 3
"""Sentences within which the accused denies it, or says that something is not so."""
OPENING = 60
"""Characters at the beginning of a sentence of the accused in which he says that it is not so: "I did not know"."""
PAST = 0.25
"""The nearness of an accusation that is denied without its words."""

_POINTING = re.compile(
    r"[“\"‘']?(?:it|that|this|them|these|those|so|(?:the|that|this|those|these|all|any|his|her|their|its|\w+['’]s?)(?: \w+)? "
    r"(?P<noun>claim|charge|report|allegation|accusation|demand|call|criticism|suggestion|idea|proposal|warning)s?)\b[.,”\"’']*$",
    re.IGNORECASE,
)
_NOUN: dict[str, Act] = {
    "charge": "accuse", "allegation": "accuse", "accusation": "accuse", "demand": "demand", "call": "demand", "criticism": "criticise",
    "proposal": "propose", "warning": "warn",
}  # fmt: skip
_CALLS = re.compile(
    r"(?:\w+ ){0,3}(?:calls?|demands?|appeals?|requests?|pleas?|proposals?|plans?|offers?) (?:for|to|that|from|by)\b", re.IGNORECASE
)
_CLAIM = re.compile(
    r"(?:[\w'’-]+ ){0,4}?(?:claim|charge|report|allegation|accusation|criticism|suggestion|idea|notion|assertion|rumou?r|argument|statement"
    r"|view|figure|estimate|account)s?\b",
    re.IGNORECASE,
)
_FOR: frozenset[Act] = frozenset(("praise", "propose", "promise", "demand"))
_SO = re.compile(r"^that (that|this|it) (?:is|was|were|had been) (?:the case|so|true)\b", re.IGNORECASE)
_ASKING: frozenset[Act] = frozenset(("demand", "propose", "accuse"))
_ANY = re.compile(r"\b(?:any|anything|anybody|anyone|ever|wrongdoing|involvement|responsibility|all)\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:did|had|has|have|was|were) not\b|\b(?:did|had|has|have|was|were)n['’]t\b|\bnever\b|\bnothing to do\b|\bnobody\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?,][”\"’]* (?=[“\"‘]?[A-Z])")
_HIM = re.compile(r"(?:him|her|them)\b", re.IGNORECASE)
_MEANT: frozenset[Act] = frozenset(_NOUN.values())
_ANSWERED = {"accuse": 0.6, "criticise": 0.4, "demand": 0.4, "warn": 0.3, "propose": 0.3, "say": 0.15, "believe": 0.15, "expect": 0.15}


def denials(known: Positions, places: Places) -> Iterator[Opposition]:
    """Each denial with the statement that it answers best, where one is found."""
    asked = [each for each in known.all if each.said.act in _MEANT and not each.said.negated]
    for each in known.all:
        if each.denies:
            candidates = {other.number: other for other in (*places.around(each), *_asked(each, asked, places))}.values()
            found = max((_answer(each, other, known, places) for other in candidates), key=lambda found: found.score, default=None)
            if found and found.score >= ENOUGH:
                yield found


def _asked(denial: Position, asked: Sequence[Position], places: Places) -> list[Position]:
    """The accusations of the same article, and what those who speak before "the demand" asked for anywhere."""
    last = {each.who for each in places.last_before(denial, NAMES)} if _POINTING.match(denial.content) else set()
    others = [each for each in asked if each.who != denial.who]
    return [each for each in others if each.who in last or (each.said.act == "accuse" and places.distance(denial, each) is not None)]


def replies(known: Positions, places: Places) -> Iterator[Opposition]:
    """Accusations, each with the nearest statement in which the accused says that something is not so."""
    for each in known.all:
        if each.said.act == "accuse" and not each.said.negated:
            found = [other for other in places.around(each) if _replies(each, other, known, places)]
            if found:
                other = max(found, key=lambda other: (places.nearness(each, other), -other.number))
                yield Opposition(each, other, "denied", ENOUGH + 0.5 * covered(other.words, each.words, known), each.words & other.words)


def _replies(accusation: Position, other: Position, known: Positions, places: Places) -> bool:
    if known.allied(accusation.who, other.who) or other.open or other.said.act == "accuse":
        return False
    if not (other.denies or any(_OWN.search(each, 0, OPENING) for each in _SENTENCE.split(other.content))):
        return False
    pointing = _POINTING.match(other.content)
    if other.passage is accusation.passage or (pointing and _NOUN.get((pointing["noun"] or "").lower(), "accuse") != "accuse"):
        return False
    apart = places.distance(accusation, other)
    accused = frozenset(re.findall(r"[\w-]+", accusation.content.lower()))
    named = bool(places.named[other.number] & accused)
    if apart is None or not 0 < apart <= (REPLY if other.denies else BACK):
        return False
    return named or _HIM.match(accusation.content) is not None


def _answer(denial: Position, other: Position, known: Positions, places: Places) -> Opposition:
    score = _score(denial, other, known, places)
    return Opposition(other, denial, "denied", score, denial.words & other.words)


def _score(denial: Position, other: Position, known: Positions, places: Places) -> float:
    if known.allied(denial.who, other.who) or other.denies:
        return 0.0
    if (denial.passage is other.passage and other.said.act != "accuse") or denial.turned & other.turned:
        return 0.0
    content = _SO.sub(r"\1", denial.content)
    near, before = places.nearness(denial, other), places.is_before(other, denial)
    told = covered(denial.words, other.words, known)
    score = 0.0 if other.said.negated else _ANSWERED.get(other.said.act, 0.0)
    score += 1.4 * told + (0.7 if before else 0.3) * near + 0.4 * places.mention(denial, other)
    asked = _CALLS.match(content)
    if asked and other.said.act not in _ASKING:
        return 0.0
    pointing = _POINTING.match(content)
    if denial.said.act not in ("deny", "dispute"):  # calls it false
        return score + 0.8 if before and (other in places.last_before(denial, NAMES) or told >= LEAST_TOLD) else 0.0
    if pointing:
        if other.said.negated or other.said.act in ("dispute", "ask"):
            return 0.0
        meant = _NOUN.get((pointing["noun"] or "").lower(), other.said.act)
        last = places.last_before(denial, POINTS if pointing["noun"] is None else NAMES)
        meant_so = pointing["noun"] is not None and meant == other.said.act and any(other.who == each.who for each in last)
        return score + 1.1 * meant_so + 0.8 if meant_so or (meant == other.said.act and other in last) else 0.0
    accused = other.said.act == "accuse" and before and near > PAST and (_ANY.search(content) is not None or near == 1)
    if accused:
        return score + 0.7
    plain = (denial.words & other.words) - denial.names - other.names
    return score if told >= LEAST_TOLD and plain and (denial.clause or asked or _claims(content) or _is_for(other)) else 0.0


def _claims(content: str) -> bool:
    """Whether what is denied is named as something that was said: "the suggestion that", "reports of"."""
    return _CLAIM.match(content) is not None


def _is_for(position: Position) -> bool:
    """Whether it is for what it speaks of: who rejects a deed differs from its doer, not from who is against it too."""
    return position.said.act in _FOR and not position.said.negated and not position.turned


