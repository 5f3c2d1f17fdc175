from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from octavo import Article, NothingToRead, OctavoError, Page
from tests.site.library.articles import BODY, article, page, source, whole_library

if TYPE_CHECKING:
    from octavo.site.library.rereading import Reread


class Reading:
    """Stands in for today's reading: what each body is read as."""

    def __init__(self) -> None:
        self.articles: dict[bytes, list[Article] | Exception] = {}
        self.complaints: list[OctavoError] = []

    def __call__(self, given: Page) -> tuple[Article, ...]:
        found = self.articles[given.body]
        if isinstance(found, Exception):
            raise found
        return tuple(found)

    def import_(self, given: Page, *articles: Article, kind: str = "file") -> None:
        from octavo.site.library.importing import import_page

        self.articles[given.body] = list(articles)
        import_page(given, articles, source(kind, kind))

    def reread(self) -> Reread:
        from octavo.site.library.rereading import reread

        return reread(lambda done, total: None, self.complaints.append)


@pytest.fixture
def reading(library: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    from octavo.site.library import rereading

    made = Reading()
    monkeypatch.setattr(rereading, "read_page", made)
    yield made
    before = whole_library()
    assert made.reread().changed == 0
    assert whole_library() == before, "the second time changes something"


def held() -> list[tuple[Any, ...]]:
    from octavo.site.library.models import Article as Row

    return list(Row.objects.order_by("pk").values_list("pk", "key", "text"))


def test_better_reading_sets_the_text_in_place(reading: Reading) -> None:
    from octavo.site.library.models import Article as Row
    from octavo.site.library.models import ArticleVersion

    reading.import_(page(), article("ferry", "Sign in.", *BODY), article("mine", "Mine."))
    better = article("ferry", *BODY, headline="Ferry to stay", publisher="The Harbour Post", agency="Northwire")
    reading.articles[b"<html>"] = [better, article("mine", "Mine.")]
    (before, *_), outcome = held(), reading.reread()
    assert (outcome.pages, outcome.changed, outcome.failed) == (1, 1, 0)
    row = Row.objects.get(pk=before[0])
    assert (row.text, row.headline, row.agency, row.changed) == (better.text, "Ferry to stay", "Northwire", None)
    assert row.publisher is not None
    assert row.publisher.name == "The Harbour Post"
    assert not ArticleVersion.objects.exists()


def test_an_article_keeps_its_address_when_its_id_changes(reading: Reading) -> None:
    from octavo.site.library.importing import Imported, import_page

    reading.import_(page(), article("by text", *BODY), article("other", "Mine."))
    reading.articles[b"<html>"] = [article("other", "Mine."), article("by address", *BODY[1:])]
    addresses = [pk for pk, _, _ in held()]
    reading.reread()
    assert [pk for pk, _, _ in held()] == addresses
    assert {key for _, key, _ in held()} == {"by address", "other"}
    assert import_page(page(b"again", 5), [article("by address", *BODY[1:])], source()) == Imported(kept=1)


def test_an_id_that_another_article_has_is_not_taken(reading: Reading) -> None:
    reading.import_(page(), article("by text", *BODY))
    reading.import_(page(b"other", url=None), article("by address", "A wholly different text of some other page."))
    reading.articles[b"<html>"] = [article("by address", *BODY)]
    before = held()
    reading.reread()
    assert [pk for pk, _, _ in held()] == [pk for pk, _, _ in before]
    assert len({key for _, key, _ in held()}) == 2


def test_articles_found_for_the_first_time_are_added_and_lost_ones_kept(reading: Reading) -> None:
    reading.import_(page(), article("one", "The first."), article("two", "The second."))
    before = held()
    new = [article("three", "The third."), article("four", "The fourth.")]
    reading.articles[b"<html>"] = [article("one", "The first."), article("two", "The second."), *new]
    assert reading.reread().changed == 2
    reading.articles[b"<html>"] = [article("one", "The first.")]
    assert reading.reread().changed == 0
    assert held()[:2] == before
    assert [key for _, key, _ in held()] == ["one", "two", "three", "four"]


def test_an_earlier_version_is_bettered_and_stays_one(reading: Reading) -> None:
    from octavo.site.library.models import Article as Row
    from octavo.site.library.models import ArticleVersion

    reading.import_(page(), article("ferry", "Menu.", "The first text."))
    reading.import_(page(b"later", 60), article("ferry", "Menu.", "The later text."))
    reading.articles = {b"<html>": [article("ferry", "The first text.")], b"later": [article("ferry", "The later text.")]}
    assert reading.reread().changed == 2
    row, version = Row.objects.get(), ArticleVersion.objects.get()
    assert (row.text, row.page.digest) != (version.text, version.page and version.page.digest)
    assert (row.text, version.text) == ("The later text.", "The first text.")


def test_a_change_that_only_better_reading_sees_makes_a_version(reading: Reading) -> None:
    from octavo.site.library.models import Article as Row
    from octavo.site.library.models import ArticleVersion

    reading.import_(page(), article("ferry", "Same."))
    reading.import_(page(b"later", 60), article("ferry", "Same."))
    reading.articles = {b"<html>": [article("ferry", "Same.", "Before.")], b"later": [article("ferry", "Same.", "After.")]}
    assert reading.reread().changed == 2
    assert (Row.objects.get().text, ArticleVersion.objects.get().text) == ("Same.\n\nAfter.", "Same.\n\nBefore.")


@pytest.mark.parametrize("trouble", [NothingToRead("ferry.html", "it holds none", "Give another"), ValueError("a fault"), RecursionError()])
def test_one_bad_page_never_stops_the_rest(reading: Reading, trouble: Exception) -> None:
    reading.import_(page(), article("one", "The first."))
    reading.import_(page(b"second", 1), article("two", "The second."))
    reading.articles = {b"<html>": trouble, b"second": [article("two", "The second, better.")]}
    outcome = reading.reread()
    assert (outcome.pages, outcome.changed, outcome.failed) == (2, 1, 1)
    assert len(reading.complaints) == 1
    assert [text for _, _, text in held()] == ["The first.", "The second, better."]


def test_a_damaged_page_and_one_that_grows_too_large_are_named(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import bodies
    from octavo.site.library.models import FetchedPage

    monkeypatch.setattr(bodies, "MAX_PAGE", 1000)
    reading.import_(page(b"a" * 1001, name="large.html"), article("one"))
    reading.import_(page(b"second", 1, url=None, name="damaged.html"), article("two"))
    FetchedPage.objects.filter(name="damaged.html").update(body=b"no zlib")
    assert reading.reread().failed == 2
    assert "large.html" in str(reading.complaints[0])
    assert "damaged.html" in str(reading.complaints[1])
    reading.complaints.clear()


def test_the_specimen_is_read_again_as_the_specimen(reading: Reading) -> None:
    from octavo.site.library.models import Article as Row

    reading.import_(page(), article("ferry", "Menu.", "The text."), kind="specimen")
    reading.import_(page(b"own"), article("ferry", "Its own text."))
    reading.articles[b"<html>"] = [article("ferry", "The text.")]
    assert reading.reread().changed == 1
    assert dict(Row.objects.values_list("specimen", "text")) == {True: "The text.", False: "Its own text."}


def test_queries_do_not_grow_with_the_articles_of_a_page(reading: Reading) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries(count: int) -> int:
        body = b"%d" % count
        reading.import_(page(body), *(article(f"{count} {index}", "Menu.", f"Text {index}") for index in range(count)))
        reading.articles[body] = [article(f"{count} {index}", f"Text {index}") for index in range(count + 1)]
        from octavo.site.library.models import FetchedPage
        from octavo.site.library.rereading import renew
        from octavo.site.library.rows import page_of

        stored = next(each for each in FetchedPage.objects.select_related("source") if page_of(each).body == body)
        with CaptureQueriesContext(connection) as captured:
            assert renew(stored, reading(page(body))) == count + 1
        return len(captured)

    assert queries(3) == queries(30)


def test_progress_counts_the_pages(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import rereading

    said: list[tuple[int, int]] = []
    reading = Reading()
    monkeypatch.setattr(rereading, "read_page", reading)
    for number in range(3):
        reading.import_(page(b"%d" % number), article(f"{number}"))
    outcome = rereading.reread(lambda done, total: said.append((done, total)), reading.complaints.append)
    assert said == [(1, 3), (2, 3), (3, 3)]
    assert str(outcome) == "3 pages read again, 0 articles changed"
