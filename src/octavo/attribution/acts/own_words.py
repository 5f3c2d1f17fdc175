"""How a reader is told what was done: by the article's own words, "nixes", "voted against", "declined to comment".

An act is what many verbs have in common, and its word is not true of each of them: who "wants" has not demanded, and who "signed" has not
said. So the act's word stands for the cue only where the cue has that word itself, or none that says what was done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octavo.analysis import Span
from octavo.attribution.acts.cue_words import ACT_OF, NEGATIONS, REFUSING, SHORTFALLS, SILENCE
from octavo.attribution.words.lemmas import plain_form
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import words

LONGEST = 60
"""Characters of a cue that are shown."""

_OF_SAYING = listed("accord add say state tell")
"""Verbs that tell no more than that something was said."""
_LITTLE = listed("""
a about an and as at by for from her his how in into its of on our out over that the their there this to upon what when where which who with
""")
_MODALS = listed("can could may might must shall should will would")
_BEING = listed("am are be been being is was were")
_OF_OTHERS: frozenset[str] = frozenset(ACT_OF.values()) - {"say", "believe", "expect"}
"""Acts that are done to somebody: "is accused" is said of him, and by another."""
_EDGE = " \t\n\r,;:.!?—–-−\"“”‘«»()[]…"
_POSSESSIVE = re.compile(r"^['’]s\s+")
_DAY = re.compile(r"[\s,]+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)$", re.IGNORECASE)


def own_words(text: str, cue: Sequence[Span], act: str, *, negated: bool, named: bool) -> str:
    """The words of a cue in one line, at most LONGEST characters, or "" where the act's word tells as much. `named`: it has a speaker.

    The act's word stands for its own verb ("warned" for "has warned"), for a cue without a word that matters ("—", "in"), and where the
    cue is what was done to another: critics by whom he "is accused" have accused.
    """
    shown = _shown(text, cue)
    said = [word.lower for word in words(shown, 0, len(shown)) if word.lower[0].isalpha()]
    telling = [word for word in said if word not in _LITTLE]
    if not telling or (negated and not any(map(_negates, said))):
        return ""
    if negated or not _MODALS.isdisjoint(said):
        return shown
    done_to = not _BEING.isdisjoint(said) and any(word.endswith(("ed", "en")) and word not in _BEING for word in said)
    if done_to and (act in _OF_OTHERS or not named):
        return "" if named else shown
    own = _OF_SAYING if act == "say" else frozenset({act})
    return "" if any(plain_form(word, own) for word in telling) else shown


def in_one(told: str, act: str, own: str, cue: str, occasion: str) -> bool:
    """Whether the occasion tells what was done as well, as "told reporters" does beside "said", or "urged voters" beside "urged".

    `told` is what a reader would be shown beside it, `own` what `own_words` gives, `cue` the cue's words.
    """
    first = occasion.split(" ", 1)[0].casefold()
    again = first == told.casefold() or (act == "say" and not own and first in cue.casefold().split())
    return again and first not in _LITTLE


def _shown(text: str, cue: Sequence[Span]) -> str:
    whole = _POSSESSIVE.sub("", " ".join(" ".join(text[start:end] for start, end in cue).split()))
    shown = _DAY.sub("", whole[: LONGEST * 2].strip(_EDGE)).strip(_EDGE)
    if shown[:1].isupper() and plain_form(shown.split(" ", 1)[0].lower(), ACT_OF):
        shown = shown[0].lower() + shown[1:]  # a capital that the beginning of a sentence gave it
    return shown if len(shown) <= LONGEST else shown[:LONGEST].rsplit(" ", 1)[0].rstrip(_EDGE) + "…"


def _negates(word: str) -> bool:
    known = REFUSING | SHORTFALLS | SILENCE
    return word in NEGATIONS or word.endswith("n't") or plain_form(word, known) is not None
