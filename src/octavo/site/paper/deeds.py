"""Statements in the paper's own words: what was done by speaking, and what stands for a speaker beside the name."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext
from django.utils.translation.trans_null import gettext_noop as _

from octavo.analysis import Act, Span
from octavo.attribution.acts.own_words import in_one, own_words

HUES = 6
"""So many colours speakers have, see tokens.css."""

DEEDS: dict[Act, tuple[str, str]] = {
    "say": (_("said"), _("did not say")),
    "deny": (_("denied"), _("did not deny")),
    "dispute": (_("disputed"), _("did not dispute")),
    "warn": (_("warned"), _("did not warn")),
    "accuse": (_("accused"), _("did not accuse")),
    "promise": (_("promised"), _("did not promise")),
    "demand": (_("demanded"), _("did not demand")),
    "propose": (_("proposed"), _("did not propose")),
    "believe": (_("believed"), _("did not believe")),
    "expect": (_("expected"), _("did not expect")),
    "ask": (_("asked"), _("did not ask")),
    "praise": (_("praised"), _("did not praise")),
    "criticise": (_("criticised"), _("did not criticise")),
}
"""Act -> what the speaker did, and what where it is negated; in English."""


def deed(act: str, negated: bool) -> str:
    """What was done: "warned", "did not deny"; an act that this Octavo does not know was said."""
    return gettext(_english(act, negated))


def told(text: str, cue: Sequence[Span], act: str, negated: bool, named: bool, occasion: str) -> tuple[str, str]:
    """What was done as a reader is told, and the occasion: by the cue's own words where the act's are not theirs, "nixes", "declined to
    comment"; in one where the occasion has both, "told reporters". The cue's spans are of `text`; `named`: it has a speaker.
    """
    own = own_words(text, cue, act, negated=negated, named=named)
    done = own or _english(act, negated)
    words = " ".join(text[start:end] for start, end in cue)
    return (occasion, "") if not negated and in_one(done, act, own, words, occasion) else (own or deed(act, negated), occasion)


def _english(act: str, negated: bool) -> str:
    return next((words[negated] for name, words in DEEDS.items() if name == act), DEEDS["say"][negated])


def initials(name: str, kind: str) -> str:
    """The second sign of a speaker, for those who do not see the hue: "IB"; "?" for one without a name."""
    words = [word for word in name.split() if word[0].isalpha() and word.lower() not in ("the", "a", "an")]
    if kind in ("unnamed", "none") or not words:
        return "?"
    capitals = [word[0].upper() for word in words if not word[0].islower()] or [words[0][0].upper()]
    return capitals[0] + (capitals[-1] if len(capitals) > 1 else "")


def hues(names: Iterable[str]) -> list[int]:
    """A hue, 1 to HUES, for each of an article's speakers in order: the name's own, the same in all articles, or the next that is free."""
    given: list[int] = []
    for name in names:
        own = zlib.crc32(name.casefold().encode(errors="replace")) % HUES
        taken = set(given[-(HUES - 1) :])
        given.append(next(hue for step in range(HUES) if (hue := (own + step) % HUES + 1) not in taken))
    return given
