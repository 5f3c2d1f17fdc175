"""What a reader wants to see of a speaker's statements, as the address of the page says it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from octavo.site.numbers import number_of, words_of
from octavo.site.paper.deeds import DEEDS


@dataclass(frozen=True, slots=True)
class Wish:
    """Statements of one act, in one publisher's papers, of days from and to (both included), with these words; None and "" ask for all."""

    act: str = ""
    publisher: int | None = None
    first: date | None = None
    last: date | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return self != Wish()

    @property
    def query(self) -> str:
        """The wish as the address of a page says it: "act=warn&from=2026-03-01"."""
        parts = {"act": self.act, "publisher": self.publisher, "from": self.first, "to": self.last, "q": self.words}
        return urlencode({name: value for name, value in parts.items() if value})


def wish_of(parameters: Mapping[str, str]) -> Wish:
    """What stands behind the question mark -> a wish; what is not known there is left out."""
    act, publisher = parameters.get("act", ""), parameters.get("publisher", "")
    return Wish(
        act=act if act in DEEDS else "",
        publisher=number_of(publisher) or None,
        first=_day(parameters.get("from", "")),
        last=_day(parameters.get("to", "")),
        words=words_of(parameters.get("q", "")),
    )


def _day(said: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(said)
    return None
