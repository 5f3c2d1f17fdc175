"""Which Octavo makes a brief: what another one made is made again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_ROOMS = ("briefs.py", "briefing", "grouping", "language", "attribution")
"""What a brief comes of, beside what is in the library."""


@cache
def maker() -> str:
    """A mark of the code that makes briefs, as it lies in the package: another in an Octavo that may make others."""
    digest = hashlib.sha256()
    for room in _ROOMS:
        _add(digest, files("octavo") / room)
    return digest.hexdigest()[:32]


def _add(digest: hashlib._Hash, place: Traversable) -> None:
    if place.is_dir():
        for inside in sorted(place.iterdir(), key=lambda each: each.name):
            _add(digest, inside)
    elif place.name.endswith(".py"):
        digest.update(place.name.encode() + b"\0" + place.read_bytes() + b"\0")
