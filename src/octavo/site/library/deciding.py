"""What the owner decides about speakers: that two are one, that one is two, and neither after all. It holds for articles to come."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Max

from octavo.errors import LibraryError
from octavo.site.library.counting import recount
from octavo.site.library.models import Speaker, SpeakerChoice, Statement
from octavo.site.library.writing import writing

AT_ONCE = 500
"""Articles that are told apart at once at most."""


def merge(speaker: int, into: int) -> None:
    """The two are one from now on, and stand on the page of `into`. Raises LibraryError where they cannot be."""
    with writing():
        rows = Speaker.objects.in_bulk([speaker, into])
        one, other = rows.get(speaker), rows.get(into)
        if one is None or other is None or one is other or one.merged_into_id or other.merged_into_id or one.specimen != other.specimen:
            raise LibraryError("these two speakers cannot be merged: one of them is merged already, or is gone. Load the page again.")
        Speaker.objects.filter(merged_into=one).update(merged_into=other)
        Speaker.objects.filter(pk=one.pk).update(merged_into=other)
        recount({speaker, into})


def unmerge(speaker: int) -> None:
    """It is one of its own again, with all that was said under its name; nothing happens where it is."""
    with writing():
        into = Speaker.objects.filter(pk=speaker).values_list("merged_into", flat=True).first()
        if into:
            Speaker.objects.filter(pk=speaker).update(merged_into=None)
            recount({speaker, into})


def split(speaker: int, articles: Collection[int]) -> int | None:
    """In those articles the name is somebody else's: a new speaker, whose number this returns; None where nothing was said there.

    AT_ONCE articles at most. Articles to come go to the one of the two whose roles they state.
    """
    with writing():
        one = Speaker.objects.get(pk=speaker)
        bearing = {one.pk: one} | {row.pk: row for row in Speaker.objects.filter(merged_into=one)}
        meant = Statement.objects.filter(speaker__in=list(bearing), article__in=list(articles)[:AT_ONCE])
        told = set(meant.values_list("article", "speaker", "role", "affiliation"))
        if not told:
            return None
        moved = {(role, place) for *_, role, place in told if role or place}
        named = {"specimen": one.specimen, "kind": one.kind, "key": one.key}
        apart = Speaker.objects.filter(**named).aggregate(last=Max("apart"))["last"] + 1
        other = Speaker.objects.create(**named, apart=apart, name=one.name, split_from=one, roles=sorted(map(list, moved)))
        SpeakerChoice.objects.bulk_create(
            [
                SpeakerChoice(article_id=article, kind=bearing[pk].kind, key=bearing[pk].key, speaker=other)
                for article, pk in sorted({(article, pk) for article, pk, *_ in told})
            ],
            update_conflicts=True, unique_fields=["article", "kind", "key"], update_fields=["speaker"],
        )
        meant.update(speaker=other)
        left = set(Statement.objects.filter(speaker=one).order_by().values_list("role", "affiliation").distinct())
        one.roles = [role for role in one.roles if tuple(role) not in moved or tuple(role) in left]
        one.save(update_fields=["roles"])
        recount({*bearing, other.pk})
    return other.pk


def put_back(speaker: int) -> int | None:
    """A speaker that was split off is again the one that it was split from, whose number this returns; None where it was not split off."""
    with writing():
        other = Speaker.objects.select_related("split_from").filter(pk=speaker).first()
        if other is None or other.split_from is None:
            return None
        one = other.split_from
        Statement.objects.filter(speaker=other).update(speaker=one)
        Speaker.objects.filter(merged_into=other).update(merged_into=one)
        Speaker.objects.filter(split_from=other).update(split_from=one)
        one.roles += [role for role in other.roles if role not in one.roles]
        one.save(update_fields=["roles"])
        root = other.merged_into_id
        other.delete()
        recount({one.pk, *([root] if root and root != one.pk else [])})
    return one.pk
