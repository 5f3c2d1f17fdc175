from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/sign-in/", "/sign-in", "/static/paper/type.css", "/static/paper/octavo.svg"])
def test_no_other_site_may_use_any_answer(site_client: Client, path: str) -> None:
    response = site_client.get(path)
    response.close()
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.has_header("Access-Control-Allow-Origin")


def test_pages_are_kept_by_the_readers_browser_alone(site_client: Client) -> None:
    assert site_client.get("/")["Cache-Control"] == "private, no-cache"
    assert "no-store" in site_client.get("/sign-in/")["Cache-Control"]


def test_a_file_is_asked_for_again_soon_and_sent_only_when_it_changed(site_client: Client) -> None:
    first = site_client.get("/static/paper/type.css")
    first.close()
    assert first["Cache-Control"] == "max-age=60, public"
    again = site_client.get("/static/paper/type.css", headers={"if-modified-since": first["Last-Modified"]})
    assert again.status_code == 304


def test_other_sites_are_told_nothing_and_our_own_forms_are_known(site_client: Client) -> None:
    # With "no-referrer" a browser sends `Origin: null` with every form of ours, and each would be refused.
    assert site_client.get("/")["Referrer-Policy"] == "same-origin"
