"""How the press was treated: who asked too often, too soon, two at a time, against what was asked of them, or gave a secret away."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise

from tests.press.kinds import kind_of
from tests.press.log import Log, Visit
from tests.press.sources import Source

GONE_LEAST, GONE_ANSWERS = 0.9 * 86_400, 3
"""Seconds after which a source that says that it is gone may be asked again, and how often it may say so."""


def crowding(log: Log, delay: float) -> list[str]:
    """Requests to a host beside another one, or sooner than that many seconds after the last one began. The step of a redirect, and
    the page after robots.txt, belong to one request."""
    found = []
    for host, visits in log.hosts().items():
        found += [f"{host}: {visit.target} was asked for beside another request" for visit in visits if visit.beside]
        for before, after in pairwise(visits):
            gap = (after.time - before.time).total_seconds()
            if gap < delay and not before.location:
                found.append(f"{host}: {after.target} was asked for {gap:.2f} s after {before.target}")
    return found


def hurry(sources: Sequence[Source], log: Log, soonest: float) -> list[str]:
    """Feeds that were asked again sooner than anybody may, or than they say themselves."""
    found = []
    for source in sources:
        asked = _first_steps(source, log)
        least = max(soonest, {"max-age": 5400.0, "ttl": 10800.0}.get(source.kind, 0.0))
        for before, after in pairwise(asked):
            gap = (after.time - before.time).total_seconds()
            if gap < least:
                found.append(f"{source.name}: asked again after {gap:.0f} s, and {least:.0f} is the least")
            if before.status == 410 and gap < GONE_LEAST:
                found.append(f"{source.name}: asked again after {gap:.0f} s though it is gone")
        if sum(visit.status == 410 for visit in asked) > GONE_ANSWERS:
            found.append(f"{source.name}: asked again and again though it is gone")
    return found


def intrusion(log: Log) -> list[str]:
    """Hosts that were asked for whatever of theirs while they had asked to be left alone (Retry-After)."""
    found = []
    for host, visits in log.hosts().items():
        until = None
        for visit in visits:
            if until and visit.time < until:
                found.append(f"{host}: {visit.target} was asked for at {visit.time}, and it had asked to be left alone until {until}")
            if visit.retry_after:
                until = _until(visit)
    return found


def forgetful(sources: Sequence[Source], log: Log) -> list[str]:
    """Healthy sources that have said how to ask whether anything changed, and were asked for everything."""
    found = []
    for source in sources:
        if not kind_of(source).well or source.form.validators == "none":
            continue
        for before, after in pairwise(log.of(source.name)):
            if before.status in (200, 304) and not {"if-none-match", "if-modified-since"} & after.headers.keys():
                found.append(f"{source.name}: asked at {after.time} without a condition")
    return found


def no_backing_off(sources: Sequence[Source], log: Log) -> list[str]:
    """Sources that answered nothing but errors for long, and were asked as often as before."""
    found = []
    for source in sources:
        kind = kind_of(source)
        if "" in kind.ends or not kind.met:
            continue
        ill = source.troubles[0]
        times = [visit.time for visit in _first_steps(source, log) if ill.at(visit.time)]
        gaps = [(after - before).total_seconds() for before, after in pairwise(times)]
        for before, after in pairwise(gaps):
            if after < min(before * 1.2, 80_000 * 0.9):
                found.append(f"{source.name}: {after:.0f} s between two failures after {before:.0f} s")
    return found


def secrets_told(sources: Sequence[Source], log: Log, written: str) -> list[str]:
    """Secrets in what was written (logs, errors, pages), and in requests to other hosts than the source's own."""
    found = []
    for source in sources:
        secrets = [source.user[1], base64.b64encode(":".join(source.user).encode()).decode()] if source.user else []
        secrets += [source.secret_header[1]] if source.secret_header else []
        for secret in secrets:
            if secret in written:
                found.append(f"{source.name}: its secret was written down")
            found += [f"{source.name}: its secret went to {visit.host}" for visit in log.visits
                      if visit.host != source.host and (secret in visit.target or any(secret in value for value in visit.headers.values()))]
    return found


def anonymous(log: Log) -> list[str]:
    """Requests that do not say who asks."""
    return [f"{visit.host}: asked by {visit.headers.get('user-agent')!r}" for visit in log.visits
            if not visit.headers.get("user-agent", "").startswith("Octavo/")]


def _first_steps(source: Source, log: Log) -> list[Visit]:
    """The visits to a source without those that a redirect led to."""
    visits = log.of(source.name)
    return [visit for before, visit in zip([None, *visits], visits, strict=False) if not (before and before.location)]


def _until(visit: Visit) -> datetime:
    if visit.retry_after.isdigit():
        return visit.time + timedelta(seconds=int(visit.retry_after))
    return parsedate_to_datetime(visit.retry_after)
