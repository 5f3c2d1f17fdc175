"""A reader's passkeys: added, named, removed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.internal.flows import add_authenticator
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from octavo.site.library.writing import writing
from octavo.site.paper.notes import done
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.accounts.credentials import MadePasskey
from octavo.site.readers.accounts.passkeys import is_number, localhost_of
from octavo.site.readers.accounts.sessions import here
from octavo.site.readers.models import User

NAME = 60
"""Characters of a passkey's name."""

MOST = 20
"""Passkeys of one reader."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as its reader sees it."""

    pk: int
    name: str
    made: datetime
    used: datetime | None


class NewPasskey(MadePasskey):
    """A name, and what the browser made."""

    name = forms.CharField(label=_("Its name"), max_length=NAME, required=False,
                           help_text=_("So that you know it again: “phone”, “key ring”."))
    passwordless = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.initial["name"] = ""


class Named(forms.Form):
    """Another name for one."""

    name = forms.CharField(max_length=NAME)


class Add(AddWebAuthnView):
    """Asks the browser for a new passkey and keeps it, once the reader has shown their password."""

    form_class = NewPasskey

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What to ask the browser for: one that it keeps itself and opens by a finger, a face or a number."""
        number = is_number(self.request)
        return {
            "form": kwargs.get("form") or self.get_form(),
            "options": "" if number else json.dumps(begin_registration(here(self.request), passwordless=True)),
            "passkeys_at": localhost_of(self.request) if number else "",
            "full": Authenticator.objects.filter(user=here(self.request)).count() >= MOST,
        }

    def render_to_response(self, context: dict[str, Any], **_kwargs: Any) -> HttpResponse:
        """A page of settings."""
        wrong = context["form"].errors
        return settings_page(self.request, "signing-in", "paper/settings/account/passkey.html", context, 400 if wrong else 200)

    def form_valid(self, form: NewPasskey) -> HttpResponse:
        """It is a passkey, for this paper."""
        if Authenticator.objects.filter(user=here(self.request)).count() < MOST:
            add_authenticator(self.request, name=form.cleaned_data["name"], credential=form.cleaned_data["credential"])
        return HttpResponseRedirect(f"{reverse('signing-in')}?done=passkey-added")


class Remove(RemoveWebAuthnView):
    """Asks whether it is meant, then takes a passkey away."""

    def render_to_response(self, context: dict[str, Any], **_kwargs: Any) -> HttpResponse:
        """A page of settings."""
        shown = {"passkey": _shown(context["object"])}
        return settings_page(self.request, "signing-in", "paper/settings/account/passkey_removed.html", shown)

    def get_success_url(self) -> str:
        """Back to the page that lists them."""
        return f"{reverse('signing-in')}?done=passkey-removed"


@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a passkey another name; a name that will not do leaves it as it is."""
    passkey = get_object_or_404(Authenticator, pk=pk, user=here(request), type=Authenticator.Type.WEBAUTHN)
    form = Named(request.POST)
    if not form.is_valid():
        return done("passkey-unnamed", "signing-in")
    with writing():
        passkey.wrap().name = form.cleaned_data["name"]
        passkey.save(update_fields=["data"])
    return done("passkey-named", "signing-in")


def passkeys_of(reader: User) -> Sequence[Passkey]:
    """A reader's passkeys, the oldest first. One query."""
    rows = Authenticator.objects.filter(user=reader, type=Authenticator.Type.WEBAUTHN).order_by("pk")[:MOST]
    return [_shown(row) for row in rows]


def _shown(row: Authenticator) -> Passkey:
    return Passkey(row.pk, row.wrap().name, row.created_at, row.last_used_at)

