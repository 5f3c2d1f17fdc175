"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """What readers say about stories and articles, and what is done about it."""

    name = "octavo.site.readers.comments"
    label = "comments"
