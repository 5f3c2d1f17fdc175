"""Ships, storms, companies, interviews, and names of which the family's comes first."""

from __future__ import annotations

import pytest

from octavo.attribution.speakers.affiliations import affiliation
from tests.attribution.marked import heard, names


@pytest.mark.parametrize(("text", "name"), [
    ("The harbour board met. The ferry Sea Star had run aground.\n\n[[It]] said the quay was closed.", "It"),
    ("The trade was bad for Ostran Lines. The Sea Star, an old ferry, sank.\n\n[[It]] said that the quay was closed.", "Ostran Lines"),
    ("Ada Holt spoke after Hurricane Mona hit the coast.\n\n[[She]] said it was bad.", "Ada Holt"),
])
def test_neither_a_ship_nor_a_storm_speaks(text: str, name: str) -> None:
    assert names(text) == [name]


def test_it_is_the_subject_and_not_the_party_whose_leader_somebody_is() -> None:
    text = (
        "Ostra's Conservative Party was accused of lying in a debate between Jon Fell and opposition Harbour Party leader Ada Holt.\n\n"
        "Dressed as a newspaper, [[it]] posted a series of notes."
    )
    assert names(text) == ["Conservative Party"]


@pytest.mark.parametrize("text", [
    "In Ostra, Reit rose by a tenth after Reit's profit grew. [[Reit]] said so.",
    "The winner was Reit, the Ostran maker of sails. [[Reit]] said so.",
    "He bought shares in Reit. [[Reit]] said so.",
    "In the spring [[Alder Lines]] said so.",
    "In the spring [[Reit Motors]] said so.",
])
def test_what_companies_have_tells_a_company(text: str) -> None:
    (one,) = heard(text)
    assert one.kind == "organisation"


def test_a_family_name_that_comes_first_is_found_again_however_short() -> None:
    text = "The talks had hardly begun. Then Premier Li Mobai met President Xu Tan of Velmaria.\n\n[[Xu]] said so. [[Li]] agreed."
    assert names(text) == ["Xu Tan", "Li Mobai"]


def test_the_turns_of_an_interview_are_nobody() -> None:
    assert [one.kind for one in heard("Jon Fell spoke to us.\n\n[[Q]]: Why did you leave?\n\n[[A]]: I was tired.")] == ["none", "none"]


def test_who_is_called_something_at_the_end_of_a_description_has_that_name() -> None:
    (one,) = heard("It rained. [[Another union figure, a spokesman called Abel Reit,]] said so.")
    assert (one.name, one.kind, one.role) == ("Abel Reit", "person", "spokesman")
    assert names("It rained. [[A restaurant called Blue Anchor]] said so.") == ["a restaurant called Blue Anchor"]


def test_a_role_belongs_to_its_own_name() -> None:
    (one,) = heard("It rained. He fled after the court reporter Holt murdered. [[Holt]] said so.")
    assert one.role is None
    (other,) = heard("[[Ivo Reit, a fellow of the Institute in Alder, Ostra, and author of the study,]] said so.")
    assert other.role == "author of the study"


@pytest.mark.parametrize(("role", "body"), [
    ("successor of the dictator Sapar Niya", None), ("aide to Harbour Minister Jon Fell", None),
    ("chief executive of the Alder-based website Full Sail", None), ("White House Press Secretary", "White House"),
    ("president of the Harbour Chiefs Association", "Harbour Chiefs Association"),
])
def test_an_affiliation_is_a_body(role: str, body: str | None) -> None:
    assert affiliation(role) == body


def test_who_answers_is_not_who_has_asked() -> None:
    text = (
        'The trial of a sailor went on. At one point, [[lawyer Peter Reit]] asked Jon Fell, "Did you lie?"\n\n"Yes," [[he]] replied. '
        "[[Reit]] said it was noted, and [[he]] left it there."
    )
    assert names(text)[:3] == ["Peter Reit", "Jon Fell", "Peter Reit"]
