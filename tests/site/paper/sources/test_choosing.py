from __future__ import annotations

import pytest

from octavo.site.paper.sources.choosing import Listed, Wish, by_folder, chosen, counts, wish_of

SOURCES = [
    Listed(1, "Wattbote", "https://wattbote.example/feed", "Küste", failing=False, muted=False),
    Listed(2, "The Pilot", "https://pilot.example/feed", "", failing=True, muted=False),
    Listed(3, "ÄRZTE am Kai", "https://kai.example/feed", "Küste", failing=False, muted=True),
    Listed(4, "alder Gazette", "https://alder.example/feed", "Islands", failing=True, muted=False),
    Listed(5, "Coast Daily", "https://coast.example/feed", "islands", failing=False, muted=False),
]


def names(wish: Wish) -> list[int]:
    return [source.pk for source in chosen(SOURCES, wish)]


def test_folders_in_order_and_what_has_none_at_the_end() -> None:
    assert names(Wish()) == [4, 5, 1, 3, 2]
    groups = [(folder, len(group)) for folder, group in by_folder(chosen(SOURCES, Wish()))]
    assert groups == [("Islands", 1), ("islands", 1), ("Küste", 2), ("", 1)]


@pytest.mark.parametrize(("wish", "found"), [
    (Wish(folder="Küste"), [1, 3]),
    (Wish(folder=""), [2]),
    (Wish(folder="Nowhere"), []),
    (Wish(state="failing"), [4, 2]),
    (Wish(state="muted"), [3]),
    (Wish(words="ärzte"), [3]),
    (Wish(words="GAZETTE alder"), [4]),
    (Wish(words="pilot.example"), [2]),
    (Wish(folder="Islands", words="coast"), []),
    (Wish(words=".*"), []),
])
def test_what_is_wished_for(wish: Wish, found: list[int]) -> None:
    assert names(wish) == found


def test_counts_are_of_all() -> None:
    found = counts(SOURCES)
    assert (found.all, found.failing, found.muted) == (5, 2, 1)
    assert list(found.folders.items()) == [("Islands", 1), ("islands", 1), ("Küste", 2), ("", 1)]


@pytest.mark.parametrize(("parameters", "wish"), [
    ({}, Wish()),
    ({"folder": "*", "state": "", "q": ""}, Wish()),
    ({"folder": "", "state": "broken", "q": "  two   words "}, Wish(folder="", words="two words")),
    ({"folder": "\x00", "state": "muted"}, Wish(folder="\x00", state="muted")),
    ({"q": "x" * 9999}, Wish(words="x" * 200)),
])
def test_what_stands_behind_the_question_mark(parameters: dict[str, str], wish: Wish) -> None:
    assert wish_of(parameters) == wish


def test_a_wish_can_be_written_again() -> None:
    from urllib.parse import parse_qsl

    for wish in (Wish(), Wish(folder=""), Wish("A & B", "muted", 'x" y'), Wish(words="ä")):
        assert wish_of(dict(parse_qsl(wish.query, keep_blank_values=True))) == wish
    assert not Wish()
    assert Wish(folder="")
