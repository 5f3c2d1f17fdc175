"""Octavo's tagger without its linking: each cue is given the nearest source and the nearest content that no cue before it has."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.analysis import Found
from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Stretch
from octavo.attribution.spans.finder import Finder, _spans
from octavo.attribution.spans.linking import Linked
from octavo.language.model import Reading


def nearest(stretches: Sequence[Stretch]) -> list[Linked]:
    """The attributions among the stretches of a text, one for each cue that has a content near it."""
    free = {role: [each for each in stretches if each.role == role] for role in (SOURCE, CONTENT)}
    linked = []
    for cue in (each for each in stretches if each.role == CUE):
        parts = []
        for role in (SOURCE, CONTENT):
            part = min(free[role], key=lambda each: _gap(each, cue), default=None)
            parts.append((part,) if part else ())
            free[role] = [each for each in free[role] if each is not part]
        if parts[1]:
            linked.append(Linked(parts[0], cue, parts[1], 0.0))
    return linked


def _gap(one: Stretch, other: Stretch) -> int:
    return max(one.first - other.last, other.first - one.last, 0)


class NearestFinder(Finder):
    """A finder that links so."""

    def _found(self, read: Reading, stretches: list[Stretch]) -> tuple[Found, ...]:
        return tuple(_spans(read.pieces, each) for each in nearest(stretches))
