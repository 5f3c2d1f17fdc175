"""Many phrases sought in many texts at once: a tree of words that each text is walked through once.

The cost is that of the texts and the phrases together, never of one times the other: a text's words are looked up in the set of first
words, and only from those on are phrases followed, word by word (a trie, as in Aho and Corasick 1975, without their links: a phrase is a
few words long, and most words begin none).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Sign = TypeVar("Sign")

_APART = (
    r"\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xbf\xd7\xf7\u02b0-\u02ff\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f"
    r"\u066a-\u066d\u06d4\u0964\u0965\u2000-\u2bff\u2e00-\u2e7f\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\ufffd"
)
"""What stands between words: white space, punctuation and signs."""
_PART = re.compile(rf"[^{_APART}]+|[^\s]")
"""A word, or a single sign: "at&t" has three parts, so that signs in a phrase are taken as they stand."""
_UNPARTED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)
"""Letters of languages that write no blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese), or hang endings on them that
nobody would type (Korean, whose syllables are folded into these letters)."""


@dataclass(slots=True)
class _Node(Generic[Sign]):
    after: dict[str, _Node[Sign]] = field(default_factory=dict)
    signs: list[Sign] = field(default_factory=list)


class Phrases(Generic[Sign]):
    """Phrases, each with a sign by which it is known; they and the texts are folded (`octavo.folding.plain`)."""

    def __init__(self, phrases: Iterable[tuple[str, Sign]]) -> None:
        """(Phrase, sign) each; an empty phrase is in no text."""
        self._words: _Node[Sign] = _Node()
        self._letters: _Node[Sign] = _Node()
        for phrase, sign in phrases:
            unparted = _UNPARTED.search(phrase)
            _put(self._letters if unparted else self._words, phrase.replace(" ", "") if unparted else _PART.findall(phrase), sign)

    def __bool__(self) -> bool:
        """Whether there is anything to be sought."""
        return bool(self._words.after or self._letters.after)

    def found_in(self, text: str) -> set[Sign]:
        """The signs of all phrases that stand in a folded text: between borders of words, but in languages that write none."""
        found: set[Sign] = set()
        if self._words.after:
            found.update(_walk(self._words, _PART.findall(text)))
        if self._letters.after and not self._letters.after.keys().isdisjoint(text):
            found.update(_walk(self._letters, text.replace(" ", "")))
        return found


def words_of(phrase: str) -> list[str]:
    """The words of a folded phrase, without signs."""
    return [part for part in _PART.findall(phrase) if part.isalnum() or len(part) > 1]


def _put(tree: _Node[Sign], parts: Sequence[str], sign: Sign) -> None:
    if not parts:
        return
    for part in parts:
        tree = tree.after.setdefault(part, _Node())
    tree.signs.append(sign)


def _walk(tree: _Node[Sign], parts: Sequence[str]) -> Iterator[Sign]:
    firsts = tree.after
    if firsts.keys().isdisjoint(parts):
        return
    for start, first in enumerate(parts):
        if first in firsts:
            node: _Node[Sign] | None = firsts[first]
            place = start
            while node is not None:
                yield from node.signs
                place += 1
                node = node.after.get(parts[place]) if node.after and place < len(parts) else None
