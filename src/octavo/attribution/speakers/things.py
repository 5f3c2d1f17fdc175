"""What the words beside a name tell of it: that it is a ship's or a storm's, which says nothing, or a company's."""

from __future__ import annotations

import re

_SHIPS_AND_STORMS = (
    r"(?:aircraft carrier|barge|boat|cargo ship|cruiser|cyclone|destroyer|ferry|freighter|frigate|hurricane|liner|ship|spacecraft|storm|"
    r"submarine|tanker|trawler|tugboat|typhoon|vessel|warship|yacht)"
)
_FIRMS = (
    r"(?:agency|airline|bank|blog|brand|broadcaster|brewer|carmaker|chain|company|firm|fund|giant|insurer|magazine|maker|manufacturer|"
    r"newspaper|operator|publisher|retailer|site|startup|start-up|studio|supplier|website)"
)
_APPOSED = r",? (?:which is )?(?:the|an?|one of the) (?:[\w’'-]+ ){0,4}?"
_THING_BEFORE = re.compile(rf"\b{_SHIPS_AND_STORMS} $", re.IGNORECASE)
_THING_AFTER = re.compile(rf"{_APPOSED}{_SHIPS_AND_STORMS}\b")
_THING = re.compile(rf"{_SHIPS_AND_STORMS}\b", re.IGNORECASE)
_FIRM_BEFORE = re.compile(rf"\b(?:{_FIRMS}|(?:shares|stake|stock) (?:in|of)) $")
_FIRM_AFTER = re.compile(
    rf",? (?:the|an?|one of the) (?:[\w’'-]+ ){{0,4}}?{_FIRMS}\b|['’]s? (?:shares?|stock|profits?|revenues?|earnings|customers|products|"
    r"headquarters|website|users|chief executive|share price)\b| (?:shares|stock) (?:closed|fell|rose|were)\b"
)
_REACH = 80


def is_thing(text: str, start: int, end: int) -> bool:
    """Whether the name at text[start:end] is called a ship or a storm: "the ferry Sea Star", "Hurricane Ada"."""
    if _THING.match(text, start, end) or _THING_BEFORE.search(text, max(0, start - 20), start):
        return True
    return _THING_AFTER.match(text, end, end + _REACH) is not None


def is_firm(text: str, start: int, end: int) -> bool:
    """Whether it is called a company, or has what companies have: "Acme's shares", "Reit, the maker of sails"."""
    return bool(_FIRM_BEFORE.search(text, max(0, start - 20), start) or _FIRM_AFTER.match(text, end, end + _REACH))
