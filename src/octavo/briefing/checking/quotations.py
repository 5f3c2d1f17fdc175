"""Whether what a sentence has in quotation marks was said so, to the letter."""

from __future__ import annotations

import re

from octavo.briefing.checking.given import Given

_QUOTED = re.compile(r'"([^"]*)"')
_SINGLE = re.compile(r"(?<!\w)'(?=\w)(.{3,400}?[\w,.!?])'(?!\w)")
_EDGE = " ,.;:"


def quotations(text: str) -> list[str]:
    """What stands in quotation marks in a folded text."""
    return [match[1] for pattern in (_QUOTED, _SINGLE) for match in pattern.finditer(text)]


def quotations_hold(text: str, given: Given) -> bool:
    """Whether each quotation of a folded text stands so, within quotation marks or as somebody's direct words, in its source."""
    if text.count('"') % 2:
        return False
    there = [*quotations(given.text), *(said.content for said in given.said if said.direct)]
    return all(any(_within(quoted.strip(_EDGE), said) for said in there) for quoted in quotations(text))


def _within(quoted: str, said: str) -> bool:
    at = said.find(quoted)
    whole = at < 0 or ((at == 0 or not said[at - 1].isalnum()) and not said[at + len(quoted) : at + len(quoted) + 1].isalnum())
    return bool(quoted) and at >= 0 and whole
