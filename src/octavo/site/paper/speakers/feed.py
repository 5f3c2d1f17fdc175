"""What a speaker says as a feed (Atom, RFC 4287): the newest statements, each an entry that leads to its sentence."""

from __future__ import annotations

import re
from typing import IO, Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.xmlreader import AttributesImpl

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from octavo.site.library.models import Speaker
from octavo.site.paper.speakers import shelf
from octavo.site.paper.speakers.frame import found
from octavo.site.paper.speakers.keys import fits
from octavo.site.paper.speakers.timeline import Row
from octavo.site.paper.words import shown_name, standfirst

NEWEST = 50
TITLE = 160

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Writer(SimplerXMLGenerator):
    """Says of titles and summaries that they are HTML, and escapes their text: also a reader of feeds that guesses shows it as text."""

    def addQuickElement(self, name: str, contents: str | None = None, attrs: dict[str, Any] | None = None) -> None:  # noqa: N802
        if name in ("title", "summary"):
            contents, attrs = escape(contents or ""), {"type": "html"}
        super().addQuickElement(name, contents, attrs)


class _Feed(Atom1Feed):
    def write(self, outfile: IO[Any], encoding: str) -> None:
        handler = _Writer(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", AttributesImpl(self.root_attributes()))
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")


@require_safe
def feed(request: HttpRequest, pk: int) -> HttpResponse:
    """The feed of a speaker."""
    shown = found(pk)
    if shown.merged_into:
        return HttpResponseRedirect(reverse("speaker-feed", args=[shown.merged_into.pk]))
    return _feed(request, shown)


@require_safe
@login_not_required
def keyed_feed(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The feed of a speaker for whoever has its key. That of one who is merged has all that stands on the page of both."""
    shown = found(pk)
    if not fits(shown, key):
        raise Http404
    return _feed(request, shown.merged_into or shown)


def _feed(request: HttpRequest, shown: Speaker) -> HttpResponse:
    here = request.build_absolute_uri(reverse("speaker", args=[shown.pk]))
    made = _Feed(_clean(f"{shown_name(shown.name)} in Octavo"), here, "", feed_url=request.build_absolute_uri(), language="en")
    rows = shelf.rows(shelf.statements(shelf.bearing(shown)), 0, NEWEST)
    ordinals = shelf.ordinals({row.article for row in rows})
    for row in rows:
        made.add_item(
            title=_clean(f"{row.said.deed}: {standfirst(row.words, TITLE)}"),
            link=request.build_absolute_uri(f"{reverse('article', args=[row.article])}#said-{row.number}"),
            description=_clean(_told(row)),
            pubdate=row.ranked, updateddate=row.ranked,
            # A statement is the same when its article is analysed again and its number is another.
            unique_id=uuid5(NAMESPACE_URL, f"octavo:{row.article}.{ordinals[row.article, row.number]}:{row.words}").urn,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _told(row: Row) -> str:
    where = row.publisher or row.agency
    occasion = row.said.occasion
    parts = (row.words, f"({occasion})" if occasion else "", f"— {where}: {row.headline}" if where else f"— {row.headline}")
    return " ".join(filter(None, parts))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
