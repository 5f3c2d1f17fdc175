"""Articles are placed as they come, and what is known of them outlives whoever placed them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from octavo import Article as Read
from octavo.grouping.stories.digest import Digest, digest
from tests.site.desk.grouping.placed import EVENTS, place_all, report
from tests.site.library.articles import BODY, MORNING
from tests.site.library.placed import came, check, stories

if TYPE_CHECKING:
    from octavo.site.library.models import Article


def together() -> set[frozenset[str]]:
    """The keys of the articles of each story, without their edition."""
    return {frozenset(each.rsplit("-", 1)[0] for each in keys) for keys in stories().values()}


def expected(numbers: range) -> set[frozenset[str]]:
    return {frozenset(f"{event}-{number}" for number in numbers) for event in EVENTS}


def test_articles_of_an_event_are_a_story(library: str) -> None:
    for number in range(3):
        for event in EVENTS:
            report(event, number, minutes=number)
    assert place_all() == 9
    assert together() == expected(range(3))
    assert place_all() == 0
    check()


def test_what_was_placed_is_known_from_bytes_alone(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.desk.grouping.placing import load

    for number in range(3):
        for event in EVENTS:
            report(event, number, minutes=number)
        place_all()
    assert together() == expected(range(3))
    with CaptureQueriesContext(connection) as seen:
        assert len(load(specimen=False)) == 9
    assert not [query for query in seen if '"text"' in query["sql"]]
    check()


def test_a_copy_goes_where_its_text_is_from(library: str) -> None:
    from octavo.site.library.models import Place

    report("ferry", 0)
    place_all()
    text = [f"Sentence {number} of what Northwire wrote about the matter of {number * number} pages and more." for number in range(30)]
    origin = came("origin", *text, publisher="Coast Daily", url="https://coastdaily.example/1")
    place_all()
    copy = came("copy", *text[:20], minutes=9, headline="Another headline", publisher="The Beacon", url="https://beacon.example/2")
    update = came("update", *text, "And more was told later.", minutes=20, publisher="Coast Daily", url="https://coastdaily.example/3")
    place_all()
    places = {each.pk: each for each in Place.objects.all()}
    assert (places[copy.pk].origin_id, places[copy.pk].earlier_id, places[copy.pk].outlet) == (origin.pk, None, "beacon.example")
    assert (places[update.pk].origin_id, places[update.pk].earlier_id) == (None, origin.pk)
    assert sorted(map(len, stories().values())) == [1, 3]
    check()


def test_an_update_that_moves_its_time_stays_the_origin(library: str) -> None:
    from octavo.site.library.models import Place

    text = [f"Sentence {number} of what the Daily wrote about the matter of {number * number} pages and more." for number in range(30)]
    first = came("first", *text, publisher="Coast Daily", url="https://coastdaily.example/1")
    copy = came("copy", *text, minutes=9, publisher="The Beacon", url="https://beacon.example/2")
    place_all()
    came("first", *text, "It was mended later.", minutes=60, publisher="Coast Daily", url="https://coastdaily.example/1")
    place_all()
    assert {each.pk: each.origin_id for each in Place.objects.all()} == {first.pk: None, copy.pk: first.pk}
    check()


def wire(key: str, minutes: int, publisher: str, sentences: int = 30, **fields: Any) -> Article:
    """An article that carries so many sentences of one text."""
    text = [f"Sentence {number} of what Northwire wrote about the matter of {number * number} pages." for number in range(sentences)]
    url = f"https://{publisher.lower().replace(' ', '')}.example/{key}"
    return came(key, *text, minutes=minutes, publisher=publisher, url=url, headline=f"Pages and more: {key}", **fields)


def test_the_agency_has_written_its_text_whoever_printed_it_first(library: str) -> None:
    from octavo.site.library.models import Place, Story

    first = wire("first", 0, "Coast Daily", 25, agency="Northwire")
    place_all()
    assert Place.objects.get().voice == "northwire"
    second = wire("second", 5, "The Beacon", 20)
    third = wire("third", 6, "Northwire")
    place_all()
    places = {each.pk: each for each in Place.objects.all()}
    assert {pk: each.origin_id for pk, each in places.items()} == {first.pk: third.pk, second.pk: third.pk, third.pk: None}
    assert {each.voice for each in places.values()} == {"northwire"}
    assert (Story.objects.get().reports, Story.objects.get().size, Story.objects.get().rough) == (1, 3, False)
    check()


def test_what_copies_the_first_print_once_more_is_a_copy_of_the_agency(library: str) -> None:
    from django.utils import timezone

    from octavo.site.desk.grouping.placing import Placing
    from octavo.site.desk.leases import PLACING
    from octavo.site.library.models import Place

    placing = Placing("tests")
    assert PLACING.take("tests", timezone.now())
    wire("first", 0, "Coast Daily", 25, agency="Northwire")
    origin = wire("second", 5, "Northwire")
    assert placing.batch(timezone.now()) == 2
    assert placing.rest(timezone.now())
    assert not placing.rest(timezone.now())
    again = wire("third", 9, "The Beacon", 24)
    assert placing.batch(timezone.now()) == 1
    assert Place.objects.get(pk=again.pk).origin_id == origin.pk
    check()


def test_the_headline_of_a_story_is_the_one_that_says_most_of_what_all_say(library: str) -> None:
    from octavo.site.library.models import Story

    headlines = ("A night to forget!", "Ferry Marit aground off Skerry harbour on Sunday", "Marit ferry aground: Skerry harbour closed")
    for number, headline in enumerate(headlines):
        wire(f"n{number}", number, f"Paper {number}", 20)
        came(f"n{number}-own", EVENTS["ferry"], minutes=number, headline=headline, publisher=f"Paper {number}")
    place_all()
    [story] = Story.objects.filter(lead__key__endswith="own")
    assert story.lead
    assert story.lead.headline != headlines[0]
    check()


def test_the_specimen_and_the_reader_never_mix(library: str) -> None:
    for number in range(2):
        for kind in ("file", "specimen"):
            report("ferry", number, kind=kind)
    place_all()
    assert sorted(stories().values()) == [["ferry-0-file", "ferry-1-file"], ["ferry-0-specimen", "ferry-1-specimen"]]
    check()


def test_a_story_that_nobody_tells_any_more_is_joined_no_more(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.grouping import placing

    monkeypatch.setattr(placing, "LATELY", 0)
    report("ferry", 0)
    report("dam", 0)
    place_all()
    for number in (1, 2):
        report("dam", number, minutes=number * 12 * 24 * 60)
        place_all()
    report("ferry", 1, minutes=24 * 24 * 60)
    place_all()
    assert together() == {frozenset({"ferry-0"}), frozenset({"ferry-1"}), frozenset({"dam-0", "dam-1", "dam-2"})}


def test_a_text_that_changed_stays_in_its_story_and_draws_others_as_it_reads_now(library: str) -> None:
    from octavo.site.library.models import Place

    told = report("ferry", 0)
    place_all()
    digest = bytes(Place.objects.get().digest)
    story = Place.objects.get().story_id
    came(told.key, EVENTS["dam"], minutes=30, headline=told.headline, publisher="Harbour Post", url=told.url, language="en")
    place_all()
    assert (Place.objects.get().story_id, Place.objects.get().waiting) == (story, False)
    assert bytes(Place.objects.get().digest) != digest
    report("dam", 1, minutes=40)
    place_all()
    assert together() == {frozenset({"ferry-0", "dam-1"})}
    check()


def test_a_copy_that_was_written_anew_is_no_copy_any_more(library: str) -> None:
    from octavo.site.library.models import Place, Story

    wire = came("wire", *BODY, publisher="Northwire", headline="Ferry Marit off the sandbank", language="en", url="https://north.example/1")
    fields = {"publisher": "Coast Daily", "headline": "Afloat at last", "language": "en", "url": "https://post.example/copy"}
    copy = came("copy", *BODY, minutes=20, **fields)
    place_all()
    assert (Place.objects.get(pk=copy.pk).origin_id, Story.objects.get().reports) == (wire.pk, 1)
    own = [" ".join(reversed(text.split())) for text in BODY]
    came("copy", *own, minutes=40, **fields)
    place_all()
    assert Place.objects.get(pk=copy.pk).origin_id is None
    assert Story.objects.get().reports == 2
    check()


def test_a_digest_of_another_form_is_made_anew(library: str) -> None:
    from octavo.site.library.models import Place

    for number in range(2):
        report("ferry", number)
    place_all()
    before = {each.pk: bytes(each.digest) for each in Place.objects.all()}
    Place.objects.update(digest=b"of long ago")
    report("ferry", 2)
    assert place_all() == 3
    assert {each.pk: bytes(each.digest) for each in Place.objects.all()}.items() >= before.items()
    report("ferry", 3)
    place_all()
    assert together() == {frozenset(f"ferry-{number}" for number in range(4))}
    check()


def test_a_text_that_cannot_be_placed_stands_alone_and_holds_up_nothing(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.grouping import edition

    def stumbles(article: Read) -> Digest:
        if "dam" in article.id:
            raise KeyError(article)
        return digest(article)

    monkeypatch.setattr(edition, "digest", stumbles)
    for event in ("ferry", "dam"):
        for number in range(2):
            report(event, number)
    assert place_all() == 4
    assert together() == {frozenset({"ferry-0", "ferry-1"}), frozenset({"dam-0"}), frozenset({"dam-1"})}
    monkeypatch.undo()
    report("ferry", 2)
    place_all()
    check()


def test_articles_without_text_headline_or_date_are_placed(library: str) -> None:
    came("nothing", "", headline="", publisher=None, url=None, published=None)
    came("headline", "", headline="Live updates", published=None)
    came("future", published=MORNING + timedelta(days=9_000))
    assert place_all() == 3
    check()


def test_a_headline_that_says_nothing_makes_no_story_of_a_hundred(library: str) -> None:
    for number in range(100):
        came(f"live {number}", "", headline="Live updates", publisher=f"Paper {number % 9}", url=f"https://p{number}.example/live")
    assert place_all() == 100
    assert len(stories()) == 100
    check()


def test_what_the_owner_decides_between_two_batches_holds_from_the_next(library: str) -> None:
    from django.utils import timezone

    from octavo.site.desk.grouping.placing import REST, Placing
    from octavo.site.desk.leases import PLACING
    from octavo.site.library.choosing import merge_stories, undo_choice
    from octavo.site.library.models import Place

    assert PLACING.take("tests", timezone.now())
    placing = Placing("tests")

    def place(event: str, number: int) -> int:
        article = report(event, number)
        assert placing.batch(timezone.now()) == 1
        while placing.rest(timezone.now() + REST):
            pass
        return Place.objects.get(article=article).story_id or 0

    ferry, dam = place("ferry", 0), place("dam", 0)
    choice = merge_stories(dam, ferry, MORNING)
    assert place("dam", 1) == ferry
    assert place("ferry", 1) == ferry
    assert together() == {frozenset({"ferry-0", "ferry-1", "dam-0", "dam-1"})}
    undo_choice(choice)
    assert frozenset({"dam-0"}) in together()
    check()


def test_two_workers_do_no_harm(library: str) -> None:
    from octavo.site.desk.grouping.placing import Placing
    from octavo.site.desk.leases import PLACING, LeaseLost
    from octavo.site.library.models import Place

    assert PLACING.take("one", MORNING)
    assert not PLACING.take("two", MORNING)
    assert PLACING.take("one", MORNING + timedelta(seconds=30))
    assert not PLACING.take("two", MORNING + timedelta(seconds=80))
    report("ferry", 0)
    one = Placing("one")
    assert PLACING.take("two", MORNING + timedelta(minutes=5))
    with pytest.raises(LeaseLost):
        one.batch(MORNING)
    assert Place.objects.get().waiting
    assert Placing("two").batch(MORNING) == 1
    PLACING.let_go("one")
    assert not PLACING.take("one", MORNING + timedelta(minutes=5))
    PLACING.let_go("two")
    assert PLACING.take("one", MORNING + timedelta(minutes=5))


def test_a_lease_from_a_clock_that_was_ahead_is_taken(library: str) -> None:
    from octavo.site.desk.leases import PLACING

    assert PLACING.take("one", MORNING + timedelta(days=400))
    assert PLACING.take("two", MORNING)
