"""The index, what it costs, and lists by story, copies and time."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from octavo.grouping.related import RELATIONS, Index, Text, profile, related, relations
from octavo.grouping.relating.profile import pack, unpack

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def ship(id_: str, what: str, days: float = 0, more: str = "") -> Text[str]:
    text = f"The Marit {what}, said Jon Fell of Alder Lines. Fell and Alder Lines own the Marit. {more}"
    return Text(id_, f"Marit {what}", text, ("Harbour Post",), "", NOON - timedelta(days=days))


def test_the_story_then_its_earlier_chapters_then_people_then_the_subject() -> None:
    candidates = [
        Text("hull", "Marit model wins prize", "A model of the Marit won. The Marit has 900 parts.", published=NOON),
        Text("vineyard", "Fell buys a vineyard", "Jon Fell bought it. Fell likes wine.", published=NOON),
        ship("before", "ran aground", 9), ship("monday", "is stuck", 3), ship("mate", "is free", 0.2), ship("copy", "is freed", 0.1),
    ]
    stories = {"mine": "mine", "mate": "mine", "copy": "mine", "monday": "mine"}
    found = related(ship("mine", "is free at last"), candidates, stories=stories, copies={"copy": "mine"})
    assert [each.id for each in found if each.relation == "story"] == ["mate", "copy"]
    assert {each.id for each in found if each.relation == "earlier"} == {"monday", "before"}
    assert [each.id for each in found[4:]] == ["vineyard", "hull"]
    assert [each.relation for each in found] == ["story", "story", "earlier", "earlier", "person", "subject"]
    reasons = {each.id: each.reason for each in found}
    assert reasons["copy"] == "the same text"
    assert reasons["monday"].startswith("earlier: ")
    assert reasons["mate"].startswith("same story: ")
    assert reasons["vineyard"] == "also about Jon Fell"


def test_what_comes_later_is_no_earlier_chapter_and_without_a_time_nothing_is() -> None:
    old, new = ship("old", "ran aground", 9), ship("new", "is free")
    assert [each.relation for each in related(new, [old])] == ["earlier"]
    assert [each.relation for each in related(old, [new])] == ["subject"]
    timeless = Text("old", old.headline, old.text)
    assert [each.relation for each in related(new, [timeless])] == ["subject"]


def test_a_last_name_that_several_have_needs_more_than_itself() -> None:
    jon = Text("jon", "Fell leaves", "Fell will leave. Nobody but Fell knows why.")
    known = [Text(f"{given}{number}", "", f"{given} Fell came. It was w{number}.") for given in ("Jon", "Mona") for number in range(3)]
    other = Text("mona", "Fell wins", "Mona Fell won. Fell was glad.")
    assert "mona" not in {each.id for each in related(jon, [other, *known])}
    assert [each.id for each in related(jon, [other])] == ["mona"]


def test_being_recent_or_of_one_country_is_no_relation() -> None:
    one = Text("one", "Norway raises its rates", "Norway raised its rates. In Norway they were low.", published=NOON)
    other = Text("other", "Norway wins the cup", "Norway won the cup. All of Norway sang.", published=NOON)
    assert related(one, [other]) == []


def test_a_person_of_whom_all_write_needs_more_than_the_name() -> None:
    syllables = ("ba", "do", "fi", "gu", "ke")
    words = [f"w{one}{two}{three}ing" for one in syllables for two in syllables for three in syllables[:4]]

    def holt(number: int, *more: str) -> Text[int]:
        told = " ".join((*(words[(7 * number + step) % 100] for step in range(3)), *more))
        return Text(number, "", f"President Ada Holt came. Holt was there on day {number}, and Holt left. She spoke of {told}.")

    crowd = [holt(number) for number in range(2, 150)]
    rare = ("lighthouse", "keepers", "lanterns", "foghorn", "shipwreck")
    found = related(holt(0, *rare), [holt(1, *rare), *crowd])
    assert [each.id for each in found] == [1]
    assert found[0].reason.startswith("also about Ada Holt: ")
    assert all(word in rare for word in found[0].reason.removeprefix("also about Ada Holt: ").split(", "))


def test_an_index_forgets_moves_and_answers_as_a_new_one() -> None:
    texts = {text.id: text for text in (ship("a", "is free"), ship("b", "is stuck", 1), ship("c", "sails", 5), ship("d", "burns", 7))}
    index: Index[str] = Index()
    for id_, text in texts.items():
        index.add(id_, profile(text), "a" if id_ in "ab" else None)
    index.discard("d")
    index.discard("d")
    index.move("c", "a")
    index.add("b", profile(texts["b"]), "a")
    fresh: Index[str] = Index()
    for id_ in "acb":
        fresh.add(id_, profile(texts[id_]), "a")
    assert len(index) == 3
    assert set(index.members("a")) == set("abc")
    for id_ in "abc":
        assert relations(id_, index, texts.__getitem__, {}) == relations(id_, fresh, texts.__getitem__, {})
    for id_ in "abc":
        index.discard(id_)
    assert (len(index), index._names, index._words, index._members) == (0, {}, {}, {})


def test_no_more_is_listed_and_asked_for_than_wanted() -> None:
    texts = {f"{number}": ship(f"{number}", "is free") for number in range(50)}
    index: Index[str] = Index()
    for id_, text in texts.items():
        index.add(id_, profile(text), "0")
    asked: list[str] = []

    def text_of(id_: str) -> Text[str]:
        asked.append(id_)
        return texts[id_]

    assert len(relations("7", index, text_of, {}, 6)) == 6
    assert len(asked) == 7


def test_ten_thousand_live_updates_are_no_trouble() -> None:
    text = "Live updates from the Marit. The Marit is there, and the Marit is free."
    texts = [Text(number, "Live updates", text) for number in range(10_000)]
    found = related(texts[0], texts[1:])
    assert len(found) <= 150


@given(st.text(max_size=200), st.text(max_size=60), st.lists(st.text(max_size=20), max_size=2))
def test_a_packed_profile_is_the_profile(text: str, headline: str, voices: list[str]) -> None:
    made = profile(Text(1, headline, text, tuple(voices), "ALDER", NOON))
    assert unpack(pack(made)) == made


def test_lists_do_not_depend_on_the_order_of_articles() -> None:
    chance = random.Random(3)
    candidates = [ship(f"{number}", what, number) for number, what in enumerate(("is free", "is stuck", "sails", "burns", "sinks"))]
    mine = ship("mine", "is painted", 2)
    expected = {(each.id, each.relation, each.reason) for each in related(mine, candidates)}
    for _ in range(5):
        chance.shuffle(candidates)
        found = related(mine, candidates)
        assert {(each.id, each.relation, each.reason) for each in found} == expected
        assert [RELATIONS.index(each.relation) for each in found] == sorted(RELATIONS.index(each.relation) for each in found)
