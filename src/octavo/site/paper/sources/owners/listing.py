"""The list of who owns which outlets: one's own entries first, then those that come with Octavo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.folding import plain
from octavo.site.library.owners import Listed, listed_owners
from octavo.site.library.voices import voices_due
from octavo.site.paper.sources.frame import sources_page

ON_A_PAGE = 100
SHOWN = 8
"""So many outlets of an entry stand open; the rest is folded."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the list has it."""

    listed: Listed

    @property
    def outlets(self) -> tuple[str, ...]:
        """All of them, names first."""
        return (*self.listed.owner.publishers, *self.listed.owner.domains)

    @property
    def shown(self) -> tuple[str, ...]:
        """Those that stand open; one more is not folded."""
        return self.outlets if len(self.outlets) == SHOWN + 1 else self.outlets[:SHOWN]

    @property
    def rest(self) -> tuple[str, ...]:
        """Those that are folded."""
        return self.outlets[len(self.shown) :]


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The page. Those with some words in their name or outlets alone, where these are asked for."""
    words = " ".join(request.GET.get("q", "").split())[:200]
    every = listed_owners()
    found = [Line(each) for each in every if _has(each, plain(words))]
    found.sort(key=lambda line: line.listed.kind == "starter")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return sources_page(request, "owners/listing.html", {
        "all": len(every),
        "page": page,
        "groups": _groups(page.object_list),
        "words": words,
        "query": urlencode({"q": words}) if words else "",
        "due": voices_due(),
    })


def _has(listed: Listed, words: str) -> bool:
    owner = listed.owner
    return not words or any(words in plain(said) for said in (owner.name, *owner.domains, *owner.publishers))


def _groups(lines: Iterable[Line]) -> list[tuple[bool, list[Line]]]:
    """Whether they come with Octavo as they are, and they."""
    return [(starter, list(some)) for starter, some in groupby(lines, key=lambda line: line.listed.kind == "starter")]
