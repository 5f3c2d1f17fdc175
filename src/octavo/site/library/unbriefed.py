"""Which stories wait for a brief."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.utils import timezone

from octavo.site.library.models import Story, StoryBrief


def expect_briefs(stories: Collection[Story]) -> None:
    """Have briefs made of those stories, whose articles are others now or say something else, inside the caller's `writing()`. Those that
    have no article left lose theirs. Three statements at most, none for no story."""
    if gone := [story.pk for story in stories if not story.size]:
        StoryBrief.objects.filter(story__in=gone).delete()
    living = {story.pk: story for story in stories if story.size}
    if not living:
        return
    now = timezone.now()
    asked = dict(StoryBrief.objects.filter(story__in=list(living)).values_list("story", "asked"))
    StoryBrief.objects.bulk_create(
        [StoryBrief(story=story, waiting=story.last, asked=asked.get(pk) or now) for pk, story in living.items()],
        update_conflicts=True, unique_fields=["story"], update_fields=["waiting", "asked"],
    )


def expect_briefs_about(articles: Iterable[int]) -> None:
    """The same for the stories of those articles. Four statements at most."""
    expect_briefs(list(Story.objects.filter(places__in=list(articles)).distinct()))
