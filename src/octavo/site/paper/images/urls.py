"""The addresses of this room's pages."""

from __future__ import annotations

from django.urls import path

from octavo.site.paper.images import view

urlpatterns = [path("<int:pk>/<int:width>/", view.picture, name="picture")]
