"""Erasing a reader, and whatever each room keeps of theirs.

Rows that point at the reader by a key that cascades go by themselves. A room that keeps more than that (a comment whose thread must stay,
an article that was kept because it was saved) registers what is to be done before, in its AppConfig.ready:

    from octavo.site.readers.accounts.erasing import before_erasing
    before_erasing(give_up_comments)
"""

from __future__ import annotations

from collections.abc import Callable

from octavo.site.library.writing import writing
from octavo.site.readers.models import User

Erasing = Callable[[User], object]

_BEFORE: list[Erasing] = []


def before_erasing(do: Erasing) -> Erasing:
    """Have `do(reader)` called before a reader is erased, inside the same transaction. Once, however often it is registered."""
    if do not in _BEFORE:
        _BEFORE.append(do)
    return do


def erase(reader: User) -> None:
    """Take a reader and all that is theirs out of the library: whole or, where a room raises, not at all."""
    with writing():
        for do in _BEFORE:
            do(reader)
        reader.delete()
