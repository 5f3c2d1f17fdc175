"""What is kept of a text to know its copies by: the smallest hashes of its runs of words.

A sketch (Broder 1997, "On the resemblance and containment of documents", bottom-k) tells how much of the shorter of two texts is in the
longer one, however different their lengths: below the smaller of the largest hashes of two full sketches, both texts' hashes are known
completely.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from octavo.grouping.copies.words import fold

SIZE = 128
"""Hashes in a full sketch: 1 KiB an article."""
FORM = b"\x02"
"""What a packed sketch begins with: the form of folding and hashing. Sketches of another form cannot be compared."""


def sketch(text: str) -> tuple[int, ...]:
    """The SIZE smallest hashes (64 bits) of the text's runs of words (see `hashing`), ascending; all of them where there are fewer."""
    from octavo.grouping.copies.hashing import hashes, smallest  # loads numpy, which reading sketches does without

    return smallest(hashes(fold(text)), SIZE)


def same_text(one: Sequence[int], other: Sequence[int]) -> float:
    """Sketches -> the estimated share, 0 to 1, of the shorter text's runs of words that the longer text has too."""
    return max(_estimated(frozenset(one), frozenset(other)))


def pack(hashes: Sequence[int]) -> bytes:
    """A sketch as bytes: FORM, then eight a hash, little-endian."""
    return FORM + struct.pack(f"<{len(hashes)}Q", *hashes)


def unpack(data: bytes | memoryview) -> tuple[int, ...]:
    """The sketch that `pack` made those bytes of; () for one of another form, which an earlier Octavo made."""
    return struct.unpack(f"<{len(data) // 8}Q", data[1:]) if data[:1] == FORM and len(data) % 8 == 1 else ()


def _estimated(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    """Sketches -> the estimated share of one text that is in the other, and of the other that is in the one."""
    full = [max(side) for side in (one, other) if len(side) >= SIZE]
    if full:
        below = min(full)
        one = frozenset(each for each in one if each <= below)
        other = frozenset(each for each in other if each <= below)
    common = len(one & other)
    return (common / len(one), common / len(other)) if one and other else (0.0, 0.0)
