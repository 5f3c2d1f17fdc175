"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """What each reader has read, saved, tagged and marked, and what they subscribe to."""

    name = "octavo.site.readers.reading"
    label = "reading"

    def ready(self) -> None:
        """Have a part in what readers take along, and in erasing them."""
        from octavo.site.readers.accounts.erasing import before_erasing
        from octavo.site.readers.accounts.exporting import exported
        from octavo.site.readers.reading.taking import let_all_go, reading_of

        exported("reading", reading_of)
        before_erasing(let_all_go)
