"""Feeds that the paper gives (Atom, RFC 4287), and the keys in their addresses."""

from __future__ import annotations

import re
from typing import IO, Any
from xml.sax.xmlreader import AttributesImpl

from django.http import HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

KEY = 40
"""Characters of a key, four bits each."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Writer(SimplerXMLGenerator):
    """Says of titles and summaries that they are HTML, and escapes their text: also a reader of feeds that guesses shows it as text."""

    def addQuickElement(self, name: str, contents: str | None = None, attrs: dict[str, Any] | None = None) -> None:  # noqa: N802
        if name in ("title", "summary"):
            contents, attrs = escape(contents or ""), {"type": "html"}
        super().addQuickElement(name, contents, attrs)


class AtomFeed(Atom1Feed):
    """A feed whose titles and summaries are texts, whatever stands in them; each is to be `clean`."""

    def write(self, outfile: IO[Any], encoding: str) -> None:
        """Write it."""
        handler = _Writer(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", AttributesImpl(self.root_attributes()))
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")


def written(feed: AtomFeed) -> HttpResponse:
    """The feed as an answer."""
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def clean(text: str) -> str:
    """A text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def feed_key(of: str, pk: int, turn: int) -> str:
    """The key of a feed, hexadecimal digits: for readers of feeds elsewhere, which cannot sign in.

    It is made of the library's own secret, so that nobody finds it in a copy of the database, of what the feed is of, and of how often
    another key was given out.
    """
    return salted_hmac(of, f"{pk}.{turn}", algorithm="sha256").hexdigest()[:KEY]
