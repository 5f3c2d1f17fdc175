"""The addresses of this room's pages, below /search/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.searching import feed, page, saved

urlpatterns = [
    path("", page.search, name="search"),
    path("keep/", saved.keep, name="keep-search"),
    path("saved/", saved.searches, name="searches"),
    path("saved/<int:pk>/", saved.results, name="search-results"),
    path("saved/<int:pk>/rename/", saved.rename, name="rename-search"),
    path("saved/<int:pk>/remove/", saved.remove, name="remove-search"),
    path("saved/<int:pk>/put-back/", saved.put_back, name="put-back-search"),
    path("saved/<int:pk>/rekey/", saved.rekey, name="rekey-search"),
    path("saved/<int:pk>/feed/<str:key>/", feed.keyed_feed, name="search-feed"),
]
