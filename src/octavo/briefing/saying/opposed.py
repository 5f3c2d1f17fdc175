"""Words of which each says the opposite of the other: a sentence with the one does not say what a sentence with the other says."""

from __future__ import annotations

from collections.abc import Set

from octavo.grouping.stories.terms import words

_PAIRS = """
rise/fall rises/falls rose/fell up/down increase/decrease increased/decreased increase/cut gain/loss gained/lost win/lose won/lost
victory/defeat open/close opened/closed opens/closes before/after start/end started/ended begin/end began/ended support/oppose
supported/opposed accept/reject accepted/rejected approve/reject approved/rejected guilty/innocent guilty/acquitted convicted/acquitted
alive/dead survived/died survived/killed arrested/released jailed/freed arrive/leave arrived/left north/south east/west northern/southern
eastern/western safe/dangerous allow/ban allowed/banned legal/illegal hire/fire hired/fired buy/sell bought/sold first/second first/last
men/women man/woman boy/girl more/fewer more/less most/least higher/lower high/low early/late earlier/later praised/criticised
praise/criticise confirmed/denied admitted/denied inside/outside married/divorced son/daughter husband/wife brother/sister father/mother
afloat/aground calm/rough lit/unlit succeeded/failed raise/lower raised/lowered strengthened/weakened better/worse best/worst
stop/start stop/continue stopped/started stops/starts stuck/freed stuck/free
"""


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split():
        (one,), (other,) = (words(word) for word in pair.split("/"))
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _opposites()
"""For a word, stemmed, those that say the opposite."""


def opposed(one: Set[str], other: Set[str]) -> bool:
    """Whether one text has a word, and the other in its place the opposite; both as stemmed words, the small ones too."""
    return any(OPPOSITES[word] & (other - one) for word in one & OPPOSITES.keys() if word not in other)
