"""Rules and articles as the deciding takes them, for its tests."""

from __future__ import annotations

from typing import Any

from octavo.folding import plain
from octavo.site.readers.muting.deciding import Told
from octavo.site.readers.muting.rules import Rule, key_of


def mute(pk: int, kind: str, value: str, **fields: Any) -> Rule:
    """A mute; words and people are looked for in headline and text unless told otherwise."""
    places = frozenset({"headline", "text"}) if kind in ("words", "person") else frozenset()
    return Rule(**{"pk": pk, "effect": "mute", "kind": kind, "value": value, "key": key_of(value), "places": places, **fields})


def follow(pk: int, kind: str, value: str, **fields: Any) -> Rule:
    """A follow."""
    return mute(pk, kind, value, effect="follow", **fields)


def told(pk: int, headline: str = "", text: str = "", **fields: Any) -> Told:
    """An article, its words folded."""
    return Told(pk, plain(headline), plain(text), **fields)
