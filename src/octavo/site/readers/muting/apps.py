"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class MutingConfig(AppConfig):
    """What readers want hidden, and what they want to see first."""

    name = "octavo.site.readers.muting"
    label = "muting"

    def ready(self) -> None:
        """Have a part in what readers take along."""
        from octavo.site.readers.accounts.exporting import exported
        from octavo.site.readers.muting.keeping import rules_taken

        exported("mutes", rules_taken)
