"""Every word that a reader sees can be translated: on every page, whoever made it."""

from __future__ import annotations

from tests.site.tongues import fill_cyrillic, in_brackets, untranslated
from tests.site.walk import visit


def test_every_page_speaks_the_language_of_the_paper(site: None) -> None:
    from django.test import Client, override_settings

    fill_cyrillic()
    found: dict[str, list[str]] = {}
    with in_brackets(), override_settings(LOOPBACK=True):
        for page in visit(Client(headers={"host": "localhost"})):
            if page.response["Content-Type"].startswith("text/html") and page.response.content:  # type: ignore[attr-defined]
                found[page.route] = untranslated(page.response.content.decode())  # type: ignore[attr-defined]
    assert {route: said for route, said in found.items() if said} == {}
    assert len(found) > 40
