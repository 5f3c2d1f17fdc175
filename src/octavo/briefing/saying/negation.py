"""Whether a sentence says that something is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely)\b|n ?['’] ?t\b"
    r"|\b(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|fail(?:s|ed)? to|rul(?:e|es|ed|ing) out|reject(?:s|ed|ing)?|lack(?:s|ed|ing)?"
    r"|declin(?:e|es|ed|ing) to|unable|unlikely)\b",
    re.IGNORECASE,
)
NO_NEGATION = re.compile(r"\bno (?:fewer|later|less|longer) than\b|\bno doubt\b|\bnot only\b|\bno\. ?\d", re.IGNORECASE)
"""Words that look like a negation and are none."""


def negations(text: str) -> int:
    """How many words of a text turn what it says around: "did not rule out" has two, "not only" none."""
    return len(_NEGATION.findall(NO_NEGATION.sub(" ", text)))


def places(text: str) -> Iterator[int]:
    """Where each word ends that turns around what follows."""
    passed = [match.span() for match in NO_NEGATION.finditer(text)]
    for match in _NEGATION.finditer(text):
        if not any(start <= match.start() < end for start, end in passed):
            yield match.end()
