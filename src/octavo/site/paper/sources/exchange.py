"""Lists of sources in and out, as OPML; files that are given for import."""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from octavo.errors import InputError
from octavo.fetching.opml import opml_of, outlines_of
from octavo.messages import message as _
from octavo.site.desk.adding.sources import Added, add_outlines, outlines
from octavo.site.desk.jobs.queue import enqueue_import
from octavo.site.library.incoming import incoming
from octavo.site.library.rows import storable
from octavo.site.messages import error_in_words
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.sources.forms import Given, Outlines
from octavo.site.paper.sources.listing import listing_page


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
        return listing_page(request, 400, outlines=form)
    try:
        found = outlines_of(form.cleaned_data["file"].read(), _("the file"))
    except InputError as error:
        form.add_error("file", error_in_words(error))
        return listing_page(request, 400, outlines=form)
    return taken(add_outlines(found))


@require_POST
@owner_only
def give(request: HttpRequest) -> HttpResponse:
    """Put a file into the queue of imports."""
    form = Given(request.POST, request.FILES)
    if not form.is_valid():
        return listing_page(request, 400, given=form)
    file = form.cleaned_data["file"]
    # A name of our own: what the browser says is only what it is called.
    path = incoming() / secrets.token_hex(16)
    try:
        with path.open("xb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
        enqueue_import(path, storable(file.name))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return done("given", "sources")


def taken(added: Added) -> HttpResponse:
    """To the page of sources, which says what became of a list."""
    return done("list", "sources", new=added.added, known=added.there, refused=len(added.unusable))
