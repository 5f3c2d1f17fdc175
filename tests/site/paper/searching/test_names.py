"""Names beside the results of a search: however many have a word, so many are looked at."""

from __future__ import annotations


def test_of_many_publishers_that_have_a_word_the_best_are_looked_at(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.models import Publisher
    from octavo.site.paper.searching.names import ALIKE, publishers_like

    Publisher.objects.bulk_create([Publisher(name=f"Post {number}") for number in range(2 * ALIKE)])
    Publisher.objects.create(name="Harbour Post")
    with CaptureQueriesContext(connection) as captured:
        assert [each.name for each in publishers_like(["harbour", "post"])] == ["Harbour Post"]
        assert len(publishers_like(["post"])) == 5
    assert len(captured) == 2
    assert all(f"LIMIT {ALIKE}" in each["sql"] for each in captured)
    assert publishers_like([]) == publishers_like(["nobody"]) == []
