"""When a reader last looked at a story."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from tests.site.library.articles import MORNING

MINUTE = timedelta(minutes=1)


def _story() -> int:
    from octavo.site.library.models import Story

    return Story.objects.create(size=1, last=MORNING).pk


def test_a_visit_lasts_half_an_hour_and_loading_again_wipes_nothing(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.visits import visited

    story, other, reader = _story(), _story(), owner()
    assert visited(reader, story, MORNING) is None
    assert visited(reader, story, MORNING + 29 * MINUTE) is None
    assert visited(reader, story, MORNING + 45 * MINUTE) == MORNING
    assert visited(reader, story, MORNING + 50 * MINUTE) == MORNING
    assert visited(reader, story, MORNING + 74 * MINUTE) == MORNING
    assert visited(reader, story, MORNING + 75 * MINUTE) == MORNING + 45 * MINUTE
    assert visited(reader, other, MORNING + 75 * MINUTE) is None


def test_readers_are_apart(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.visits import visited

    story, another = _story(), User.objects.create_user("another")
    visited(owner(), story, MORNING)
    assert visited(another, story, MORNING + 60 * MINUTE) is None
    assert visited(owner(), story, MORNING + 60 * MINUTE) == MORNING


def test_it_is_written_down_once_a_visit(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.readers.owner import owner
    from octavo.site.readers.visits import visited

    story, reader = _story(), owner()
    visited(reader, story, MORNING)
    with CaptureQueriesContext(connection) as captured:
        visited(reader, story, MORNING + MINUTE)
    assert len(captured) == 1
    assert captured[0]["sql"].startswith("SELECT")


def test_a_clock_that_was_ahead_keeps_no_visit_going(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.visits import visited

    story, reader = _story(), owner()
    visited(reader, story, MORNING + timedelta(days=400))
    assert visited(reader, story, MORNING) is None
    assert visited(reader, story, MORNING + 31 * MINUTE) == MORNING


def test_a_library_that_cannot_be_written_keeps_nobody_from_reading(site: None) -> None:
    from django.db import connection

    from octavo.site.readers.models import StoryVisit
    from octavo.site.readers.owner import owner
    from octavo.site.readers.visits import visited

    story, reader = _story(), owner()
    visited(reader, story, MORNING)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
        try:
            assert visited(reader, story, MORNING + 60 * MINUTE) == MORNING
        finally:
            cursor.execute("PRAGMA query_only = 0")
    assert StoryVisit.objects.get().at == MORNING


@pytest.mark.parametrize(("method", "headers", "does"), [
    ("get", {}, True),
    ("head", {}, False),
    ("post", {}, False),
    ("get", {"Sec-Purpose": "prefetch"}, False),
    ("get", {"Sec-Purpose": "prefetch;prerender"}, False),
    ("get", {"Purpose": "Prefetch"}, False),
    ("get", {"X-Moz": "prefetch"}, False),
    ("get", {"X-Purpose": "preview"}, False),
    ("get", {"Sec-Fetch-Dest": "document"}, True),
])
def test_only_who_looks_looks(site: None, method: str, headers: dict[str, str], does: bool) -> None:
    from octavo.site.readers.visits import looks

    request: HttpRequest = getattr(RequestFactory(), method)("/stories/1/", headers=headers)
    assert looks(request) is does
