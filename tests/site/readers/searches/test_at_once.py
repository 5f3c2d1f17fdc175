"""Two tabs, and two readers, at the same time: a search is kept once, and nothing is lost."""

from __future__ import annotations

from tests.site.at_once import at_once
from tests.site.library.articles import MORNING


def test_tabs_and_readers_at_once(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.searches.keeping import keep, looked, put_back, remove, search_of, searches_of

    another = User.objects.create_user("another")
    at_once(*(lambda who=who, query=query: keep(who, query, "", "", MORNING) for who in (owner(), another) for query in ("a", "a", "b")))
    assert sorted(each.query for each in searches_of(owner().pk)) == sorted(each.query for each in searches_of(another.pk)) == ["a", "b"]
    first = searches_of(owner().pk)[0]
    at_once(lambda: looked(first, 7), lambda: looked(first, 5), lambda: remove(owner(), first.pk, MORNING))
    at_once(lambda: put_back(owner(), first.pk, MORNING), lambda: keep(owner(), first.query, "", "", MORNING))
    assert [each.query for each in searches_of(owner().pk)].count(first.query) == 1
    there = search_of(owner().pk, first.pk)
    assert there is None or there.seen == 7


def test_no_more_than_there_may_be(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.searches.keeping import MOST, keep, searches_of

    for number in range(MOST - 1):
        keep(owner(), f"w{number}", "", "", MORNING)
    at_once(*(lambda number=number: keep(owner(), f"x{number}", "", "", MORNING) for number in range(4)))
    assert len(searches_of(owner().pk)) == MOST
