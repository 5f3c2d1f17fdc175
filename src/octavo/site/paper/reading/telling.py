"""What a page says after something was done in this room."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from octavo.site.numbers import number_of
from octavo.site.readers.models import User
from octavo.site.readers.reading.all_read import undoable

TOLD = {
    "saved": gettext_noop("It is saved for later, and stays in the library."),
    "unsaved": gettext_noop("It is not saved any more."),
    "unread": gettext_noop("It is unread again."),
    "read": gettext_noop("It is read."),
    "all-read": gettext_noop("It is all marked as read."),
    "undone": gettext_noop("It is as it was before. What you opened since is read."),
    "not-undone": gettext_noop("That could not be undone: it was undone already, or is more than a day old. Nothing was changed."),
    "tagged": gettext_noop("Its tags are saved."),
    "renamed": gettext_noop("The tag has its new name."),
    "untagged": gettext_noop("The tag is removed."),
    "marked": gettext_noop("The words are marked."),
    "noted": gettext_noop("Your note is saved."),
    "unmarked": gettext_noop("The mark is taken away."),
    "subscribed": gettext_noop("It is saved: your paper is made of these sources."),
    "moved": gettext_noop("They are in that folder now."),
    "named": gettext_noop("The name is saved."),
    "unticked": gettext_noop("Tick at least one source."),
    "kept": gettext_noop("It is saved."),
}
"""What a page says after something was done here, by the name that stands in its address."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says, and the deed that can be undone, 0 for none."""

    words: str
    deed: int = 0


def told_of(request: HttpRequest) -> Told | None:
    """What the address of a page says was done. No query but where something can be undone."""
    words = TOLD.get(request.GET.get("told", ""))
    if not words:
        return None
    deed = number_of(request.GET.get("deed", ""))
    return Told(_(words), deed if deed and request.user.is_authenticated and undoable(reader_of(request), deed) else 0)


def reader_of(request: HttpRequest) -> User:
    """Who asks. Raises PermissionDenied where nobody has signed in: such a one has nothing here."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user
