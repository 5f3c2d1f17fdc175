"""Which times are borne out: a date may be wrong, and no stage has a clock, so a time is believed that another came near to."""

from __future__ import annotations


class Times:
    """Times in seconds since 1970. Kept are the first and the last of each span of `near` seconds, however many there are."""

    def __init__(self, near: int) -> None:
        self._near = near
        self._spans: dict[int, tuple[int, int]] = {}

    def add(self, when: int) -> None:
        """One more time."""
        span = when // self._near
        first, last = self._spans.get(span, (when, when))
        self._spans[span] = min(first, when), max(last, when)

    def bear_out(self, when: int) -> bool:
        """Whether one of them is no farther than `near` from that time."""
        span = when // self._near
        beside = (each for number in (span - 1, span, span + 1) for each in self._spans.get(number, ()))
        return any(abs(each - when) <= self._near for each in beside)

    def forget(self, before: int) -> None:
        """Leave out spans in which none is as late as that."""
        self._spans = {span: ends for span, ends in self._spans.items() if ends[1] >= before}
