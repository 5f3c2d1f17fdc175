"""Annotated articles -> examples: the pieces that the model reads, with their signs, and what it should say of each.

The articles are those of PolNeAR 1.0 (Newell, Margolin, Ruths 2018, "An Attribution Relations Corpus for Political News", LREC), a line
of JSON each: `id`, `text`, `attributions` with `source`, `cue` and `content` as lists of [start, end], and `silver` names by a program.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from octavo.language.signs import Signs, signs
from octavo.language.wordpiece import Pieces, WordPiece

Array = NDArray[np.int64]
Shares = NDArray[np.float32]

ROLES = ("source", "cue", "content")
NAMES = ("PERSON", "ORGANIZATION", "LOCATION")
TAGS = 7
"""Outside, then begin and inside of three roles, or of three kinds of names."""
UNKNOWN = -100
"""The tag of a piece of which nothing is known; what is said of it costs nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """An article of N pieces: tags of roles and of names (N,), and for each attribution the places of its pieces by role.

    `shares` (N, TAGS) say how surely each piece has each tag of roles, where a teacher said it; None where people did.
    """

    id: str
    pieces: Pieces
    signs: Signs
    tags: Array
    names: Array
    attributions: tuple[tuple[Array, Array, Array], ...]
    shares: Shares | None = None

    def __len__(self) -> int:
        return len(self.tags)


def articles(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of annotated articles."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def examples(records: Sequence[dict[str, Any]], wordpiece: WordPiece) -> Iterator[Example]:
    """One for each article, and one more for each further annotator who read it otherwise."""
    for record in records:
        readings = [record["attributions"]]
        readings += [each for each in record.get("attributions_by_annotator", {}).values() if each != record["attributions"]]
        for attributions in readings:
            yield example(record, attributions, wordpiece)


def example(record: dict[str, Any], attributions: Sequence[dict[str, Any]], wordpiece: WordPiece) -> Example:
    """One article with one reading of its attributions. Where two spans overlap, which is rare, the pieces stay with the first."""
    pieces = wordpiece.cut(record["text"])
    tags, taken = np.zeros(len(pieces), np.int64), np.zeros(len(pieces), np.bool_)
    found = []
    for attribution in attributions:
        parts = []
        for role, name in enumerate(ROLES):
            spans = [_places(pieces, start, end) for start, end in attribution[name]]
            parts.append(np.concatenate([*spans, np.zeros(0, np.int64)]))
            for span in spans:
                free = span[~taken[span]]
                begins = np.diff(free, prepend=-2) != 1
                tags[free] = 2 * role + np.where(begins, 1, 2)
                taken[free] = True
        found.append((parts[0], parts[1], parts[2]))
    return Example(record["id"], pieces, signs(record["text"], pieces), tags, _names(record, pieces), tuple(found))


def _names(record: dict[str, Any], pieces: Pieces) -> Array:
    """The tags of names, as a program found them: not the truth, but near it. UNKNOWN where none ran."""
    if "silver" not in record:
        return np.full(len(pieces), UNKNOWN)
    tags = np.zeros(len(pieces), np.int64)
    for start, end, kind in record["silver"]["entities"]:
        if kind in NAMES:
            places = _places(pieces, start, end)
            tags[places] = 2 * NAMES.index(kind) + 2
            tags[places[:1]] -= 1
    return tags


def _places(pieces: Pieces, start: int, end: int) -> Array:
    """The places of the pieces that begin within the span."""
    return np.arange(*np.searchsorted(pieces.starts, (start, end)), dtype=np.int64)
