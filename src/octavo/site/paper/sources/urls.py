"""The addresses of the pages of sources, below /sources/."""

from __future__ import annotations

from django.urls import include, path

from octavo.site.paper.sources import adding, exchange, listing, one

urlpatterns = [
    path("", listing.listing, name="sources"),
    path("add/", adding.add, name="add-source"),
    path("add/<str:key>/looking/", adding.looking, name="looking"),
    path("add/starters/", adding.starters, name="add-starters"),
    path("octavo.opml", exchange.opml, name="opml"),
    path("give/", exchange.give, name="give-file"),
    path("opml/", exchange.take_opml, name="take-opml"),
    path("owners/", include("octavo.site.paper.sources.owners.urls")),
    path("<int:pk>/", one.source, name="source"),
    path("<int:pk>/settings/", one.settings, name="source-settings"),
    path("<int:pk>/credentials/", one.credentials, name="source-credentials"),
    path("<int:pk>/fetch/", one.fetch, name="fetch-source"),
    path("<int:pk>/remove/", one.remove, name="remove-source"),
]
