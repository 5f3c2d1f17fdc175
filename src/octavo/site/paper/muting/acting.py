"""What a reader does with mutes and follows: one form puts one in, one takes it out, one undoes what was done last."""

from __future__ import annotations

from django.db.models import BigAutoField
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from octavo.site.library.writing import writing
from octavo.site.messages import error_in_words
from octavo.site.paper.muting.asked import asked_of, now_of
from octavo.site.paper.muting.deeds import Deed, back, deed_of
from octavo.site.paper.muting.settings import with_mistake
from octavo.site.paper.reading.telling import reader_of
from octavo.site.readers.muting.keeping import TooMany, put, take
from octavo.site.readers.muting.rules import MOST
from octavo.site.readers.refusing import Refused


@require_POST
def put_rule(request: HttpRequest) -> HttpResponse:
    """Mute or follow something, from whatever page; where that cannot be, the page of settings says why and has what was written."""
    reader = reader_of(request)
    try:
        wish = asked_of(request.POST, now_of(request))
        numbers, before = put(reader, [wish], timezone.now())
    except Refused as refused:
        return with_mistake(request, error_in_words(refused))
    except TooMany:
        return with_mistake(request, too_many())
    return back(request, Deed(wish.effect, wish.kind, wish.value, () if before else tuple(numbers), tuple(before)))


@require_POST
def take_rule(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a rule of the reader's; another's is 404."""
    taken = take(reader_of(request), [pk]) if pk <= BigAutoField.MAX_BIGINT else []
    if not taken:
        raise Http404
    return back(request, Deed("remove", taken[0].kind, taken[0].value, put=tuple(taken)))


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Undo what was done last. A token that is forged, another reader's or a day old undoes nothing, and the page says so."""
    reader = reader_of(request)
    deed = deed_of(request, request.POST.get("deed", ""))
    if deed is None:
        return with_mistake(request, _("That cannot be undone any more: it is more than a day old, or was not done by you."))
    try:
        with writing():  # whole, or not at all
            take(reader, deed.take)
            if deed.put:
                put(reader, deed.put, timezone.now())
    except TooMany:
        return with_mistake(request, too_many())
    return back(request, Deed("undo", deed.kind, deed.value), request.POST.get("next", "") or reverse("settings-mutes"))


def too_many() -> str:
    """Why nothing was put in, where a reader has as many rules as one may have."""
    return _("You have %(most)s mutes and follows, and more are not kept. Remove some first.") % {"most": MOST}
