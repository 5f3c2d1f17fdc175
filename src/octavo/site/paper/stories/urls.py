"""The addresses of the pages of stories, below /story/."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.stories import one

urlpatterns = [
    path("<int:pk>/", one.story, name="story"),
]
