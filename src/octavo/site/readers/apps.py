"""The readers as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class ReadersConfig(AppConfig):
    """Accounts."""

    name = "octavo.site.readers"
    label = "readers"

    def ready(self) -> None:
        """Take part in what a reader takes along and has erased."""
        from octavo.site.readers.accounts.own import register

        register()
