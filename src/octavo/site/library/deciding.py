"""What the owner decides about speakers: that two are one, that one is two, and neither after all. It holds for articles to come.

Nothing that was is lost, so that taking back gives what was, whatever was decided in between:

- `Speaker.merged_with` keeps who was merged with whom, a tree; `merged_into` is the root of it, on whose page all of it stands. Statements
  stay with their own speaker. To take a merger back is to cut that one branch off.
- A split is a `SpeakerChoice` for each article and name, one upon the other; the last holds, and each knows who it `was` before. The roles
  that were taken along are kept with their places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import cast

from django.db.models import F, Max

from octavo import analysis as found
from octavo.briefing.speaking.joining import Stated, key_of
from octavo.errors import LibraryError
from octavo.messages import message as _
from octavo.site.library.analysing import ROLES
from octavo.site.library.counting import recount
from octavo.site.library.models import Speaker, SpeakerChoice, Statement
from octavo.site.library.writing import writing

AT_ONCE = 500
"""Articles that are told apart at once at most."""

Took = tuple[int, int, str, str]
"""A role that went along in a split: whose it was, its place there, the role and the affiliation."""


def merge(speaker: int, into: int) -> None:
    """The two are one from now on, and stand on the page of `into`. Raises LibraryError where they cannot be."""
    with writing():
        rows = Speaker.objects.in_bulk([speaker, into])
        one, other = rows.get(speaker), rows.get(into)
        if one is None or other is None or one is other or one.merged_into_id or other.merged_into_id or one.specimen != other.specimen:
            raise LibraryError(_(
                "these two speakers cannot be merged: one of them is merged already, or is gone. Load the page again."
            ))
        Speaker.objects.filter(merged_into=one).update(merged_into=other)
        Speaker.objects.filter(pk=one.pk).update(merged_into=other, merged_with=other)
        recount({speaker, into})


def unmerge(speaker: int) -> None:
    """It is one of its own again, with those that were merged into it before; nothing happens where it is."""
    with writing():
        root = Speaker.objects.filter(pk=speaker).values_list("merged_into", flat=True).first()
        if root:
            branch = _branch(speaker, Speaker.objects.filter(merged_into=root).values_list("pk", "merged_with"))
            Speaker.objects.filter(pk__in=branch).update(merged_into=speaker)
            Speaker.objects.filter(pk=speaker).update(merged_into=None, merged_with=None)
            recount({speaker, root})


def _branch(speaker: int, merged: Iterable[tuple[int, int | None]]) -> list[int]:
    """Those that hang on the speaker, near or far, among pairs of (who, with whom)."""
    hanging: dict[int | None, list[int]] = defaultdict(list)
    for each, other in merged:
        hanging[other].append(each)
    branch = [*hanging[speaker]]
    for each in branch:  # it grows while it is walked
        branch += hanging[each]
    return branch


def split(speaker: int, articles: Collection[int]) -> int | None:
    """In those articles the name is somebody else's: a new speaker, whose number this returns; None where nothing was said there.

    AT_ONCE articles at most. Articles to come go to the one of the two whose roles they state.
    """
    with writing():
        one = Speaker.objects.get(pk=speaker)
        bearing = {one.pk: one} | {row.pk: row for row in Speaker.objects.filter(merged_into=one)}
        meant = Statement.objects.filter(speaker__in=list(bearing), article__in=list(articles)[:AT_ONCE])
        told = list(meant.order_by("pk").values_list("article", "speaker", "role", "affiliation"))
        if not told:
            return None
        # The name that most of it was said under is the new one's: articles to come bear it too.
        many = Counter(pk for _, pk, *_ in told)
        most = bearing[max(many, key=lambda pk: (many[pk], pk == one.pk, -pk))]
        named = {"specimen": most.specimen, "kind": most.kind, "key": most.key}
        apart = Speaker.objects.filter(**named).aggregate(last=Max("apart"))["last"] + 1
        moved = dict.fromkeys((role, place) for *_, role, place in told if role or place)
        roles = [list(role) for role in moved][-ROLES:]
        other = Speaker.objects.create(**named, apart=apart, name=most.name, split_from=most, roles=roles)
        SpeakerChoice.objects.bulk_create(
            SpeakerChoice(article_id=article, kind=bearing[pk].kind, key=bearing[pk].key, speaker=other, was_id=pk)
            for article, pk in sorted({(article, pk) for article, pk, *_ in told})
        )
        meant.update(speaker=other)
        other.took = [role for pk in sorted(many) for role in _taken(bearing[pk], moved)]
        other.save(update_fields=["took"])
        recount({*bearing, other.pk})
    return other.pk


def _taken(row: Speaker, moved: Collection[Stated]) -> list[Took]:
    """Take from a speaker the roles that have moved and that nothing states any more which is left; returns them."""
    left = set(Statement.objects.filter(speaker=row).order_by().values_list("role", "affiliation").distinct())
    taken = [(row.pk, place, *role) for place, role in enumerate(row.roles) if tuple(role) in moved and tuple(role) not in left]
    row.roles = [role for role in row.roles if tuple(role) not in moved or tuple(role) in left]
    row.save(update_fields=["roles"])
    return taken


def rekey(speaker: int) -> None:
    """The speaker's feed has another key from now on (see `Speaker.feed_turn`)."""
    with writing():
        Speaker.objects.filter(pk=speaker).update(feed_turn=F("feed_turn") + 1)


def put_back(speaker: int) -> int | None:
    """A speaker that was split off is again who it was split from, on the page of the number that this returns; None for one that was not.

    Each statement goes to whom it was said by before; what came in since, to the one of the name. Raises LibraryError while the speaker is
    merged with another: as one of two that are the same it cannot be gone.
    """
    with writing():
        other = Speaker.objects.select_related("split_from").filter(pk=speaker).first()
        if other is None or other.split_from is None:
            return None
        if other.merged_into_id or Speaker.objects.filter(merged_into=other).exists():
            raise LibraryError(_("%(name)s is merged with another speaker: take these two apart first.", name=other.name))
        one = other.split_from
        was = _take_back(other)
        Speaker.objects.filter(split_from=other).update(split_from=one)
        _return_roles(other, one)
        other.delete()
        recount({one.pk, *was})
    return one.merged_into_id or one.pk


def _take_back(other: Speaker) -> set[int]:
    """Take back what the owner said of the speaker, and give all statements to those who said them; returns who these are."""
    assert other.split_from_id is not None
    was = {(row.article_id, row.kind, row.key): row.was_id or other.split_from_id for row in SpeakerChoice.objects.filter(speaker=other)}
    moved: dict[int, list[int]] = defaultdict(list)
    for pk, article, kind, name in Statement.objects.filter(speaker=other).values_list("pk", "article", "kind", "name"):
        moved[was.get((article, kind, _key(kind, name)), other.split_from_id)].append(pk)
    for pk, said in moved.items():
        for start in range(0, len(said), AT_ONCE):
            Statement.objects.filter(pk__in=said[start : start + AT_ONCE]).update(speaker=pk)
    # What was split off from this one afterwards was, before that, with whom this one was split from.
    later = list(SpeakerChoice.objects.filter(was=other))
    for row in later:
        row.was_id = was.get((row.article_id, row.kind, row.key), other.split_from_id)
    SpeakerChoice.objects.bulk_update(later, ["was"], batch_size=AT_ONCE)
    return set(moved)


def _key(kind: str, name: str) -> str:
    return key_of(found.Speaker(name, cast("found.SpeakerKind", kind)))


def _return_roles(other: Speaker, one: Speaker) -> None:
    """Give the roles back that went along, each to its place; those that it was given since go to `one`, as the latest."""
    rows = Speaker.objects.in_bulk({one.pk, *(pk for pk, *_ in other.took)})
    for pk, place, *role in sorted(other.took):
        if pk in rows and role not in rows[pk].roles:
            rows[pk].roles.insert(place, role)
    known = [role for row in rows.values() for role in row.roles]
    rows[one.pk].roles += [role for role in other.roles if role not in known]
    Speaker.objects.bulk_update(rows.values(), ["roles"])
