"""One source an address: which is at one already."""

from __future__ import annotations

from octavo.addresses import forms_of
from octavo.site.library.models import Source


def source_at(address: str, besides: int | None = None) -> Source | None:
    """The source at that address or at another form of it, see `forms_of`; `besides`: the primary key of one that is not meant.

    One that was removed, which is of kind "file", is given only where there is no other. One query.
    """
    found = Source.objects.filter(address__in=forms_of(address)).exclude(pk=besides or 0)
    return min(found, key=lambda source: (source.kind == Source.Kind.FILE, source.address != address, source.pk), default=None)
