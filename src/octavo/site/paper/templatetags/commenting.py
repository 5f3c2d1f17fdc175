"""What the footer of every page says about comments."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django import template
from django.template import Context

from octavo.errors import LibraryError
from octavo.site.readers.comments.asking import new_answers
from octavo.site.readers.comments.standing import COMMENTED

register = template.Library()


@register.simple_tag(takes_context=True)
def answers_to_reader(context: Context) -> int | None:
    """How many answers there are to who reads since they last looked; None for whoever has never commented, and on pages that are made
    without a request, since the library may be what went wrong. One query, for those who have."""
    request: Any = context.get("request")
    reader = getattr(request, "user", None)
    if reader is None or not reader.is_authenticated or not request.session.get(COMMENTED):
        return None
    with suppress(LibraryError):
        return new_answers(reader.pk)
    return None
