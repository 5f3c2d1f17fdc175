from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.grouping.relating.features import features
from octavo.grouping.relating.profile import Text
from octavo.grouping.relating.reasons import OF_A_KIND, in_words, reasons, story_words

FREED = Text(
    "freed", "Ferry Marit is freed",
    "Tugs pulled the Marit off the Alder sandbank with 42 passengers aboard. Jon Fell said the $3.5 million ferry was sound. Fell was "
    "glad.",
)
ASHORE = Text(
    "ashore", "Marit passengers ashore",
    "The 42 passengers of the Marit left the Alder sandbank. “It was cold,” a $3.5 million ferry's passenger said to Fell.",
)
ASKED = Text(
    "asked", "Why was she there?", "The Marit was off her course, Jon Fell said. Fell will be asked. There are 16-year-old charts aboard.",
)
CHOIR = Text("choir", "Choir sings", "They sang to a full house in May.")


def told(headline: str, text: str) -> set[tuple[str, str]]:
    return {(each.kind, each.text) for each in features(headline, text).values()}


@pytest.mark.parametrize(("text", "found"), [
    ("There were 42 passengers aboard.", {"42 passengers"}),
    ("It cost $5.4 billion and €300.", {"$5.4 billion", "€300"}),
    ("A 16-year-old saw the 6.1-magnitude quake.", {"16-year-old", "6.1-magnitude"}),
    ("They won 91-73 with 20 points.", {"91-73", "20 points"}),
    ("About 99.9 per cent, or 12% of 1,290 seats.", {"99.9 per cent", "12%", "1,290 seats"}),
    ("It was in 2011 and on May 3, 2012 at 15: 48.", set()),
    ("In 2013 there were few. The 2 of them left 10 minutes later.", set()),
    ("In 1, 300 cases it was so.", set()),
    ("They sank 61 seagoing vessels, and 7 very old ones.", {"61 seagoing vessels"}),
    ("It had 58 members of the crew aboard, 12 members, and lay 38 metres deep.", {"58 members of the crew"}),
    ("There were 4 dead, 16 injured and 3 million people without light.", {"4 dead", "16 injured", "3 million people"}),
    ("By Section 11 allows they meant the Pier 9 deadlines of March 11 allows; Only 12 berths were free.", {"12 berths"}),
    ("He was 3 seasick and 5 never quite entirely so.", set()),
])
def test_figures_are_numbers_with_what_they_count(text: str, found: set[str]) -> None:
    assert {each.text for each in features("", text).values() if each.kind == "figure"} == found


def test_phrases_are_two_words_that_say_something() -> None:
    text = "The Alder sandbank is near. It was very cold off the New York coast. She drank cold tea."
    found = {words for kind, words in told("", text) if kind == "phrase"}
    assert {"Alder sandbank", "drank cold"} <= found
    assert not found & {"York coast", "very cold", "New York"}


def test_why_an_article_is_in_its_story() -> None:
    why = reasons([FREED, ASHORE, ASKED, CHOIR])
    said = {(each.kind, each.text): each.others for each in why["freed"]}
    assert said.get(("person", "Fell")) == 2 or said.get(("person", "Jon Fell")) == 1
    assert said["figure", "42 passengers"] == 1
    assert said["thing", "Marit"] == 2
    assert why["choir"] == ()


def test_each_reason_stands_in_the_article_and_in_so_many_others() -> None:
    texts = [FREED, ASHORE, ASKED, CHOIR]
    whole = {text.id: f"{text.headline}\n{text.text}".lower() for text in texts}
    for id_, why in reasons(texts).items():
        for each in why:
            assert each.text.lower() in whole[id_]
            assert sum(each.text.lower() in other for name, other in whole.items() if name != id_) >= each.others >= 1


def test_what_tells_an_article_from_the_others_is_told_before_what_all_have() -> None:
    lamps, heron = "Lamps were lit for a wedding.", "A heron flew off."
    told = (lamps, heron, lamps, "It rained.", heron, "It blew.")
    texts = [Text(number, "Marit home", f"Jon Fell saw the Marit come home. {each}") for number, each in enumerate(told)]
    why = {id_: in_words(each) for id_, each in reasons(texts).items()}
    assert why[1].startswith("heron flew, Fell") or why[1].startswith("heron flew, Jon Fell")
    assert why[3].startswith(("Fell", "Jon Fell"))


def test_headlines_with_capitals_everywhere_share_words_at_least() -> None:
    seeks, files = Text(1, "Skerry Line Seeks Bankruptcy Relief", ""), Text(2, "Ferry Owner In Bankruptcy Court, Say Lawyers", "")
    assert in_words(reasons([seeks, files])[1]) == "Bankruptcy"


def test_one_kind_is_not_told_twice_before_others_are_told() -> None:
    assert story_words(FREED, ASHORE) == "same story: Fell, 42 passengers, Marit"
    assert in_words(reasons([FREED, ASHORE])["freed"], most=4).endswith("Alder sandbank")
    assert story_words(FREED, CHOIR) == "same story"


def test_a_story_of_very_many_articles_takes_linear_time() -> None:
    many = [Text(number, "Live updates", f"Update {number} on the Marit. Jon Fell said {number} times so.") for number in range(3_000)]
    why = reasons(many)
    assert all(len([reason for reason in each if reason.kind == "person"]) <= OF_A_KIND for each in why.values())
    assert {(reason.text, reason.others) for reason in why[7] if reason.kind == "thing"} == {("Marit", 2_999)}


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_has_features_that_stand_in_it(text: str, headline: str) -> None:
    for key, each in features(headline, text).items():
        assert key in f"{headline}\n{text}".lower()
        assert each.text.split()


@pytest.mark.parametrize("text", ["1" * 200_000, "1 " * 100_000, "1-" * 100_000, "a b " * 100_000, "$1," * 60_000, "Alder " * 50_000])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    assert len(features("", text)) <= 5
