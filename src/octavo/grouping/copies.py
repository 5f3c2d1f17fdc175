"""Which articles are copies: the same text under other headlines, cut or with a paragraph added.

A text is sketched by the smallest hashes of its runs of five words (Broder 1997, "On the resemblance and containment of documents",
bottom-k). Below the smaller of the largest hashes of two full sketches, both texts' hashes are known completely, so the share of the
shorter text that the longer one holds is estimated there. Precision first: a follow-up that repeats some background is no copy.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

WORDS = 5
"""Words in a run: five in a row seldom agree by chance, and a sub-editor's small change breaks only five runs."""
SIZE = 128
"""Hashes in a full sketch: 1 KiB an article."""
ENOUGH = 0.6
"""The share of the shorter text that makes a copy."""
FEWEST = 6
"""Hashes that must agree: less is a common phrase, not a common text."""
CROWD = 64
"""Groups that may hold the same run of words before it counts as a commonplace ("sign up for our newsletter") and is left out."""

Name = TypeVar("Name", bound=Hashable)
_WORD = re.compile(r"\w+")
_ASCII_SPACED = bytes(code if _WORD.fullmatch(chr(code)) else ord(" ") for code in range(256))
_EMPTY = blake2b(digest_size=8)


def sketch(text: str) -> tuple[int, ...]:
    """The SIZE smallest hashes (64 bits) of the text's runs of WORDS words, ascending; all of them where there are fewer."""
    words = _words(text)
    digests = []
    for run in set(map(b" ".join, zip(*(words[start:] for start in range(WORDS)), strict=False))):
        hashed = _EMPTY.copy()  # half the time of making one
        hashed.update(run)
        digests.append(hashed.digest())
    return tuple(sorted(struct.unpack_from(f">{len(digests)}Q", b"".join(digests)))[:SIZE])


def _words(text: str) -> list[bytes]:
    """The words in small letters and UTF-8. A text in ASCII is taken apart ten times faster than by the pattern."""
    if text.isascii():
        return text.lower().encode().translate(_ASCII_SPACED).split()
    return [word.encode(errors="replace") for word in _WORD.findall(text.casefold())]


def same_text(one: Sequence[int], other: Sequence[int]) -> float:
    """Sketches -> the estimated share, 0 to 1, of the shorter text's runs of words that the longer text has too."""
    return max(_shares(frozenset(one), frozenset(other)))


def fold(items: Iterable[tuple[Name, Sequence[int]]]) -> list[list[Name]]:
    """(id, sketch) in order -> groups of ids, each led by its first; a later one joins the leader that most of its text is from.

    Only leaders are compared, so that a chain of half-copies never joins two texts that have nothing in common. An inverted index
    names the few leaders worth comparing: time grows with the number of items, not with its square.
    """
    groups: list[list[Name]] = []
    leaders: list[frozenset[int]] = []
    holders: dict[int, list[int]] = {}
    for name, hashes in items:
        mine = frozenset(hashes)
        met = Counter(group for each in mine for group in holders.get(each, ()))
        likely = [(_shares(mine, leaders[group]), -group) for group, shared in met.items() if shared >= FEWEST]
        copied = [(of_mine, group) for (of_mine, of_leader), group in likely if max(of_mine, of_leader) >= ENOUGH]
        if copied:
            groups[-max(copied)[1]].append(name)
            continue
        for each in mine:
            if len(held := holders.setdefault(each, [])) < CROWD:
                held.append(len(groups))
        groups.append([name])
        leaders.append(mine)
    return groups


def pack(hashes: Sequence[int]) -> bytes:
    """A sketch as bytes, eight a hash, little-endian."""
    return struct.pack(f"<{len(hashes)}Q", *hashes)


def unpack(data: bytes | memoryview) -> tuple[int, ...]:
    """The sketch that `pack` made those bytes of."""
    return struct.unpack_from(f"<{len(data) // 8}Q", data)


def _shares(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    """The estimated share of one text that is in the other, and of the other that is in the one."""
    full = [max(side) for side in (one, other) if len(side) >= SIZE]
    if full:
        below = min(full)
        one = frozenset(each for each in one if each <= below)
        other = frozenset(each for each in other if each <= below)
    common = len(one & other)
    return (common / len(one), common / len(other)) if one and other else (0.0, 0.0)
