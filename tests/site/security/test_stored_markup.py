"""Whatever stands in a library is text: nothing of it runs on any page, leads anywhere but to the web, or breaks a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from tests.site.security.hostile_library import ADDRESSES, FIELDS, fill_hostile
from tests.site.security.markup import foreign
from tests.site.walk import visit

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.test import Client

UNSEEN = {
    # Kept, and shown nowhere.
    "ArticleVersion.byline", "ArticleVersion.dateline_place", "ArticleVersion.kicker", "FetchedPage.name", "Highlight.before",
    "Place.outlet", "Statement.addressee", "Statement.outlet",
    # Of a brief only lines that still stand in their articles; of sections those that the paper knows.
    "Article.section", "StoryBrief.brief", "StoryBrief.first",
    # Shown of what could not be analysed, a source that fails, a comment that waits, a reader who is silenced, a session that goes on.
    "Analysis.problem", "Comment.why", "Commenter.why", "Source.problem", "UserSession.user_agent",
}
"""Fields that the pages of this library do not show."""


def test_nothing_hostile_runs_on_any_page_nor_breaks_a_file(site: None) -> None:
    from django.test import Client, override_settings

    fill_hostile()
    seen: set[str] = set()
    with override_settings(LOOPBACK=True):
        for address, response in _everything(Client(headers={"host": "localhost"})):
            told = response.content.decode()  # type: ignore[attr-defined]
            kind = response["Content-Type"].partition(";")[0]
            if kind == "text/html":
                assert foreign(told) == [], address
            elif kind in ("application/atom+xml", "text/x-opml"):
                _well_formed(told, address)
            elif kind == "application/json":
                json.loads(told)
            seen |= set(re.findall(r"\b([A-Z][A-Za-z]+\.[a-z_.]+) \d", told))
    every = {f"{model.partition('.')[2]}.{field}" for model, fields in FIELDS.items() for field in fields}
    assert every - seen <= UNSEEN, "each field must be seen on a page, or nothing is tried"


def _everything(client: Client) -> Iterator[tuple[str, HttpResponseBase]]:
    """Every page, and of those that show what is hostile in another way each, all of them."""
    from octavo.site.library.models import Article, Publisher, Source, Story

    for page in visit(client):
        yield page.address, page.response
    shown = {"article": Article, "story": Story, "sources": Source, "publisher": Publisher, "settings/subscriptions": Source}
    for name, model in shown.items():
        for pk in model._default_manager.order_by("pk").values_list("pk", flat=True)[: len(ADDRESSES) + 1]:
            address = f"/{name}/{pk}/"
            yield address, client.get(address)


def _well_formed(told: str, address: str) -> None:
    made = etree.fromstring(told.encode(), etree.XMLParser(resolve_entities=False))
    for element in made.iter("{*}link", "{*}outline"):
        for name in ("href", "xmlUrl", "htmlUrl"):
            value = element.get(name)
            assert value is None or re.match(r"https?://", value), (address, value)
