"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class SearchesConfig(AppConfig):
    """Searches that readers keep."""

    name = "octavo.site.readers.searches"
    label = "searches"

    def ready(self) -> None:
        """Have a part in what readers take along; in erasing them the rows go with their reader."""
        from octavo.site.readers.accounts.exporting import exported
        from octavo.site.readers.searches.keeping import searches_taken

        exported("searches", searches_taken)
