"""The addresses of this room's pages, below /search/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.searching import page

urlpatterns = [
    path("", page.search, name="search"),
]
