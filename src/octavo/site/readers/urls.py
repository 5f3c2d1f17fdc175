"""The addresses of accounts."""

from __future__ import annotations

from django.urls import path

from octavo.site.readers.views import SignIn, SignOut

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-out/", SignOut.as_view(), name="sign-out"),
]
