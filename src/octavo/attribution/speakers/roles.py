"""The role in the words around a name: "Committee Chairman Rep. Ada Holt", "Ada Holt, the deputy director of the Council, who left"."""

from __future__ import annotations

import re

from octavo.attribution.speakers.wording import DETERMINERS, EDGE, plain
from octavo.attribution.speakers.words import PERSONS, TITLES
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD

RELATIVE = re.compile(r"(?:,?\s(?:who|whom|whose|which|that|where|when)\s|\s[-–—]+\s|—).*", re.DOTALL)
"""What begins with a relative pronoun or a dash, to the end."""

_NO_ROLE = re.compile(r"(?:who|whom|whose|which|that|where|of|from|in|also|asked|when|as|(?!sitting)\w+ing)\b")
_PREDICATE = re.compile(
    r"(?:[a-z]+ly\s)?(?:[a-z]+ed\s(?:an?|at|by|for|he|her|him|his|in|it|its|on|she|that|the|their|them|they|to|up|with)"
    r"|(?:became|becomes|called|denied|did|does|gave|gives|had|has|is|made|makes|said|says|takes|tells|told|took|was|were|will|would))\b"
)
"""What begins the rest of the sentence about a name that itself stood in apposition: "its director, Jon Fell, promised to hire …"."""
_ADDRESS = re.compile(
    r"\s(?:(?:Rep|Sen|Gov|Dr|Capt|Col|Gen|Lt|Prof)\.|Captain|Colonel|Doctor|Professor|Representative|Senator)(?:\s(?:Col|Gen)\.)?$"
)
_OFFICES = (PERSONS & TITLES) - listed("conservative democrat independent libertarian republican")
_SENTENCE_GOES_ON = re.compile(r"\s\([^()]*\)\s[a-z]+ed\s.*")


def office(role: str) -> str:
    """A role without the form of address that follows it: "Committee Chairman" of "Committee Chairman Rep."."""
    address = _ADDRESS.search(role)
    if address is None:
        return role
    rest = role[: address.start()]
    return rest if " of " in rest or plain(rest.rsplit(" ", 1)[-1]) in _OFFICES else role


def apposition(after: str) -> tuple[str, ...]:
    """The role in what follows a name: "the deputy director of the Council and a former diplomat"."""
    cut = _SENTENCE_GOES_ON.sub("", RELATIVE.sub("", after)).strip(EDGE)
    for part in (part.removeprefix("and ") for part in cut.split(", ")):
        if _PREDICATE.match(part):
            return ()
        if part and not part[:1].isdigit() and not _NO_ROLE.match(part) and person_role(part):
            return (without_determiner(part.strip(EDGE)),)
    return ()


def person_role(text: str) -> bool:
    """Whether some word of it is one for a person, and owns nothing."""
    return any(plain(word) in PERSONS and not word.endswith(("'s", "’s")) for word in WORD.findall(RELATIVE.sub("", text)))


def without_determiner(text: str) -> str:
    """The text without an article at its beginning; "his" and the like stay."""
    first, _, rest = text.partition(" ")
    if first.lower() not in DETERMINERS or (rest and first.lower() in ("his", "her", "its", "their")):
        return text
    return rest
