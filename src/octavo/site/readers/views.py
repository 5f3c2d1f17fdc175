"""Signing in and out."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView


class SignIn(LoginView):
    """The sign-in page; afterwards on to the page that was asked for, if it is one of this paper."""

    template_name = "readers/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """Ends the session (POST) and shows the sign-in page."""

    next_page = "sign-in"
