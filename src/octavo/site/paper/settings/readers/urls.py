"""The addresses of the owner's page of readers, below /settings/readers/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.settings.readers import page

urlpatterns = [
    path("", page.readers, name="readers"),
    path("sign-up/", page.sign_up, name="set-sign-up"),
    path("invite/", page.invite, name="invite"),
    path("invitations/<int:pk>/revoke/", page.revoke, name="revoke-invitation"),
    path("<int:pk>/out/", page.take_out, name="take-out"),
    path("<int:pk>/in/", page.let_in, name="let-in"),
    path("<int:pk>/erase/", page.erase, name="erase-reader"),
]
