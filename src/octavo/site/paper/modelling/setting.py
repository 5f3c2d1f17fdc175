"""The owner's page of settings about the language model: which one there is, what it cost today, who may ask it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from octavo.errors import OctavoError
from octavo.fetching.model_address import model_of_environment
from octavo.site.library.model_answers import spent_on
from octavo.site.library.paper_settings import set_settings, settings_of
from octavo.site.messages import as_met
from octavo.site.paper.modelling.who import ROOM, ModelSettings
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.settings.frame import settings_page


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def settings(request: HttpRequest) -> HttpResponse:
    """The page; a POST keeps what is ticked."""
    if request.method == "POST":
        set_settings(ROOM, ModelSettings(for_readers=request.POST.get("for_readers") == "on"))
        return done("saved", "settings-model")
    try:
        at, trouble = model_of_environment(), ""
    except OctavoError as error:
        at, trouble = None, as_met(str(error))
    return settings_page(request, "settings-model", "paper/modelling/settings.html", {
        "at": at,
        "trouble": trouble,
        "spent": spent_on(timezone.now().date()),
        "set": settings_of(ROOM, ModelSettings),
    })
