"""The owner's page of settings about how long things stay: shown, what it would come to shown first, then kept."""

from __future__ import annotations

from dataclasses import asdict

from django import forms
from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from octavo.site.library.keeping.plan import LONGEST, ROOM, Keeping, fewer
from octavo.site.library.keeping.preview import Preview, held, over, preview
from octavo.site.library.keeping.room import free, in_words, library_size
from octavo.site.library.paper_settings import set_settings, settings_of
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.settings.frame import settings_page
from octavo.site.paper.sources.forms import Plain

LEAST_MEGABYTES = 50
MOST_MEGABYTES = 10**8


class Wanted(Plain):
    """How long things stay; an empty field: for ever."""

    article_days = forms.IntegerField(
        label=_("Days that articles stay"), required=False, min_value=1, max_value=LONGEST,
        help_text=_("Counted from when they were published, or came in if that is later. Empty: for ever."))
    page_days = forms.IntegerField(
        label=_("Days that pages stay as they were fetched"), required=False, min_value=1, max_value=LONGEST,
        help_text=_("While they are there a better Octavo can read the articles anew. Empty: as long as articles."))
    most_mb = forms.IntegerField(
        label=_("Megabytes that the library may take"), required=False, min_value=LEAST_MEGABYTES, max_value=MOST_MEGABYTES,
        help_text=_("Beyond that the oldest pages go, then the oldest articles; the last seven days stay. Empty: as many as it needs."))

    def keeping(self) -> Keeping:
        """What is wanted, once it is valid."""
        return Keeping(**{name: value or 0 for name, value in self.cleaned_data.items()})


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def settings(request: HttpRequest) -> HttpResponse:
    """The page. A POST keeps what is set, but where something would go by it only after that was shown, and is meant (`sure`)."""
    kept = settings_of(ROOM, Keeping)
    if request.method != "POST":
        return _page(request, _form(kept))
    form = Wanted(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    wanted = form.keeping()
    if "sure" not in request.POST and fewer(wanted, kept) and (would := preview(wanted, timezone.now())):
        return _page(request, form, would=would, wanted=wanted)
    set_settings(ROOM, wanted)
    return done("keeping-saved" if wanted != Keeping() else "saved", "settings-keeping")


def _form(kept: Keeping) -> Wanted:
    return Wanted(initial={name: value or None for name, value in asdict(kept).items()})


def _page(
    request: HttpRequest, form: Wanted, *, would: Preview | None = None, wanted: Keeping | None = None, status: int = 200,
) -> HttpResponse:
    kept = settings_of(ROOM, Keeping)
    too_much = over(kept, timezone.now())
    return settings_page(request, "settings-keeping", "paper/keeping/settings.html", {
        "form": form,
        "held": held(),
        "takes": in_words(library_size()),
        "free": in_words(free(django_settings.DATA)),
        "too_much": too_much and {"takes": in_words(too_much.takes), "most": in_words(kept.most_mb * 10**6), "more": too_much.more},
        "would": would,
        "wanted": asdict(wanted) if wanted else {},
        "page_size": in_words(would.page_bytes) if would else "",
        "over": in_words(would.over) if would and would.over else "",
    }, status)
