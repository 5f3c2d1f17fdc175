"""The addresses of a reader's own account, below /settings/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.settings.account import own, passkeys, signing_in, yours

urlpatterns = [
    path("account/", own.account, name="account"),
    path("signing-in/", signing_in.signing_in, name="signing-in"),
    path("signing-in/password/", signing_in.password, name="change-password"),
    path("signing-in/address/", signing_in.address, name="change-address"),
    path("signing-in/passkeys/add/", passkeys.Add.as_view(), name="add-passkey"),
    path("signing-in/passkeys/<int:pk>/name/", passkeys.rename, name="name-passkey"),
    path("signing-in/passkeys/<int:pk>/remove/", passkeys.Remove.as_view(), name="remove-passkey"),
    path("signing-in/sessions/<int:pk>/end/", signing_in.end_session, name="end-session"),
    path("signing-in/sessions/end/", signing_in.end_other_sessions, name="end-other-sessions"),
    path("yours/", yours.yours, name="yours"),
    path("yours/everything.json", yours.everything, name="everything"),
    path("yours/erase/", yours.erase, name="erase-me"),
]
