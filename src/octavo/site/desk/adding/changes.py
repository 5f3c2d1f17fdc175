"""What the owner decides about a source, written into the library.

Only the columns that are decided about are written: a worker may be busy with the same row.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from octavo.addresses import host_of, origin_of
from octavo.fetching.answers import Credentials
from octavo.site.desk import schedule
from octavo.site.desk.polling.claiming import POLLED
from octavo.site.library.at_address import source_at
from octavo.site.library.models import Source, SourceSecret
from octavo.site.library.rows import storable
from octavo.site.library.writing import GoneMeanwhile, writing


class Taken(Exception):
    """Another source has that address, or another form of it."""

    def __init__(self, source: Source) -> None:
        super().__init__(source.pk)
        self.source = source


def settle(source: Source, decided: dict[str, Any], now: datetime) -> bool:
    """Write title, folder, full_text, muted and address, as far as they are decided; returns whether credentials were dropped.

    A source at another address, or one that is heard again, is due at once. Credentials are for scheme, name and port of the address
    that they were given for: at another of these they are removed. Raises Taken, and GoneMeanwhile where it was removed.
    """
    values = {name: storable(value) if isinstance(value, str) else value for name, value in decided.items()}
    dropped = False
    with writing():
        # As it is by now: a worker may have taken over a move meanwhile.
        seen = source.kind
        source.refresh_from_db(fields=["address", "muted", "changed", "kind"])
        if source.kind != seen:
            raise GoneMeanwhile(str(source))
        address = values.get("address", source.address)
        if address != source.address:
            other = source_at(address, besides=source.pk)
            if other:
                raise Taken(other)
            # What it said at its old address means nothing at the new one.
            values |= as_never_asked(address, now) | {"changed": source.changed}
            dropped = origin_of(address) != origin_of(source.address)
        if source.muted and not values.get("muted", True):
            values["due_at"] = now
        if values:
            Source.objects.filter(pk=source.pk).update(**values)
        return dropped and SourceSecret.objects.filter(source=source).delete()[0] > 0


def as_never_asked(address: str, due_at: datetime | None) -> dict[str, Any]:
    """The columns of a source at that address of which nothing is known yet."""
    fresh = schedule.State(address, due_at)
    return {field.name: getattr(fresh, field.name) for field in fields(fresh)} | {"hints": fresh.hints.as_json(), "host": host_of(address)}


def keep_credentials(source: Source, credentials: Credentials, now: datetime) -> None:
    """Put them in the place of those that are there; the source is due at once. Raises GoneMeanwhile where it was removed: of such a source
    nothing secret is kept."""
    values = {"user": credentials.user, "password": credentials.password, "headers": dict(credentials.headers)}
    with writing():
        Source.objects.get(pk=source.pk, kind__in=POLLED)
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
