"""Two statements that do not agree, and by what that is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from octavo.briefing.differences.position import Position

Why = Literal["denied", "turned", "opposite", "for and against", "contrasted"]


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two positions, the later the one that disagrees; `score` is how sure it is; `words` are the stems that both speak of."""

    one: Position
    other: Position
    why: Why
    score: float
    words: frozenset[str]
