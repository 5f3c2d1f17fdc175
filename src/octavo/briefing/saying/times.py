"""Words that say when, how often or in which order: reports of one event choose them freely, and they tell it from no other."""

from __future__ import annotations

import re

from octavo.grouping.stories.terms import words

_MONTHS = "january february march april may june july august september october november december"
MONTHS = frozenset(words(_MONTHS))
"""The months, as stemmed words."""
_WHEN = re.compile(
    rf"(?:{_MONTHS.replace(' ', '|')}|(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to|mid)day|tomorrow|(?:mid|to)?nights?|days?|noon"
    r"|mornings?|afternoons?|evenings?|dawn|late|early|weeks?|months?|years?|hours?|minutes?|first|second|third|two|three|four|five|six|seven"
    r"|eight|nine|ten|hundred|thousand|million|billion|dozen)"
)


def says_when(word: str) -> bool:
    """Whether a word in small letters, stemmed or not, is such a word or a number."""
    return _WHEN.fullmatch(word) is not None
