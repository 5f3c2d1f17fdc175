"""What the mutes hide, and all that a reader follows, each on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.entry import Entry, Row
from octavo.site.paper.muting.sifting import rules_for
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page
from octavo.site.readers.muting.rules import FOLLOW, MUTE, Rule

OF_A_RULE = 50
"""Hidden stories that are listed under a rule, the first of the edition, and as many articles whose stories stay."""
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Group:
    """What a mute hides of the edition: how many stories and articles; the first of its stories, and of the articles whose stories stay."""

    rule: Rule
    stories: int
    articles: int
    entries: Sequence[Entry]
    parts: Sequence[Row]

    @property
    def more(self) -> bool:
        """Whether there are more than are listed."""
        return self.stories > len(self.entries) or len(self.parts) == OF_A_RULE


@require_safe
def hidden(request: HttpRequest) -> HttpResponse:
    """The stories of the edition that the reader's mutes hide, by the mute that hides them."""
    specimen = specimen_shown()
    edition = front_for(request, specimen).edition
    under: dict[int, list[Entry]] = {}
    for _section, entries in edition.hidden:
        for entry in entries:
            if entry.wanted.mute:
                under.setdefault(entry.wanted.mute.pk, []).append(entry)
    parts: dict[int, list[Row]] = {}
    for row in edition.left_out:
        parts.setdefault(edition.muted[row.pk], []).append(row)
    hides, rules = edition.hidden_by, [rule for rule in rules_for(request) if rule.effect == MUTE]
    return render_page(request, "paper/muting/hidden_page.html", specimen, edition, {
        "groups": [
            Group(rule, len(under.get(rule.pk, ())), hides[rule.pk], under.get(rule.pk, [])[:OF_A_RULE], parts.get(rule.pk, [])[:OF_A_RULE])
            for rule in rules if hides.get(rule.pk)
        ],
        "everything": bool(edition.counts.hidden) and not edition.counts.stories,
        "here": "mutes",
    })


@require_safe
def following(request: HttpRequest) -> HttpResponse:
    """All stories of the edition that the reader follows, the newest first."""
    specimen = specimen_shown()
    edition = front_for(request, specimen).edition
    return render_page(request, "paper/muting/following_page.html", specimen, edition, {
        "page": Paginator(edition.followed, ON_A_PAGE).get_page(request.GET.get("page")),
        "follows": [rule for rule in rules_for(request) if rule.effect == FOLLOW],
        "here": "mutes",
    })
