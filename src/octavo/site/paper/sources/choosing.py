"""Which of the sources a page of the list shows, in which order. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, cast
from urllib.parse import urlencode

State = Literal["", "failing", "muted"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A source as far as choosing must know it. `failing` is false while it is muted: it is not asked then."""

    pk: int
    name: str
    address: str
    folder: str
    failing: bool
    muted: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader wants to see: of one folder (None: of all), in one state, with these words in its name or address."""

    folder: str | None = None
    state: State = ""
    words: str = ""

    def __bool__(self) -> bool:
        return self != Wish()

    @property
    def query(self) -> str:
        """The wish as the address of a page says it: "folder=Islands&state=failing"."""
        parts = {"folder": self.folder, "state": self.state or None, "q": self.words or None}
        return urlencode({name: value for name, value in parts.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are, whatever is shown."""

    all: int
    folders: Mapping[str, int]
    failing: int
    muted: int


def wish_of(parameters: Mapping[str, str]) -> Wish:
    """What stands behind the question mark -> a wish; what is not known there is left out."""
    state = parameters.get("state", "")
    return Wish(
        # A select always sends something; "*" is its "All folders", and the empty name the sources without a folder.
        folder=None if parameters.get("folder", "*") == "*" else parameters["folder"],
        state=cast(State, state) if state in ("failing", "muted") else "",
        words=" ".join(parameters.get("q", "").split())[:200],
    )


def counts(sources: Sequence[Listed]) -> Counts:
    """Folders stand in the order of the list."""
    return Counts(
        all=len(sources),
        folders=Counter(source.folder for source in in_order(sources)),
        failing=sum(source.failing for source in sources),
        muted=sum(source.muted for source in sources),
    )


def chosen(sources: Iterable[Listed], wish: Wish) -> list[Listed]:
    """The sources that the wish names, in order; capitals make no difference in any script."""
    words = [word.casefold() for word in wish.words.split()]
    return in_order(source for source in sources if _is_meant(source, wish, words))


def in_order(sources: Iterable[Listed]) -> list[Listed]:
    """By folder, those without one last, and by name."""
    return sorted(sources, key=_place)


def by_folder(sources: Iterable[Listed]) -> list[tuple[str, list[Listed]]]:
    """Sources in order -> (folder, its sources)."""
    return [(folder, list(group)) for folder, group in groupby(sources, key=lambda source: source.folder)]


def _place(source: Listed) -> tuple[bool, str, str, str, int]:
    return not source.folder, source.folder.casefold(), source.folder, source.name.casefold(), source.pk


def _is_meant(source: Listed, wish: Wish, words: Sequence[str]) -> bool:
    if wish.folder is not None and source.folder != wish.folder:
        return False
    if wish.state and not (source.failing if wish.state == "failing" else source.muted):
        return False
    if not words:
        return True
    said = f"{source.name} {source.address}".casefold()
    return all(word in said for word in words)
