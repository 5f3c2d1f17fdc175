from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

import octavo
from octavo.article import Article
from octavo.grouping.stories import meanings
from octavo.grouping.stories.choices import Choices
from octavo.grouping.stories.digest import digest, pack, unpack
from octavo.grouping.stories.repair import repair
from octavo.grouping.stories.shelf import CROWD, NEAR, Shelf
from octavo.grouping.stories.vectors import products, vector
from octavo.grouping.stories.window import Window
from octavo.pipeline import group_arriving
from tests.grouping.stories.events import START, article, escape, ferry, prisons


def stories(articles: list[Article]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for placed in octavo.group(articles):
        found[placed.story].add(placed.id)
    return {frozenset(members) for members in found.values()}


def placed(articles: list[Article], choices: Choices | None = None) -> Window:
    window = Window()
    for each in articles:
        window.place(each.id, digest(each), choices=choices or Choices())
    return window


def test_articles_about_one_event_are_one_story_named_by_its_first() -> None:
    assert {each.story for each in octavo.group(ferry())} == {"ferry0"}


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_stories(seed: int) -> None:
    articles = [*ferry(), *escape("Ravenholt", 17, "Tilda Voss", "12 March")]
    random.Random(seed).shuffle(articles)
    assert stories(articles) == stories(sorted(articles, key=lambda each: each.id))
    assert len(stories(articles)) == 2


def test_two_escapes_from_two_prisons_stay_apart() -> None:
    found = stories(prisons())
    assert not any({name[:5] for name in story} == {"Raven", "Kestr"} for story in found)


def test_online_answers_before_the_next_is_asked_for() -> None:
    asked: list[str] = []

    def one_by_one() -> object:
        for each in ferry():
            asked.append(each.id)
            yield each

    answers = group_arriving(one_by_one())  # type: ignore[arg-type]
    assert next(answers).id == "ferry0"
    assert asked == ["ferry0"]
    assert {each.story for each in answers} == {"ferry0"}


def test_online_says_of_the_beginning_the_same_whatever_follows() -> None:
    articles = [*ferry(), *prisons()]
    whole = list(group_arriving(articles))
    assert list(group_arriving(articles[:7])) == whole[:7]


def test_headlines_alone_are_enough() -> None:
    heads = ["Ferry Marit aground off Alder", "Marit: Alder ferry aground in fog", "Telescope finds comet Quillon", "Comet Quillon tonight"]
    assert stories([article(str(at), head) for at, head in enumerate(heads)]) == {frozenset("01"), frozenset("23")}


def test_a_headline_is_near_to_one_that_says_it_in_other_words() -> None:
    ship, near, far = (vector(digest(article(at, head))) for at, head in (
        ("a", "Passenger ship runs aground in thick fog"), ("b", "Ferry stranded on sandbank"), ("c", "Minister resigns over budget"),
    ))
    assert products([ship, near])[0, 1] > products([ship, far])[0, 1] + 0.1
    assert not len(digest(replace(article("a", "Fähre auf Sandbank"), language="de")).meaning)
    assert not len(digest(article("a", "Паром сел на мель у Ольхи")).meaning)


def test_the_shelf_says_the_same_as_all_pairs_at_once() -> None:
    heads = ["Ferry Marit aground off Alder", "Marit: Alder ferry aground in fog", "Telescope finds comet Quillon"]
    vectors = [vector(digest(each)) for each in [*(article(str(at), head) for at, head in enumerate(heads)), *ferry()]]
    shelf = Shelf()
    numbers = np.array([shelf.add(each) for each in vectors])
    told = np.stack([shelf.likeness(each, numbers) for each in vectors])
    assert told == pytest.approx(products(vectors), abs=0.01)


def test_stories_of_headlines_that_were_two_by_mistake_become_one() -> None:
    heads = ["Ferry Marit aground off Alder", "Ferry Marit is aground off Alder", "Marit: Alder ferry aground", "Alder: Marit aground"]
    window = Window()
    for at, story in enumerate("0022"[:3]):
        window.put(str(at), digest(article(str(at), heads[at])), story)
    assert window.place("3", digest(article("3", heads[3]))).next is not None
    assert {name: set(members) for name, members in window.stories().items()} == {"0": set("0123")}


def test_the_table_of_meanings_is_the_one_that_its_card_describes() -> None:
    folder = Path(meanings.__file__).parent
    assert sha256((folder / meanings.TABLE).read_bytes()).hexdigest() in (folder / "README.md").read_text(encoding="utf-8")


def test_what_many_names_begin_with_joins_no_two_of_them() -> None:
    heads = ["Mt. Quill files for bankruptcy", "Mt Quill: what we know", "Mt Arden climbers rescued", "Mt. Arden climber still missing"]
    articles = [article(str(at), head) for at, head in enumerate(heads)]
    assert stories(articles) == {frozenset("01"), frozenset("23")}
    assert [each.story for each in group_arriving(articles)] == ["0", "0", "2", "2"]


def test_an_address_says_what_a_cut_headline_does_not() -> None:
    whole = article("a", "Ferry Marit aground off Alder")
    cut = replace(article("b", "After a night in fog ..."), url="https://post.example/sea/ferry-marit-aground-alder-1234.html")
    assert stories([whole, cut]) == {frozenset("ab")}
    assert len(stories([whole, replace(cut, url="https://post.example/1234/ferry")])) == 2


def test_a_copy_is_where_its_origin_is() -> None:
    origin = article("a", "Ferry aground", *(each.text for each in ferry()), publisher="The Alder Gazette")
    copy = replace(origin, id="b", headline="Sandbank drama", publisher="The Inland Mirror")
    assert [(each.story, each.copy_of) for each in octavo.group([origin, copy])] == [("a", None), ("a", "a")]


def test_a_digest_is_small_and_comes_back_whole() -> None:
    long = article("a", "Ferry aground", " ".join(f"word{at} {at}" for at in range(5_000)), hours=0)
    made = digest(long)
    data = pack(made)
    assert len(data) < 1_024
    assert pack(unpack(data)) == data
    assert unpack(data).published == int(START.timestamp())


@pytest.mark.parametrize("data", [b"", b"\0" * 16, pack(digest(ferry()[0]))[:-1]])
def test_bytes_that_are_no_digest_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no digest"):
        unpack(data)


def test_a_window_made_again_decides_alike() -> None:
    articles = [*ferry(), *prisons()]
    window, again = placed(articles[:-1]), Window()
    for each in articles[:-1]:
        again.put(each.id, unpack(pack(digest(each))), window.story_of(each.id))
    assert again.decide(articles[-1].id, digest(articles[-1])) == window.decide(articles[-1].id, digest(articles[-1]))


def test_a_story_goes_on_while_it_is_reported_and_then_is_over() -> None:
    window = Window()
    reports = ferry()
    for days, each in enumerate(reports[:3]):
        window.place(each.id, digest(replace(each, published=START.replace(day=2 + 9 * days))))
    assert {window.story_of(each.id) for each in reports[:3]} == {"ferry0"}
    comet = article("comet", "Comet Quillon in the evening sky")
    window.place(comet.id, digest(replace(comet, published=START.replace(month=6))))
    assert window.decide("late", digest(replace(reports[3], id="late", published=START.replace(month=6)))).opens


def test_a_story_is_over_too_where_all_is_known() -> None:
    reports = [replace(each, published=START.replace(day=2 + 9 * days)) for days, each in enumerate(ferry()[:3])]
    untimed = replace(ferry()[3], published=None)
    late = article("late", "A year since the Marit ran aground", "A year after the ferry Marit struck the Alder sandbank.", hours=9_000)
    later = replace(late, id="later", headline="The Marit aground: what we know a year later")
    assert stories([*reports, untimed, late, later]) == {frozenset(each.id for each in (*reports, untimed)), frozenset(("late", "later"))}


def test_a_time_that_no_other_bears_out_takes_no_article_out_of_its_story() -> None:
    wrong = [replace(each, published=START.replace(year=year)) for each, year in zip(ferry(), (2031, 2031, 1999, 2099), strict=True)]
    assert len(stories(wrong)) == 1
    assert len(stories([replace(each, published=START.replace(year=2000 + at)) for at, each in enumerate(ferry())])) == 1


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("year", [1, 1999, 2099, 9999])
def test_a_wrong_time_keeps_nobody_out_as_they_arrive(at: int, year: int) -> None:
    reports = ferry()
    reports[at] = replace(reports[at], published=START.replace(year=year))
    assert {each.story for each in group_arriving(reports)} == {"ferry0"}


def test_a_story_is_over_as_they_arrive_once_two_came_later() -> None:
    late = [replace(each, id=f"late{at}", published=START.replace(month=7, day=1 + at)) for at, each in enumerate(ferry()[1:])]
    window = placed([*ferry(), *late])
    assert [window.story_of(name) for name in ("ferry3", "late0", "late1", "late2")] == ["ferry0", "ferry0", "late1", "late1"]


def test_a_time_in_the_future_is_not_believed() -> None:
    window, seen = Window(), int(START.timestamp())
    first, second = ferry()[:2]
    window.place(first.id, digest(replace(first, published=START.replace(year=2099))), seen)
    assert window.decide(second.id, digest(second), seen).story == first.id


def test_what_is_old_is_forgotten_and_the_rest_still_found() -> None:
    window = placed([replace(each, published=START.replace(year=2030)) for each in prisons()])
    reports = ferry()
    for each in reports[:2]:
        window.place(each.id, digest(each))
    window.forget(int(START.timestamp()) - 86_400)
    assert dict(window.stories()) == {"ferry0": ["ferry0", "ferry1"]}
    assert window.decide("ferry2", digest(reports[2])).story == "ferry0"


def test_the_owners_choices_are_obeyed_in_placing() -> None:
    assert placed(ferry(), Choices(apart={("ferry0", "ferry1")})).story_of("ferry1") == "ferry1"
    assert placed(ferry(), Choices(story={"ferry2": "else"})).story_of("ferry2") == "else"
    comet = article("comet", "Comet Quillon in the evening sky")
    assert placed([*ferry(), comet], Choices(together={("comet", "ferry3")})).story_of("comet") == "ferry0"


def test_repair_merges_splits_and_then_rests() -> None:
    articles = [*ferry(), *prisons()]
    digests = {each.id: digest(each) for each in articles}
    mixed = {"ferry0": ["ferry0", "ferry1"], "ferry2": ["ferry2", "ferry3"], "Ravenholt0": [each.id for each in prisons()]}
    moves = {move.id: move.story for move in repair(mixed, digests)}
    assert {moves["ferry2"], moves["ferry3"]} == {"ferry0"}
    ravenholt, kestrel = ({moves.get(f"{prison}{at}", "Ravenholt0") for at in range(6)} for prison in ("Ravenholt", "Kestrel"))
    assert not ravenholt & kestrel
    after: dict[str, list[str]] = defaultdict(list)
    for story, members in mixed.items():
        for name in members:
            after[moves.get(name, story)].append(name)
    assert repair(after, digests) == ()


def test_repair_leaves_what_the_owner_decided() -> None:
    digests = {each.id: digest(each) for each in ferry()}
    halves = {"ferry0": ["ferry0", "ferry1"], "ferry2": ["ferry2", "ferry3"]}
    assert repair(halves, digests)
    assert repair(halves, digests, Choices(apart={("ferry0", "ferry2")})) == ()
    assert all(move.id != "ferry3" for move in repair(halves, digests, Choices(story={"ferry3": "ferry2"})))


BARE = [
    article("nothing", ""),
    article("no-text", "Ferry Marit aground off Alder"),
    article("no-headline", "", "The ferry Marit ran aground on the Alder sandbank in fog."),
    article("spaces", " ", " "),
    article("signs", "!!! ???", "... --- ..."),
    article("other", "Паром сел на мель у Ольхи", "Паром «Марит» сел на мель в тумане."),
    article("cut", "Ferry Marit aground off ..."),
]


def test_bare_articles_are_placed_and_name_no_event_together() -> None:
    found = {each.id: each.story for each in octavo.group(BARE)}
    assert found == {each.id: found[each.id] for each in group_arriving(BARE)}
    assert [found[name] for name in ("nothing", "spaces", "signs", "other")] == ["nothing", "spaces", "signs", "other"]
    assert found["cut"] == found["no-text"]


def test_the_same_article_a_thousand_times_is_one_story() -> None:
    again = [replace(ferry()[0], id=str(at)) for at in range(1_000)]
    assert {each.story for each in octavo.group(again)} == {"0"}
    assert {each.story for each in octavo.group([ferry()[0]] * 1_000)} == {"ferry0"}


def test_a_headline_that_says_nothing_makes_no_story() -> None:
    live = [article(str(at), "Live updates") for at in range(300)]
    assert len({each.story for each in group_arriving(live)}) == 300
    assert [each.story for each in octavo.group(live)] == [each.id for each in live]
    assert octavo.group([]) == ()


def test_a_publishers_name_in_every_headline_joins_nothing() -> None:
    heads = ["Ferry Marit aground off Alder", "Astronomers find comet Quillon", "Strike closes Velm airport", "Cellist Orla Finch dies"]
    signed = [article(str(at), f"{head} - The Quarrington Ledger", publisher="The Quarrington Ledger") for at, head in enumerate(heads)]
    assert len(stories(signed)) == 4
    both = [replace(each, headline=f"Quarrington Ledger: {each.headline}") for each in signed]
    assert len(stories(both)) == 4
    assert [digest(each).body.numbers.tolist() for each in both] == [digest(each).body.numbers.tolist() for each in signed]


@pytest.mark.parametrize("sign", ["A", " ", ".", ": ", " - ", "Marit ", "Mt ", "Mt. "])
def test_a_headline_of_a_million_signs_is_read_in_one_pass(sign: str) -> None:
    long = article("a", f"Marit {sign * 1_000_000}x", "Ferry Marit aground off Alder", publisher="Marit")
    assert digest(long).text
    assert not digest(replace(long, headline=f"{long.headline} ...")).mute


def test_what_was_cut_off_a_headline_takes_its_last_word_along() -> None:
    cut = ("Ferry Marit aground of ...", "Ferry Marit aground of…", "Ferry Marit aground of....  ")
    whole = digest(article("a", "Ferry Marit aground")).body.numbers.tolist()
    assert [digest(article("a", each)).body.numbers.tolist() for each in cut] == [whole] * 3


def test_a_word_that_all_share_is_looked_up_in_few_articles() -> None:
    shelf = Shelf()
    mine = vector(digest(article("a", "Ferry Marit aground off Alder")))
    for _ in range(10 * NEAR):
        shelf.add(mine)
    near = shelf.near(mine)
    assert len(near) <= NEAR
    assert near.min() >= len(shelf) - 2 * CROWD
