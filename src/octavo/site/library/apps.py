"""The library as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Tables of articles and pages."""

    name = "octavo.site.library"
    label = "library"
