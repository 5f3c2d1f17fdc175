"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class MutingConfig(AppConfig):
    """What readers want hidden, and what they want to see first."""

    name = "octavo.site.readers.muting"
    label = "muting"
