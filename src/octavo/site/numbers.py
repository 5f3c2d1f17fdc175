"""Numbers and words as forms and addresses write them."""

from __future__ import annotations

DIGITS = 17
"""Digits of a number that any database takes."""
WORDS = 200
"""Characters of words that a list is searched by."""


def number_of(said: str, digits: int = DIGITS) -> int:
    """A number from a form or an address; 0, which nothing has, where it is none or has more digits than that."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= digits else 0


def words_of(said: str) -> str:
    """The words that a list is searched by, on one line, the first WORDS characters of them."""
    return " ".join(said.replace("\x00", " ").split())[:WORDS]
