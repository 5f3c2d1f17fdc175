"""What some words of a sentence turn or weaken: "no hole was found" turns hole and found, "will pull her off" is not yet so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from octavo.briefing.saying.weights import weighing
from octavo.grouping.stories.terms import words

FAR = 5
"""Content words behind a word that it bears on: what stands further off is another matter."""
_FAR_CHARACTERS = 100
"""In which these stand: a text of nothing but negations takes no longer than others."""
_CLAUSE = re.compile(r"[,;:—–()]| - |\b(?:but|although|though|while|whereas|because|after|before|when|until|unless|as)\b", re.IGNORECASE)
_TURNING = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely)\b|n['’]t\b"
    r"|\b(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)"
    r"|(?<!\ba )(?<!\bthe )fail(?:s|ed|ing)?|rul(?:e|es|ed|ing) out|reject(?:s|ed|ing)?|lack(?:s|ed|ing)?"
    r"|declin(?:e|es|ed|ing) to|unable|unlikely|stop(?:s|ped)? short of|far from)\b",
    re.IGNORECASE,
)
_NOT_TURNING = re.compile(r"\bno (?:fewer|later|less|longer|more) than\b|\bno doubt\b|\bnot only\b|\bno\. ?\d", re.IGNORECASE)
_WEAKENING = re.compile(
    r"\b(?:will|would|may|might|could|can|should|shall|must)\b|['’](?:ll|d)\b(?! been)"
    r"|\b(?:if|whether|unless|perhaps|maybe|possibly|likely|allegedly|reportedly|apparently|plan(?:s|ned|ning)? to|expect(?:s|ed)? to"
    r"|(?:is|are|was|were) to|(?:is|are) going to|hop(?:es?|ed|ing) to|want(?:s|ed)? to|tr(?:y|ies|ied|ying) to"
    r"|threaten(?:s|ed|ing)?(?: to)?"
    r"|about to|due to be|set to|ready to|vow(?:s|ed|ing)? to"
    r"|(?:vot|decid|agre|promis|pledg)(?:es?|ed|ing)?"
    r"(?: (?:on|late|early|in|\w+day|night|morning|afternoon|evening|unanimously)){0,4} to|attempt(?:s|ed|ing)? to)\b",
    re.IGNORECASE,
)


def turned(text: str) -> frozenset[str]:
    """The content words (stemmed) that a negation bears on an odd number of times."""
    found: set[str] = set()
    for scope in _scopes(_NOT_TURNING.sub(lambda match: " " * len(match[0]), text), _TURNING):
        found ^= scope
    return frozenset(found)


def weakened(text: str) -> frozenset[str]:
    """The content words (stemmed) that are said to be possible, meant or yet to come, not to be so."""
    return frozenset(word for scope in _scopes(text, _WEAKENING) for word in scope)


def _scopes(text: str, of: re.Pattern[str]) -> Iterator[set[str]]:
    for match in of.finditer(text):
        behind = text[match.end() : match.end() + _FAR_CHARACTERS]
        clause = _CLAUSE.search(behind)
        behind = behind[: clause.start()] if clause else behind
        yield set(weighing(words(behind))[:FAR])
