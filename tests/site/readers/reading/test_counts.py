"""How many articles a reader has not read."""

from __future__ import annotations

import pytest

from tests.site.library.articles import MORNING
from tests.site.library.placed import came, tell


def test_by_source_without_what_is_read_and_copies_of_it(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.counts import Unread, by_folder, unread_counts
    from octavo.site.readers.reading.marking import mark

    a, copy, b = came("a", kind="feed"), came("copy"), came("b", "Of its own.")
    came("invented", "It is invented.", kind="specimen")
    tell(tell("s", a), copy, origin=a.pk)
    assert unread_counts(owner()) == {a.page.source_id: Unread(1, a.pk), b.page.source_id: Unread(2, b.pk)}
    mark(owner(), [copy.pk], read=True)
    counts = unread_counts(owner())
    assert counts == {b.page.source_id: Unread(1, b.pk)}
    assert by_folder(counts, [(a.page.source_id, "Sea"), (b.page.source_id, "Land")]) == {"Land": 1}


def test_what_is_old_counts_only_if_it_is_marked(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading import counts, standing
    from octavo.site.readers.reading.all_read import read_through
    from octavo.site.readers.reading.marking import mark, read_among

    for module in (counts, standing):
        monkeypatch.setattr(module, "REACH", 2)
    made = [came(f"n{number}", f"Text {number} of its own.") for number in range(5)]
    source = made[0].page.source_id
    assert counts.unread_counts(owner())[source].number == 2
    assert read_among(owner(), [each.pk for each in made]) == {each.pk for each in made[:3]}
    mark(owner(), [made[0].pk], read=False)
    assert counts.unread_counts(owner())[source].number == 3
    read_through(owner(), made[3].pk, MORNING)
    assert counts.unread_counts(owner()) == {source: counts.Unread(1, made[4].pk)}
