"""The page of settings "comments": for each reader the way to their own, for the owner the rules, the moderators and who is silenced."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from octavo.site.library.paper_settings import set_settings
from octavo.site.paper.commenting.forms import Named, RulesForm
from octavo.site.paper.commenting.words import NOTES
from octavo.site.paper.owner import is_owner, owner_only
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.comments import moderating, standing
from octavo.site.readers.comments.cleaning import one_line
from octavo.site.readers.comments.models import Commenter
from octavo.site.readers.comments.names import name_of
from octavo.site.readers.comments.rules import ROOM
from octavo.site.readers.models import User


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """The page; only the owner may send its form."""
    if request.method == "POST":
        return _save(request)
    return _page(request)


@require_POST
@owner_only
def moderator(request: HttpRequest) -> HttpResponse:
    """Make a reader a moderator, by the name that they sign in with, or end it."""
    name = one_line(request.POST.get("name", "").replace("\x00", ""), 200)
    reader = User.objects.filter(username=name, is_active=True).first()
    if reader is None or reader.is_superuser:
        form = Named(request.POST)
        unknown = gettext("Nobody reads this paper by that name.")
        form.add_error("name", gettext("The owner decides about comments anyhow.") if reader else unknown)
        return _page(request, named=form, status=400)
    made = request.POST.get("end") != "1"
    standing.set_moderator(reader, made)
    return HttpResponseRedirect(f"{reverse('settings-comments')}?said={'moderator' if made else 'no-moderator'}")


@owner_only
def _save(request: HttpRequest) -> HttpResponse:
    form = RulesForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=400)
    set_settings(ROOM, form.rules)
    return HttpResponseRedirect(f"{reverse('settings-comments')}?said=saved")


def _page(request: HttpRequest, form: RulesForm | None = None, named: Named | None = None, status: int = 200) -> HttpResponse:
    rules = standing.rules_of_paper()
    owner = is_owner(request)
    now = timezone.now()
    noted = [(row, name_of(row.reader), bool(row.silenced and row.silenced > now)) for row in standing.noted(now)] if owner else []
    return settings_page(request, "settings-comments", "paper/commenting/settings.html", {
        "on": standing.comments_on(),
        "mode": rules.mode,
        "form": form or RulesForm(initial=asdict(rules)),
        "named": named or Named(),
        "moderators": [(row, name) for row, name, _ in noted if row.moderator],
        "silenced": [(row, name, row.silenced == standing.FOR_EVER) for row, name, stopped in noted if stopped],
        "queued": moderating.waiting() if owner else 0,
        "moderates": owner or Commenter.objects.filter(pk=request.user.pk, moderator=True).exists(),
        "note": NOTES.get(request.GET.get("said", ""), ""),
    }, status)
