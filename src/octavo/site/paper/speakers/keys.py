"""The key in the address of a speaker's feed, for readers of feeds elsewhere, which cannot sign in.

It is made of the library's own secret, so that nobody finds it in a copy of the database, and of how often the owner gave out another.
"""

from __future__ import annotations

from django.utils.crypto import constant_time_compare, salted_hmac

from octavo.site.library.models import Speaker

LENGTH = 40
"""Characters of a key, four bits each."""


def key_of(speaker: Speaker) -> str:
    """The key of the speaker's feed: hexadecimal digits."""
    return salted_hmac("octavo.speaker-feed", f"{speaker.pk}.{speaker.feed_turn}", algorithm="sha256").hexdigest()[:LENGTH]


def fits(speaker: Speaker, key: str) -> bool:
    """Whether that is the key; how long it takes to tell says nothing about it."""
    return constant_time_compare(key, key_of(speaker))
