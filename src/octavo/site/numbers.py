"""Numbers as forms and addresses write them."""

from __future__ import annotations

DIGITS = 17
"""Digits of a number that any database takes."""


def number_of(said: str, digits: int = DIGITS) -> int:
    """A number from a form or an address; 0, which nothing has, where it is none or has more digits than that."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= digits else 0
