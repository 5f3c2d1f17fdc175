"""The shipped model: its files, and the one place that runs it.

`models/attribution.onnx` is the network, with weights and activations in int8 and fixed scales, so that what it says of a text does not
depend on what else is in a batch; `vocabulary.txt` its pieces of words; `attribution.json` the rest of it: digests of both, where in its
answer which values stand, and the small tables that are used outside it. `models/README.md` is its card.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from octavo.errors import OctavoError
from octavo.language.files import FOLDER, NETWORK, TABLES, VOCABULARY
from octavo.language.signs import NO_CASE, Signs, signs
from octavo.language.windows import Window, joined, window, windows
from octavo.language.wordpiece import CLOSING, OPENING, Pieces, WordPiece

AGAIN = "Install Octavo again."
"""What to do about a file of the model."""
_PIECES_AT_ONCE = 1_024
"""Pieces of a batch for the network: what it works on stays in the processor's own memory; four times as many take a third longer."""


class ModelError(OctavoError):
    """A file of the model is missing or damaged. All else of Octavo works without it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of a text's N pieces, window by window; the model's tables name the columns of its values.

    `paragraph` (N,) is 1 where a piece is the first of its line.
    """

    pieces: Pieces
    paragraph: NDArray[np.int64]
    windows: tuple[Window, ...]

    def of(self, columns: slice) -> NDArray[np.float32]:
        """What it says of each piece in those columns (N, D), whatever the window."""
        return joined(self.windows, columns)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the batch's texts a window stands."""

    text: int
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


class Model:
    """The network, ready to read. One may be used from several threads."""

    def __init__(self, folder: Path = FOLDER, threads: int = 1) -> None:
        """Load it. Raises ModelError where a file is missing or damaged."""
        self.tables: dict[str, Any] = _tables(folder)
        network, vocabulary = (_checked(folder / name, self.tables["sha256"].get(name, "")) for name in (NETWORK, VOCABULARY))
        self.version: str = self.tables["version"]
        self.wordpiece = WordPiece.of(vocabulary.decode().splitlines())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = 1, 1  # batches side by side: a network this small parts badly
        self._threads = threads
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises a class of its own for each kind of failure
            raise ModelError(f"{folder / NETWORK} is no network that this onnxruntime can run ({error}). {AGAIN}") from error

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """What the model says of each text, in their order. A text's answer does not depend on the others."""
        cut = [self.wordpiece.cut(text) for text in texts]
        told = [signs(text, pieces) for text, pieces in zip(texts, cut, strict=True)]
        parts: list[list[Window]] = [[] for _ in texts]
        batches = _batches([_Place(index, *window) for index, pieces in enumerate(cut) for window in windows(len(pieces))])
        with ThreadPoolExecutor(self._threads) as pool:
            for batch, answers in zip(batches, pool.map(lambda batch: self._run(batch, cut, told), batches), strict=True):
                for place, values in zip(batch, answers, strict=True):
                    parts[place.text].append(window(place.start, place.end, values, len(cut[place.text])))
        return [
            Reading(pieces, own.paragraph, tuple(sorted(part, key=lambda each: each.start)))
            for pieces, own, part in zip(cut, told, parts, strict=True)
        ]

    def _run(self, batch: list[_Place], cut: list[Pieces], told: list[Signs]) -> list[NDArray[np.float32]]:
        size = (len(batch), batch[0].length + 2)
        known = self.wordpiece.vocabulary
        ids, case = np.empty(size, np.int64), np.full(size, NO_CASE, np.int64)
        paragraph, quote = np.zeros(size, np.int64), np.zeros(size, np.int64)
        ids[:, 0], ids[:, -1] = known[OPENING], known[CLOSING]
        for row, place in enumerate(batch):
            inside, own = slice(place.start, place.end), told[place.text]
            ids[row, 1:-1] = cut[place.text].ids[inside]
            for filled, one in ((case, own.case), (paragraph, own.paragraph), (quote, own.quote)):
                filled[row, 1:-1] = one[inside]
        return list(self._values({"ids": ids, "case": case, "paragraph": paragraph, "quote": quote})[:, 1:-1])

    def _values(self, inputs: dict[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        """What the network says of a batch of windows of one length, each input (windows, pieces): (windows, pieces, D)."""
        values: NDArray[np.float32] = self._session.run(None, inputs)[0]
        return values


def _batches(found: list[_Place]) -> list[list[_Place]]:
    """The windows in groups of one length each, so that nothing need be filled up; no group with more than _PIECES_AT_ONCE."""
    by_length: dict[int, list[_Place]] = {}
    for place in found:
        by_length.setdefault(place.length, []).append(place)
    groups = []
    for length, alike in sorted(by_length.items()):
        most = max(1, _PIECES_AT_ONCE // (length + 2))
        groups += [alike[first : first + most] for first in range(0, len(alike), most)]
    return groups


def _tables(folder: Path) -> dict[str, Any]:
    try:
        tables = json.loads((folder / TABLES).read_bytes())
        if not isinstance(tables, dict) or not {"sha256", "version", "width", "columns"} <= tables.keys():
            raise ValueError("a part of it is missing")
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder / TABLES}, a file of the model, cannot be used ({error}). {AGAIN}") from error
    return tables


def _checked(path: Path, digest: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}, a file of the model, cannot be read ({error.strerror}). {AGAIN}") from error
    if sha256(data).hexdigest() != digest:
        raise ModelError(f"{path}, a file of the model, is damaged: its bytes are not those that were shipped. {AGAIN}")
    return data
