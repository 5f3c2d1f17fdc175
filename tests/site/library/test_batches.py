"""Many pages of many sources at once end as if they were imported one after the other."""

from __future__ import annotations

from typing import Any

import pytest

from octavo import Article, Page
from tests.site.library.articles import BODY, MORNING, article, page, source, whole_library

Story = tuple[Page, list[Article], str]

FRONT, FERRY = "https://post.example/front", "https://post.example/ferry"
STORIES: list[Story] = [
    (page(b"feed", 0, "https://post.example/feed"), [article("ferry", BODY[0][:60] + "…"), article("bridge")], "post"),
    (page(b"page", 5, FERRY), [article()], "post"),
    (page(b"page", 10, FERRY), [article("ferry", *BODY, "A correction.")], "post"),
    (page(b"later", 20, FERRY), [article("ferry", *BODY, "A correction."), article("lighthouse", publisher=None)], "post"),
    (page(b"feed", 0, "https://post.example/feed"), [article("bridge"), article("bridge")], "herald"),
    (page(b"old", -60, FERRY), [article("ferry", "An earlier text.")], "post"),
    (page(b"nothing", 30, FRONT), [], "herald"),
    (page(b"changed", 40, FRONT), [article("ferry", "Another text of another paper."), article("pier")], "herald"),
    (page(b"again", 50, FRONT), [article("ferry", *BODY, "It sails."), article("pier", "Its text is another one.")], "herald"),
]


def brought(stories: list[Story], keep: bool) -> list[Any]:
    from octavo.site.library.importing import Given

    return [Given(given, articles, source("feed", address), keep) for given, articles, address in stories]


def bare() -> dict[str, list[tuple[Any, ...]]]:
    """The library without its mark, which is another after every change."""
    return {name: cells for name, cells in whole_library().items() if name not in ("Choice", "Source")}


@pytest.mark.parametrize("keep", [True, False])
def test_a_batch_ends_as_its_pages_one_after_the_other(library: str, libraries: Any, keep: bool) -> None:
    from octavo.site.library.importing import import_batch
    from tests.conftest import empty

    singly = [import_batch([each])[0] for each in brought(STORIES, keep)]
    expected, numbers = bare(), [[row.pk for row in taken.added] for taken in singly]
    empty()
    together = import_batch(brought(STORIES, keep))
    assert bare() == expected
    assert [taken.imported for taken in together] == [taken.imported for taken in singly]
    assert [[row.pk for row in taken.added] for taken in together] == numbers
    assert sum(taken.imported.added for taken in together) == 4
    assert sum(taken.imported.changed for taken in together) > 2


def test_a_page_that_says_nothing_new_is_not_stored(library: str) -> None:
    from octavo.site.library.importing import Imported, import_batch
    from octavo.site.library.models import FetchedPage

    import_batch(brought([(page(b"1"), [article()], "post")], keep=False))
    again = import_batch(brought([(page(b"2", 5), [article()], "post"), (page(b"3", 6), [article()], "herald")], keep=False))
    assert [taken.imported for taken in again] == [Imported(kept=1)] * 2
    assert FetchedPage.objects.get().complete


def test_new_rows_come_back_with_all_that_was_stored(library: str) -> None:
    from octavo.site.library.importing import import_batch
    from octavo.site.library.models import Article as Row

    first, second = [article("one"), article("two", publisher=None, published=MORNING)], [article("three")]
    given = [(page(b"1"), first, "post"), (page(b"2"), second, "post")]
    taken = import_batch(brought(given, keep=False))
    rows = [row for each in taken for row in each.added]
    assert [row.key for row in rows] == ["one", "two", "three"]
    fields = [field.attname for field in Row._meta.concrete_fields]
    for row in rows:
        stored = Row.objects.get(pk=row.pk)
        assert {name: getattr(row, name) for name in fields} == {name: getattr(stored, name) for name in fields}
        row.section = "Islands"
        row.save()
    assert Row.objects.filter(section="Islands").count() == 3


def test_statements_do_not_grow_with_the_pages_of_a_batch(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.importing import import_batch

    def statements(pages: int, text: str) -> int:
        names = [f"{pages} {number}" for number in range(pages)]
        given = [
            (page(f"{name} {text}".encode(), len(text)), [article(f"{name} {place}", text) for place in range(3)], "post") for name in names
        ]
        batch = brought(given, keep=False)
        with CaptureQueriesContext(connection) as captured:
            import_batch(batch)
        return len(captured)

    statements(2, "The publisher is there.")
    for text in ("A text.", "A changed text."):
        assert statements(1, text) == statements(10, text)


def test_a_batch_of_more_than_a_chunk_is_taken_in_several_transactions(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import importing
    from octavo.site.library.models import Article as Row
    from octavo.site.library.models import FetchedPage

    monkeypatch.setattr(importing, "CHUNK", 4)
    sizes = (3, 9, 0, 1, 4)
    given = [(page(b"%d" % size), [article(f"{size} {place}") for place in range(size)], "post") for size in sizes]
    taken = importing.import_batch(brought(given, keep=False))
    assert [each.imported.added for each in taken] == list(sizes)
    assert Row.objects.count() == 17
    assert FetchedPage.objects.filter(complete=True).count() == FetchedPage.objects.count() == 4


def test_what_a_reader_sees_decides_and_no_more(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article as Row

    long = article("ferry", kicker="A kicker that is longer than its column " * 10)
    import_page(page(b"1"), [long], source())
    assert import_page(page(b"2", 5), [long], source()).kept == 1
    Row.objects.update(seen="")  # as an earlier Octavo left it
    assert import_page(page(b"3", 6), [article("ferry", "Another text.")], source()).changed == 1
    assert Row.objects.get().seen
