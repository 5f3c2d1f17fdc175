"""This room as a Django application, with tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """What readers say about stories and articles, and what is done about it."""

    name = "octavo.site.readers.comments"
    label = "comments"

    def ready(self) -> None:
        """Take part in what a reader takes along and has erased."""
        from django.contrib.auth.signals import user_logged_in

        from octavo.site.readers.accounts.erasing import before_erasing
        from octavo.site.readers.accounts.exporting import exported
        from octavo.site.readers.comments.personal import erase, taken_along
        from octavo.site.readers.comments.standing import remember

        before_erasing(erase)
        exported("comments", taken_along)
        user_logged_in.connect(remember, dispatch_uid="comments")
