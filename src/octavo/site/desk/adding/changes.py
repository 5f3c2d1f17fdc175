"""What the owner decides about a source, written into the library.

Only the columns that are decided about are written: a worker may be busy with the same row.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from octavo.fetching.answers import Credentials
from octavo.site.desk import schedule
from octavo.site.library.models import Source, SourceSecret
from octavo.site.library.rows import storable
from octavo.site.library.writing import writing


class Taken(Exception):
    """Another source has that address."""

    def __init__(self, source: Source) -> None:
        super().__init__(source.pk)
        self.source = source


def settle(source: Source, decided: dict[str, Any], now: datetime) -> bool:
    """Write title, folder, full_text, muted and address, as far as they are decided; returns whether credentials were dropped.

    A source at another address, or one that is heard again, is due at once. Credentials are for scheme, name and port of the address
    that they were given for: at another of these they are removed. Raises Taken.
    """
    values = {name: storable(value) if isinstance(value, str) else value for name, value in decided.items()}
    dropped = False
    address = values.get("address", source.address)
    if address != source.address:
        # What it said at its old address means nothing at the new one.
        fresh = schedule.State(address, due_at=now, changed=source.changed)
        begun = {field.name: getattr(fresh, field.name) for field in fields(fresh)} | {"hints": fresh.hints.as_json()}
        values |= begun | {"host": (urlsplit(address).hostname or "")[:255]}
        dropped = _origin(address) != _origin(source.address)
    if source.muted and not values.get("muted", True):
        values["due_at"] = now
    with writing():
        other = Source.objects.filter(address=address).exclude(pk=source.pk).first()
        if other:
            raise Taken(other)
        Source.objects.filter(pk=source.pk).update(**values)
        return dropped and SourceSecret.objects.filter(source=source).delete()[0] > 0


def keep_credentials(source: Source, credentials: Credentials, now: datetime) -> None:
    """Put them in the place of those that are there; the source is due at once."""
    values = {"user": credentials.user, "password": credentials.password, "headers": dict(credentials.headers)}
    with writing():
        SourceSecret.objects.update_or_create(source=source, defaults=values)
        Source.objects.filter(pk=source.pk).update(due_at=now, note="")


def remove_credentials(source: Source) -> None:
    """Forget them."""
    with writing():
        SourceSecret.objects.filter(source=source).delete()


def fetch_now(source: Source, now: datetime) -> None:
    """Put it into the queue."""
    with writing():
        Source.objects.filter(pk=source.pk, muted=False).update(due_at=now)


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port
