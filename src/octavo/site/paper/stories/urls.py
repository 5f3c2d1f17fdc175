"""The addresses of the pages of stories, below /story/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.stories import one, owning

urlpatterns = [
    path("<int:pk>/", one.story, name="story"),
    path("<int:pk>/merge/", owning.merge, name="merge-story"),
    path("<int:pk>/sort/", owning.sort, name="sort-story"),
    path("<int:pk>/split/", owning.split, name="split-story"),
    path("<int:pk>/move/", owning.move, name="move-article"),
    path("<int:pk>/undo/", owning.undo, name="undo-story"),
]
