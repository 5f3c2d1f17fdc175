"""Agencies that no table has: told by how their names end and by the code behind them."""

from __future__ import annotations

import re

WORDS_MOST = 4
"""Words of an agency's name."""

CODE_LOOK = 90
"""Characters before "(MP)" in which the name that it stands for is looked for."""

CODES_MOST = 20
"""Places of a code in a text that are looked at."""

_SERVICE = r"(?:news|press|wire|telegraph\w*) (?:agency|service)"
_ELSEWHERE = r"presse-?agentur|nachrichtenagentur|nachrichtendienst|pressedienst|ajans[iı]|telegrambyrå|nyhetsbyrå|agencja prasowa"
_AGENCY_END = re.compile(
    rf"(?:wire|(?<!ex)press|news|(?<!ex)presse|prensa|stampa|imprensa|bureau|byrå|newsroom|telegraph\w*|{_SERVICE}|{_ELSEWHERE}"
    r"|agence|agencia|agência|agenzia|noticias|notícias|notizie|nachrichten)$", re.IGNORECASE)
_AGENCY_START = re.compile(
    r"(?:agence de presse|agencia de (?:noticias|prensa)|agência de notícias|agenzia (?:di )?stampa|nachrichtenagentur|presseagentur"
    r"|nieuwsagentschap|persbureau)\s\S", re.IGNORECASE)
# "Tom Wire" and "Claire Swire" are people.
_WIRE_END = re.compile(rf"(?:^\w+wire|newswire|(?:news|press) agency|wire service|{_ELSEWHERE})$", re.IGNORECASE)
# Words that make a heading or a note of "... news" and "... press", no name.
_GENERIC = frozenset((
    "a", "all", "any", "bad", "big", "breaking", "business", "city", "daily", "entertainment", "fake", "financial", "free", "full", "good",
    "government", "health", "hot", "in", "latest", "local", "main", "media", "more", "morning", "national", "new", "news", "no", "of",
    "official", "old", "on", "our", "photo", "political", "press", "science", "special", "sports", "state", "the", "this", "top", "tv",
    "video", "wire", "with", "world", "your", "newsroom", "bureau", "agency", "service",
))


def sounds_like_one(name: str) -> bool:
    """Whether `name` ends as names of agencies do: "Northwire", "Alder Press", "Coast News Agency". "World News" is a heading."""
    return _is_name(name) and bool(_AGENCY_END.search(name) or _AGENCY_START.match(name))


def sounds_like_wire(name: str) -> bool:
    """As `sounds_like_one`, but only as no paper is called: "Northwire", "Coast News Agency"."""
    return _is_name(name) and bool(_WIRE_END.search(name) or _AGENCY_START.match(name))


def spelled_out(code: str, text: str) -> str | None:
    """The name that stands before a code in brackets: "Meridian Press" for "MP", of "told Meridian Press (MP)"; None where none does."""
    at, mark = 0, f"({code})"
    for _ in range(CODES_MOST):
        at = text.find(mark, at)
        if at < 0:
            return None
        name = fitting(re.split(r"[.,;:!?\"“”()]", text[max(0, at - CODE_LOOK): at])[-1], code)
        if name and " " in name:
            return name
        at += len(mark)
    return None


def fitting(name: str, code: str) -> str | None:
    """The shortest end of `name` whose initials are `code`, or which `code` shortens."""
    words = name.split()
    for start in range(len(words) - 1, -1, -1):
        part = words[start:]
        if part[0][0].isupper() and (initials(" ".join(part)) == code.upper() or (len(part) == 1 and _shortens(code, part[0]))):
            return " ".join(part)
    return None


def initials(name: str) -> str:
    """The first letters of the words of a name that are capitals: "MP" of "Meridian Press"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_name(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= WORDS_MOST and name[0].isupper() and any(word.lower() not in _GENERIC for word in words)


def _shortens(code: str, word: str) -> bool:
    letters = iter(word.lower())
    return word[0].lower() == code[0].lower() and len(word) > len(code) and all(letter in letters for letter in code.lower())
