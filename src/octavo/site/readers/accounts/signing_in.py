"""Signing in, by password or passkey, showing the password once more, and signing out."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView, ReauthenticateView
from allauth.mfa.webauthn.internal.auth import begin_authentication
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from octavo.site.readers.accounts import guessing
from octavo.site.readers.accounts.credentials import ShownPasskey
from octavo.site.readers.accounts.joining import signs_up
from octavo.site.readers.accounts.passkeys import is_number, localhost_of
from octavo.site.readers.accounts.trying import Tried

NOTES = {
    "taken-out": _("That account may not read here any more: the owner of this paper took it out."),
    "passkey": _("That passkey was not taken. It may belong to another paper, or have been removed here."),
    "mailed": _("If an account has that address, a mail is on its way to it; the link in it holds for three hours."),
    "renewed": _("Your new password is set. Sign in with it."),
    "erased": _("Your account and all that was yours are erased."),
}
"""What the sign-in says about what was done before, by `?done=`."""


class NameAndPassword(LoginForm):
    """allauth's form, with the name's field called what people and browsers call it."""

    def add_prefix(self, field_name: str) -> str:
        """ "login" is "username" on the page."""
        return super().add_prefix("username" if field_name == "login" else field_name)


class SignIn(Tried, LoginView):
    """The sign-in page; afterwards on to the page that was asked for, if it is one of this paper."""

    template_name = "readers/sign_in.html"
    form_class = NameAndPassword

    def tried(self) -> str:
        """The name."""
        return str(self.request.POST.get("username", ""))

    def form_valid(self, form: LoginForm) -> HttpResponse:
        """The password was right."""
        self.forgive()
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Besides the form: a note, whether strangers may join, and where passkeys work."""
        number = is_number(self.request)
        return super().get_context_data(**kwargs) | {
            "note": NOTES.get(self.request.GET.get("done", ""), ""),
            "open": signs_up().mode == "open",
            "mail": settings.MAIL,
            "passkeys_at": localhost_of(self.request) if number else "",
        }


class PasskeySignIn(Tried, LoginWebAuthnView):
    """Asks the browser for a passkey (a POST from the sign-in), and takes what it says (a POST with that)."""

    template_name = "readers/passkey.html"
    form_class = ShownPasskey

    def tried(self) -> str:
        """Nobody's name: a passkey names its reader itself."""
        return guessing.PASSKEY

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Begin, or look at a passkey."""
        self.begins = "credential" not in request.POST
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form is empty as long as there is no passkey to look at."""
        found = super().get_form_kwargs()
        return {name: value for name, value in found.items() if name != "data"} if self.begins else found

    def form_invalid(self, form: Any) -> HttpResponse:
        """The page with what to ask the browser; or back to the sign-in, which says that it was not taken."""
        if not self.begins:
            return HttpResponseRedirect(f"{reverse('sign-in')}?done=passkey")
        return self.render_to_response(self.get_context_data(form=form, options=json.dumps(begin_authentication())))

    def form_valid(self, form: Any) -> HttpResponse:
        """The passkey is one of ours: its reader is signed in."""
        passkey = form.cleaned_data["credential"]
        self.forgive()
        return perform_passwordless_login(self.request, passkey, Login(user=passkey.user, redirect_url=self.after()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Besides the form: where to go then."""
        return super().get_context_data(**kwargs) | {"next": self.after() or ""}

    def after(self) -> str | None:
        """The page that was asked for, if it is one of this paper."""
        return get_next_redirect_url(self.request)

    def refuse(self, wait: Any) -> HttpResponse:
        """Too many tries."""
        self.begins = True
        return super().refuse(wait)


class Again(Tried, ReauthenticateView):
    """Asks for the password once more, before something that whoever sits at an open browser must not do."""

    template_name = "readers/again.html"

    def tried(self) -> str:
        """The reader's own name."""
        return self.request.user.get_username()

    def form_valid(self, form: Any) -> HttpResponse:
        """The password was right."""
        self.forgive()
        return super().form_valid(form)


class SignOut(LogoutView):
    """Ends the session (POST) and shows the sign-in page."""

    next_page = "sign-in"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The session is gone from the list of them too."""
        UserSession.objects.filter(session_key=request.session.session_key or "").delete()
        return super().post(request, *args, **kwargs)
