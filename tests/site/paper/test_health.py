"""/health/ says whether the paper works, and nothing else, to anybody."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

if TYPE_CHECKING:
    from django.test import Client


def test_it_is_ok_without_a_sign_in_under_any_host_for_one_query(library: str) -> None:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        answer = Client(headers={"host": "monitor.example"}, REMOTE_ADDR="192.0.2.7").get("/health/")
    assert (answer.status_code, answer.content, len(captured)) == (200, b"ok\n", 1)
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_a_full_disk_is_not_ok(site: None) -> None:
    from django.http import HttpResponse
    from django.test import RequestFactory

    from octavo.site.paper.health import health

    def told(there: int) -> tuple[int, bytes]:
        answer = health(lambda _: HttpResponse(), lambda _: there)(RequestFactory().get("/health/"))
        return answer.status_code, answer.content

    assert (told(1000), told(10**12)) == ((503, b"not ok\n"), (200, b"ok\n"))


def test_a_library_that_does_not_answer_is_not_ok(site_client: Client) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE library_source RENAME TO away")
    try:
        answer = site_client.get("/health/")
        assert (answer.status_code, answer.content) == (503, b"not ok\n")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE away RENAME TO library_source")


def test_with_the_key_it_says_more(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.models import Source

    late = timezone.now() - timedelta(hours=2)
    Source.objects.create(kind="feed", address="https://post.example/feed", added=late, due_at=late)
    key = {"authorization": "Bearer a-key"}
    assert site_client.get("/health/", headers=key).content == b"ok\n"
    monkeypatch.setenv("OCTAVO_HEALTH_KEY", "a-key")
    told = site_client.get("/health/", headers=key).json()
    assert (told["ok"], told["library"], told["sources_late"]) == (True, True, 1)
    assert told["disk_free"] > 0
    for wrong in ({}, {"authorization": "Bearer A-key"}, {"authorization": "Bearer ü"}):
        assert site_client.get("/health/", headers=wrong).content == b"ok\n"
    assert site_client.post("/health/").status_code == 405
