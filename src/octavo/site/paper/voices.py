"""Who says what in one article, as its page shows it. Pure but for the rows that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from octavo.briefing.speaking.joining import fold
from octavo.site.paper.deeds import hues, initials, told
from octavo.site.paper.marking import Mark
from octavo.site.paper.words import shown_name, standfirst

if TYPE_CHECKING:
    from octavo.site.library.models import Statement

MANY = 5
"""Speakers from which on they are named above the text too, where what they say does not stand beside it."""

ROLE = 100
"""Characters of a role; what is longer is a clause."""

BRIEF = 2
"""Words of a statement that tell little alone."""

_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|our)\s+", re.IGNORECASE)
_SMALL = frozenset(("the", "a", "an", "of", "for", "in", "at", "to", "and"))

NO_NAME = _("No source is named")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its number in the article, what was done ("warned"), the words, and the occasion or ""."""

    number: int
    deed: str
    words: str
    occasion: str

    @property
    def brief(self) -> bool:
        """Whether the words alone tell little, "him": they are read behind what was done."""
        return len(self.words.split()) <= BRIEF


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in one article, `named` unless no source is; `page` is the number of the speaker's own page, None where there is none."""

    name: str
    role: str
    initials: str
    hue: int
    page: int | None
    said: tuple[Said, ...]
    named: bool = True


def voices(statements: Sequence[Statement], text: str) -> tuple[Voice, ...]:
    """An article's statements in order, with their speakers and whom these are merged into -> the speakers, as they come in."""
    groups = by_speaker(statements)
    colours = hues(some[0].name for some in groups)
    return tuple(voice_of(some, hue, [said_by(each, text) for each in some]) for some, hue in zip(groups, colours, strict=True))


def by_speaker(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements in order -> those of each speaker, as the speakers come in."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for each in statements:
        groups.setdefault(_who(each), []).append(each)
    return list(groups.values())


def marks(statements: Sequence[Statement], found: Sequence[Voice]) -> Iterator[Mark]:
    """Where the text is marked, each statement in the hue of its speaker."""
    hue_of = {said.number: voice.hue for voice in found for said in voice.said}
    for each in statements:
        for start, end in each.content:
            yield Mark(start, end, each.number, hue_of[each.number])


def _who(statement: Statement) -> tuple[object, ...]:
    page = page_of(statement)
    # A description alone does not tell two unnamed ones apart; what the article says of their roles may.
    return ("page", page) if page else (statement.kind, fold(statement.name), statement.role, statement.affiliation)


def page_of(statement: Statement) -> int | None:
    """The number of the page on which a statement's speaker stands, which came with it; None where the speaker has none."""
    speaker = statement.speaker
    return (speaker.merged_into_id or speaker.pk) if speaker else None


def voice_of(some: Sequence[Statement], hue: int, said: Iterable[Said]) -> Voice:
    """A speaker's statements, at least one, and those that are shown -> the speaker with them."""
    first = max(some, key=lambda each: (bool(each.speaker), len(each.name)))
    stated = next((each for each in some if each.role or each.affiliation), first)
    return Voice(
        name=shown_name(first.name) or str(NO_NAME),
        role=role_words(stated.role, stated.affiliation),
        initials=initials(first.name, first.kind),
        hue=hue,
        page=page_of(first),
        said=tuple(said),
        named=bool(first.name),
    )


def said_by(each: Statement, text: str) -> Said:
    """The row of a statement, and its article's text -> the statement as pages show it."""
    done, occasion = told(text, each.cue, each.act, each.negated, bool(each.name), each.occasion)
    return Said(each.number, done, each.words, occasion)


def plain(words: str) -> str:
    """Words without marks and capitals, by which it is told that two papers print the same."""
    return "".join(char for char in words.casefold() if char.isalnum())


def role_words(role: str, affiliation: str) -> str:
    """A role with its affiliation where it does not name that itself: "director, Alder Lines", "NATO Secretary General"."""
    bare = _DETERMINER.sub("", role)
    both = f"{bare}, {affiliation}" if bare and affiliation and fold(affiliation) not in fold(bare) else bare or affiliation
    return standfirst(both, ROLE)


def distinct(roles: Iterable[str], most: int) -> list[str]:
    """Roles, the commonest first, without those that only say one of them with more words or fewer."""
    found: list[tuple[str, frozenset[str]]] = []
    for role in roles:
        words = frozenset(fold(role).split()) - _SMALL
        if words and len(found) < most and not any(words <= other or words >= other for _, other in found):
            found.append((role, words))
    return [role for role, _ in found]
