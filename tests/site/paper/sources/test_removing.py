"""Removing a source: asked first, said what stays, then done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.paper.sources.made import brought, made, put_article
from tests.site.paper.sources.test_one import secret

if TYPE_CHECKING:
    from django.test import Client


def test_it_is_asked_first_and_its_articles_stay(site_client: Client) -> None:
    from octavo.site.library.models import Article, Source, SourceSecret

    source = made(title="The <Pilot>")
    secret(source)
    put_article(source, "ferry")
    brought(source, 1)
    asked = site_client.get(f"/sources/{source.pk}/remove/").content.decode()
    assert "Remove <bdi>The &lt;Pilot&gt;</bdi>?" in asked
    assert "Its 1 article stays in the library" in asked
    assert Source.objects.filter(pk=source.pk, kind="feed").exists()
    response = site_client.post(f"/sources/{source.pk}/remove/")
    html = site_client.get(response["Location"]).content.decode()
    assert "The source is removed." in html
    assert "No source yet" in html
    assert site_client.get(f"/sources/{source.pk}/").status_code == 404
    assert Article.objects.get().headline
    assert not SourceSecret.objects.exists()


def test_one_that_brought_nothing_is_gone(site_client: Client) -> None:
    from octavo.site.library.models import Source

    source = made()
    assert site_client.post(f"/sources/{source.pk}/remove/")["Location"] == "/sources/?done=removed"
    assert not Source.objects.exists()
    assert site_client.post(f"/sources/{source.pk}/remove/").status_code == 404
