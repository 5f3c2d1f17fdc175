"""What a page says of itself: JSON-LD with slips in it, meta elements, the lead image, what is printed around the headline."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from octavo.article import Image
from octavo.markup import parse
from octavo.reading.html import json_ld, metadata
from octavo.reading.html.blocks import flatten
from octavo.reading.html.head import byline_of, kicker_of, time_of
from octavo.reading.html.headline import headline_of
from octavo.reading.html.images import lead_image
from octavo.reading.html.main_content import choose
from octavo.reading.parts.kickers import without_publisher

ADDRESS = "https://www.eastmere.example/pier?from=feed"
FETCHED = datetime(2025, 12, 1, 12, tzinfo=UTC)
TEXT = "<p>The board of Eastmere voted on Tuesday to close the old ferry pier, the chairman said.</p>" * 3


def linked(script: str) -> json_ld.Item:
    return json_ld.read(parse(f'<script type="application/ld+json">{script}</script>', "the page")).article()


@pytest.mark.parametrize("script", [
    '{"@type": "NewsArticle", "headline": "Pier to close"}',
    '[{"@type": "WebPage"}, {"@type": ["Thing", "https://schema.org/NewsArticle"], "headline": "Pier to close"}]',
    '{"@graph": [{"@type": "Organization"}, {"@type": "Article", "headline": "Pier to close"}]}',
    '{"@type": "WebPage", "mainEntity": {"@type": "ReportageNewsArticle", "headline": "Pier to close"}}',
    '<!-- {"@type": "NewsArticle", "headline": "Pier to close"} -->',
    '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Pier to close"}\n//]]>',
    '{"@type": "NewsArticle", "headline": "Pier to close"};',
    '{"@type": "NewsArticle", "headline": "Pier to close", "description": "two\nlines"}',
    '{"@type": "NewsArticle", "headline": "Pier to close", "author": {"name": }, }',
])
def test_an_article_is_found_in_json_ld_of_all_kinds(script: str) -> None:
    assert linked(script)["headline"] == "Pier to close"


@pytest.mark.parametrize("script", ["", "null", "1", '"text"', "[[[]]]", '{"@type": {}}', '{"@type": "WebPage", "headline": "Pier"}', "{"])
def test_json_ld_without_an_article_gives_nothing(script: str) -> None:
    assert linked(script) == {}


def read(head: str, address: str | None = ADDRESS) -> metadata.Metadata:
    return metadata.read(parse(f"<html><head>{head}</head><body><p>x</p></body></html>", "the page"), address)


@pytest.mark.parametrize(("href", "url"), [
    ("https://eastmere.example/pier", "https://eastmere.example/pier"),
    ("/pier", "https://www.eastmere.example/pier"),
    ("https://other.example/pier", ADDRESS),
    ("http://[", ADDRESS),
    ("mailto:desk@eastmere.example", ADDRESS),
])
def test_canonical_address(href: str, url: str) -> None:
    assert read(f'<link rel="canonical" href="{href}">').url == url


def test_without_an_address_the_page_is_believed() -> None:
    assert read('<link rel="canonical" href="https://eastmere.example/pier">', None).url == "https://eastmere.example/pier"


@pytest.mark.parametrize(("head", "publisher"), [
    ('<meta property="og:site_name" content="The Eastmere Post">', "The Eastmere Post"),
    ('<meta property="og:site_name" content="https://www.eastmere.example">', "eastmere.example"),
    ('<meta property="og:site_name" content="News, sport, weather and more from all over the county, every day">', "eastmere.example"),
    ('<meta property="og:site_name" content="Home"><meta name="application-name" content="Eastmere Post">', "Eastmere Post"),
    ("", "eastmere.example"),
])
def test_publisher(head: str, publisher: str) -> None:
    assert read(head).publisher == publisher


def test_times_and_section_come_from_meta_where_json_ld_has_none() -> None:
    found = read(
        '<meta property="article:published_time" content="2025-03-04T08:15:00+01:00"><meta name="lastmod" content="2025-03-05T00:00:00Z">'
        '<meta property="article:section" content="Harbour">'
    )
    assert found.published is not None
    assert found.published.isoformat() == "2025-03-04T08:15:00+01:00"
    assert found.modified == datetime(2025, 3, 5, tzinfo=UTC)
    assert found.section == "Harbour"


@pytest.mark.parametrize(("title", "bare"), [
    ("Pier to close | The Eastmere Post", "Pier to close"),
    ("The Eastmere Post - Pier to close", "Pier to close"),
    ("Pier to close - for good - The Eastmere Post", "Pier to close - for good"),
    ("Pier to close - for good", "Pier to close - for good"),
    ("The Eastmere Post", "The Eastmere Post"),
])
def test_title_without_the_name_of_the_site(title: str, bare: str) -> None:
    assert without_publisher(title, "The Eastmere Post") == bare


@pytest.mark.parametrize(("body", "headline"), [
    ("<h1>The Eastmere Post</h1><h1>Old pier to close in May</h1>", "Old pier to close in May"),
    ("<h1>Pier will close, board decides</h1><h1>More from us</h1>", "Pier will close, board decides"),
    ("<h2>Most read</h2>", "Pier to close in May, says board"),
])
def test_headline_is_the_printed_one_that_the_metadata_mean(body: str, headline: str) -> None:
    tree = parse(
        "<title>Pier to close in May, says board - The Eastmere Post</title>"
        f'<meta property="og:site_name" content="The Eastmere Post"><body>{body}{TEXT}</body>', "the page",
    )
    assert headline_of(flatten(tree), metadata.read(tree, ADDRESS)) == headline


@pytest.mark.parametrize(("figure", "image"), [
    ('<figure><img src="/pier.jpg" alt="A pier"><figcaption>The pier. Photo: Jo Ray</figcaption></figure>',
     Image("https://www.eastmere.example/pier.jpg", "A pier", "The pier.", "Jo Ray")),
    ('<figure><img src="data:image/gif;base64,AA" data-src="/pier.jpg"><figcaption>The pier <span class="credit">(AP Photo/Jo Ray)</span>'
     "</figcaption></figure>", Image("https://www.eastmere.example/pier.jpg", "", "The pier", "AP Photo/Jo Ray")),
    ('<meta property="og:image" content="//cdn.example/pier-1200x630.jpg"><figure><img src="/other.jpg"><figcaption>Another</figcaption>'
     '</figure><figure><img src="/pier-640x480.jpg"><figcaption>The pier</figcaption></figure>',
     Image("https://cdn.example/pier-1200x630.jpg", "", "The pier", "")),
    ('<meta property="og:image" content="/site-logo.png">', None),
    ("", None),
])
def test_lead_image(figure: str, image: Image | None) -> None:
    tree = parse(figure + TEXT, "the page")
    assert lead_image(tree, metadata.read(tree, ADDRESS)) == image


def test_what_is_printed_around_the_headline() -> None:
    flat = flatten(parse(
        "<div>Analysis</div><h1>Pier to close</h1><div class='byline'>By Ines Calder | March 4, 2025</div>"
        f"<p>Updated: 4 March 2025, 10:30</p>{TEXT}", "the page",
    ))
    kept = choose(flat, "Pier to close")
    assert kicker_of(flat, "Pier to close") == "Analysis"
    assert byline_of(flat, kept, ()) == ("By Ines Calder",)
    assert time_of(flat, kept, FETCHED) == datetime(2025, 3, 4, 10, 30, tzinfo=UTC)
