"""What the footer of every page, and a line of the edition, say about comments."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django import template
from django.template import Context

from octavo.errors import LibraryError
from octavo.site.paper.entry import Entry
from octavo.site.readers.comments.asking import Awaiting, awaiting
from octavo.site.readers.comments.standing import COMMENTED
from octavo.site.readers.comments.standing import comments_on as there_are_comments

register = template.Library()


@register.simple_tag(takes_context=True)
def awaiting_reader(context: Context) -> Awaiting:
    """What waits for who reads: nothing for whoever has neither commented nor decides about comments, and on pages that are made without
    a request, since the library may be what went wrong. Two queries, for the others."""
    request: Any = context.get("request")
    reader = getattr(request, "user", None)
    if reader is None or not reader.is_authenticated or not request.session.get(COMMENTED):
        return Awaiting()
    with suppress(LibraryError):
        if there_are_comments():
            return awaiting(reader.pk)
    return Awaiting()


@register.filter
def comments_on(talk: Mapping[int, int], entry: Entry) -> int:
    """How many comments there are on a story of the edition."""
    return talk.get(entry.row.pk, 0)
