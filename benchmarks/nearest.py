"""Octavo's tagger without its linking: each cue is given the source and the content that are nearest to it."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.analysis import Found
from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Stretch
from octavo.attribution.spans.finder import Finder, _spans
from octavo.attribution.spans.linking import Linked
from octavo.language.model import Reading


def nearest(stretches: Sequence[Stretch]) -> list[Linked]:
    """The attributions among the stretches of a text, one for each cue that has a content near it."""
    parts = {role: [each for each in stretches if each.role == role] for role in (SOURCE, CONTENT)}
    linked = []
    for cue in (each for each in stretches if each.role == CUE):
        source, content = (_nearest(cue, parts[role]) for role in (SOURCE, CONTENT))
        if content:
            linked.append(Linked(source, cue, content, 0.0))
    return linked


def _nearest(cue: Stretch, parts: Sequence[Stretch]) -> tuple[Stretch, ...]:
    near = [each for each in parts if _gap(each, cue) < REACH]
    return (min(near, key=lambda each: _gap(each, cue)),) if near else ()


def _gap(one: Stretch, other: Stretch) -> int:
    return max(one.first - other.last, other.first - one.last, 0)


REACH = 60
"""Pieces beyond which nothing is near."""


class NearestFinder(Finder):
    """A finder that links so."""

    def _found(self, read: Reading, stretches: list[Stretch]) -> tuple[Found, ...]:
        return tuple(_spans(read.pieces, each, each.sure) for each in nearest(stretches))
