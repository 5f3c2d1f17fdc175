"""Who reads this paper, as its owner sees and changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.site.library.writing import writing
from octavo.site.readers.accounts.erasing import erase
from octavo.site.readers.accounts.sessions import end_others
from octavo.site.readers.models import User

ON_A_PAGE = 50
"""Readers of one page of the list."""


@dataclass(frozen=True, slots=True)
class Circle:
    """One page of those who read, the owner first, then by name; `number` counts from 1, `more`: there is a page after it."""

    readers: Sequence[User]
    number: int
    more: bool


def circle(number: int) -> Circle:
    """That page of the list. One query."""
    first = (number - 1) * ON_A_PAGE
    rows = list(User.objects.order_by("-is_superuser", "username")[first : first + ON_A_PAGE + 1])
    return Circle(rows[:ON_A_PAGE], number, len(rows) > ON_A_PAGE)


def reader_of(pk: int) -> User | None:
    """A reader who is not the owner."""
    return User.objects.filter(pk=pk, is_superuser=False).first()


def take_out(reader: User) -> None:
    """Keep a reader out, at once and everywhere; what is theirs stays, and they can be let in again."""
    with writing():
        User.objects.filter(pk=reader.pk).update(is_active=False)
        end_others(reader, None)


def let_in_again(reader: User) -> None:
    """Let somebody sign in again who was taken out."""
    with writing():
        User.objects.filter(pk=reader.pk).update(is_active=True)


def erase_for_good(reader: User) -> bool:
    """Erase one who was taken out, with all that is theirs; False where they read still."""
    if reader.is_active:
        return False
    erase(reader)
    return True
