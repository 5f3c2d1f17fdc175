"""What each reader subscribes to: which sources, in which folders, under which names."""

from __future__ import annotations

from typing import Any

from octavo.site.library.writing import explaining
from octavo.site.readers.reading.models import Subscription
from octavo.site.readers.reading.preferences import preferences


@explaining()
def chosen_sources(reader: Any) -> frozenset[int] | None:
    """The numbers of the sources that a reader reads; None: all. One query for readers of all sources, two for others; none for whoever
    has not signed in."""
    if not preferences(reader).chosen_only:
        return None
    return frozenset(Subscription.objects.filter(reader=reader.pk, chosen=True).values_list("source", flat=True))
