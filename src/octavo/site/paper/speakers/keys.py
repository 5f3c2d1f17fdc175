"""The key in the address of a speaker's feed."""

from __future__ import annotations

from django.utils.crypto import constant_time_compare

from octavo.site.library.models import Speaker
from octavo.site.paper.atom import feed_key


def key_of(speaker: Speaker) -> str:
    """The key of the speaker's feed: see `feed_key`."""
    return feed_key("octavo.speaker-feed", speaker.pk, speaker.feed_turn)


def fits(speaker: Speaker, key: str) -> bool:
    """Whether that is the key; how long it takes to tell says nothing about it."""
    return constant_time_compare(key, key_of(speaker))
