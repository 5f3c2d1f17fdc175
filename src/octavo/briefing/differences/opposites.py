"""Words that cannot both be true of one thing, as stems, so that two statements which say them of one thing do not agree."""

from __future__ import annotations

from collections.abc import Mapping

from octavo.grouping.stories.terms import stem

_PAIRS = """
real genuine true authentic : fabricated fake invented false fictional bogus hoax myth
safe harmless secure : dangerous unsafe risky hazardous deadly harmful toxic
rise grow increase soar climb higher more gain : fall shrink decrease drop plunge lower fewer decline lose
guilty : innocent acquitted cleared
settle end stop : continue prolong escalate
support back favour favor approve endorse welcome accept : oppose reject refuse resist block condemn
win won victory : lose lost defeat
open reopen : close closed shut
alive survive : dead killed died
legal lawful constitutional : illegal unlawful unconstitutional
success succeed : failure fail failed
necessary needed essential : unnecessary needless pointless
accident accidental mistake : deliberate intentional murder sabotage
cheap affordable : expensive costly unaffordable
lit burning working intact lights : out dark broken damaged
tired exhausted : rested slept
guarantee certain sure : doubt uncertain doubtful unlikely
build : demolish scrap abandon
honest truthful : liar lying lied dishonest
effective : ineffective useless
justified right correct accurate : unjustified wrong incorrect inaccurate mistaken
allow permit legalise legalize : ban forbid prohibit outlaw
better improve improved : worse worsen worsened
united : divided
"""


def _read(pairs: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in pairs.split("\n"):
        left, _, right = line.partition(":")
        sides = [frozenset(map(stem, side.split())) for side in (left, right)]
        for one, other in (sides, sides[::-1]):
            for word in one:
                found.setdefault(word, set()).update(other - {word})
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _read(_PAIRS)
"""A stem -> the stems of the words that say the opposite."""
