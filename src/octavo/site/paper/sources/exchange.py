"""Lists of sources in and out, as OPML."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from octavo.errors import InputError
from octavo.fetching.opml import opml_of, outlines_of
from octavo.site.desk.adding import Added, add_outlines, outlines
from octavo.site.paper.sources.forms import Outlines
from octavo.site.paper.sources.listing import listing_page
from octavo.site.paper.sources.notes import done
from octavo.site.paper.sources.owner import owner_only


@require_safe
@owner_only
def opml(_request: HttpRequest) -> HttpResponse:
    """The owner's sources as a file; some addresses hold a reader's own key, so it is for nobody else."""
    return HttpResponse(opml_of(outlines(), "Octavo", timezone.now()), content_type="text/x-opml; charset=utf-8", headers={
        "Content-Disposition": 'attachment; filename="octavo.opml"',
    })


@require_POST
@owner_only
def take_opml(request: HttpRequest) -> HttpResponse:
    """Add the sources of a list."""
    form = Outlines(request.POST, request.FILES)
    if not form.is_valid():
        return listing_page(request, form, 400)
    try:
        found = outlines_of(form.cleaned_data["file"].read(), "the file")
    except InputError as error:
        form.add_error("file", str(error))
        return listing_page(request, form, 400)
    return taken(add_outlines(found))


def taken(added: Added) -> HttpResponse:
    """To the page of sources, which says what became of a list."""
    return done("list", "sources", new=added.added, known=added.there, refused=len(added.unusable))
