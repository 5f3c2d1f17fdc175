"""What a publisher's host has beside feeds: pages of articles, whole or behind a wall, a front page, a news sitemap, robots.txt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tests.press import texts
from tests.press.feeds import Channel, Entry
from tests.press.plan import Piece

PAGE_WORDS = 320
"""Words of an article on its own page."""

SUMMARY_WORDS = 20
"""Words of an article in a feed that gives summaries: its page opens with them, as most do."""


@dataclass(frozen=True, slots=True)
class Site:
    """How a host shows its pages. `wall`: "" for none, "paywall" or "consent"."""

    robots: str = ""
    wall: str = ""


def article(title: str, piece: Piece, site: Site) -> str:
    """The page of an article."""
    opening, *rest = texts.paragraphs(f"{piece.name} page", PAGE_WORDS)
    told = [" ".join([*texts.sentences(piece.name, SUMMARY_WORDS), opening]), *rest]
    head = texts.headline(piece.name)
    if site.wall == "consent":
        return (f"<html><head><title>Before you continue to {escape(title)}</title></head><body><main><h1>We value your privacy</h1>"
                "<p>We and our 812 partners store and access information on your device, such as cookies, to process personal data.</p>"
                "<form><button>Accept all</button><button>Reject all</button><button>Manage options</button></form></main></body></html>")
    body = "".join(f"<p>{escape(part)}</p>\n" for part in (told[:1] if site.wall else told))
    free, wall = "", ""
    if site.wall:
        free = ('<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "'
                + head + '", "isAccessibleForFree": false}</script>')
        wall = ('<div class="paywall"><h2>Subscribe to continue reading</h2><p>This article is for subscribers only. '
                '<a href="/subscribe">Subscribe now</a> or <a href="/login">log in</a>.</p></div>')
    return (
        f'<html lang="en"><head><title>{escape(head)} - {escape(title)}</title>{free}<meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{piece.at.isoformat()}"></head>'
        f'<body><nav><a href="/">Home</a> <a href="/about">About us</a></nav><main><article><h1>{escape(head)}</h1>\n{body}</article>{wall}'
        "</main><footer><p>All rights reserved.</p></footer></body></html>"
    )


def front(channel: Channel, entries: Sequence[Entry]) -> str:
    """A front page without a feed: the pieces' headlines as links, among links to other things."""
    lines = "".join(f'<article><h2><a href="{escape(entry.link)}">{escape(entry.title)}</a></h2></article>\n' for entry in entries)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{escape(channel.title)}</title></head><body>'
        '<nav><a href="/">Home</a> <a href="/about">About us</a> <a href="/contact">Contact</a> <a href="/login">Sign in</a></nav>'
        f'<main><h1>{escape(channel.title)}</h1>\n{lines}</main><footer><a href="/privacy">Privacy policy</a></footer></body></html>'
    )


def sitemap(channel: Channel, entries: Sequence[Entry]) -> str:
    """A news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)."""
    lines = "".join(
        f"<url><loc>{escape(entry.link)}</loc><news:news><news:publication><news:name>{escape(channel.title)}</news:name>"
        f"<news:language>en</news:language></news:publication><news:publication_date>{entry.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(entry.title)}</news:title></news:news></url>\n"
        for entry in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{lines}</urlset>\n'
    )
