"""Every request that came, as the press saw it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Visit:
    """One request. `beside`: another request to the same host was still open when it came. `status` is 0 where no whole HTTP
    reply was meant to come; `shown`: the reply held the whole feed as the plan shows it at that time.
    """

    host: str
    target: str
    time: datetime
    headers: Mapping[str, str]
    source: str
    beside: bool
    status: int = 0
    shown: bool = False
    location: str = ""
    retry_after: str = ""


class Log:
    """The visits, in the order they came."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self._by_source: dict[str, list[Visit]] = defaultdict(list)
        self._open: dict[str, int] = defaultdict(int)

    def begin(self, visit: Visit) -> None:
        """A request came; `visit.beside` is set here."""
        visit.beside = self._open[visit.host] > 0
        self._open[visit.host] += 1
        self.visits.append(visit)
        if visit.source:
            self._by_source[visit.source].append(visit)

    def end(self, visit: Visit) -> None:
        """Its reply is out, or the client is gone."""
        self._open[visit.host] -= 1

    def of(self, source: str) -> Sequence[Visit]:
        """The visits to a source's feed, at whichever of its addresses."""
        return self._by_source.get(source, ())

    def hosts(self) -> dict[str, list[Visit]]:
        """host -> its visits."""
        found: dict[str, list[Visit]] = defaultdict(list)
        for visit in self.visits:
            found[visit.host].append(visit)
        return found
