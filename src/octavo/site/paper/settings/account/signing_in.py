"""The page of how a reader signs in: password, address for a lost one, passkeys, and where they are signed in now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from octavo.site.library.writing import writing
from octavo.site.paper.notes import done
from octavo.site.paper.settings.account.forms import Address, NewPassword, Shown
from octavo.site.paper.settings.account.passkeys import Passkey, passkeys_of
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.accounts import passwords
from octavo.site.readers.accounts.loopback import is_let_in
from octavo.site.readers.accounts.passkeys import is_number, localhost_of
from octavo.site.readers.accounts.sessions import Place, end_one, end_others, here, places


@require_safe
def signing_in(request: HttpRequest) -> HttpResponse:
    """The page."""
    return _page(request)


@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """A new password."""
    reader = here(request)
    form = NewPassword(request.POST, reader=reader)
    if form.is_valid() and _is_shown(request, form):
        first = not reader.has_usable_password()
        passwords.change(request, reader, form.cleaned_data["new"])
        return done("password-first" if first else "password-changed", "signing-in")
    return _page(request, 400, password_form=form)


@require_POST
def address(request: HttpRequest) -> HttpResponse:
    """Another address for a lost password; or none."""
    reader = here(request)
    form = Address(request.POST, reader=reader)
    if form.is_valid() and _is_shown(request, form):
        with writing():
            reader.email = form.cleaned_data["email"]
            reader.save(update_fields=["email"])
            # django-allauth keeps addresses of its own, from when somebody joined; a link must never go to one that was given up.
            EmailAddress.objects.filter(user=reader).exclude(email__iexact=reader.email).delete()
        return done("address-saved", "signing-in")
    return _page(request, 400, address_form=form)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out of one place."""
    if not end_one(here(request), pk):
        raise Http404
    return done("session-ended", "signing-in")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out of all others."""
    end_others(here(request), request.session.session_key)
    return done("sessions-ended", "signing-in")


def _is_shown(request: HttpRequest, form: Shown) -> bool:
    mistake = passwords.shown(request, form.reader, form.cleaned_data.get("current", ""), timezone.now())
    if mistake:
        form.add_error("current", mistake)
    return not mistake


def _page(request: HttpRequest, status: int = 200, **forms: Any) -> HttpResponse:
    reader = here(request)
    let_in = is_let_in(request)
    keys: Sequence[Passkey] = passkeys_of(reader)
    where: Sequence[Place] = () if let_in else places(reader, request.session.session_key, timezone.now())
    return settings_page(request, "signing-in", "paper/settings/account/signing_in.html", {
        "password_form": NewPassword(reader=reader),
        "address_form": Address(reader=reader),
        "has_password": reader.has_usable_password(),
        "let_in": let_in,
        "mail": settings.MAIL,
        "passkeys": keys,
        "passkeys_at": localhost_of(request) if is_number(request) else "",
        "places": where,
        **forms,
    }, status)
