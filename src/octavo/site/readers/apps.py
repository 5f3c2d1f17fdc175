"""The readers as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class ReadersConfig(AppConfig):
    """Accounts."""

    name = "octavo.site.readers"
    label = "readers"
