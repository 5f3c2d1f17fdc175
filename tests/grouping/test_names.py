from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.grouping.names import names


def printed(text: str, headline: str = "") -> set[str]:
    return {name.text for name in names(headline, text).values()}


@pytest.mark.parametrize(("text", "found"), [
    ("It was harbour master Pia Lund who called. Lund waited.", {"Pia Lund"}),
    ("On Tuesday Prime Minister Aud Fenner spoke to Justice Minister Edvin Rask.", {"Aud Fenner", "Edvin Rask"}),
    ("The ferry's owner, Alder Lines, denied it. Members of the union did not.", {"Alder Lines"}),
    ("He asked the Seafarers’ Union about it.", {"Seafarers’ Union"}),
    ("They left for the Bay of Reef and met the mayor's wife.", {"Bay of Reef"}),
    ("It is what the U.S. wants.", {"U.S."}),
    ("A QUESTION OF HOURS\n\nIt is what it is.", set()),
    ("nothing at all here", set()),
    ("", set()),
])
def test_names_are_capitalised_phrases_without_titles_and_openers(text: str, found: set[str]) -> None:
    assert printed(text) == found


def test_a_word_that_only_opens_sentences_is_no_name() -> None:
    assert printed("Regardless of that, it went on. Regardless, they said.") == set()
    assert printed("Skerry is an island. They live on Skerry.") == {"Skerry"}


def test_a_last_name_and_the_full_name_are_one() -> None:
    found = names("Fell denies it", "The director, Jon Fell, denied it to Alder Radio. Critics asked Fell again.")
    assert found["fell"].text == "Jon Fell"
    assert found["fell"].prominence > found["alder radio"].prominence


def test_a_person_is_called_by_the_last_word_alone() -> None:
    found = names("", "The director, Jon Fell, left Port Alder. Nobody asked Fell. The Seafarers’ Union did, and the Union was told.")
    assert {key for key, name in found.items() if name.person} == {"fell"}


def test_a_common_word_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert printed("Ferry Marit ran aground. The ferry had sailed at ten.") == {"Marit"}


def test_the_article_is_kept_where_the_text_says_it() -> None:
    found = names("", "They pulled the Marit free. Then the Marit sailed for Reef.")
    assert (found["marit"].article, found["reef"].article) == (True, False)


def test_a_headline_in_title_case_names_nobody_by_itself() -> None:
    assert printed("", "Ministers Vote Against Causeway Money Again") == set()


def test_a_headline_in_capitals_names_nobody_by_itself() -> None:
    assert printed("The ferry is free.", "FERRY FREE AT LAST SAYS FELL") == set()


def test_a_family_name_that_comes_first_is_the_persons() -> None:
    text = "President Lin Daoren met traders in Port Alder. Lin said the harbour would grow. Lin left on Tuesday."
    found = names("Lin meets traders", text)
    assert {key for key, name in found.items() if name.person} == {"daoren"}
    assert (found["daoren"].text, found["daoren"].prominence) == ("Lin Daoren", 7)
    assert "lin" not in found


@pytest.mark.parametrize(("text", "found"), [
    ("Secretary General Lin Dae-won came. Lin said so, and Lin left.", {"Lin Dae-won"}),
    ("President Lin Dae Un came, and Lin Dae Un left.", {"Lin Dae Un"}),
    ("We asked Mona West, 43, about it, and Mr West too.", {"Mona West"}),
    ("The judge saw Captain Jo Park, and Park saw her.", {"Jo Park"}),
])
def test_a_person_may_be_called_as_half_the_world_is(text: str, found: set[str]) -> None:
    assert {name.text for name in names("", text).values() if name.person} == found


def test_an_adjective_made_of_a_name_is_none() -> None:
    assert printed("It is a Reef-based firm of the Alder-owned kind.") == set()


def test_a_company_of_one_word_is_nobody_and_an_ending_no_name() -> None:
    text = "Northwind said it would cut jobs. Northwind, which makes turbines, told staff on Monday. Shares of Northwind Corp fell."
    found = names("Northwind cuts jobs", text)
    assert {key: (name.text, name.person) for key, name in found.items()} == {"northwind": ("Northwind Corp", False)}


@pytest.mark.parametrize("text", [
    "They live in West Papur. In Papur it rained, and near Papur too.",
    "He moved to Reef, Texas, last year.",
    "She was born in Norway.",
])
def test_places_are_told_by_how_they_are_used(text: str) -> None:
    assert [(name.person, name.place) for name in names("", text).values() if name.text != "Texas"] == [(False, True)]


@pytest.mark.parametrize("text", [
    "The judge asked Mona Fell, 43, about it.", "It was Captain Fell who saw it.", "It rained, Mona Fell said.",
    "We met Mona Fell, who left.",
])
def test_persons_are_told_by_what_stands_around_them(text: str) -> None:
    assert [name.person for name in names("", text).values()] == [True]


def test_of_two_people_with_one_last_name_both_are_known() -> None:
    found = names("", "Mona Fell and her brother Jon Fell came. Fell said so.")
    assert found["fell"].forms == ("Mona Fell", "Jon Fell")


def test_bodies_that_end_alike_are_two() -> None:
    found = names("", "The Harbour Council met the Bank of Reef and the School Council.")
    assert set(found) == {"harbour council", "bank of reef", "school council"}


def test_german_nouns_are_no_names() -> None:
    text = "Die Bürgermeisterin Anna Brandt ist gegangen. Der Rat der Stadt hatte die Planung abgelehnt. Brandt sagte, das sei ungerecht."
    assert printed(text) == {"Anna Brandt"}


def test_initials_and_short_words_belong_to_names() -> None:
    assert printed("We met Jon F. Fell at Mt. Alder with George W. Holt.") == {"Jon F. Fell", "Mt. Alder", "George W. Holt"}
    assert printed("They were on Mt.\n\nThe way down from Mt. (no name) is long.") == set()


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_can_be_asked(text: str, headline: str) -> None:
    for key, name in names(headline, text).items():
        assert key
        assert name.text.split()
        assert 1 <= name.prominence <= 8


@pytest.mark.parametrize("text", ["A" * 200_000, "A " * 100_000, "A-" * 100_000, "A.A" * 60_000, "A of " * 40_000])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    assert len(names("", text)) <= 1
