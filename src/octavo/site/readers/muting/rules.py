"""What a reader wants hidden and what they want to see first: the rules, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from octavo.folding import plain

MUTE, FOLLOW = "mute", "follow"
EFFECTS = (MUTE, FOLLOW)

WORDS, PERSON, PUBLISHER, AGENCY, SECTION, STORY = "words", "person", "publisher", "agency", "section", "story"
KINDS = (WORDS, PERSON, PUBLISHER, AGENCY, SECTION, STORY)

HEADLINE, TEXT, SPEAKERS = "headline", "text", "speakers"
PLACES = (HEADLINE, TEXT, SPEAKERS)
"""Where words or a person are looked for: in the headline, in the text, among those who speak."""

LONGEST = 200
"""Characters of what a rule names."""
MOST = 500
"""Rules of a reader."""
KEY = 300
"""Characters of a key."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a reader: what it does, to what, where it is looked for, and until when.

    `value` is what it is called on pages; `key` is how it is compared: words and names folded, a section's name in addresses, the number of
    a story. `number` is that of a person's speaker page, 0 where only the name is known. `until`: None is for ever. `breaks_after`: so many
    new independent reports bring a muted story back, 0 for never; it `had` so many when it was muted, and `has` so many now.
    """

    pk: int
    effect: str
    kind: str
    value: str
    key: str
    number: int = 0
    places: frozenset[str] = frozenset()
    until: datetime | None = None
    breaks_after: int = 0
    had: int = 0
    has: int = 0

    def holds(self, now: datetime) -> bool:
        """Whether it is still in force."""
        return self.until is None or now < self.until

    @property
    def news(self) -> int:
        """How many independent reports a muted story got that brought it back; 0 while it stays muted."""
        more = self.has - self.had
        return more if 0 < self.breaks_after <= more else 0


@dataclass(frozen=True, slots=True)
class Wish:
    """A rule as it is asked for, see `Rule`; `story` and `speaker` are numbers, None for none. It is what undoing puts back."""

    effect: str
    kind: str
    value: str
    key: str
    places: tuple[str, ...] = ()
    story: int | None = None
    speaker: int | None = None
    until: datetime | None = None
    breaks_after: int = 0
    had: int = 0


def key_of(value: str) -> str:
    """How words and names are compared: see `octavo.folding.plain`; cut to what a key may have."""
    return plain(value)[:KEY]

