"""Which index a library has: that of its database."""

from __future__ import annotations

from django.db import connection

from octavo.site.library.searching import postgresql, sqlite
from octavo.site.library.searching.wanted import Index


def index() -> Index:
    """The index of the library's database."""
    return postgresql if connection.vendor == "postgresql" else sqlite
