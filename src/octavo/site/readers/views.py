"""Signing in and out."""

from __future__ import annotations

import math
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from octavo.site.readers import guessing
from octavo.site.readers.peers import peer


class SignIn(LoginView):
    """The sign-in page; afterwards on to the page that was asked for, if it is one of this paper."""

    template_name = "readers/sign_in.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look at the password, unless there were too many wrong ones: then 429, and when to try again."""
        wait = guessing.begin(peer(request), timezone.now())
        if wait is None:
            return super().post(request, *args, **kwargs)
        form = self.get_form_class()(request)
        minutes = math.ceil(wait.total_seconds() / 60)
        refused = self.render_to_response(self.get_context_data(form=form, wait=minutes), status=429)
        refused["Retry-After"] = str(math.ceil(wait.total_seconds()))
        return refused

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """The password was right."""
        guessing.forgive(peer(self.request))
        return super().form_valid(form)


class SignOut(LogoutView):
    """Ends the session (POST) and shows the sign-in page."""

    next_page = "sign-in"
