from __future__ import annotations

import random

import pytest

from octavo.grouping.copies.index import CROWD, KEYS, Index


def hashes(seed: int, count: int = 40) -> tuple[int, ...]:
    chance = random.Random(seed)
    return tuple(sorted(chance.getrandbits(64) for _ in range(count)))


def test_texts_with_most_hashes_in_common_come_first_and_of_equals_the_earlier() -> None:
    index: Index[str] = Index(100)
    mine = hashes(1)
    index.add("few", (*hashes(2, 10), *mine[:5]))
    index.add("other", hashes(3))
    index.add("many", (*mine[:20], *hashes(4, 10)))
    index.add("many too", (*mine[:20], *hashes(5, 10)))
    assert index.find(mine).texts == (("many", 20), ("many too", 20), ("few", 5))


def test_what_is_older_than_the_window_is_forgotten() -> None:
    index: Index[int] = Index(50)
    forgotten = [index.add(number, hashes(number)) for number in range(130)]
    assert forgotten == [None] * 50 + list(range(80))
    for number in range(130):
        assert [name for name, _ in index.find(hashes(number)).texts] == ([number] if number >= 80 else [])


def test_a_crowd_makes_a_commonplace_and_relates_nothing() -> None:
    index: Index[int] = Index(10_000)
    notice = hashes(1, 10)
    for number in range(CROWD + 1000):
        index.add(number, (*notice, *hashes(number + 2, 30)))
    met = index.find((*notice, *hashes(3, 30)))
    assert met.commonplaces == frozenset(notice)
    assert [name for name, _ in met.texts] == [1]


def test_no_hashes_meet_nothing() -> None:
    index: Index[int] = Index(4)
    index.add(1, ())
    assert index.find(()).texts == ()
    assert index.find(hashes(1)).texts == ()


def test_a_window_too_large_for_its_places_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        Index((1 << 32) // KEYS)
