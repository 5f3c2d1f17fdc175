"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """What each reader has read, saved, tagged and marked, and what they subscribe to."""

    name = "octavo.site.readers.reading"
    label = "reading"
