"""The addresses of this room's pages."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.muting import acting, pages, settings

urlpatterns = [
    path("hidden/", pages.hidden, name="hidden-by-mutes"),
    path("following/", pages.following, name="following"),
    path("put/", acting.put_rule, name="put-rule"),
    path("undo/", acting.undo, name="undo-rule"),
    path("<int:pk>/remove/", acting.take_rule, name="take-rule"),
    path("<int:pk>/", settings.edit, name="edit-rule"),
    path("lines/", settings.imported, name="bring-rules"),
    path("octavo-mutes.txt", settings.exported, name="rules-file"),
]
