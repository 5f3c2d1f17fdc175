from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from octavo.grouping.related import Text, related
from tests.shared import shared

FERRY = Text(
    "ferry", "Ferry Marit pulled free",
    "Tugs pulled the Marit off the sandbank at dawn. The Marit had been stuck for two days, Jon Fell said.",
)
HOURS = Text(
    "hours", "Crew of the Marit worked 15 hours",
    "The crew of the Marit had worked 15 hours, the union said. Its owner was silent.",
)
COUNCIL = Text(
    "council", "Council votes to close quarry",
    "The council voted on Tuesday to close the quarry by 2029, mayor Aud Fenner said.",
)
NAMESAKE = Text("namesake", "Arne Fell wins the cup", "Arne Fell won the cup for the third time. It was close, Fell said after the race.")


def test_articles_about_the_same_ship_are_related_and_the_reason_says_so() -> None:
    found = related(FERRY, [COUNCIL, HOURS])
    assert [(each.id, each.reason) for each in found] == [("hours", "also about the Marit")]


def test_an_article_is_not_related_to_itself() -> None:
    assert related(FERRY, [FERRY, HOURS])[0].id == "hours"
    assert len(related(FERRY, [FERRY, HOURS])) == 1


def test_people_who_share_a_last_name_are_two() -> None:
    fell = Text("fell", "Jon Fell steps down", "Jon Fell stepped down as director of Alder Lines, Fell said in a letter.")
    assert related(fell, [NAMESAKE]) == []
    leaving = Text("leaving", "Fell to leave", "Fell will leave the board. Nobody but Fell knows why.")
    assert [each.reason for each in related(fell, [leaving])] == ["also about Jon Fell"]


def test_a_full_stop_in_a_name_makes_no_other_name() -> None:
    one = Text(1, "Mt. Alder erupts", "Mt. Alder erupted. All saw Mt. Alder.")
    other = Text(2, "On Mt Alder", "We saw Mt Alder. Mt Alder is high.")
    assert [each.reason for each in related(one, [other])] == ["also about Mt Alder"]
    assert related(one, [Text(3, "On Mt Quill", "We saw Mt Quill. Mt Quill is high.")]) == []


def test_the_same_text_comes_first() -> None:
    found = related(FERRY, [HOURS, COUNCIL], same_text=frozenset({"council"}))
    assert [(each.id, each.reason) for each in found] == [("council", "the same text"), ("hours", "also about the Marit")]


def test_who_printed_it_is_no_subject() -> None:
    one = Text(1, "Storm turns north", "The storm turned north, Northwire reported. It missed the coast, Northwire said.", ("Northwire",))
    other = Text(
        2, "Grain price falls", "The grain price fell, Northwire reported. It was the fourth week, Northwire said.", ("Northwire",),
    )
    assert related(one, [other]) == []


def test_a_name_in_nearly_everything_relates_nothing() -> None:
    def about_merland(number: int) -> Text[int]:
        return Text(number, "Merland again", f"It was a day in Merland. All of Merland knew. Then w{number} came.")

    assert related(about_merland(0), [about_merland(number) for number in range(1, 20)]) == []


def test_rare_words_relate_where_there_are_enough_articles_to_tell() -> None:
    otters = "biologists counted eleven otters among the kelp in a sheltered sound where trappers had killed the last"
    again = "the otters eat urchins, and kelp comes back where trappers once worked, biologists in a sheltered sound say"
    crowd = [Text(f"{number}", "", f"nothing w{number} here but common filler words and more of the usual things") for number in range(120)]
    found = related(Text("otters", "", otters), [*crowd, Text("again", "", again)])
    assert [each.id for each in found] == ["again"]
    assert found[0].reason.startswith("in common: ")
    assert related(Text("otters", "", otters), [Text("again", "", again)]) == []


def test_words_of_all_news_relate_nothing_however_few_of_these_articles_have_them() -> None:
    common = "every percent social roughly health police council killed"
    crowd = [Text(f"{number}", "", f"nothing w{number} here but filler and more of the usual things") for number in range(120)]
    one, other = Text("one", "", f"otters {common} kelp"), Text("other", "", f"vineyard {common} grapes")
    assert related(one, [*crowd, other]) == []


def test_the_order_of_candidates_decides_nothing_but_ties() -> None:
    sailing = Text("more", "Marit to sail in May", "The Marit will sail in May. The yard said so of the Marit on Friday.")
    candidates = [HOURS, COUNCIL, NAMESAKE, sailing]
    expected = {(each.id, each.reason, each.score) for each in related(FERRY, candidates)}
    assert len(expected) == 2
    for seed in range(5):
        random.Random(seed).shuffle(candidates)
        assert {(each.id, each.reason, each.score) for each in related(FERRY, candidates)} == expected


def test_the_saved_page_puts_the_kremlin_first_and_the_execution_nowhere() -> None:
    page = shared("seeds/000_bae099a868e02afb.txt").read_text("utf-8").strip()
    main, rest = re.split(r"\n+Try Our AI Features.*?Related Articles\n+", page, maxsplit=1, flags=re.DOTALL)
    headline, text = main.split("\n", 1)
    blocks = [block.split("\n") for block in re.split(r"\n\n\n+", rest)]
    candidates = [Text(lines[-2], lines[-2], lines[-1], (lines[0],)) for lines in blocks]
    found = related(Text("main", headline, text.replace("\n", "\n\n"), ("Reuters",)), candidates)
    assert str(found[0].id).startswith("Putin hopes")
    assert found[0].reason == "also about Vladimir Putin"
    assert not any(str(each.id).startswith("Japan") for each in found)


def test_what_both_headlines_name_is_the_reason_before_persons_and_persons_before_things() -> None:
    opening = "Director Jon Fell spoke in Reef of Alder Lines. Alder Lines owns the Marit, Fell said. Fell and Alder Lines were silent."
    one, other = Text(1, "Marit is free", opening, place="REEF"), Text(2, "Hours on the Marit", opening, place="REEF")
    assert related(one, [other])[0].reason == "also about the Marit"
    assert related(replace(one, headline="Free"), [other])[0].reason == "also about Jon Fell"


def test_a_ship_that_many_write_of_and_few_name_in_a_headline_still_relates() -> None:
    crowd = [Text(number, f"Day w{number}", f"The Marit was there. It was w{number} all day.") for number in range(3, 13)]
    found = related(Text(1, "Marit is free", "The Marit is free."), [*crowd, Text(2, "Marit to sail", "The Marit sails.")])
    assert [(each.id, each.reason) for each in found] == [(2, "also about the Marit")]


def test_one_town_is_no_relation() -> None:
    one = Text(1, "Council meets", "It rained in Port Alder. Port Alder and again Port Alder is the place.", place="PORT ALDER")
    other = Text(2, "Choir sings", "They sang in Port Alder. All of Port Alder sang, in Port Alder.")
    assert related(one, [other]) == []
    assert related(replace(one, place=""), [other]) == []
    told = [replace(each, headline="Port Alder wakes") for each in (one, other)]
    assert related(told[0], told[1:]) == []


@pytest.mark.parametrize("texts", [[], [Text("empty", "", "")]])
def test_nothing_to_relate(texts: list[Text[str]]) -> None:
    assert related(FERRY, texts) == []
    assert related(Text("empty", "", ""), [FERRY]) == []
