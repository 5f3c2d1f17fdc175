"""What a speaker says as a feed (Atom, RFC 4287): the newest statements, each an entry that leads to its sentence."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from octavo.site.library.models import Speaker
from octavo.site.paper.atom import AtomFeed, clean, written
from octavo.site.paper.speakers import shelf
from octavo.site.paper.speakers.frame import found
from octavo.site.paper.speakers.keys import fits
from octavo.site.paper.speakers.timeline import Row
from octavo.site.paper.words import shown_name, standfirst

NEWEST = 50
TITLE = 160


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
    title = gettext("%(name)s in Octavo") % {"name": shown_name(shown.name)}
    made = AtomFeed(clean(title), here, "", feed_url=request.build_absolute_uri(), language="en")
    rows = shelf.rows(shelf.statements(shelf.bearing(shown)), 0, NEWEST)
    ordinals = shelf.ordinals({row.article for row in rows})
    for row in rows:
        made.add_item(
            title=clean(f"{row.said.deed}: {standfirst(row.words, TITLE)}"),
            link=request.build_absolute_uri(f"{reverse('article', args=[row.article])}#said-{row.number}"),
            description=clean(_told(row)),
            pubdate=row.ranked, updateddate=row.ranked,
            # A statement is the same when its article is analysed again and its number is another.
            unique_id=uuid5(NAMESPACE_URL, f"octavo:{row.article}.{ordinals[row.article, row.number]}:{row.words}").urn,
        )
    return written(made)


def _told(row: Row) -> str:
    where = row.publisher or row.agency
    occasion = row.said.occasion
    parts = (row.words, f"({occasion})" if occasion else "", f"— {where}: {row.headline}" if where else f"— {row.headline}")
    return " ".join(filter(None, parts))
