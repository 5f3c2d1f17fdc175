"""The addresses of the site: each room under site/ names its own."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("octavo.site.readers.accounts.urls")), path("", include("octavo.site.paper.urls"))]

handler400 = "octavo.site.paper.mishaps.bad_request"
handler403 = "octavo.site.paper.mishaps.forbidden"
handler404 = "octavo.site.paper.mishaps.not_found"
handler500 = "octavo.site.paper.mishaps.broken"
