"""After a change of the list of owners all voices are what they would have been by the new one, and all stories are counted so."""

from __future__ import annotations

import pytest

from octavo.grouping.owners import Owner
from tests.site.library.placed import came, check, tell

TEXT = "The ferry Marit was towed off the Alder sandbank on Tuesday with 42 passengers still on board."


def some() -> int:
    """A story of six articles: two papers of an owner, each with a report and one with a copy of an agency's text that another paper had
    first; returns its number."""
    post = came("post", TEXT, publisher="The Post", url="https://post.example/1")
    pilot = came("pilot", TEXT, publisher="The Pilot", url="https://www.pilot.example/1", minutes=1)
    wire = came("wire", TEXT, publisher="The Beacon", url="https://beacon.example/1", minutes=2)
    carried = came("carried", TEXT, publisher="The Pilot", url="https://www.pilot.example/2", agency="Northwire", minutes=3)
    plain = came("plain", TEXT, publisher="The Pilot", url="", minutes=4)
    unknown = came("unknown", TEXT, publisher=None, url="", minutes=5)
    story = tell("marit", post, voice="post.example", outlet="post.example")
    tell(story, pilot, voice="pilot.example", outlet="pilot.example")
    tell(story, wire, voice="northwire", outlet="beacon.example")
    tell(story, carried, voice="", outlet="pilot.example", origin=wire.pk)
    tell(story, plain, voice="the pilot", outlet="the pilot")
    tell(story, unknown)
    return story


def step() -> bool:
    """Count some."""
    from octavo.site.library.voices import count_some_voices
    from octavo.site.library.writing import writing

    with writing():
        return count_some_voices()


def count_all() -> int:
    """Count until nothing is left; returns in how many steps."""
    from octavo.site.library.voices import voices_due

    steps = 0
    while voices_due():
        step()
        steps += 1
    return steps


def voices() -> dict[str, str]:
    from octavo.site.library.models import Place

    return dict(Place.objects.order_by("pk").values_list("article__key", "voice"))


APART = {
    "post": "post.example", "pilot": "pilot.example", "wire": "northwire", "carried": "northwire", "plain": "the pilot", "unknown": "",
}
TOGETHER = APART | dict.fromkeys(("post", "pilot", "plain"), "Isle Media")
ISLE = Owner("Isle Media", ("post.example", "pilot.example"), ("The Pilot",))


def test_stories_are_counted_by_the_list_as_it_is(library: str) -> None:
    from octavo.site.library.models import Story
    from octavo.site.library.owners import add_owner, remove_owner

    story = some()
    count_all()
    assert voices() == APART
    assert Story.objects.get(pk=story).reports == 5
    add_owner(ISLE)
    assert count_all()
    assert voices() == TOGETHER
    assert Story.objects.get(pk=story).reports == 3
    check()
    remove_owner("Isle Media")
    count_all()
    assert voices() == APART
    assert Story.objects.get(pk=story).reports == 5
    check()


def test_an_agency_that_is_owned_takes_its_texts_along(library: str) -> None:
    from octavo.site.library.owners import add_owner

    some()
    add_owner(Owner("Isle Media", ("beacon.example",), ("Northwire",)))
    count_all()
    assert voices() == APART | dict.fromkeys(("wire", "carried"), "Isle Media")
    check()


def test_nothing_is_due_where_nothing_changed(library: str) -> None:
    from octavo.site.library.state import state
    from octavo.site.library.voices import voices_due

    assert not voices_due()
    some()
    assert voices_due()
    before = state()
    assert count_all() == 2
    assert state() == before
    assert not voices_due()


def test_it_goes_on_where_it_was_broken_off(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import voices as counting
    from octavo.site.library.models import Choice
    from octavo.site.library.owners import add_owner

    some()
    count_all()
    add_owner(ISLE)
    monkeypatch.setattr(counting, "STEP", 1)
    assert step()
    broken = voices()
    assert broken == APART | {"post": "Isle Media"}
    with monkeypatch.context() as fault:
        fault.setattr(counting, "renew_state", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            step()
    assert voices() == broken
    stands = Choice.objects.get(name=counting.VOICES).value
    assert stands["after"] is not None
    assert count_all() == 5
    assert voices() == TOGETHER
    check()


def test_another_change_meanwhile_begins_anew(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import voices as counting
    from octavo.site.library.owners import add_owner, change_owner

    some()
    add_owner(ISLE)
    monkeypatch.setattr(counting, "STEP", 1)
    step()
    change_owner("Isle Media", Owner("Holm", ISLE.domains, ISLE.publishers))
    count_all()
    assert voices() == APART | dict.fromkeys(("post", "pilot", "plain"), "Holm")
    check()


def test_a_newer_list_that_comes_with_octavo_is_counted_by(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import owners

    some()
    count_all()
    monkeypatch.setattr(owners, "STARTER", (ISLE,))
    monkeypatch.setattr(owners, "_STARTER_MARK", "another")
    count_all()
    assert voices() == TOGETHER


def test_it_takes_the_same_number_of_queries_however_many_articles(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.owners import add_owner, remove_owner

    taken = []
    for number in (2, 40):
        articles = [came(f"{number}-{each}", TEXT, url=f"https://p{each % 2}.example/{number}-{each}") for each in range(number)]
        for place, article in enumerate(articles):
            tell(f"story {article.pk}", article, voice=f"p{place % 2}.example", outlet=f"p{place % 2}.example")
        count_all()
        add_owner(Owner("Isle Media", ("p0.example", "p1.example")))
        with CaptureQueriesContext(connection) as seen:
            count_all()
        taken.append(len(seen))
        remove_owner("Isle Media")
    assert taken[0] == taken[1]
