"""Texts -> the spans of their attributions and names, by the shipped model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from octavo.analysis import MAX_CHARACTERS, Entity, EntityKind, Found, Span
from octavo.attribution.spans.confidence import confidence, shares
from octavo.attribution.spans.decoding import Floats, Stretch, best_tags, stretches
from octavo.attribution.spans.linking import Linked, Pairing, View, link
from octavo.errors import TooLarge
from octavo.language.files import FOLDER
from octavo.language.model import Model, Reading
from octavo.language.sections import sections
from octavo.language.windows import Window
from octavo.language.wordpiece import Pieces

_AT_ONCE = 100_000
"""Characters that are read together: 30 MiB of values for prose, and 160 where each character is a piece."""

_NEVER = np.float32(-1e4)
_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place")


class Finder:
    """Finds attributions and names. Loading takes about a tenth of a second and some 60 MiB."""

    def __init__(self, folder: Path = FOLDER, threads: int = 1, model: Model | None = None) -> None:
        """Load the model in `folder`, or take another. Raises octavo.language.model.ModelError where a file is missing or damaged."""
        self._model = model or Model(folder, threads)
        tables = self._model.tables
        self._columns = {name: slice(*place) for name, place in tables["columns"].items()}
        self._tags = _chain(tables["tags"])
        self._entities = _chain(tables["entities"])
        self._by_distance = np.array(tables["by_distance"], np.float32)

    @property
    def version(self) -> str:
        """The model's name and number: analyses of another one may be made again."""
        return self._model.version

    def find(self, texts: Sequence[str]) -> list[tuple[tuple[Found, ...], tuple[Entity, ...]]]:
        """For each text its attributions and its names, both in its order; no piece of it belongs to two attributions.

        A text's answer is the same whatever the others are. Raises TooLarge for one of more than MAX_CHARACTERS.
        """
        for text in texts:
            if len(text) > MAX_CHARACTERS:
                raise TooLarge("the text", f"it has {len(text):,} characters, over {MAX_CHARACTERS:,}", "Give it in parts.")
        found: list[tuple[list[Found], list[Entity]]] = [([], []) for _ in texts]
        for group in _groups([(index, *span) for index, text in enumerate(texts) for span in sections(text)]):
            parts = self.told(self._model.read([texts[index][start:end] for index, start, end in group]))
            for (index, start, _), (attributions, names) in zip(group, parts, strict=True):
                found[index][0].extend(_moved(each, start) for each in attributions)
                found[index][1].extend(Entity(each.start + start, each.end + start, each.kind) for each in names)
        return [(tuple(attributions), tuple(names)) for attributions, names in found]

    def told(self, read: Sequence[Reading]) -> list[tuple[tuple[Found, ...], tuple[Entity, ...]]]:
        """What the model's readings of some texts say: for each its attributions and its names."""
        tags = best_tags([_in_lines(self._of(each, "tags"), each) for each in read], *self._tags)
        names = best_tags([_in_lines(self._of(each, "entities"), each) for each in read], *self._entities)
        return [
            (self._found(each, _whole_words(each.pieces, tag)), tuple(_entity(each.pieces, one) for one in _whole_words(each.pieces, name)))
            for each, tag, name in zip(read, tags, names, strict=True)
        ]

    def _found(self, read: Reading, spans: list[Stretch]) -> tuple[Found, ...]:
        linked = self._linked(read, spans)
        if not linked:
            return ()
        told = shares(self._of(read, "tags"))
        return tuple(_spans(read.pieces, each, confidence(each, told)) for each in linked)

    def _linked(self, read: Reading, spans: list[Stretch]) -> tuple[Linked, ...]:
        pairing = Pairing(len(read.pieces), tuple(map(self._view, read.windows)), self._by_distance)
        return tuple(link(spans, pairing)) if spans else ()

    def _view(self, window: Window) -> View:
        asking, answering, alone = (window.values[:, self._columns[name]] for name in ("asking", "answering", "alone"))
        pieces = window.end - window.start
        return View(window.start, asking.reshape(pieces, 2, -1), answering.reshape(pieces, 2, -1), alone, window.weights)

    def _of(self, read: Reading, name: str) -> Floats:
        return read.of(self._columns[name])


def _groups(parts: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """The sections (text, start, end) in groups of at most _AT_ONCE characters, in their order."""
    group: list[tuple[int, int, int]] = []
    size = 0
    for part in parts:
        length = part[2] - part[1]
        if group and size + length > _AT_ONCE:
            yield group
            group, size = [], 0
        group.append(part)
        size += length
    if group:
        yield group


def _moved(found: Found, by: int) -> Found:
    if not by:
        return found
    source, cue, content = (tuple((start + by, end + by) for start, end in spans) for spans in (found.source, found.cue, found.content))
    return replace(found, source=source, cue=cue, content=content)


def _chain(table: dict[str, list[float]]) -> tuple[Floats, Floats]:
    """What steps between tags and beginnings with them add, as `best_tags` takes it."""
    return np.array(table["steps"], np.float32), np.array(table["starts"], np.float32)


def _in_lines(scores: Floats, read: Reading) -> Floats:
    """The scores of tags (N, K), so that no span goes on over the end of a line: what runs on there is a piece of its own."""
    kept = scores.copy()
    kept[np.ix_(read.paragraph == 1, np.arange(2, scores.shape[1], 2))] = _NEVER
    return kept


def _whole_words(pieces: Pieces, tags: NDArray[np.int8]) -> list[Stretch]:
    """The stretches of the tags, none of which begins or ends within a word: the first piece of a word tells for all of it."""
    first = np.maximum.accumulate(np.where(pieces.inner, 0, np.arange(len(pieces))))
    told = tags[first]
    return stretches(np.where(pieces.inner & (told > 0), (told - 1) // 2 * 2 + 2, told).astype(np.int8))


def _spans(pieces: Pieces, linked: Linked, confidence: float) -> Found:
    return Found(
        source=tuple(_span(pieces, each) for each in linked.source),
        cue=(_span(pieces, linked.cue),),
        content=tuple(_span(pieces, each) for each in linked.content),
        confidence=round(confidence, 3),
    )


def _span(pieces: Pieces, stretch: Stretch) -> Span:
    return int(pieces.starts[stretch.first]), int(pieces.ends[stretch.last - 1])


def _entity(pieces: Pieces, stretch: Stretch) -> Entity:
    return Entity(*_span(pieces, stretch), _KINDS[stretch.role])
