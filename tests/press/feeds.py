"""The forms that a feed is written in: RSS 2.0, Atom 1.0, RDF (RSS 1.0) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape

CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "json": "application/feed+json",
    "front": "text/html; charset=utf-8",
    "sitemap": "application/xml; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its address as the feed writes it, its identifier, and what it says. `html` is the full text, "" for none."""

    link: str
    guid: str
    title: str
    summary: str
    published: datetime
    updated: datetime | None = None
    html: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself. `hints` is markup that tells how often to ask (RSS and RDF)."""

    title: str
    home: str
    hints: str = ""


def _rss(channel: Channel, entries: Sequence[Entry]) -> str:
    items = "".join(
        f"<item><title>{escape(entry.title)}</title><link>{escape(entry.link)}</link>"
        f'<guid isPermaLink="false">{escape(entry.guid)}</guid><pubDate>{format_datetime(entry.published)}</pubDate>'
        f"<description>{escape(entry.summary)}</description>"
        + (f"<content:encoded>{escape(entry.html)}</content:encoded>" if entry.html else "")
        + "</item>\n"
        for entry in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>'
        f"<title>{escape(channel.title)}</title><link>{escape(channel.home)}</link><description>News</description>"
        f"<language>en</language>{channel.hints}\n{items}</channel></rss>\n"
    )


def _atom(channel: Channel, entries: Sequence[Entry]) -> str:
    updated = max((entry.updated or entry.published for entry in entries), default=None)
    items = "".join(
        f"<entry><title>{escape(entry.title)}</title><link href={_quoted(entry.link)}/><id>{escape(entry.guid)}</id>"
        f"<published>{entry.published.isoformat()}</published><updated>{(entry.updated or entry.published).isoformat()}</updated>"
        f"<summary>{escape(entry.summary)}</summary>"
        + (f'<content type="html">{escape(entry.html)}</content>' if entry.html else "")
        + "</entry>\n"
        for entry in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
        f"<title>{escape(channel.title)}</title><link href={_quoted(channel.home)}/><id>{escape(channel.home)}</id>"
        f"<updated>{updated.isoformat() if updated else '2031-01-01T00:00:00+00:00'}</updated>\n{items}</feed>\n"
    )


def _rdf(channel: Channel, entries: Sequence[Entry]) -> str:
    listed = "".join(f"<rdf:li rdf:resource={_quoted(entry.link)}/>" for entry in entries)
    items = "".join(
        f"<item rdf:about={_quoted(entry.link)}><title>{escape(entry.title)}</title><link>{escape(entry.link)}</link>"
        f"<dc:date>{entry.published.isoformat()}</dc:date><description>{escape(entry.html or entry.summary)}</description></item>\n"
        for entry in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel rdf:about={_quoted(channel.home)}>'
        f"<title>{escape(channel.title)}</title><link>{escape(channel.home)}</link><description>News</description>{channel.hints}"
        f"<items><rdf:Seq>{listed}</rdf:Seq></items></channel>\n{items}</rdf:RDF>\n"
    )


def _json(channel: Channel, entries: Sequence[Entry]) -> str:
    items = [
        {"id": entry.guid, "url": entry.link, "title": entry.title, "summary": entry.summary,
         "date_published": entry.published.isoformat(), **({"content_html": entry.html} if entry.html else {"content_text": entry.summary})}
        for entry in entries
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": channel.title, "home_page_url": channel.home,
                       "language": "en", "items": items})


def _quoted(text: str) -> str:
    return f'"{escape(text, quote=True)}"'


FORMS: dict[str, Callable[[Channel, Sequence[Entry]], str]] = {"rss": _rss, "atom": _atom, "rdf": _rdf, "json": _json}
