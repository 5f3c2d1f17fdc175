"""The body that a role names: "NATO Secretary General" -> NATO, "deputy director at the Atlantic Council" -> Atlantic Council."""

from __future__ import annotations

import re

from octavo.attribution.speakers.apostrophes import holds_apostrophe
from octavo.attribution.speakers.wording import DETERMINERS, is_capital, plain
from octavo.attribution.speakers.words import BODIES, BODY_NAMES, HONORIFICS, PERSONS
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD
from octavo.language.given_names import FEMALE, MALE

_NAME = (
    r"(?:the\s)?(?:(?!(?:and|in|near|of|on)\b)[a-z-]+\s){0,3}((?:[A-Z][\w.’'&-]*)"
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
_PLACES = listed("city country nation state")
_COMMON = BODIES - {"army", "congress", "house", "navy", "parliament", "senate"}
"""Bodies whose noun alone names none: "Committee Chairman"."""
_OWNER = re.compile(r"((?:[A-Z][\w.&-]*\s?)+)(?:['’]s|(?<=s)['’])\s")


def affiliation(role: str) -> str | None:
    """The body in a role's words, as they stand there; None where they name none."""
    patterns = () if _CLOSE.match(role) else _BY_PREPOSITION
    named = [found for pattern in patterns if (found := pattern.search(role)) and _begins_body(found[1]) and not _is_somebody(found)]
    if named:
        first = named[0].start(1)
        return max(named, key=lambda found: found.start(1) < first < found.end(1))[1]  # "the Society for Conservation"
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
    if run == start or words[run - 1][0] in _PLACES:
        return None
    if words[run - 1][0] == "Press" and run - start > 1:
        run -= 1  # "White House Press Secretary"
    name = role[words[start].start() : words[run - 1].end()]
    common = run - start == 1 and plain(name) in _COMMON
    return name if (_is_body(words[run - 1][0]) and not common) or holds_apostrophe(name) else None


def _begins_body(name: str) -> bool:
    return plain(name.split()[0]) not in _NO_BODY_BEGINS and not name.endswith(("'s", "’s", "-based"))


def _is_somebody(found: re.Match[str]) -> bool:
    """Whether a name is a person's, by a role before it or in it: "successor of the painter Ada Holt", "aide to Harbour Minister Holt"."""
    before, words = found[0][: found.start(1) - found.start()].split(), found[1].split()
    titled = any(plain(word) in PERSONS for word in words[:-1]) and not _is_body(words[-1])
    return titled or (bool(before) and plain(before[-1]) in PERSONS)


def _is_body(last: str) -> bool:
    """Whether this last word makes a body's name: "Ministry", "NATO"."""
    acronym = last.isupper() and len(last) > 1 and last not in _NO_BODIES
    return (acronym and plain(last) not in PERSONS) or plain(last) in BODIES | BODY_NAMES
