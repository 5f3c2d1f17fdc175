"""Text -> the pieces of words that the model reads, each with its place in the text.

WordPiece as BERT has it (Devlin et al. 2019, arXiv:1810.04805, uncased: letters are made small and lose their accents, punctuation
stands alone, a word is cut greedily into the longest pieces that the vocabulary has). Words repeat, so each is cut once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

UNKNOWN, OPENING, CLOSING, PADDING = "[UNK]", "[CLS]", "[SEP]", "[PAD]"

_WORD_MOST = 100
"""Characters of a word; a longer one is unknown, as it was to the model when it learned."""
_REMEMBERED = 50_000
"""Words whose pieces are remembered, some 10 MiB."""
_DROPPED = frozenset("\0\ufffd")
_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))
_CHUNK = re.compile(r"\S+")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+|[!-/:-@\[-`{-~]")

_Piece = tuple[int, int, int, bool]
"""Number in the vocabulary, start and end within the chunk, whether it goes on a word that began before it."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The N pieces of a text in its order: arrays of length N.

    `ids` are places in the vocabulary, `starts` and `ends` offsets in code points, `inner` is true for a piece that goes on a word.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    inner: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(slots=True)
class WordPiece:
    """A vocabulary, one piece a line, as BERT's `vocab.txt` has it."""

    vocabulary: dict[str, int] = field(repr=False)
    _seen: dict[str, tuple[_Piece, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, lines: Iterable[str]) -> WordPiece:
        """From the lines of a vocabulary file. Raises KeyError where one of the model's own signs is not among them."""
        vocabulary = {line.rstrip("\n"): index for index, line in enumerate(lines)}
        for sign in (UNKNOWN, OPENING, CLOSING, PADDING):
            vocabulary[sign]
        return cls(vocabulary)

    def cut(self, text: str) -> Pieces:
        """The pieces of a text. Time and memory grow with its length alone."""
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        inner: list[bool] = []
        for chunk in _CHUNK.finditer(text):
            place = chunk.start()
            for number, start, end, within in self._pieces(chunk.group()):
                ids.append(number)
                starts.append(place + start)
                ends.append(place + end)
                inner.append(within)
        whole = np.int64
        return Pieces(np.array(ids, whole), np.array(starts, whole), np.array(ends, whole), np.array(inner, np.bool_))

    def _pieces(self, chunk: str) -> tuple[_Piece, ...]:
        known = self._seen.get(chunk)
        if known is None:
            known = tuple(piece for word in _words(chunk) for piece in self._of_word(word))
            if len(chunk) <= _WORD_MOST:
                if len(self._seen) >= _REMEMBERED:
                    self._seen.clear()
                self._seen[chunk] = known
        return known

    def _of_word(self, word: list[tuple[str, int]]) -> Iterator[_Piece]:
        letters = "".join(letter for letter, _ in word)
        whole = (self.vocabulary[UNKNOWN], word[0][1], word[-1][1] + 1, False)
        if len(letters) > _WORD_MOST:
            yield whole
            return
        found: list[_Piece] = []
        start = 0
        while start < len(letters):
            for end in range(len(letters), start, -1):
                number = self.vocabulary.get(("##" if start else "") + letters[start:end])
                if number is not None:
                    found.append((number, word[start][1], word[end - 1][1] + 1, start > 0))
                    start = end
                    break
            else:
                found = [whole]
                break
        yield from found


def _words(chunk: str) -> Iterator[list[tuple[str, int]]]:
    """The words of a chunk without white space: small letters without accents, each with its place in the chunk."""
    if chunk.isascii() and chunk.isprintable():
        for match in _ASCII_WORD.finditer(chunk):
            yield [(letter, match.start() + index) for index, letter in enumerate(match.group().lower())]
        return
    word: list[tuple[str, int]] = []
    for place, letter in enumerate(chunk):
        if _alone(letter):
            if word:
                yield word
            yield [(letter, place)]
            word = []
        else:
            small = unicodedata.normalize("NFD", letter.lower())
            word += [(each, place) for each in small if each not in _DROPPED and unicodedata.category(each)[0] not in "MC"]
    if word:
        yield word


def _alone(letter: str) -> bool:
    """Whether the letter is a word of its own: punctuation, all of ASCII's signs, and the scripts of China and Japan."""
    if letter.isascii():
        return not letter.isalnum() and letter.isprintable()
    return unicodedata.category(letter)[0] == "P" or any(first <= ord(letter) <= last for first, last in _IDEOGRAPHS)
