"""The addresses of the paper."""

from __future__ import annotations

from django.urls import include, path

from octavo.site.paper import views
from octavo.site.paper.asking import page
from octavo.site.paper.modelling import answering, translating
from octavo.site.paper.stories import difference

urlpatterns = [
    path("", views.front, name="front"),
    path("article/<int:pk>/", views.article, name="article"),
    path("article/<int:pk>/difference/<int:other>/", difference.difference, name="difference"),
    path("section/<str:slug>/", views.section, name="section"),
    path("publisher/<int:pk>/", views.publisher, name="publisher"),
    path("article/<int:pk>/translation/", translating.translation, name="translation"),
    path("ask/", page.ask, name="ask"),
    path("ask/answer/", answering.write, name="write-answer"),
    path("story/", include("octavo.site.paper.stories.urls")),
    path("speakers/", include("octavo.site.paper.speakers.urls")),
    path("sources/", include("octavo.site.paper.sources.urls")),
    path("reading/", include("octavo.site.paper.reading.urls")),
    path("mutes/", include("octavo.site.paper.muting.urls")),
    path("comments/", include("octavo.site.paper.commenting.urls")),
    path("search/", include("octavo.site.paper.searching.urls")),
    path("images/", include("octavo.site.paper.images.urls")),
    path("settings/", include("octavo.site.paper.settings.urls")),
    path("style/", views.style, name="style"),
]
