"""The pages of a polled source are stored as what is different from an earlier one, and come back as they came."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

import pytest

from octavo import Article, Page
from octavo.errors import LibraryError
from tests.site.library.articles import article, source
from tests.site.library.articles import page as made

if TYPE_CHECKING:
    from octavo.site.library.models import FetchedPage

FEED = "https://post.example/feed"


def feed(number: int, entries: int = 40, address: str = FEED) -> tuple[Page, list[Article]]:
    """A feed with that many entries, whose newest has that number: words that no compression makes shorter than a third."""
    keys = [f"{address} {each}" for each in range(number, number - entries, -1)]
    texts = [" ".join(f"{random.Random(f'{key} {place}').getrandbits(40):x}" for place in range(80)) for key in keys]
    body = "\n".join(f"<item>{key}: {text}</item>" for key, text in zip(keys, texts, strict=True))
    return made(body.encode(), number, address, name=address), [article(key, text) for key, text in zip(keys, texts, strict=True)]


def poll(given: tuple[Page, list[Article]]) -> None:
    from octavo.site.library.importing import Given, import_batch

    page, articles = given
    import_batch([Given(page, articles, source("feed", page.name))])


def stored() -> list[FetchedPage]:
    from octavo.site.library.models import FetchedPage

    return list(FetchedPage.objects.order_by("pk"))


def test_a_day_of_a_feed_takes_little_and_comes_back_byte_for_byte(library: str) -> None:
    from octavo.site.library.rows import page_of

    given = [feed(number) for number in range(40, 64)]
    for each in given:
        poll(each)
    rows = stored()
    assert [page_of(row) for row in rows] == [came for came, _ in given]
    whole = sum(len(zlib.compress(came.body, 4)) for came, _ in given)
    assert sum(len(row.body) for row in rows) < whole / 3
    bases = {row.pk for row in rows if row.is_base}
    assert 1 < len(bases) < 6
    assert {row.base_id for row in rows} == bases | {None}
    assert all((row.base_id is None) == row.is_base for row in rows)


def test_pages_read_back_ask_for_a_base_once(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.bodies import Bases
    from octavo.site.library.rows import page_of

    for number in range(40, 45):
        poll(feed(number))
    bases, rows = Bases(), stored()
    assert rows[-1].base_id
    with CaptureQueriesContext(connection) as captured:
        for row in rows:
            page_of(row, bases)
    assert len(captured) == 1


def test_the_statements_of_a_batch_stay_as_many(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.importing import Given, import_batch

    def statements(number: int, sources: int) -> int:
        feeds = [feed(number, 3, f"https://post.example/{sources}/{each}") for each in range(sources)]
        batch = [Given(given, articles, source("feed", given.name)) for given, articles in feeds]
        with CaptureQueriesContext(connection) as captured:
            import_batch(batch)
        return len(captured)

    poll(feed(40))  # The publisher is there.
    for number in (40, 41):
        assert statements(number, 1) == statements(number, 9)


@pytest.mark.parametrize(("kind", "name"), [("file", FEED), ("feed", "https://post.example/ferry")])
def test_what_is_not_polled_is_stored_whole(site: None, kind: str, name: str) -> None:
    from octavo.site.library.importing import Given, import_batch

    for number in (40, 41):
        given, articles = feed(number)
        import_batch([Given(Page(given.body, given.fetched, FEED, name), articles, source(kind, FEED))])
    assert [(row.base_id, row.is_base) for row in stored()] == [(None, False)] * 2


def test_a_page_that_has_become_another_is_the_next_base(site: None) -> None:
    poll(feed(40))
    poll(feed(41))
    poll(feed(400))
    poll(feed(401))
    first, beside, second, last = stored()
    assert [row.base_id for row in (first, beside, second, last)] == [None, first.pk, None, second.pk]


def test_a_very_long_page_is_stored_whole_and_is_no_base(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import bodies

    poll(feed(40))
    monkeypatch.setattr(bodies, "BASE_MOST", len(feed(40)[0].body) - 1)
    poll(feed(41))
    assert [(row.base_id, row.is_base) for row in stored()] == [(None, True), (None, False)]


def test_pages_of_an_earlier_octavo_are_read_and_serve_as_no_base(site: None) -> None:
    from octavo.site.library.models import FetchedPage
    from octavo.site.library.rows import page_of

    poll(feed(40))
    FetchedPage.objects.update(body=zlib.compress(feed(40)[0].body, 4), is_base=False)
    poll(feed(41))
    first, second = stored()
    assert page_of(first) == feed(40)[0]
    assert (second.base_id, second.is_base) == (None, True)


def test_a_damaged_base_is_said_and_nothing_more_hangs_on_it(site: None) -> None:
    from octavo.site.library.models import FetchedPage
    from octavo.site.library.rows import page_of

    poll(feed(40))
    poll(feed(41))
    FetchedPage.objects.filter(is_base=True).update(body=b"no page")
    with pytest.raises(LibraryError, match="damaged"):
        page_of(stored()[1])
    poll(feed(42))
    assert page_of(stored()[2]) == feed(42)[0]


def test_a_page_beside_another_base_than_its_own_is_damaged(site: None) -> None:
    from octavo.site.library.bodies import body_of

    poll(feed(40))
    poll(feed(41))
    with pytest.raises(LibraryError, match="damaged"):
        body_of(stored()[1], feed(39)[0].body)


def test_a_removed_source_keeps_its_pages_and_an_empty_one_goes_with_its_pages(library: str) -> None:
    from octavo.site.desk.adding.sources import remove
    from octavo.site.library.models import Article as Row
    from octavo.site.library.models import Source
    from octavo.site.library.rows import page_of

    for number in (40, 41):
        poll(feed(number))
    polled = Source.objects.get(address=FEED)
    remove(polled)
    assert [page_of(row) for row in stored()] == [feed(40)[0], feed(41)[0]]
    Row.objects.all().delete()
    polled.delete()
    assert stored() == []


def test_the_newest_base_of_a_source_is_found_by_an_index(library: str) -> None:
    from django.db import connection

    from octavo.site.library.models import FetchedPage

    poll(feed(40))
    with connection.cursor() as cursor:
        if library == "postgresql":
            cursor.execute("SET enable_seqscan = off")
        plan = FetchedPage.objects.filter(source__in=[1, 2], is_base=True).values("pk").explain()
        if library == "postgresql":
            cursor.execute("RESET enable_seqscan")
    assert "page_bases" in plan, plan
