"""What a round of polling came to."""

from __future__ import annotations

from dataclasses import dataclass

from octavo.site.desk.assignments import Finished


@dataclass(slots=True)
class Round:
    """What a round came to. `left`: rows that were due and that another worker has, or whose hosts it is at."""

    sources: int = 0
    pages: int = 0
    added: int = 0
    failed: int = 0
    left: int = 0
    changed: int = 0

    def count(self, done: Finished) -> None:
        """Count it in."""
        self.sources += done.kind == "source"
        self.pages += done.kind == "page"
        self.added += done.added
        self.changed += done.changed
        self.failed += done.failed and done.kind == "source"
