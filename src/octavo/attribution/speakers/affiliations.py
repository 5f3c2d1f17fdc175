"""The body that a role names: "NATO Secretary General" -> NATO, "deputy director at the Atlantic Council" -> Atlantic Council."""

from __future__ import annotations

import re

from octavo.attribution.speakers.given_names import FEMALE, MALE
from octavo.attribution.speakers.wording import DETERMINERS, WORD, is_capital, plain
from octavo.attribution.speakers.words import BODIES, BODY_NAMES, HONORIFICS, PERSONS
from octavo.attribution.words.lists import listed

_NAME = (
    r"(?:the\s)?(?:[a-z-]+\s){0,2}((?:[A-Z][\w.’'&-]*)"
    r"(?:\s(?:of|for|and|on|the|de|&)(?:\sthe)?(?=\s[A-Z])|\s[A-Z][\w.’'&-]*)*"
    r"(?:\s(?:campaign|administration|government|party|team))?)"
)
_ADJECTIVES = listed("""
a acting an assistant chief deputy former late longtime retired senior then top vice
""")
_NO_BODY_BEGINS = FEMALE | MALE | PERSONS | HONORIFICS.keys() | {"state"}
_CLOSE = re.compile(
    r"(?:\w+\s){0,2}(?:ally|brother|cousin|critic|daughter|father|friend|husband|mother|opponent|rival|sister|son|supporter|widow|wife)\b"
)
_NO_BODIES = frozenset(("EU", "GOP", "U.K.", "U.S.", "UK", "US"))
_BY_PREPOSITION = tuple(re.compile(rf"\b{words}\s{_NAME}") for words in ("by", "at", "(?:with|for|from)", "of"))
_OWNER = re.compile(r"((?:[A-Z][\w.&-]*\s?)+)(?:['’]s|(?<=s)['’])\s")


def affiliation(role: str) -> str | None:
    """The body in a role's words, as they stand there; None where they name none."""
    for pattern in () if _CLOSE.match(role) else _BY_PREPOSITION:
        found = pattern.search(role)
        if found and plain(found[1].split()[0]) not in _NO_BODY_BEGINS and not found[1].endswith(("'s", "’s")):
            return found[1]
    if (owner := _OWNER.match(role)) and _is_body(owner[1].split()[-1]):
        return owner[1].strip()
    return _before_role(role)


def _before_role(role: str) -> str | None:
    """"Trump campaign" of "Trump campaign spokesman", "NATO" of "senior NATO official": a body's word must end it."""
    words = list(WORD.finditer(role))
    end = next((index for index, word in enumerate(words) if index and plain(word[0]) in PERSONS), len(words))
    none = _ADJECTIVES | DETERMINERS
    start = next((index for index, word in enumerate(words[:end]) if is_capital(word[0]) and plain(word[0]) not in none), end)
    run = start
    while run < end and (is_capital(words[run][0]) or plain(words[run][0]) in BODIES):
        run += 1
    if run == start:
        return None
    last = words[run - 1][0]
    return role[words[start].start() : words[run - 1].end()] if _is_body(last) else None


def _is_body(last: str) -> bool:
    """Whether this last word makes a body's name: "Ministry", "NATO"."""
    acronym = last.isupper() and len(last) > 1 and last not in _NO_BODIES
    return (acronym and plain(last) not in PERSONS) or plain(last) in BODIES | BODY_NAMES
