"""Whether one sentence bears another out: all that is looked at, in order, and what was the matter."""

from __future__ import annotations

from typing import Literal

from octavo.briefing.checking.addressed import addressed
from octavo.briefing.checking.amounts import CALENDAR, amounts_hold
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.limits import limits_hold
from octavo.briefing.checking.links import links_hold
from octavo.briefing.checking.names import names_hold
from octavo.briefing.checking.neighbours import neighbours_hold
from octavo.briefing.checking.order import in_order
from octavo.briefing.checking.quotations import quotations_hold
from octavo.briefing.checking.speakers import SAYS, speakers_hold
from octavo.briefing.checking.turns import GRAVE, turns_none
from octavo.briefing.checking.wording import NEUTRAL, Word, words

Fault = Literal["citation", "form", "source", "names", "figures", "quotation", "turned", "speaker", "words", "order"]

SHARE = 0.8
"""Of a sentence's content words, those that its source has too."""
FEWEST = 2
"""Content words of a sentence or a part of one."""
BEGINS = 5
"""Letters that two words of one family have in common at least. Nearness of meaning is not asked: "upheld" is near to "overturned"."""


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
    if not limits_hold(text, given):
        return "turned"
    if not (in_order(text, given) and links_hold(text, given) and neighbours_hold(text, given)):
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
    return any(_of_one_family(word.small, other.small) for other in given.words if other.tells)


def _of_one_family(one: str, other: str) -> bool:
    """Whether one begins with nearly all of the other: "resign", "resignation", but neither "undermine" nor "understand"."""
    least = max(BEGINS, min(len(one), len(other)) - 2)
    return one[:least] == other[:least]
