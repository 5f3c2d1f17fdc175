"""What a search that a reader keeps finds, as a feed: the newest stories, each an entry that leads to the line that matches."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from octavo.site.library.searching.asked import asked
from octavo.site.library.searching.finding import find
from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.atom import AtomFeed, clean, feed_key, written
from octavo.site.paper.searching.page import part_of
from octavo.site.paper.searching.results import Result
from octavo.site.paper.shelf import now_for
from octavo.site.readers.muting.keeping import rules_of
from octavo.site.readers.searches.models import SavedSearch


@require_safe
@login_not_required
def keyed_feed(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The feed, for whoever has its key: without what its reader mutes."""
    search = SavedSearch.objects.select_related("reader").filter(pk=pk, removed=None, reader__is_active=True).first()
    if search is None or not constant_time_compare(key, key_of(search)):
        raise Http404
    specimen = specimen_shown()
    query = asked(search.query, now_for(specimen, search.reader.time_zone))
    request.reader_rules = rules_of(search.reader_id)  # type: ignore[attr-defined]
    shown = part_of(request, find(query, specimen), query, specimen).shown
    here = request.build_absolute_uri(reverse("search-results", args=[search.pk]))
    title = clean(_("%(name)s in Octavo") % {"name": search.name})
    made = AtomFeed(title, here, "", feed_url=request.build_absolute_uri(), language="en")
    for result in shown:
        row = result.row
        made.add_item(
            title=clean(_text(result.headline)), description=clean(_told(result)), pubdate=row.ranked, updateddate=row.ranked,
            link=request.build_absolute_uri(result.place or reverse("article", args=[row.pk])),
            unique_id=uuid5(NAMESPACE_URL, f"octavo:search:{search.pk}:{row.pk}").urn,
        )
    return written(made)


def key_of(search: SavedSearch) -> str:
    """The key of its feed: see `feed_key`."""
    return feed_key("octavo.search-feed", search.pk, search.feed_turn)


def _told(result: Result) -> str:
    said = " ".join(f"{each.name} {each.deed}: {each.words}" for each in result.said)
    paper = result.row.paper
    return " ".join(filter(None, (said or _text(result.line), f"— {paper}" if paper else "")))


def _text(pieces: list[tuple[str, bool]]) -> str:
    return "".join(words for words, _ in pieces)
