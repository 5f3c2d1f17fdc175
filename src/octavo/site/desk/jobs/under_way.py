"""The job that this process is doing: what it says of itself, and whether it is to stop."""

from __future__ import annotations

import threading


class GivenBack(Exception):
    """A job was told to stop and did; it goes on where it was when it is claimed again."""


class UnderWay:
    """What the job tells, for the lease to carry, and what it is told."""

    def __init__(self) -> None:
        self.words, self.added, self.stop = "", 0, threading.Event()
        self.archive: str | None = None
        """The identity of the archive that it imports, which is of no use when the job has ended: its file goes."""

    def tell(self, words: str, added: int) -> None:
        """How far it is, for a person, and how many articles are new by now."""
        self.words, self.added = words, added


under_way = UnderWay()
