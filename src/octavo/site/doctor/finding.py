"""What was found: about what, how bad it is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Grade = Literal["fine", "look", "act"]
"""As it should be; worth a look; something must be done."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`do` is empty where nothing is to be done."""

    about: str
    grade: Grade
    what: str
    do: str = ""


def fine(about: str, what: str) -> Finding:
    """As it should be."""
    return Finding(about, "fine", what)


def look(about: str, what: str, do: str) -> Finding:
    """Worth a look."""
    return Finding(about, "look", what, do)


def act(about: str, what: str, do: str) -> Finding:
    """Something must be done."""
    return Finding(about, "act", what, do)
