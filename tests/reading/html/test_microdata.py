"""Microdata: what belongs to the page's article, and only that."""

from octavo.markup import parse
from octavo.reading.html import microdata
from octavo.reading.html.metadata import read

ARTICLE = """<div itemscope itemtype="https://schema.org/NewsArticle">
<meta itemprop="articleSection" content="Harbour"><h1 itemprop="headline">Ferry sinks</h1>
<span itemprop="author" itemscope itemtype="https://schema.org/Person">By <span itemprop="name">Mara Quill</span></span>
<span itemprop="author">Tom Ash</span>
<time itemprop="datePublished" datetime="2025-05-02T10:00:00+02:00">2 May</time>
<meta itemprop="dateModified" content="2025-05-02T11:00:00+02:00">
<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="The Pilot"></span>
<div itemprop="articleBody"><p>It sank.</p></div></div>"""
CARD = """<div itemscope itemtype="https://schema.org/Article"><b itemprop="author">Jo Roe</b>
<i itemprop="articleSection">Sport</i></div>"""


def test_an_article_says_who_when_and_where() -> None:
    found = read(parse(ARTICLE, "a page"), "https://eastmere.example/a")
    assert (found.publisher, found.byline, found.section) == ("The Pilot", ("Mara Quill", "Tom Ash"), "Harbour")
    assert found.published
    assert found.modified
    assert (found.published.isoformat(), found.modified.isoformat()) == ("2025-05-02T10:00:00+02:00", "2025-05-02T11:00:00+02:00")


def test_cards_of_other_articles_do_not_count() -> None:
    found = read(parse(CARD + ARTICLE + CARD, "a page"), "https://eastmere.example/a")
    assert (found.byline, found.section) == (("Mara Quill", "Tom Ash"), "Harbour")
    assert microdata.article(parse(CARD + CARD, "a page")) == {}


def test_json_ld_goes_before_microdata() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry sinks", "author": "Ida Fell"}</script>'
    found = read(parse(script + ARTICLE, "a page"), "https://eastmere.example/a")
    assert (found.byline, found.section) == (("Ida Fell",), "Harbour")


def test_properties_outside_an_item_and_endless_texts_are_nothing() -> None:
    assert microdata.article(parse('<b itemprop="author">Jo Roe</b>', "a page")) == {}
    long = f'<div itemscope itemtype="https://schema.org/Article"><b itemprop="author">{"Jo " * 10_000}</b></div>'
    assert microdata.article(parse(long, "a page")) == {}
