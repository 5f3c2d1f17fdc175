"""The desk as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Polling and long jobs."""

    name = "octavo.site.desk"
    label = "desk"
