"""Who says of one thing what cannot be true together: it is and it is not, safe and dangerous, for it and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from octavo.analysis import Act
from octavo.briefing.differences.asserting import Refused
from octavo.briefing.differences.likeness import covered, nearness
from octavo.briefing.differences.opposites import OPPOSITES
from octavo.briefing.differences.opposition import Opposition
from octavo.briefing.differences.places import Places
from octavo.briefing.differences.position import Position, Positions
from octavo.briefing.differences.turning import says_needless

SAME, HERE, NAMED, NEARLY = 0.5, 0.35, 0.25, 0.6
"""The share of the shorter statement's words that the other must speak of; of two that stand near each other; of two in one article of
which one is but a name for a thing, "the threat in existential terms"; of what somebody is against that another must be for."""
FEW = 2
"""Words that both must have, of which one is no name."""
NEAR = 0.5
"""The nearness of what is asked for and "no need", and of statements that stand near each other."""
TELLING = 1.2
"""How much the words that both have must tell together."""
ENOUGH = 1.0
"""What must speak for it that two statements do not agree."""
_ASKING: frozenset[Act] = frozenset(("demand", "propose"))
_FOR: frozenset[Act] = frozenset(("praise", "promise", "demand"))
_NAMING: frozenset[Act] = frozenset(("say", "warn", "believe", "accuse"))
"""Acts by which a mere name for a thing says that it is there: "warned of a deepening crisis"."""
_AGAINST: frozenset[Act] = frozenset(("criticise", "dispute"))
_OPPOSES = re.compile(r"\b(?:oppos\w+|against|reject\w*|refus\w+|den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out)\b", re.IGNORECASE)
_TO_ACT = re.compile(r"(?:for |on |that )?(?:[^\s,.;]+ ){1,6}?(?:to|should|must|be) \w+")


def stances(known: Positions, places: Places) -> Iterator[Opposition]:
    """The pairs of statements by different speakers that oppose each other, each by what tells it best."""
    for one in known.all:
        for other in places.around(one):
            if one.number < other.number and not (one.open or other.open or one.passage is other.passage):
                best = max(_opposed(one, other, known, places), key=lambda found: found.score, default=None)
                if best and best.score >= ENOUGH and not known.allied(one.who, other.who):
                    yield best


def _opposed(one: Position, other: Position, known: Positions, places: Places) -> Iterator[Opposition]:
    both = one.words & other.words
    less, more = sorted((one, other), key=lambda each: len(each.words))
    same = covered(less.words, more.words, known) if both else 0.0
    told = sum(map(known.weight, sorted(both)))
    near = places.nearness(one, other)
    score = 0.7 + same + 0.1 * len(both) + 0.4 * near + 0.2 * places.mention(one, other)
    enough = len(both) >= FEW and bool(both - one.names - other.names) and told >= TELLING
    refused = max(_refuses(one, other), _refuses(other, one))
    named = near > 0 and not (one.clause and other.clause)
    if enough and refused and same >= (NAMED if named else HERE if near >= NEAR or refused > FEW else SAME):
        yield Opposition(one, other, "turned", score, both)
    if enough and (_is_against(one, other, known) or _is_against(other, one, known)):
        yield Opposition(one, other, "for and against", score, both)
    if near >= NEAR and (needless := _needless(one, other) or _needless(other, one)):
        yield Opposition(one, other, "for and against", ENOUGH + 0.4 * near, needless)
    against = opposite_words(one, other)
    if against and enough and len(both - against) >= FEW and covered(less.words - against, more.words, known) >= SAME:
        yield Opposition(one, other, "opposite", score, both | against)


def _refuses(one: Position, other: Position) -> int:
    """How many words say that what the other says is not so, 0 for that it does not: a negation must bear on what the other says, verb and
    object, as surely."""
    if one.said.negated or other.said.negated or one.wishes != other.wishes or _OPPOSES.search(other.content):
        return 0
    if not (one.clause and other.speaks and (other.clause or other.said.act in _NAMING)):
        return 0
    return max((_said(each, one, other) for each in one.refused), default=0)


def _said(refused: Refused, one: Position, other: Position) -> int:
    """How many words of what is refused the other says: the verb, or the noun, and what stands behind it; else what stands before it."""
    head, *rest = refused.what
    said = other.stems - other.turned
    if head not in said or any(head in each.what for each in other.refused) or (head in one.unreal) != (head in other.unreal):
        return 0
    behind = sum(word in said for word in rest)
    return 1 + behind if behind or (not rest and _most(refused.of, other.stems)) else 0


def _most(words: Sequence[str], among: Set[str]) -> bool:
    return bool(words) and 3 * sum(word in among for word in words) >= 2 * len(words)


def _is_against(one: Position, other: Position, known: Positions) -> bool:
    """Whether one is against a thing, as such, that the other is for: "the ban", not what others should do."""
    if one.attitude >= 0 or one.clause or one.denies or other.attitude <= 0 or other.denies:
        return False
    if one.said.act not in _AGAINST or other.said.act not in _FOR or other.said.negated or _TO_ACT.match(other.content):
        return False
    return covered(one.words - one.names, other.words, known) >= NEARLY


def _needless(asked: Position, other: Position) -> frozenset[str]:
    """What one asks for and the other says that it need not be, in the same words or near ones, as the first says it."""
    if asked.said.act not in _ASKING or asked.said.negated or not says_needless(other.content):
        return frozenset()
    return frozenset(word for word, near in nearness(sorted(asked.words - asked.names - other.names), other.words).items() if near)


def opposite_words(one: Position, other: Position) -> frozenset[str]:
    """The words of two statements that are each other's opposite, both turned around or neither, and both said to be so or neither."""
    if not (one.clause and other.clause) or one.wishes != other.wishes:
        return frozenset()
    return frozenset(
        word for mine in one.words if mine in OPPOSITES for word in OPPOSITES[mine] & other.words
        if (mine in one.turned) == (word in other.turned) and (mine in one.unreal) == (word in other.unreal)
    )  # fmt: skip
