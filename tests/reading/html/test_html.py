"""HTML pages in the shapes that publishers make, each with what is to be read of it (tests/reading/html/NAME.html and NAME.json)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from octavo.article import Article, Page
from octavo.reading.finish import finish
from octavo.reading.html import read_html

FOLDER = Path(__file__).parent / "pages"
FETCHED = datetime(2025, 12, 1, 12, tzinfo=UTC)


def articles(markup: str, url: str | None) -> list[Article]:
    drafts = read_html(markup, Page(markup.encode("utf-8", "replace"), FETCHED, url))
    return [article for draft in drafts if (article := finish(draft, FETCHED))]


def as_found(article: Article) -> dict[str, Any]:
    """The fields that the expectations name."""
    lead, image = article.dateline, article.image
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "publisher": article.publisher,
        "agency": article.agency,
        "dateline": [lead.place, lead.agency] if lead else None,
        "byline": list(article.byline),
        "credits": [[credit.role, credit.name, credit.place] for credit in article.credits],
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "language": article.language,
        "section": article.section,
        "url": article.url,
        "image": [image.url, image.alt, image.caption, image.credit] if image else None,
        "paragraphs": [[paragraph.kind, paragraph.text] for paragraph in article.paragraphs],
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.html")))
def test_page_is_read_as_expected(name: str) -> None:
    expected = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    found = articles((FOLDER / f"{name}.html").read_text("utf-8"), expected["address"])
    assert [as_found(article) for article in found] == expected["articles"]


def test_there_are_many_shapes() -> None:
    assert len(list(FOLDER.glob("*.html"))) >= 12


PARAGRAPH = "<p>The board of Eastmere voted on Tuesday to close the old ferry pier, the chairman said.</p>"


def test_a_canonical_address_of_another_site_does_not_count() -> None:
    markup = f'<link rel="canonical" href="https://copycat.example/x"><h1>Pier to close</h1>{PARAGRAPH}'
    assert articles(markup, "https://eastmere.example/pier")[0].url == "https://eastmere.example/pier"


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "data:image/png;base64,AAAA", "//[bad", "https://user@eastmere.example/x.jpg", "ftp://a/b",
])
def test_only_web_addresses_become_address_or_image(address: str) -> None:
    markup = (
        f'<link rel="canonical" href="{address}"><meta property="og:image" content="{address}">'
        f'<h1>Pier to close</h1><figure><img src="{address}"></figure>{PARAGRAPH}'
    )
    article = articles(markup, "https://eastmere.example/pier")[0]
    assert (article.url, article.image) == ("https://eastmere.example/pier", None)


LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", %s}}</script>{}'


@pytest.mark.parametrize(("mark", "agency"), [
    ('<div class="byline">By Jane Doe, Associated Press</div>{}', "Associated Press"),
    ("<p>EASTMERE (AP) — The pier is to close at once.</p>{}", "Associated Press"),
    ("{}<p>- Reuters</p>", "Reuters"),
    ("{}<p>© AFP</p>", "AFP"),
    ("{}<p>Source: dpa</p>", "dpa"),
    (LINKED % '"author": {{"@type": "Organization", "name": "Reuters"}}', "Reuters"),
    (LINKED % '"provider": {{"name": "AFP"}}', "AFP"),
    (LINKED % '"sourceOrganization": "dpa"', "dpa"),
    (LINKED % '"copyrightHolder": [{{"name": "Reuters"}}]', "Reuters"),
])
def test_a_wire_credit_reaches_the_article(mark: str, agency: str) -> None:
    markup = f'<meta property="og:site_name" content="The Eastmere Post"><h1>Pier to close</h1><div>{mark.format(PARAGRAPH * 3)}</div>'
    article = articles(markup, "https://eastmere.example/pier")[0]
    assert article.agency == agency
    assert article.publisher == "The Eastmere Post"


@pytest.mark.parametrize("name", ["css-1ad9f", "sc-adVbX", "NAV2x", "paywall", "text-block-7"])
def test_names_made_by_a_program_or_of_the_trade_hide_no_paragraph(name: str) -> None:
    article = articles("<h1>Pier to close</h1><div>" + PARAGRAPH.replace("<p>", f'<p class="{name}">') * 6 + "</div>", None)[0]
    assert len(article.paragraphs) == 6


@pytest.mark.parametrize("name", [
    "ad-slot", "relatedPosts", "newsletter_box", "social-share", "post-comments", "authorBio", "cookie-banner",
])
def test_furniture_is_known_by_its_name(name: str) -> None:
    box = f'<div class="{name}"><p>Words of a box, which is no part of it.</p></div>'
    markup = f"<h1>Pier to close</h1><div>{PARAGRAPH * 3}{box}{PARAGRAPH * 3}</div>"
    assert len(articles(markup, None)[0].paragraphs) == 6
