"""Adding a source: what a person types is looked at, what was found is shown where there is a choice, and then it is kept."""

from __future__ import annotations

import asyncio
from concurrent.futures import wait
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from octavo.errors import InputError, OctavoError
from octavo.fetching.answers import Credentials
from octavo.fetching.opml import Outline
from octavo.messages import Message
from octavo.messages import message as _
from octavo.site.desk.adding.discovering import Found, discover
from octavo.site.desk.adding.looking import door_beside_workers
from octavo.site.desk.adding.sources import Added, add_outlines, add_source, listed, listed_at
from octavo.site.desk.adding.starters import Starter
from octavo.site.desk.adding.starters import starters as all_starters
from octavo.site.messages import error_in_words, in_words
from octavo.site.paper.notes import done
from octavo.site.paper.owner import is_owner, owner_only
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.sources import shelf
from octavo.site.paper.sources.exchange import taken
from octavo.site.paper.sources.forms import Add, Secrets
from octavo.site.paper.sources.frame import sources_page
from octavo.site.paper.sources.looking import Looks, Note, Noted

PATIENCE = 60.0
"""Seconds that a look may take; each request has its own limits besides."""
AT_ONCE = 1.0
"""Seconds after which a person is shown a page that says how far the look is."""
ASKED = 12
"""Addresses that it names, those that were asked last."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a look, all of it done: a source and what is told of it, sources of a list, a choice, or why there is nothing."""

    form: Add
    source: int = 0
    told: str = ""
    added: Added | None = None
    choice: Found | None = None
    trouble: OctavoError | None = None


LOOKS: Looks[Came] = Looks()


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form for an address, and the list to begin with."""
    if request.method == "POST":
        return _look(request)
    return _page(request, Add())


@require_POST
@owner_only
def starters(request: HttpRequest) -> HttpResponse:
    """Add those of the list that are ticked, each in a folder of its region."""
    ticked = set(request.POST.getlist("feed"))
    chosen = [each for each in all_starters() if each.feed in ticked]
    if not chosen:
        return _page(request, Add(), 400, unticked=True)
    return taken(add_outlines(Outline(each.feed, each.title, each.home, (in_words(each.region),)) for each in chosen))


@owner_only
def _look(request: HttpRequest) -> HttpResponse:
    form = Add(request.POST)
    if not form.is_valid():
        return _page(request, form, 400)
    address = form.cleaned_data["address"]
    if known := listed_at(address):
        return done("known", "source", known.pk)
    try:
        key, begun = LOOKS.begin(reader_of(request).pk, address, partial(_come, form))
    except OctavoError as error:
        return _told(request, Came(form, trouble=error), 400)
    if wait([begun.outcome], AT_ONCE).done:
        return _told(request, begun.outcome.result(), 400)
    return HttpResponseRedirect(reverse("looking", args=[key]))


@require_safe
@owner_only
def looking(request: HttpRequest, key: str) -> HttpResponse:
    """How far a look is; what came of it as soon as it is done."""
    begun = LOOKS.of(key, reader_of(request).pk)
    if begun is None:
        return done("look-lost", "add-source")
    if begun.outcome.done():
        return _told(request, begun.outcome.result())
    return sources_page(request, "looking.html", {"typed": begun.typed, "asked": begun.asked[-ASKED:], "patience": round(PATIENCE)})


def _come(form: Add, note: Note) -> Came:
    """Look, and add what is found, whether anybody still waits for it or not; what is to be chosen waits for a person."""
    address, folder, full_text, chosen = (form.cleaned_data[name] for name in ("address", "folder", "full_text", "chosen"))
    try:
        found = look(address, form.credentials, note)
        if found.kind == "list":
            return Came(form, added=add_outlines(found.outlines, folder, full_text))
        if found.others and not chosen:
            return Came(form, choice=found)
        source, new = add_source(found, folder, full_text)
    except OctavoError as error:
        return Came(form, trouble=error)
    return Came(form, source=source.pk, told="added" if new else "credentials" if found.credentials else "known")


def _told(request: HttpRequest, came: Came, status: int = 200) -> HttpResponse:
    """What came of a look. `status`: that of a page that says why nothing did."""
    if came.source:
        return done(came.told, "source", came.source)
    if came.added:
        return taken(came.added)
    if came.choice:
        return _choice(request, came.form, came.choice)
    if came.trouble and "address" not in came.form.errors:
        came.form.add_error("address", error_in_words(came.trouble))
    return _page(request, came.form, status)


def look(address: str, credentials: Credentials | None, note: Note) -> Found:
    """What lies at an address, asked from a thread; each address that is asked is noted. Raises OctavoError."""

    async def looking() -> Found:
        async with asyncio.timeout(PATIENCE), door_beside_workers() as door:
            return await discover(Noted(door, note), address, credentials)

    try:
        return asyncio.run(looking())
    except TimeoutError:
        advice = _("Try again later, or give the address of its feed")
        raise InputError(_("The address"), _("looking took longer than %(most)s seconds", most=round(PATIENCE)), advice) from None


def _choice(request: HttpRequest, form: Add, found: Found) -> HttpResponse:
    """What the page names, the best first. Credentials are asked for once more: they are never written into a page."""
    form.forget()
    offered = [(found.address, found.title, found.articles), *((other.url, other.title, None) for other in found.others)]
    return sources_page(request, "choose.html", {
        "form": form, "offered": offered, "secret": bool(form.credentials or found.credentials), "empty": Secrets(),
    })


def _page(request: HttpRequest, form: Add, status: int = 200, **context: Any) -> HttpResponse:
    if form.is_bound:
        form.forget()
    owner = is_owner(request)
    return sources_page(request, "add.html", {
        "form": form,
        "folders": shelf.folders() if owner else [],
        "regions": _regions() if owner else [],
        **context,
    }, status)


def _regions() -> list[tuple[Message, list[tuple[Starter, bool]]]]:
    """Region -> its feeds, and whether each is a source already; those of a section stand together."""
    feeds = [each.feed for each in all_starters()]
    there = set(listed().filter(address__in=feeds).values_list("address", flat=True))
    return [
        (region, sorted(((each, each.feed in there) for each in group), key=lambda pair: pair[0].section))
        for region, group in groupby(all_starters(), key=lambda each: each.region)
    ]
