"""The rules of a reader in the library: asked for, put in, changed, taken out, put back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from octavo.errors import LibraryError
from octavo.messages import message as _
from octavo.site.library.models import Speaker, Story
from octavo.site.library.story_counts import led
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.models import User
from octavo.site.readers.muting.models import ReaderRule
from octavo.site.readers.muting.rules import MOST, Rule, Wish

_ROW = (
    "pk", "effect", "kind", "value", "key", "places", "until", "breaks_after", "had", "story", "story__reports", "story__merged_into",
    "speaker", "speaker__merged_into",
)


class TooMany(LibraryError):
    """A reader has as many rules as one may have."""


@explaining()
def rules_of(reader: int) -> tuple[Rule, ...]:
    """A reader's rules, those made first coming first; those that have run out among them. One query, and one more where a
    story of theirs leads on to another: the rule goes along, as far as the story's address does."""
    rows = list(ReaderRule.objects.filter(reader=reader).order_by("pk").values(*_ROW))
    ways = led({row["story"] for row in rows if row["story__merged_into"]})
    return tuple(_rule(row, ways) for row in rows)


def put(reader: User, wishes: Sequence[Wish], now: datetime) -> tuple[list[int], list[Wish]]:
    """Put rules in: the numbers of all of them, and those that stood there for the same things before and are replaced.

    What has run out is taken out first. Raises TooMany, and puts nothing in, where there would be more than a reader may have.
    """
    with writing():
        ReaderRule.objects.filter(reader=reader, until__lte=now).delete()
        there = {(row.kind, row.key): row for row in ReaderRule.objects.filter(reader=reader)}
        wanted = {(wish.kind, wish.key): wish for wish in wishes}
        if len(there.keys() | wanted.keys()) > MOST:
            raise TooMany(_("%(most)s mutes and follows are as many as one reader may have. Remove some first.", most=MOST))
        before = [wish_of(there[thing]) for thing in wanted if thing in there]
        known = _known(wanted.values())
        numbers = []
        for thing, wish in wanted.items():
            row = there.get(thing) or ReaderRule(reader=reader, made=now)
            for name, value in _columns(wish, known).items():
                setattr(row, name, value)
            row.save()
            numbers.append(row.pk)
    return numbers, before


def change(reader: User, number: int, wish: Wish) -> list[Wish]:
    """Put another rule in the place of that one of the reader's, and of the one for the same thing: those that were, none where there is
    none of that number."""
    with writing():
        row = ReaderRule.objects.filter(reader=reader, pk=number).first()
        if row is None:
            return []
        same = ReaderRule.objects.filter(reader=reader, kind=wish.kind, key=wish.key).exclude(pk=number)
        before = [wish_of(each) for each in (row, *same)]
        same.delete()
        ReaderRule.objects.filter(pk=number).update(**_columns(wish, _known([wish])))
    return before


def take(reader: User, numbers: Sequence[int]) -> list[Wish]:
    """Take those of the reader's rules out that are there; returns them."""
    with writing():
        rows = list(ReaderRule.objects.filter(reader=reader, pk__in=numbers).order_by("pk"))
        ReaderRule.objects.filter(reader=reader, pk__in=[row.pk for row in rows]).delete()
    return [wish_of(row) for row in rows]


def wish_of(row: ReaderRule) -> Wish:
    """A rule as it would be asked for."""
    return Wish(
        row.effect, row.kind, row.value, row.key, tuple(row.places), row.story_id, row.speaker_id, row.until, row.breaks_after, row.had,
    )


def rules_taken(reader: User) -> list[dict[str, Any]]:
    """A reader's rules as they take them along; those that have run out among them. One query."""
    return [as_json(wish_of(row)) for row in ReaderRule.objects.filter(reader=reader).order_by("pk")]


def as_json(wish: Wish) -> dict[str, Any]:
    """A wish as JSON takes it."""
    return {**asdict(wish), "until": wish.until and wish.until.isoformat()}


def of_json(told: Mapping[str, Any]) -> Wish:
    """What `as_json` gave -> the wish."""
    return Wish(**{**told, "places": tuple(told["places"]), "until": told["until"] and datetime.fromisoformat(told["until"])})


def _known(wishes: Iterable[Wish]) -> tuple[set[int], set[int]]:
    """The stories and speakers among those that are asked for that are there: what is undone may name one that is gone meanwhile."""
    wanted = list(wishes)
    stories = Story.objects.filter(pk__in=[wish.story for wish in wanted if wish.story]).values_list("pk", flat=True)
    speakers = Speaker.objects.filter(pk__in=[wish.speaker for wish in wanted if wish.speaker]).values_list("pk", flat=True)
    return set(stories), set(speakers)


def _columns(wish: Wish, known: tuple[set[int], set[int]]) -> dict[str, Any]:
    stories, speakers = known
    return {
        "effect": wish.effect, "kind": wish.kind, "value": wish.value, "key": wish.key, "places": list(wish.places),
        "story_id": wish.story if wish.story in stories else None, "speaker_id": wish.speaker if wish.speaker in speakers else None,
        "until": wish.until, "breaks_after": wish.breaks_after, "had": wish.had,
    }


def _rule(row: Mapping[str, Any], ways: Mapping[int, tuple[int, int]]) -> Rule:
    story, has = ways.get(row["story"], (row["story"], row["story__reports"]))
    return Rule(
        pk=row["pk"], effect=row["effect"], kind=row["kind"], value=row["value"], key=str(story) if story else row["key"],
        number=row["speaker__merged_into"] or row["speaker"] or 0, places=frozenset(row["places"]), until=row["until"],
        breaks_after=row["breaks_after"], had=row["had"], has=has or 0,
    )
