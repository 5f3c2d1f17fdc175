"""A mark of what stands in the library: another after every change, so that whoever made something of it sees that it is old."""

from __future__ import annotations

import secrets

from octavo.site.library.models import Choice

STATE = "state"


def renew_state() -> None:
    """Give the library another mark: one statement, inside the transaction that changes articles."""
    mark = Choice(name=STATE, value=secrets.token_hex(8))
    Choice.objects.bulk_create([mark], update_conflicts=True, unique_fields=["name"], update_fields=["value"])


def state() -> str:
    """The library's mark, "" where nothing was changed since Octavo gives them. One query by key.

    Random, not counted: a library that was emptied and filled again, or another one, never has a mark that was seen before.
    """
    return str(Choice.objects.filter(name=STATE).values_list("value", flat=True).first() or "")
