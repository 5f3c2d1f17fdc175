"""Which speaker of the library an article's speaker is. Pure, and careful: two pages of one person can be merged by the owner with a
click, while one page of two people says what nobody said.

- A person is known by two words of a name at least, without titles and middle initials; an organisation by its name, which has a capital
  ("the union" is another in each article). Single words for people, unnamed sources and groups stay with their article.
- Of one name two are the same unless their roles do not go together: they are in different fields of life, of which at least one is not
  public life (a plumber and a senator; a striker and a bishop), and no other word of their roles agrees. See `role_fields`.
- Where an article gives no role and the name is borne by several, it is the one who has nearly all that was said under it, or nobody.
- What the owner has said comes before all that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octavo.analysis import Speaker
from octavo.briefing.speaking.role_fields import FIELDS, PUBLIC, Field
from octavo.folding import plain
from octavo.grouping.names import TITLES

LONGEST = 300
"""Characters of a key; what is longer is no name."""
NEARLY_ALL = 0.9
"""The share of a name's statements that makes somebody the one who is meant by it."""

_TITLES = TITLES | frozenset(("sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "prof", "rev", "hon", "miss", "mx", "msgr"))
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = "a an and at by for from in of on the to with who its his her their former acting deputy senior chief vice"
_COMMON = frozenset(_SMALL.split())
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that"))

Stated = tuple[str, str]
"""A role and an affiliation in an article's words, "" for one that it does not give."""


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker whom the library knows by a name: its number, how many statements it has, what articles call it."""

    pk: int
    statements: int
    roles: tuple[Stated, ...]


def fold(name: str) -> str:
    """A name as it is compared: words in small letters without accents and points, "the" before it left out."""
    words = _WORD.findall(plain(name).replace(".", ""))
    return " ".join(words[1:] if words[:1] == ["the"] else words).removesuffix("'s")


def sought(name: str) -> list[str]:
    """The words that a key has of somebody who is looked for by that name: no titles and initials, unless there is nothing else."""
    words = fold(name).split()
    return [word for word in words if len(word) > 1 and word not in _TITLES] or words


def key_of(speaker: Speaker) -> str:
    """What names the speaker across articles, "" for one that stays with its article."""
    key = fold(speaker.name or "")
    if speaker.kind == "person":
        words = key.split()
        while words and (words[0] in _TITLES or (words[0] in FIELDS and len(words) > 2)):
            del words[0]
        words = [word for place, word in enumerate(words) if len(word) > 1 or place in (0, len(words) - 1)]
        key = " ".join(words) if len(words) > 1 else ""
    elif speaker.kind != "organisation" or _is_common(speaker.name or ""):
        return ""
    return key if len(key) <= LONGEST else ""


def _is_common(name: str) -> bool:
    """Whether it is no name but words that fit many, told by small letters in scripts that have both."""
    words = _WORD.findall(name)
    named = words[1:] if len(words) > 1 and words[0].lower() in _DETERMINERS else words
    return all(word[0].islower() or word[0].isdigit() for word in named)


def choose(stated: Iterable[Stated], known: Sequence[Known]) -> int | Literal["new"] | None:
    """Whom an article means that states those roles: the number of one of those known by the name, a new one, or None for nobody.

    `known`: all who bear the name, those that the owner merged as one.
    """
    roles = [each for each in stated if any(each)]
    if not known:
        return "new"
    if roles:
        likely = [(max(_likeness(roles, each.roles)), each.statements, -each.pk) for each in known if _go_together(roles, each.roles)]
        return -max(likely)[2] if likely else "new"
    if len(known) == 1:
        return known[0].pk
    first = max(known, key=lambda each: (each.statements, -each.pk))
    return first.pk if first.statements >= NEARLY_ALL * sum(each.statements for each in known) else None


def _go_together(some: Sequence[Stated], others: Sequence[Stated]) -> bool:
    """Whether one person may have them all."""
    named = [each for each in others if any(each)]
    return not named or any(_compatible(one, other) for one in some for other in named)


def _compatible(one: Stated, other: Stated) -> bool:
    mine, theirs = _fields(one[0]), _fields(other[0])
    if not mine or not theirs or mine & theirs or (mine & PUBLIC and theirs & PUBLIC):
        return True
    return bool(_words(one) & _words(other))


def _likeness(some: Sequence[Stated], others: Sequence[Stated]) -> list[int]:
    return [len(_words(one) & _words(other)) for one in some for other in others] or [0]


@lru_cache(maxsize=4096)
def _fields(role: str) -> frozenset[Field]:
    return frozenset(field for word in fold(role).split() for field in FIELDS.get(word, FIELDS.get(word.removesuffix("s"), ())))


@lru_cache(maxsize=4096)
def _words(stated: Stated) -> frozenset[str]:
    return frozenset(fold(" ".join(stated)).split()) - _COMMON
