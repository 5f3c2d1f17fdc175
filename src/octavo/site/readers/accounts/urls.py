"""The addresses of accounts. django-allauth knows some of them by names of its own."""

from __future__ import annotations

from django.urls import path, re_path

from octavo.site.readers.accounts.joining import Join
from octavo.site.readers.accounts.lost import Lost, Renew
from octavo.site.readers.accounts.signing_in import Again, PasskeySignIn, SignIn, SignOut

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-in/", SignIn.as_view(), name="account_login"),
    path("sign-in/passkey/", PasskeySignIn.as_view(), name="mfa_login_webauthn"),
    path("sign-in/again/", Again.as_view(), name="account_reauthenticate"),
    path("sign-in/lost/", Lost.as_view(), name="account_reset_password"),
    re_path(r"^sign-in/renew/(?P<uidb36>\w{1,20})-(?P<key>[^/]{1,100})/$", Renew.as_view(), name="account_reset_password_from_key"),
    path("sign-up/", Join.as_view(), name="account_signup"),
    path("sign-up/<str:key>/", Join.as_view(), name="invitation"),
    path("sign-out/", SignOut.as_view(), name="sign-out"),
]
