"""Bylines around the headline of a page, beside what the metadata says."""

import pytest

from octavo.article import Article, Page
from octavo.reading.finish import finish
from octavo.reading.html import read_html
from tests.reading.html.test_html import FETCHED

TEXT = "<p>The board of Eastmere voted on Tuesday to close the old ferry pier, the chairman said.</p>" * 2
PERSON = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier to close","author":{"name":"Ida Fell"}}</script>'
HOUSE = PERSON.replace("Ida Fell", "Northwire")


def read(head: str, printed: str) -> Article:
    markup = f"<html><head>{head}</head><body><main><h1>Pier to close</h1>{printed}{TEXT}</main></body></html>"
    (draft,) = read_html(markup, Page(markup.encode(), FETCHED, "https://pilot.example/a"))
    article = finish(draft, FETCHED)
    assert article
    return article


@pytest.mark.parametrize(("head", "printed", "names", "agency"), [
    (PERSON, "<p><span class=author>Ida Fell, Northwire</span> · 2 May 2025</p>", ("Ida Fell",), "Northwire"),
    (PERSON, "<div class=byline>By Ida Fell, Meridian Press</div>", ("Ida Fell",), "Meridian Press"),
    (PERSON, "<div class=byline>By Tom Ash</div>", ("Ida Fell",), None),
    (HOUSE, "<div class=byline>By Tom Ash</div>", ("Tom Ash",), "Northwire"),
    ("", "<p><a rel=author href=/ash>Tom Ash</a> | 2 May 2025</p>", ("Tom Ash",), None),
    ("", "<address>Tom Ash, Eastmere</address>", ("Tom Ash",), None),
    ("", "<p><b itemprop=author>Tom Ash</b>, 2 May 2025</p>", ("Tom Ash",), None),
    ("", "<div class=story-by>Northwire and Meridian Press &middot; May 2, 2025</div>", (), "Northwire"),
    ("", "<div>Tom Ash, Eastmere</div>", (), None),
    ("", "<div><span class=comment-author>Tom Ash</span></div>", (), None),
])
def test_bylines(head: str, printed: str, names: tuple[str, ...], agency: str | None) -> None:
    article = read(head, printed)
    assert (article.byline, article.agency) == (names, agency)
    assert len(article.paragraphs) == 2
