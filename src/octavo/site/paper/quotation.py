"""A pull quotation: words between quotation marks in an article's own text, and the speaker whom the same sentence names.

Only plain forms are taken ('"...," said Ines Dahl, a coast guard officer.', '"...," forecaster Leo Strand told reporters.'), at the
start of a paragraph, so that neither the words nor who said them can be a guess. A last name alone counts where the text has one full
name to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from octavo.article import PARAGRAPH_BREAK
from octavo.grouping.names import NO_NAMES, TITLES
from octavo.site.paper.entry import Entry

_WORDS = r"(?:“(?P<curly>[A-Z][^“”\"]{45,170}[,.!?])”|\"(?P<straight>[A-Z][^“”\"]{45,170}[,.!?])\")"
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
_ROLE = r"(?:the |an? )?[a-z][a-z’' -]{2,50}"
_SAID_BY = rf" said (?:(?P<role_after>{_ROLE}), )?(?P<after>{_NAME})(?=[.,;])"
_HAS_SAID = rf" (?:(?P<role_before>{_ROLE}),? )?(?P<before>{_NAME}),? (?:said|told)\b"
_QUOTED = re.compile(rf"{_WORDS}(?:{_SAID_BY}|{_HAS_SAID})")
_NOT_A_PERSON = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|The|This|That|On|In|At|He|She|They|It|We|You|I|One|Another)\b"
)
_ADDRESS = frozenset(("mr", "mrs", "ms", "dr", "sir", "lord", "lady", "dame"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was said, verbatim but for the comma before the closing mark; by whom, `role` as printed or ""; and where it stands."""

    words: str
    speaker: str
    role: str
    entry: Entry


def pull_quotation(entries: Iterable[Entry]) -> Quotation | None:
    """The first quotation in these entries' texts that is fit to be set large, rather one whose speaker has a role; None without one."""
    found = list(_quotations(entries))
    return next((each for each in found if each.role), found[0] if found else None)


def _quotations(entries: Iterable[Entry]) -> Iterator[Quotation]:
    """All that are fit, in order. Only English is read."""
    for entry in entries:
        if entry.row.language not in ("", "en"):
            continue
        for paragraph in entry.row.text.split(PARAGRAPH_BREAK):
            match = _QUOTED.match(paragraph)
            speaker = match and _full_name(match["after"] or match["before"], entry.row.text)
            if match and speaker:
                role = match["role_after"] or match["role_before"] or _role(speaker, entry.row.text)
                yield Quotation((match["curly"] or match["straight"]).removesuffix(","), speaker, role.strip(), entry)


def _full_name(name: str, text: str) -> str:
    """The name itself if it is a full one; for a last name the one full name that the text has to it; "" where that is not certain."""
    if _NOT_A_PERSON.search(name):
        return ""
    if " " in name:
        return name
    before = set(re.findall(rf"\b([A-Z][\w’'-]+) {re.escape(name)}\b", text)) - {word.capitalize() for word in NO_NAMES}
    return f"{before.pop()} {name}" if len(before) == 1 else ""


def _role(speaker: str, text: str) -> str:
    """What the text calls the speaker right after the name, up to where or with whom ("Mona Reit, the secretary of the union in Reef,":
    "the secretary of the union") or, where that is a title, right before it ("Justice minister Edvin Rask"); else ""."""
    name = re.escape(speaker)
    for role in (rf"{_ROLE}? of [^,.;:\n]{{2,60}}?", rf"{_ROLE}?"):
        if match := re.search(rf"{name}, ({role})(?:[,.]| (?:of|at|for|in|with|who) )", text):
            return match[1]
    # A sentence that begins with it is printed to the name ("Coast guard officer"); in the middle of one, its titles alone are certain.
    opening = rf"(?:^|[.!?”\"] )([A-Z][a-z’'-]{{1,20}}(?: [a-z’'-]{{2,20}}){{0,3}}) {name}\b"
    if (match := re.search(opening, text, re.MULTILINE)) and _is_title(match[1].split()):
        return match[1]
    match = re.search(rf"((?:\b[A-Za-z][a-z’'-]{{1,20}} ){{1,4}}){name}\b", text)
    words = match[1].split() if match else []
    start = next((place + 1 for place in range(len(words) - 1, -1, -1) if words[place].lower() not in TITLES), 0)
    return " ".join(words[start:]) if _is_title(words[start:]) else ""


def _is_title(words: Sequence[str]) -> bool:
    """Whether these words before a name may be what somebody is: they end in a title that is no form of address."""
    small = [word.lower() for word in words]
    return bool(small) and small[-1] in TITLES - _ADDRESS and not any(word in NO_NAMES - TITLES or word in _ADDRESS for word in small)
