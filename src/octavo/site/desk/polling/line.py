"""The turns that a worker holds, and whose turn it is: at most one of each host is out at a time."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable

from octavo.site.desk.assignments import Turn


class Line:
    """Turns come in with `add`, go out with `next`; `back` says that their host is free, `stop` that it is not to be asked,
    `done` that they are held no longer."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, int], Turn] = {}
        self.hosts: Counter[str] = Counter()
        self._waiting: defaultdict[str, deque[Turn]] = defaultdict(deque)
        self._ready: deque[str] = deque()
        self._out: set[str] = set()
        self._behind: dict[tuple[str, int], list[Turn]] = {}

    def add(self, turns: Iterable[Turn]) -> None:
        """Take them in, in this order."""
        for turn in turns:
            self.held[turn.kind, turn.id] = turn
            self.hosts[turn.host] += 1
            if turn.host not in self._waiting and turn.host not in self._out:
                self._ready.append(turn.host)
            self._waiting[turn.host].append(turn)

    def next(self) -> Turn | None:
        """The one whose turn it is; None while all hosts that wait are being asked."""
        if not self._ready:
            return None
        host = self._ready.popleft()
        turn = self._waiting[host].popleft()
        if not self._waiting[host]:
            del self._waiting[host]
        self._out.add(host)
        return turn

    def back(self, turn: Turn) -> None:
        """Its host was asked: the next one of that host may go."""
        self._out.discard(turn.host)
        if turn.host in self._waiting:
            self._ready.append(turn.host)

    def stop(self, turn: Turn) -> None:
        """Its host was asked and wants to be left alone: the others of that host are not asked."""
        self._out.discard(turn.host)
        self._behind[turn.kind, turn.id] = list(self._waiting.pop(turn.host, ()))

    def done(self, turn: Turn) -> list[Turn]:
        """It is written down. Returns those that were not asked for its sake, which are held no longer either."""
        over = [turn, *self._behind.pop((turn.kind, turn.id), ())]
        for each in over:
            if self.held.pop((each.kind, each.id), None):
                self.hosts[each.host] -= 1
                if not self.hosts[each.host]:
                    del self.hosts[each.host]
        return over[1:]
