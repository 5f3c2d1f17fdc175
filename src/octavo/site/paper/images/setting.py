"""The owner's page of settings about pictures: where they stand, and what they may take of the disk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from octavo.site.library.paper_settings import set_settings, settings_of
from octavo.site.paper.images.choices import LEAST_MEGABYTES, MOST_MEGABYTES, ROOM, Pictures
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.settings.frame import settings_page
from octavo.site.paper.sources.forms import Plain


class Wanted(Plain):
    """Where pictures stand, and how much of the disk they may take."""

    on_articles = forms.BooleanField(label=_("A picture on each article"), required=False)
    on_the_lead = forms.BooleanField(label=_("A picture on the story that leads the front page"), required=False)
    megabytes = forms.IntegerField(
        label=_("What they may take of the disk, in megabytes"), min_value=LEAST_MEGABYTES, max_value=MOST_MEGABYTES,
        help_text=_("Those that were not looked at for longest go first; they are fetched again when somebody looks."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def settings(request: HttpRequest) -> HttpResponse:
    """The page; a POST keeps what is set."""
    if request.method != "POST":
        kept = settings_of(ROOM, Pictures)
        shown = {"on_articles": kept.on_articles, "on_the_lead": kept.on_the_lead, "megabytes": kept.megabytes}
        return _page(request, Wanted(initial=shown))
    form = Wanted(request.POST)
    if not form.is_valid():
        return _page(request, form, 400)
    told: dict[str, Any] = form.cleaned_data
    set_settings(ROOM, Pictures(on_articles=told["on_articles"], on_the_lead=told["on_the_lead"], megabytes=told["megabytes"]))
    return done("saved", "settings-pictures")


def _page(request: HttpRequest, form: Wanted, status: int = 200) -> HttpResponse:
    return settings_page(request, "settings-pictures", "paper/images/settings.html", {"form": form}, status)
