"""Places what waits, in the order in which it came: batches from the library, decisions back into it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from octavo.grouping.owners import Owners
from octavo.grouping.stories.digest import unpack
from octavo.grouping.stories.settling import AT_ONCE
from octavo.grouping.stories.window import QUIET
from octavo.site.desk.grouping.edition import Before, Edition
from octavo.site.desk.grouping.mending import Placed, moves, whole_stories
from octavo.site.desk.grouping.settling import lead_of, settled
from octavo.site.desk.leases import PLACING
from octavo.site.library.mending import mend_places
from octavo.site.library.models import Place, Story
from octavo.site.library.owners import list_mark, owners_by
from octavo.site.library.placing import Decided, Found, Text, decided, put_places, put_texts
from octavo.site.library.unplaced import unplaced
from octavo.site.library.writing import explaining, writing

if TYPE_CHECKING:
    from django.db.models import QuerySet

log = logging.getLogger("octavo.desk")

BATCH = 64
"""Articles that are placed together, and written down in one transaction."""
KEEPS = timedelta(seconds=QUIET)
"""How long before the newest report of an edition a story had its last one that an article may still join."""
LATELY = 5_000
"""The articles that came last are known however old they are, so that an archive's stories come together."""
MOST = 150_000
"""Articles that are known at most, those that came last: half a gigabyte."""
TOGETHER = 120
"""Articles of a story that are looked at together, the last that came."""
REST, MANY, AGAIN = timedelta(seconds=5), 500, timedelta(minutes=1)
"""When stories are looked at once more: when nothing came for so long, or so many articles came; and no sooner than so long after that was
done last."""
STEP = 1_000
"""Articles that are loaded together."""


class Placing:
    """Places articles for that worker, which has the lease."""

    def __init__(self, worker: str) -> None:
        self._worker = worker
        self._editions: dict[bool, Edition] = {}
        self._loaded: dict[bool, int] = {}
        self._decided: Decided | None = None
        self._placed = {False: 0, True: 0}
        self._last = datetime.min.replace(tzinfo=UTC)
        self._mended = {False: self._last, True: self._last}
        self._owners, self._list = Owners(), ""

    @explaining()
    def batch(self, now: datetime) -> int:
        """Place some that wait; returns how many, 0 where none does. Raises LeaseLost where another worker does that by now.

        What is known in memory is thrown away where it could not be written down, or where the owner decided something meanwhile.
        """
        self._know_owners()
        before = decided()
        if before != self._decided:
            self._editions.clear()
        self._decided = before
        queue = unplaced(now).order_by("article")
        specimen = queue.values_list("article__specimen", flat=True).first()
        if specimen is None:
            return 0
        edition = self._known(specimen)
        rows = list(queue.filter(article__specimen__in=[specimen]).select_related("article__publisher")[:BATCH])
        try:
            found = [_placed(edition, row) for row in rows]
            with writing():
                PLACING.hold(self._worker)
                numbers = put_places(specimen, found) if decided() == before else None
        except BaseException:
            self._editions.clear()
            raise
        if numbers is None:
            return self.batch(now)
        edition.opened(numbers)
        self._placed[specimen] += len(rows)
        self._last = now
        return len(rows)

    @explaining()
    def rest(self, now: datetime) -> bool:
        """Look again at what was placed, all of it known: at a story that articles joined whose texts they carry; and, when nothing has
        come for REST or MANY articles have, at which articles are one story. Returns whether there was something to look at. To be done
        while nothing waits. Raises LeaseLost."""
        if story := Story.objects.filter(rough=True).order_by("pk").first():
            self._settle(story)
            return True
        for specimen, placed in self._placed.items():
            if placed and (placed >= MANY or now - self._last >= REST) and now - self._mended[specimen] >= AGAIN:
                self._placed[specimen], self._mended[specimen] = 0, now
                self._mend(specimen)
                return True
        return False

    def _settle(self, story: Story) -> None:
        places = list(Place.objects.filter(story=story).order_by("-article").select_related("article__publisher")[:TOGETHER])
        texts = _settled(places, self._owners)
        with writing():
            PLACING.hold(self._worker)
            put_texts(story.pk, texts, lead_of(places, texts))
        if edition := self._editions.get(story.specimen):
            edition.settled(texts)

    def _mend(self, specimen: bool) -> None:
        before = decided()
        goes = _moves(specimen)
        with writing():
            PLACING.hold(self._worker)
            if goes and decided() == before:
                mend_places(specimen, goes)
                self._editions.pop(specimen, None)

    def _know_owners(self) -> None:
        """Know whose outlets are one voice as the library has it. Who is counted by an older list meanwhile is counted anew behind this:
        see `octavo.site.library.voices`."""
        mark = list_mark()
        if mark != self._list:
            self._list, self._owners = mark, owners_by(mark)
            for edition in self._editions.values():
                edition.owners = self._owners

    def _known(self, specimen: bool) -> Edition:
        """The edition as the library has it, loaded where it is not known, or where much of what is known is old by now."""
        edition = self._editions.get(specimen)
        if edition is None or len(edition) > self._loaded[specimen] + max(self._loaded[specimen], LATELY):
            edition = self._editions[specimen] = load(specimen, self._owners)
            self._loaded[specimen] = len(edition)
        return edition


def _placed(edition: Edition, row: Place) -> Found:
    try:
        return edition.place(row.article, row)
    except Exception:
        # Whatever a text does to what reads it is that text's problem: it stays alone.
        log.exception("Article %d cannot be placed among the others, and stands alone", row.pk)
        return Found(row.pk, row.article.seen, row.article.published, row.story_id or str(row.pk), b"")


def _settled(places: list[Place], owners: Owners) -> list[Text]:
    try:
        return settled(places, owners)
    except Exception:
        log.exception("The texts of story %s cannot be compared, and stay as they were found", places[0].story_id if places else "")
        return []


def _moves(specimen: bool) -> dict[int, int | str]:
    try:
        return moves(_placed_of_late(specimen))
    except Exception:
        log.exception("The stories of late cannot be looked at together, and stay as they were found")
        return {}


def load(specimen: bool, owners: Owners | None = None) -> Edition:
    """What placing needs to know of an edition: the articles of the stories that are still told, and those that came last. From bytes, no
    text is read."""
    edition = Edition(owners)
    unknown = [before.pk for before in _before(_of_late(specimen)) if not edition.recall(before)]
    for some in _steps(unknown):
        with writing():
            Place.objects.filter(pk__in=some).update(waiting=True)
    return edition


def _told_still(specimen: bool) -> QuerySet[Story]:
    """The stories of an edition that an article may still join."""
    told = Story.objects.filter(specimen__in=[specimen], size__gt=0)
    newest = told.order_by("-last").values_list("last", flat=True).first()
    return told.filter(last__gte=newest - KEEPS) if newest else told.none()


def _of_late(specimen: bool) -> list[int]:
    placed = Place.objects.filter(story__specimen=specimen).order_by("-article")
    pks = set(placed.values_list("pk", flat=True)[:LATELY])
    pks |= set(placed.filter(story__in=_told_still(specimen)).values_list("pk", flat=True)[:MOST])
    return sorted(pks)


def _placed_of_late(specimen: bool) -> list[Placed]:
    """The articles of the stories that were reported last, AT_ONCE at most, in the order in which they came."""
    told = _told_still(specimen).order_by("-last", "-pk")
    chosen = whole_stories(dict(told.values_list("pk", "size")[:AT_ONCE]), AT_ONCE)
    known = Place.objects.filter(story__in=chosen).exclude(digest=b"").order_by("pk")
    placed = []
    for pk, story, digest, held, earlier in known.values_list("pk", "story", "digest", "held", "earlier"):
        with suppress(ValueError):  # of another form: it is looked at again soon, and stays where it is until then
            placed.append(Placed(pk, story, unpack(digest), held, earlier))
    return placed


def _before(pks: list[int]) -> Iterator[Before]:
    columns = ("pk", "story", "digest", "article__sketch", "outlet", "origin", "earlier", "article__arrived")
    for some in _steps(pks):
        for pk, story, digest, sketch, *others in Place.objects.filter(pk__in=some).order_by("pk").values_list(*columns):
            yield Before(pk, story, bytes(digest), bytes(sketch), *others)


def _steps(pks: list[int]) -> Iterable[list[int]]:
    return (pks[start : start + STEP] for start in range(0, len(pks), STEP))
