"""Who says of one thing what cannot be true together: it is and it is not, safe and dangerous, for it and against it."""

from __future__ import annotations

from collections.abc import Iterator

from octavo.briefing.differences.likeness import covered, nearness
from octavo.briefing.differences.opposites import OPPOSITES
from octavo.briefing.differences.opposition import Opposition
from octavo.briefing.differences.places import Places
from octavo.briefing.differences.position import Position, Positions

SAME, SAME_FOR, SAME_NEAR = 0.5, 0.4, 0.3
"""The share of the shorter statement's words that the other must speak of; what is for and against it beside each other; besides opposite
words."""
NEAR = 0.75
"""The nearness of statements that answer each other."""
FEW = 6
"""Words of a statement of which one that is turned around, and what is named, are what it is about."""
REACH = 0.5
"""The nearness of what is asked for and "no need"."""
_ASKING = frozenset(("demand", "propose"))
_AGAINST = frozenset(("deny", "dispute", "criticise"))
SHORT = 8
"""Words of a statement that may be an answer to what stands beside it."""
TELLING = 1.2
"""How much the words that both have must tell together."""
ENOUGH, HERE = 1.0, 0.3
"""What must speak for it that two statements do not agree; what it counts that an article has both, and one of them speaks of nothing
else."""


def stances(known: Positions, places: Places) -> Iterator[Opposition]:
    """The pairs of statements by different speakers that oppose each other, each by what tells it best."""
    for one in known.all:
        for other in places.around(one):
            if one.number < other.number and not (one.open or other.open):
                best = max(_opposed(one, other, known, places), key=lambda found: found.score, default=None)
                if best and best.score >= ENOUGH:
                    yield best


def _opposed(one: Position, other: Position, known: Positions, places: Places) -> Iterator[Opposition]:
    both = one.words & other.words
    against = opposite_words(one, other)
    for_and_against = one.attitude * other.attitude < 0 and not (one.denies or other.denies)  # which `denials` looks at
    turned = (one.turned ^ other.turned) & both if not (one.turned and other.turned) and not (one.wishes or other.wishes) else frozenset()
    if not (against or turned or for_and_against) or one.passage is other.passage or known.allied(one.who, other.who):
        return
    near, told = places.nearness(one, other), sum(map(known.weight, sorted(both)))
    if told < TELLING / 2 and near < REACH:
        return
    names = one.names | other.names
    plain = both - names
    less, more = sorted((one, other), key=lambda each: len(each.words))
    same = covered(less.words, more.words, known)
    bonus = 0.4 * near + 0.2 * places.mention(one, other)
    enough = told >= TELLING and len(plain) > 1 and same >= SAME
    denied = one.denies or other.denies
    beside = near >= NEAR and len(less.words) <= SHORT and not denied
    here = not denied and near > 0 and told >= TELLING and 1 < len(less.words) <= min(FEW, 2 * len(both)) and len(both) > 1
    acts = {one.said.act, other.said.act}
    found = turned & plain
    most = bool(found) and len(found) >= min(2, len(plain)) and 2 * len(found) >= len(plain)
    if most and "criticise" not in acts and (enough or here or (beside and same >= SAME)):
        yield Opposition(one, other, "turned", max(same, SAME) + 0.1 * len(plain) + bonus + HERE * here, both)
    if for_and_against and any(nearness(sorted(less.words - names), more.words).values()):
        if enough or (beside and same >= SAME_FOR):
            yield Opposition(one, other, "for and against", same + 0.1 * len(plain) + bonus, both)
        if near >= REACH and acts & _ASKING and not acts & _AGAINST:
            yield Opposition(one, other, "for and against", ENOUGH + bonus, both)
    rest = less.words - against
    if against and rest and told >= TELLING / 2 and (left := covered(rest, more.words, known)) >= SAME_NEAR:
        yield Opposition(one, other, "opposite", left + 0.3 + bonus, both | against)


def opposite_words(one: Position, other: Position) -> frozenset[str]:
    """The words of two statements that are each other's opposite, both turned around or neither."""
    return frozenset(
        word for mine in one.words if mine in OPPOSITES for word in OPPOSITES[mine] & other.words
        if (mine in one.turned) == (word in other.turned)
    )  # fmt: skip
