"""Which pages of settings there are, in the order in which they are listed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of settings: the name of its address, what it is called, and whether it is the owner's alone."""

    name: str
    title: str
    owner: bool = False


PAGES: tuple[Page, ...] = ()
