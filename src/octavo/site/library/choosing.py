"""What the owner decides about stories: two are one, articles are a story of their own, articles belong to another; and each taken back.

Each article's story is kept twice: where it was found to belong, and where it is shown, which is made from the first by all choices in
their order (`shown`). So taking one back is leaving it out, and gives what stood there without it, whatever was decided since. The articles
that stood in the stories of a choice are held: what is placed or mended later moves none of them. Nothing else comes of a choice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from octavo.errors import LibraryError
from octavo.messages import message as _
from octavo.site.library.models import Place, Story, StoryChoice
from octavo.site.library.state import renew_state
from octavo.site.library.story_counts import leading, recount_stories
from octavo.site.library.writing import save, writing

Kind = StoryChoice.Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice as it matters: `articles` go to `story`, and with None all that would stand in `other`."""

    story: int
    other: int
    articles: frozenset[int] | None = None


def shown(article: int, found: int, choices: Iterable[Choice]) -> int:
    """The story in which an article is shown that was found to belong to that one, by the owner's choices in their order."""
    story = found
    for choice in choices:
        if story == choice.other if choice.articles is None else article in choice.articles:
            story = choice.story
    return story


def merge_stories(story: int, into: int, now: datetime) -> int:
    """The two are one from now on, at the address of `into`; the other's leads there.

    Returns the number of the choice. Raises LibraryError.
    """
    with writing():
        _live(story, into)
        return _choose(Kind.MERGE, now, into, story, [])


def split_story(story: int, articles: Collection[int], now: datetime) -> int:
    """Those of its articles, with the copies of their texts, are another story. Returns the number of the choice, whose `story` is new.

    The old address keeps the larger part, of two alike the one with the first article. Raises LibraryError where nothing is left on a side.
    """
    with writing():
        old = _live(story)[0]
        ordered = list(Place.objects.filter(story=story).order_by("ranked", "article").values_list("pk", "origin"))
        off = _with_copies(articles, ordered)
        rest = [pk for pk, _ in ordered if pk not in off]
        if not off or not rest:
            raise LibraryError(_(
                "a story can be split where some of its articles go and some stay: choose some of them, not all."
            ))
        leaving = rest if (len(off), ordered[0][0] in off) > (len(rest), ordered[0][0] in rest) else sorted(off)
        new = Story.objects.create(specimen=old.specimen)
        return _choose(Kind.SPLIT, now, new.pk, story, leaving)


def move_articles(articles: Collection[int], into: int, now: datetime) -> int:
    """Those articles of one story, with the copies of their texts, belong to `into`.

    Returns the number of the choice. Raises LibraryError.
    """
    with writing():
        stories = set(Place.objects.filter(pk__in=articles).values_list("story", flat=True))
        if len(stories) != 1 or None in stories or into in stories:
            raise LibraryError(_(
                "articles can be moved from one story to another: choose some of one, and another story for them."
            ))
        [story] = stories
        _live(story, into)
        ordered = Place.objects.filter(story=story).order_by("ranked", "article").values_list("pk", "origin")
        return _choose(Kind.MOVE, now, into, story, sorted(_with_copies(articles, ordered)))


def undo_choice(choice: int) -> None:
    """What the owner decided there is taken back; all else that was decided stays. Nothing happens where it was taken back already."""
    with writing():
        row = StoryChoice.objects.filter(pk=choice).first()
        if row is None:
            return
        row.delete()
        if row.kind == Kind.SPLIT:
            # Without the choice there was no such story, and what has come to it since would have come to the one that it was.
            Place.objects.filter(found=row.story).update(found=row.other)
        _show_again(row)


def choices_about(story: int) -> list[StoryChoice]:
    """What the owner decided about a story, the latest first, each with both its stories. One query."""
    return list(StoryChoice.objects.filter(Q(story=story) | Q(other=story)).select_related("story", "other").order_by("-pk"))


def _live(*stories: int) -> list[Story]:
    """Rows of different stories of one edition that have articles. Raises LibraryError."""
    rows = Story.objects.in_bulk(stories)
    found = [rows[pk] for pk in stories if pk in rows and rows[pk].size]
    if len({row.pk for row in found}) < len(stories) or len({row.specimen for row in found}) > 1:
        raise LibraryError(_(
            "nothing can be decided about these stories: one of them was merged with another, or is gone. Load the page again."
        ))
    return found


def _with_copies(articles: Collection[int], ordered: Iterable[tuple[int, int | None]]) -> set[int]:
    """Those of a story's articles, and the copies of them that it has."""
    chosen = set(articles)
    return {pk for pk, origin in ordered if pk in chosen or origin in chosen}


def _choose(kind: Kind, now: datetime, story: int, other: int, articles: Sequence[int]) -> int:
    held = list(Place.objects.filter(story__in=(story, other)).order_by("pk").values_list("pk", flat=True))
    choice = StoryChoice.objects.create(kind=kind, made=now, story_id=story, other_id=other, articles=articles, held=held)
    _show_again(choice)
    return choice.pk


def _show_again(choice: StoryChoice) -> None:
    """Show each article that the choice, made or taken back, may concern where all choices say."""
    both = {choice.story_id, choice.other_id}
    rows = list(StoryChoice.objects.order_by("pk"))
    choices = [Choice(row.story_id, row.other_id, None if row.kind == Kind.MERGE else frozenset(row.articles)) for row in rows]
    held = {pk for row in rows for pk in row.held}
    changed: list[Place] = []
    went: dict[int, Counter[int]] = defaultdict(Counter)
    concerned = Place.objects.filter(Q(story__in=both) | Q(found__in=both) | Q(pk__in=choice.held))
    for place in concerned.filter(story__isnull=False).order_by("pk"):
        before, story = place.story_id or 0, shown(place.pk, place.found_id or 0, choices)
        if (before, place.held) != (story, place.pk in held):
            place.story_id, place.held = story, place.pk in held
            changed.append(place)
        if before != story:
            went[before][story] += 1
    save(changed)
    stories = both | went.keys() | {story for each in went.values() for story in each}
    # Their headlines are chosen anew, so that what is taken back leaves none behind.
    Story.objects.filter(pk__in=stories).update(lead=None, rough=True)
    recount_stories(stories, leading(went))
    renew_state()
