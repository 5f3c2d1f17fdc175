"""How many comments there are on the stories of an edition, laid over what is printed for everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest

from octavo.site.paper.entry import Entry
from octavo.site.paper.owner import is_owner
from octavo.site.readers.comments import asking
from octavo.site.readers.comments.standing import comments_on, tell_from_now


def talk_about(request: HttpRequest, entries: Sequence[Entry]) -> Mapping[int, int]:
    """The comments on stories and on their articles, by the article that stands for each. Two queries; one where comments are off."""
    if not comments_on():
        return {}
    if is_owner(request):
        tell_from_now(request)
    on_articles, on_stories = asking.published_on(
        {row.pk for entry in entries for row in entry.rows}, {entry.row.story for entry in entries if entry.row.story},
    )
    if not on_articles and not on_stories:
        return {}
    return {
        entry.row.pk: sum(on_articles.get(row.pk, 0) for row in entry.rows) + on_stories.get(entry.row.story, 0) for entry in entries
    }
