"""The addresses of the site: each room under site/ names its own."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("octavo.site.readers.urls")), path("", include("octavo.site.paper.urls"))]
