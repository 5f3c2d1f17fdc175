"""The addresses of the paper."""

from __future__ import annotations

from django.urls import include, path

from octavo.site.paper import views
from octavo.site.paper.asking import page
from octavo.site.paper.stories import difference

urlpatterns = [
    path("", views.front, name="front"),
    path("article/<int:pk>/", views.article, name="article"),
    path("article/<int:pk>/difference/<int:other>/", difference.difference, name="difference"),
    path("section/<str:slug>/", views.section, name="section"),
    path("publisher/<int:pk>/", views.publisher, name="publisher"),
    path("ask/", page.ask, name="ask"),
    path("story/", include("octavo.site.paper.stories.urls")),
    path("speakers/", include("octavo.site.paper.speakers.urls")),
    path("sources/", include("octavo.site.paper.sources.urls")),
    path("style/", views.style, name="style"),
]
