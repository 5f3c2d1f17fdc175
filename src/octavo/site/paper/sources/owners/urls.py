"""The addresses of the list of owners, below /sources/owners/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.sources.owners import changing, listing

urlpatterns = [
    path("", listing.listing, name="owners"),
    path("add/", changing.add, name="add-owner"),
    path("change/", changing.change, name="change-owner"),
    path("remove/", changing.remove, name="remove-owner"),
    path("put-back/", changing.put_back, name="put-back-owner"),
]
