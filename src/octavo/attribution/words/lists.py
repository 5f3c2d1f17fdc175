"""How the lists of words in this room are written: as running text, which stays readable where there are hundreds."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a running text, parted by white space."""
    return frozenset(words.split())
