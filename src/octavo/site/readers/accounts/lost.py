"""A lost password: a link by mail where mail is configured; else words about the command line."""

from __future__ import annotations

from typing import Any

from allauth.account.views import PasswordResetFromKeyView, PasswordResetView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from octavo.site.readers.accounts import guessing
from octavo.site.readers.accounts.sessions import end_others
from octavo.site.readers.accounts.trying import Tried


class Lost(Tried, PasswordResetView):
    """Asks for the address of an account, and sends a link to it; whether there is one, nobody is told."""

    template_name = "readers/lost.html"

    def tried(self) -> str:
        """A mail, whosoever's."""
        return guessing.MAIL

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send it, where mail goes anywhere."""
        return super().post(request, *args, **kwargs) if settings.MAIL else self.get(request)

    def get_success_url(self) -> str:
        """Back to the sign-in."""
        return f"{reverse('sign-in')}?done=mailed"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether mail is configured."""
        return super().get_context_data(**kwargs) | {"mail": settings.MAIL}


class Renew(Tried, PasswordResetFromKeyView):
    """A new password by the link of a mail; sessions that were open end."""

    template_name = "readers/renew.html"

    def tried(self) -> str:
        """A key, whosoever's."""
        return guessing.MAIL

    def get_success_url(self) -> str:
        """To the sign-in."""
        return f"{reverse('sign-in')}?done=renewed"

    def form_valid(self, form: Any) -> HttpResponse:
        """The link was a good one, and so is the password."""
        response = super().form_valid(form)
        end_others(self.reset_user, None)
        return response
