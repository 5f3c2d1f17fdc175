"""One writer at a time; what the database complains of, said for a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, connection, transaction

from octavo.site.database import explained

_LOCK = 0x6F637461766F
"""The number of Octavo's advisory lock: "octavo" in ASCII."""


@contextmanager
def explaining() -> Iterator[None]:
    """Around work on the library, or as a decorator of it: whatever the database refuses becomes a LibraryError with advice."""
    try:
        yield
    except Error as error:
        raise explained(error) from error


@contextmanager
def writing() -> Iterator[None]:
    """A write transaction on the library, whole or not at all, that no other writer runs beside.

    SQLite's IMMEDIATE transactions are that by themselves. On PostgreSQL an advisory lock, given up with the transaction, keeps two
    imports from adding the same article. Raises LibraryError where the database cannot be written.
    """
    with explaining(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
