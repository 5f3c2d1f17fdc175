"""Whether one sentence bears another out: all that is looked at, in order, and what was the matter."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np

from octavo.briefing.checking.addressed import addressed
from octavo.briefing.checking.amounts import CALENDAR, amounts_hold
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.names import names_hold
from octavo.briefing.checking.order import in_order
from octavo.briefing.checking.quotations import quotations_hold
from octavo.briefing.checking.speakers import SAYS, speakers_hold
from octavo.briefing.checking.turns import GRAVE, turns_none
from octavo.briefing.checking.wording import NEUTRAL, Word, words
from octavo.grouping.stories.meanings import meaning

Fault = Literal["citation", "form", "source", "names", "figures", "quotation", "turned", "speaker", "words", "order"]

SHARE = 0.8
"""Of a sentence's content words, those that its source has too."""
FEWEST = 2
"""Content words of a sentence or a part of one."""
NEAR = 0.55
"""The cosine of two words' meanings from which one may stand for the other, among the words that the source lacks."""
BEGINS = 5
"""Letters that two words of one family have in common: "resign", "resignation"."""


def fault(text: str, given: Given, known: frozenset[str]) -> Fault | None:
    """What is the matter with a folded sentence that is said to stand in a given one; None where it does. `known`: see `names_hold`."""
    if addressed(given.text):
        return "source"
    if not quotations_hold(text, given):
        return "quotation"
    if not names_hold(text, given, known):
        return "names"
    if not amounts_hold(text, given):
        return "figures"
    if not turns_none(text, given):
        return "turned"
    if not _words_are_there(text, given):
        return "words"
    if not in_order(text, given):
        return "order"
    if not speakers_hold(text, given):
        return "speaker"
    return None


def _words_are_there(text: str, given: Given) -> bool:
    """Whether enough of its content words are the source's, and the rest is near to one of them or says nothing of anybody."""
    found = [word for word in words(text) if word.tells]
    own = [word for word in found if word.key not in given.keys]
    if len(found) < FEWEST or len(found) - len(own) < SHARE * len(found):
        return False
    return all(_stands_for_one(word, given) for word in own)


def _stands_for_one(word: Word, given: Given) -> bool:
    if word.key in NEUTRAL:
        return True
    if word.key in GRAVE or word.small in CALENDAR or word.key in SAYS or word.capital:
        return False
    return any(_near(word.small, other.small) for other in given.words if other.tells)


@lru_cache(maxsize=65_536)
def _near(one: str, other: str) -> bool:
    if min(len(one), len(other)) > BEGINS and one[:BEGINS] == other[:BEGINS]:
        return True
    here, there = meaning(one).astype(np.float64), meaning(other).astype(np.float64)
    lengths = float(np.linalg.norm(here) * np.linalg.norm(there)) if len(here) and len(there) else 0.0
    return lengths > 0 and float(here @ there) / lengths >= NEAR
