"""What the owner sets about pictures."""

from __future__ import annotations

from dataclasses import dataclass

ROOM = "images"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where pictures stand, and how many megabytes of the disk they may take."""

    on_articles: bool = True
    on_the_lead: bool = True
    megabytes: int = 500

    @property
    def any(self) -> bool:
        """Whether they stand anywhere."""
        return self.on_articles or self.on_the_lead

    @property
    def most_bytes(self) -> int:
        """What they may take of the disk."""
        return self.megabytes * 10**6


LEAST_MEGABYTES, MOST_MEGABYTES = 20, 1_000_000
