"""What is seen late about stories, carried out in the library: articles that belong to another story after all.

The owner's word stands: an article that is held stays where it is, whatever else moves. A copy goes with its origin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from octavo.site.library.models import Place, Story
from octavo.site.library.state import renew_state
from octavo.site.library.story_counts import leading, recount_stories
from octavo.site.library.writing import save


def mend_places(specimen: bool, moves: Mapping[int, int | str]) -> dict[str, int]:
    """Move articles of an edition, by their numbers, to other stories, inside the caller's `writing()`; to a story's number, or to a new
    one by a name of its own. Returns the numbers of the new stories, by their names. At most eight statements.
    """
    from_stories = set(Place.objects.filter(pk__in=list(moves)).values_list("story", flat=True))
    rows = list(Place.objects.filter(story__in=from_stories, story__specimen__in=[specimen]).order_by("ranked", "article"))
    goes = _with_copies(moves, rows)
    new = sorted({to for to in goes.values() if isinstance(to, str)})
    numbers = dict(zip(new, (row.pk for row in Story.objects.bulk_create([Story(specimen=specimen) for _ in new])), strict=True))
    changed: list[Place] = []
    went: dict[int, Counter[int]] = defaultdict(Counter)
    for row in rows:
        to = goes.get(row.pk, row.story_id or 0)
        story = numbers[to] if isinstance(to, str) else to
        if story != row.story_id:
            went[row.story_id or 0][story] += 1
            row.story_id = row.found_id = story
            changed.append(row)
    save(changed)
    stories = went.keys() | {story for each in went.values() for story in each}
    Story.objects.filter(pk__in=stories).update(rough=True)
    recount_stories(stories, leading(went))
    if changed:
        renew_state()
    return numbers


def _with_copies(moves: Mapping[int, int | str], rows: list[Place]) -> dict[int, int | str]:
    """Where each of the articles goes that may, and those of the same stories that carry their texts."""
    story_of = {row.pk: row.story_id for row in rows}
    goes: dict[int, int | str] = {}
    for row in rows:
        # A copy has its origin's story, but where the owner thought otherwise.
        decides = row.origin_id if row.origin_id and story_of.get(row.origin_id) == row.story_id else row.pk
        to = moves.get(decides)
        if to is not None and not row.held:
            goes[row.pk] = to
    return goes
