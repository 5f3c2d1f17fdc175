"""What a reader searches for and how they want it, as the address of the page says it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args
from urllib.parse import urlencode

from octavo.site.library.searching.asked import Asked
from octavo.site.library.searching.pieces import on_a_line
from octavo.site.library.searching.ranking import Order

PAGES = 1_000
"""A page behind this is none."""
_KEY = re.compile(r"-?\d{1,18}", re.ASCII)
_WHICH = r"who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should"
_QUESTION = re.compile(rf"\s*(?:{_WHICH})\b(?:\s+\S+){{2}}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """A query on one line, the order ("": as searches of its kind are by themselves), the page, and the number in the index from which on
    down is looked, None for the newest. `seen`: the number of the newest article that was there when the reader last looked, 0 for whoever
    does not come from a search that they keep."""

    query: str = ""
    order: Order | Literal[""] = ""
    page: int = 1
    upto: int | None = None
    seen: int = 0

    @property
    def is_question(self) -> bool:
        """Whether it asks something, and so may be answered rather than sought."""
        return ":" not in self.query and (self.query.endswith("?") or bool(_QUESTION.match(self.query)))

    @property
    def plain(self) -> str:
        """The query alone, as an address says it."""
        return urlencode({"q": self.query})

    def ordered(self, asked: Asked) -> Order:
        """How it is put in order: by itself the best first where there are words to go by."""
        return self.order or ("best" if asked.words else "newest")

    def address(self, page: int = 1, upto: int | None = None) -> str:
        """What stands behind the question mark for another of its pages."""
        return replace(self, page=page, upto=upto).parameters

    def by(self, order: Order) -> str:
        """The same in another order, from its first page."""
        return replace(self, order=order, page=1).parameters

    def instead(self, query: str) -> str:
        """Another query in the same order."""
        return Wish(query, self.order).parameters

    @property
    def parameters(self) -> str:
        """What stands behind the question mark."""
        told = {
            "q": self.query, "order": self.order, "page": self.page if self.page > 1 else "",
            "upto": "" if self.upto is None else self.upto, "seen": self.seen or "",
        }
        return urlencode({name: value for name, value in told.items() if value != ""})


def wish_of(parameters: Mapping[str, str]) -> Wish:
    """What stands behind the question mark -> the wish; what is malformed is left out. The end of an endless query is left: see `asked`."""
    order, upto = parameters.get("order", ""), parameters.get("upto", "")
    return Wish(
        query=on_a_line(parameters.get("q", ""))[0],
        order=next((each for each in get_args(Order) if each == order), ""),
        page=min(max(1, _number(parameters.get("page", ""))), PAGES),
        upto=int(upto) if _KEY.fullmatch(upto) else None,
        seen=_number(parameters.get("seen", "")),
    )


def _number(said: str) -> int:
    return int(said) if _KEY.fullmatch(said) and not said.startswith("-") else 0
