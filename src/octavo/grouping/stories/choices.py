"""What the owner decided about stories: placing and repair obey it, and learn nothing from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choices:
    """The owner's own choices, by ids of articles. Of two that contradict each other `story` goes before `apart`, that before `together`.

    `story`: articles that are in that story whatever they say. `together`, `apart`: pairs of articles in one story, or in two.
    """

    story: Mapping[str, str] = field(default_factory=dict)
    together: Set[tuple[str, str]] = frozenset()
    apart: Set[tuple[str, str]] = frozenset()

    def with_(self, name: str) -> Iterator[str]:
        """The articles that are to be in one story with that one."""
        return (one if other == name else other for one, other in sorted(self.together) if name in (one, other))

    def without(self, name: str) -> Iterator[str]:
        """The articles that are to be in another story than that one."""
        return (one if other == name else other for one, other in sorted(self.apart) if name in (one, other))


NONE = Choices()
"""Nothing was decided."""
