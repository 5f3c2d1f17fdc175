"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class SearchesConfig(AppConfig):
    """Searches that readers keep."""

    name = "octavo.site.readers.searches"
    label = "searches"
