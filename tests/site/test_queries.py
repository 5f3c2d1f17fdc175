"""What pages ask the database: as much in a library ten times as large, and little."""

from __future__ import annotations

from benchmarks.pages_text import Shape
from tests.site.walk import LARGE, SMALL, fill, visit

FEW = 32
"""Queries of a page."""
MORE = {"story/<int:pk>/": 40}
"""A story's page has most rooms on it: its brief, its coverage, what is read and saved of it, comments, mutes, questions."""


def _counts(shape: Shape) -> dict[str, int]:
    from django.db import connection
    from django.test import Client, override_settings
    from django.test.utils import CaptureQueriesContext

    from tests.conftest import empty

    empty()
    fill(shape)
    counts = {}
    with override_settings(LOOPBACK=True):
        client = Client(headers={"host": "localhost"})
        # The first time a page is asked for, it is noted that the reader was there, and the edition is made.
        for page in visit(client):
            with CaptureQueriesContext(connection) as captured:
                client.get(page.address)
            counts[page.route] = len(captured)
    return counts


def test_pages_ask_as_much_of_a_library_ten_times_as_large(library: str) -> None:
    small, large = _counts(SMALL), _counts(LARGE)
    assert large == small
    assert {route: many for route, many in large.items() if many > MORE.get(route, FEW)} == {}
