"""A search that was removed: how long it can be put back."""

from __future__ import annotations

from datetime import timedelta

from tests.site.library.articles import MORNING


def test_one_that_was_removed_can_be_put_back_for_a_week(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.searches.keeping import PUT_BACK, keep, put_back, remove, removed_by, searches_of

    _, pk = keep(owner(), "ferry", "", "", MORNING)
    remove(owner(), pk, MORNING)
    over, last = MORNING + PUT_BACK, MORNING + PUT_BACK - timedelta(seconds=1)
    assert not removed_by(owner().pk, over)
    assert not put_back(owner(), pk, over)
    assert not searches_of(owner().pk)
    assert put_back(owner(), pk, last)
    assert [each.pk for each in searches_of(owner().pk)] == [pk]
