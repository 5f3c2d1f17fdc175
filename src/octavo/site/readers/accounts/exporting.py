"""What a reader takes along: one object of JSON, to which each room adds its part.

A room registers its part in its AppConfig.ready:

    from octavo.site.readers.accounts.exporting import exported
    exported("comments", comments_of)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from octavo.site.readers.models import User

Part = Callable[[User], Any]

_PARTS: dict[str, Part] = {}


def exported(name: str, part: Part) -> Part:
    """Have `part(reader)`, what `json.dumps` takes with DjangoJSONEncoder (times and dates too), stand under that name."""
    _PARTS[name] = part
    return part


def everything_of(reader: User) -> dict[str, Any]:
    """All that the paper keeps about a reader, part by part, in the order of their names."""
    return {name: _PARTS[name](reader) for name in sorted(_PARTS)}
