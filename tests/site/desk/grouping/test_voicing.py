"""A change of the list of owners counts all stories anew, in the background, and whatever happens meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from octavo.grouping.owners import Owner
from tests.site.desk.grouping.placed import PAPERS, place_all, report
from tests.site.kill_trials import killed_in
from tests.site.library.placed import came, check

DOMAINS = tuple(f"{paper.lower().replace(' ', '')}.example" for paper in PAPERS)


def voices() -> set[str]:
    from octavo.site.library.models import Place

    return set(Place.objects.values_list("voice", flat=True))


def test_new_articles_are_counted_by_the_list_as_it_is(library: str) -> None:
    from django.utils import timezone

    from octavo.site.desk.grouping.placing import Placing
    from octavo.site.desk.leases import PLACING
    from octavo.site.library.owners import add_owner, remove_owner

    assert PLACING.take("tests", timezone.now())
    placing = Placing("tests")
    report("ferry", 0)
    placing.batch(timezone.now())
    add_owner(Owner("Isle", DOMAINS))
    report("ferry", 1)
    placing.batch(timezone.now())
    assert voices() == {DOMAINS[0], "Isle"}
    remove_owner("Isle")
    report("ferry", 2)
    placing.batch(timezone.now())
    assert voices() == {DOMAINS[0], "Isle", DOMAINS[2]}


def test_an_agency_that_only_a_copy_credits_is_the_voice_of_its_text(library: str) -> None:
    from django.utils import timezone

    from octavo.site.desk.grouping.placing import Placing
    from octavo.site.desk.grouping.voicing import count_voices
    from octavo.site.desk.leases import PLACING
    from octavo.site.library.models import Place
    from octavo.site.library.owners import add_owner

    text = [f"Sentence {number} of what Northwire wrote about the matter of {number * number} pages and more." for number in range(30)]
    came("silent", *text, publisher="The Post", url="https://post.example/1")
    came("told", *text, minutes=5, publisher="The Pilot", url="https://pilot.example/1", agency="Northwire")
    assert PLACING.take("tests", timezone.now())
    placing = Placing("tests")
    while placing.batch(timezone.now()) or placing.rest(timezone.now()) or count_voices("tests"):
        pass
    assert voices() == {"northwire"}
    add_owner(Owner("Isle", ("isle.example",), ("Northwire",)))
    while placing.batch(timezone.now()) or count_voices("tests"):
        pass
    assert voices() == {"Isle"}
    assert Place.objects.filter(story__rough=True).count() == 2
    assert placing.rest(timezone.now())
    assert voices() == {"Isle"}
    check()


def test_whoever_has_not_the_lease_counts_nothing(library: str) -> None:
    from octavo.site.desk.grouping.voicing import count_voices
    from octavo.site.desk.leases import LeaseLost
    from octavo.site.library.owners import add_owner

    report("ferry", 0)
    place_all()
    add_owner(Owner("Isle", DOMAINS))
    with pytest.raises(LeaseLost):
        count_voices("tests")
    assert voices() == {DOMAINS[0]}


def test_the_desk_counts_soon_after_a_change_though_nothing_waits(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk import processes
    from octavo.site.desk.grouping.running import run_grouping
    from octavo.site.library.owners import add_owner

    monkeypatch.setattr(processes, "LOOK", 0.05)
    for number in range(3):
        report("ferry", number)
    place_all()
    add_owner(Owner("Isle", DOMAINS))

    async def run() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(run_grouping(stop))
        async with asyncio.timeout(60):
            while await asyncio.to_thread(_seen) != {"Isle"}:
                await asyncio.sleep(0.1)
        stop.set()
        await work

    asyncio.run(run())
    check()


def _seen() -> set[str]:
    from django.db import connection

    try:
        return voices()
    finally:
        connection.close()


def test_killed_counting_is_gone_on_with(library: str, new_library: Path) -> None:
    trials = 12 if library == "sqlite" else 6
    killed, partly = killed_in("tests.site.desk.grouping.voice_killing", trials, new_library)
    assert killed >= trials // 3
    assert partly > 0
