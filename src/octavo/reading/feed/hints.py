"""What a feed says about how often to ask for it: RSS 2.0's ttl, skipHours and skipDays, and RDF Site Summary's syndication module
(https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/modules/syndication/)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from octavo.decode import decode

HEAD = 1 << 16
"""Bytes in which hints are looked for: they stand before the entries."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_ENTRY = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>]", re.I)
_TTL = re.compile(r"<ttl>\s{0,20}(\d{1,6})\s{0,20}</ttl>", re.I)
_PERIOD = re.compile(r"<(?:[\w.-]{1,40}:)?updatePeriod>\s{0,20}([a-z]{5,7})\s{0,20}<", re.I)
_FREQUENCY = re.compile(r"<(?:[\w.-]{1,40}:)?updateFrequency>\s{0,20}(\d{1,6})\s{0,20}<", re.I)
_HOUR = re.compile(r"<hour>\s{0,20}(\d{1,2})\s{0,20}</hour>", re.I)
_DAY = re.compile(r"<day>\s{0,20}([a-z]{6,9})\s{0,20}</day>", re.I)


@dataclass(frozen=True, slots=True)
class Hints:
    """`every`: seconds between two changes, as the feed says, None where it does not. `skip_hours` (0..23) and `skip_days` (0 is Monday),
    in UTC: when asking is no use. `entries`: how many it has, of a feed that has more than are read of it; None of all others."""

    every: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()
    entries: int | None = None

    def allowed(self, when: datetime, latest: datetime) -> datetime:
        """The first moment from `when` on that no hint speaks against; `latest` where there is none before it."""
        if not self.skip_hours and not self.skip_days:
            return min(when, latest)
        at = when.astimezone(UTC)
        while at < latest:
            if at.hour not in self.skip_hours and at.weekday() not in self.skip_days:
                return at
            # The minutes stay, so that all the sources that skip an hour do not come at its end at once.
            at += timedelta(hours=1)
        return latest

    def as_json(self) -> dict[str, Any]:
        """For a column: what is empty is left out."""
        found = {"every": self.every, "skip_hours": list(self.skip_hours), "skip_days": list(self.skip_days), "entries": self.entries}
        return {name: value for name, value in found.items() if value}

    @classmethod
    def of_json(cls, found: Mapping[str, Any]) -> Hints:
        """What `as_json` gave."""
        if not found:
            return NO_HINTS
        return cls(found.get("every"), tuple(found.get("skip_hours", ())), tuple(found.get("skip_days", ())), found.get("entries"))


NO_HINTS = Hints()


def hints_of(body: bytes, content_type: str | None = None) -> Hints:
    """The hints of a feed, as its bytes came. Bytes that are no feed have none; never an error."""
    head = decode(body[:HEAD], content_type)
    entry = _ENTRY.search(head)
    if entry:
        head = head[: entry.start()]
    hours = {int(hour) % 24 for hour in _HOUR.findall(head) if int(hour) <= 24}
    days = {_DAYS.index(day.lower()) for day in _DAY.findall(head) if day.lower() in _DAYS}
    return Hints(_every(head), _sensible(hours, 24), _sensible(days, 7))


def _every(head: str) -> int | None:
    found = []
    if ttl := _TTL.search(head):
        found.append(int(ttl[1]) * 60)
    period = _PERIOD.search(head)
    if period and period[1].lower() in _PERIODS:
        frequency = _FREQUENCY.search(head)
        found.append(_PERIODS[period[1].lower()] // max(1, int(frequency[1]) if frequency else 1))
    return max(found, default=0) or None


def _sensible(skipped: set[int], all_there_are: int) -> tuple[int, ...]:
    """One that skips every hour or every day says nothing."""
    return tuple(sorted(skipped)) if len(skipped) < all_there_are else ()
