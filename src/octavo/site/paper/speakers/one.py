"""One speaker: all that was said under the name, by day, with filters and search."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from octavo.site.paper.deeds import deed, hues, initials
from octavo.site.paper.pictures.over_time import over_time
from octavo.site.paper.speakers import shelf
from octavo.site.paper.speakers.frame import found, speakers_page
from octavo.site.paper.speakers.keys import key_of
from octavo.site.paper.speakers.listing import line_of
from octavo.site.paper.speakers.timeline import days
from octavo.site.paper.speakers.wishes import wish_of

ON_A_PAGE = 50


@require_safe
def speaker(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a speaker; one that is merged into another has that one's."""
    shown = found(pk)
    if shown.merged_into:
        return HttpResponseRedirect(reverse("speaker", args=[shown.merged_into.pk]))
    bearing, wish = shelf.bearing(shown), wish_of(request.GET)
    said = shelf.statements(bearing, wish)
    page = Paginator(said, ON_A_PAGE).get_page(request.GET.get("page"))
    facts = shelf.facts(bearing)
    return speakers_page(request, "one.html", shown.specimen, {
        "speaker": shown,
        "initials": initials(shown.name, shown.kind),
        "hue": hues([shown.name])[0],
        "keyed": request.build_absolute_uri(reverse("speaker-feed-keyed", args=[shown.pk, key_of(shown)])),
        "merged": [(each, line_of(each).role) for each in bearing[1:]],
        "facts": facts,
        "picture": over_time(shelf.said_on_days(bearing)),
        "counted": shelf.COUNTED if facts.statements > shelf.COUNTED else 0,
        "acts": [(act, deed(act, negated=False), number, act == wish.act) for act, number in facts.acts],
        "publishers": [(number, name, many, number == wish.publisher) for number, name, many in facts.publishers],
        "wish": wish,
        "page": page,
        "days": days(shelf.rows(said, page.start_index() - 1 if page.paginator.count else 0, page.end_index())),
    })
