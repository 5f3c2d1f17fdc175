"""Which Octavo makes a brief: what another one made is made again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_NO_PART = frozenset(("site", "commands", "fetching", "reading", "__pycache__"))
"""The rooms that no brief comes of. Named are these, so that none is forgotten that comes to be."""
_FROM_LIBRARY = "site/library/brief_reports.py"
_KINDS = (".py", ".bin", ".json", ".txt")
"""What is looked at: code and tables. What is found in articles has a model of its own, which their analyses name."""


@cache
def maker() -> str:
    """A mark of the code that makes briefs, as it lies in the package: another in an Octavo that may make others."""
    digest, package = hashlib.sha256(), files("octavo")
    for place in (*_inside(package), package / _FROM_LIBRARY):
        _add(digest, place)
    return digest.hexdigest()[:32]


def _add(digest: hashlib._Hash, place: Traversable) -> None:
    if place.is_dir():
        for inside in _inside(place):
            _add(digest, inside)
    elif place.name.endswith(_KINDS):
        digest.update(place.name.encode() + b"\0" + place.read_bytes() + b"\0")


def _inside(place: Traversable) -> list[Traversable]:
    return sorted((each for each in place.iterdir() if each.name not in _NO_PART), key=lambda each: each.name)
