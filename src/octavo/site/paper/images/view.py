"""An article's own picture, small, as the paper keeps it: whose address is known from the library alone."""

from __future__ import annotations

import hashlib
from concurrent.futures import TimeoutError as TooLong
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from octavo.addresses import web_address
from octavo.fetching.pictures import NOWHERE
from octavo.site.library.models import Article
from octavo.site.library.paper_settings import settings_of
from octavo.site.library.writing import explaining
from octavo.site.paper.images import getting
from octavo.site.paper.images.choices import ROOM, Pictures
from octavo.site.paper.images.shelf import Kept
from octavo.site.paper.images.showing import shelf
from octavo.site.paper.images.shrinking import WIDTHS

PATIENCE = 25.0
"""Seconds for which a browser waits for a picture that is on its way; the page is there long before."""
KEPT_BY_BROWSERS = 30 * 24 * 3600
"""Seconds. Another picture has another address."""
TOLD_AGAIN = 600
"""Seconds for which a browser does not ask for one that cannot be had."""


@require_safe
def picture(request: HttpRequest, pk: int, width: int) -> HttpResponse:
    """The picture of that article in that width, or the next one that there is. Two queries. It is fetched where it never was.

    Each request has a thread of its own, which waits; no other page does.
    """
    if width not in WIDTHS:
        raise Http404
    with explaining():
        wanted = settings_of(ROOM, Pictures)
        articles = Article.objects.select_related("page__source").only("image", "page__source__address")
        article = get_object_or_404(articles, pk=pk, specimen=False)
    url = web_address(str((article.image or {}).get("url") or ""))
    if not url or not wanted.any:
        return _none()
    try:
        kept = _kept(url, article, wanted, timezone.now())
    except (getting.Busy, TooLong):
        return _later()
    body = shelf().read(url, _nearest(kept, width)) if kept.widths else None
    return _answer(request, body) if body else _none()


def _kept(url: str, article: Article, wanted: Pictures, now: datetime) -> Kept:
    kept = shelf().known(url, now)
    if kept and (not kept.widths or all(shelf().has(url, each) for each in kept.widths)):
        return kept
    # What an article says of itself allows nothing; where it came from does.
    source = web_address(article.page.source.address) or NOWHERE
    return getting.getting.ask(url, source, shelf(), wanted.most_bytes).result(PATIENCE)


def _nearest(kept: Kept, width: int) -> int:
    return next((each for each in kept.widths if each >= width), kept.widths[-1])


def _answer(request: HttpRequest, body: bytes) -> HttpResponse:
    response = HttpResponse(body, content_type="image/webp", headers={
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Cache-Control": f"private, max-age={KEPT_BY_BROWSERS}",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": 'inline; filename="picture.webp"',
    })
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _none() -> HttpResponse:
    return HttpResponse("There is no picture.\n", status=404, content_type="text/plain; charset=utf-8", headers={
        "Cache-Control": f"private, max-age={TOLD_AGAIN}",
    })


def _later() -> HttpResponse:
    return HttpResponse("It is on its way: ask again.\n", status=503, content_type="text/plain; charset=utf-8", headers={
        "Cache-Control": "no-store", "Retry-After": "10",
    })
