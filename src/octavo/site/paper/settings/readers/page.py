"""Who reads, who may join, and invitations. For the owner alone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from octavo.site.library.paper_settings import set_settings
from octavo.site.numbers import number_of
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.settings.frame import settings_page
from octavo.site.paper.sources.forms import Plain
from octavo.site.readers.accounts import circle, invitations
from octavo.site.readers.accounts.joining import ROOM, SignsUp, signs_up
from octavo.site.readers.accounts.loopback import is_let_in
from octavo.site.readers.models import User

MODES = (
    ("closed", _("Nobody")),
    ("invited", _("Whoever has an invitation")),
    ("open", _("Everybody who reaches the paper")),
)


class SignUp(Plain):
    """Who may join."""

    mode = forms.ChoiceField(label=_("Who may become a reader"), choices=MODES, widget=forms.RadioSelect)


class Invite(Plain):
    """For whom an invitation is."""

    whom = forms.CharField(label=_("For whom"), max_length=100, required=False,
                           help_text=_("A note for yourself; whoever joins does not see it."))


@require_safe
@owner_only
def readers(request: HttpRequest) -> HttpResponse:
    """The page."""
    return _page(request)


@require_POST
@owner_only
def sign_up(request: HttpRequest) -> HttpResponse:
    """Say who may join."""
    form = SignUp(request.POST)
    if not form.is_valid():
        return _page(request, 400, sign_up_form=form)
    set_settings(ROOM, SignsUp(mode=form.cleaned_data["mode"]))
    return done("sign-up-saved", "readers")


@require_POST
@owner_only
def invite(request: HttpRequest) -> HttpResponse:
    """Make an invitation; its link stands in the list then."""
    form = Invite(request.POST)
    if not form.is_valid():
        return _page(request, 400, invite_form=form)
    made = invitations.invite(form.cleaned_data["whom"], timezone.now())
    return done("invited" if made else "invited-enough", "readers")


@require_POST
@owner_only
def revoke(_request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    return done("invitation-revoked" if invitations.revoke(pk) else "invitation-gone", "readers")


@require_POST
@owner_only
def take_out(_request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a reader out."""
    circle.take_out(_reader(pk))
    return done("reader-out", "readers")


@require_POST
@owner_only
def let_in(_request: HttpRequest, pk: int) -> HttpResponse:
    """Let a reader in again."""
    circle.let_in_again(_reader(pk))
    return done("reader-in", "readers")


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether it is meant, then erase a reader who was taken out."""
    reader = _reader(pk)
    if request.method == "POST":
        return done("reader-erased" if circle.erase_for_good(reader) else "reader-still-in", "readers")
    return settings_page(request, "readers", "paper/settings/readers/erase.html", {"shown": reader})


def _reader(pk: int) -> User:
    found = circle.reader_of(pk)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, status: int = 200, **found: Any) -> HttpResponse:
    number = number_of(request.GET.get("page", ""), digits=6) or 1
    now = timezone.now()
    mode = signs_up().mode
    return settings_page(request, "readers", "paper/settings/readers/page.html", {
        "sign_up_form": SignUp(initial={"mode": mode}),
        "invite_form": Invite(),
        "mode": mode,
        "circle": circle.circle(max(1, number)),
        "invitations": [(each, _link(request, each.key)) for each in invitations.invitations(now)],
        "let_in": is_let_in(request),
        **found,
    }, status)



def _link(request: HttpRequest, key: str) -> str:
    return request.build_absolute_uri(reverse("invitation", args=[key])) if key else ""
