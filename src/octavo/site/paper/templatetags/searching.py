"""What every page says about the searches that its reader keeps."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context

from octavo.errors import LibraryError
from octavo.site.paper.searching.beside import searches_told
from octavo.site.readers.searches.counting import New

register = template.Library()

NAMED = 3
"""Searches that a page names, those with the most new results."""


@dataclass(frozen=True, slots=True)
class Told:
    """How many searches a reader keeps, how many new results they have together, whether these may be more, and those that have most."""

    kept: int
    new: int
    many: bool
    first: Sequence[New]


@register.simple_tag(takes_context=True)
def searches_of_reader(context: Context) -> Told | None:
    """What is new in the searches of who reads; None for whoever keeps none, and on pages that are made without a request, since the
    library may be what went wrong. Two queries, one for those who keep none, ten at
    most where it has to be counted anew."""
    request: Any = context.get("request")
    if request is None or not getattr(request, "user", None):
        return None
    with suppress(LibraryError):
        told = searches_told(request)
        first = sorted((each for each in told if each.number), key=lambda each: -each.number)[:NAMED]
        return Told(len(told), sum(each.number for each in told), any(each.many for each in told), first) if told else None
    return None
