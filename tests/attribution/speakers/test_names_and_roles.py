"""Names that look like something else, kinds, and roles without what is no part of them."""

from __future__ import annotations

import pytest

from octavo.analysis import Entity, Speaker
from tests.attribution.marked import heard, marked, names

RELIEF = """\
Planes came at night, according to [[a Fisherman's Lamp press release]].

[[Fisherman’s Lamp president Greta Solheim]] said she was sad. Aid was late, [[Dunmore of Fisherman's Lamp]] contended.
"""


def test_an_apostrophe_within_a_name_is_no_owner() -> None:
    text = RELIEF.replace("’", "'")

    assert heard(text) == [
        Speaker("Fisherman's Lamp", "organisation"),
        Speaker("Greta Solheim", "person", "Fisherman's Lamp president", "Fisherman's Lamp"),
        Speaker("Dunmore", "person", None, "Fisherman's Lamp"),
    ]


def test_an_owner_has_no_article() -> None:
    text = "It was late at a Tom's Harbour shop that day when [[Tom's Harbour]] and [[a Tom's Harbour spokesman]] said no."

    assert heard(text) == [
        Speaker("Tom's Harbour", "organisation"), Speaker("a Tom's Harbour spokesman", "unnamed", None, "Tom's Harbour"),
    ]


def test_a_name_keeps_the_apostrophe_that_the_text_has() -> None:
    assert heard("[[The People’s Daily]] said no. [[Children's Rescue]] left.") == [
        Speaker("People’s Daily", "organisation"), Speaker("Children's Rescue", "organisation"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Arlen's Cabinet met. Arlen left. It is late, [[Arlen's campaign]] said.", "Arlen's campaign"),
        ("A Brell's Senate seat was lost. It is late, said [[Brell's Senate aide Ina Roe]].", "Ina Roe"),
        ("Brell's spokeswoman, said [[Brell's spokeswoman Ina Roe]].", "Ina Roe"),
        ("Brell's Minister came. It is late, said [[Brell's Minister Ina Roe]].", "Ina Roe"),
        ("It was so that Ina Roe's Lamp shone. It is late, said [[Roe]]. Roe's Lamp shone.", "Ina Roe"),
    ],
)
def test_an_owner_is_no_part_of_a_name(text: str, name: str) -> None:
    assert names(text) == [name]


def test_what_is_called_by_its_first_letters_is_a_body() -> None:
    text = "Deep Harbour Dredgers (DHD) bought a boat. The price was high. [[DHD]] said it was glad; [[Deep Harbour Dredgers]] left."

    assert heard(text) == [Speaker("Deep Harbour Dredgers", "organisation")] * 2


def test_a_name_of_which_only_an_entity_tells_the_kind_has_that() -> None:
    text = "It was late. A man of [[Brell Onno]] said no. Brell Onno left, and so did Brell Onno, and Brell Onno again."
    plain, found = marked(text)
    start = found[0].source[0][0]

    assert heard(text, [Entity(start, start + 10, "organisation")])[0].kind == "organisation"
    assert plain[start : start + 10] == "Brell Onno"


@pytest.mark.parametrize(
    ("source", "kind", "name"),
    [
        ("Images from a boat", "unnamed", "Images from a boat"),
        ("Ostrans of all ages", "group", "Ostrans of all ages"),
        ("Isaacs of the Harbour Board", "person", "Ken Isaacs"),
        ("The Ostran Geological Survey", "organisation", "Ostran Geological Survey"),
        ("A Harbour Board statement", "organisation", "Harbour Board"),
        ("Charges filed Friday", "unnamed", "Charges filed Friday"),
        ("Biologists", "group", "Biologists"),
        ("Microsoft", "organisation", "Microsoft"),
        ("Microsoft today", "organisation", "Microsoft"),
        ("The family of the dead man", "group", "the family of the dead man"),
        ("Ada Holt, Senior Vice President and General Manager, Ships,", "person", "Ada Holt"),
        ("The minister's view", "person", "Ada Holt"),
        ("A court statement", "unnamed", "a court statement"),
        ("The Ostran ambassador to the Union", "unnamed", "the Ostran ambassador to the Union"),
    ],
)
def test_what_begins_a_sentence(source: str, kind: str, name: str) -> None:
    before = "It was late in the evening when Minister Ada Holt met Ken Isaacs near the water of the harbour, in the rain."

    speaker = heard(f"{before}\n\nIt was late. [[{source}]] said so.")[0]

    assert (speaker.kind, speaker.name) == (kind, name)


@pytest.mark.parametrize(
    ("source", "role", "affiliation"),
    [
        ("Committee Chairman Rep. Ada Holt (D-Ostra)", "Committee Chairman", None),
        ("Rep. Ada Holt, D-Ostra,", "Rep.", None),
        ("Republican Sen. Ada Holt", "Republican Sen.", None),
        ("Doctor Ada Holt", "Doctor", None),
        ("head of the agency Captain Ada Holt", "head of the agency", None),
        ("Police Captain Ada Holt", "Police Captain", None),
        ("House Speaker Ada Holt", "House Speaker", "House"),
        ("Dredgers CTO Ada Holt", "Dredgers CTO", None),
        ("The pastor, Ada Holt,", "pastor", None),
        ("Ada Holt, a manager in the Harbour Safety group,", "manager in the Harbour Safety group", "Harbour Safety group"),
        ("Ada Holt, a doctor at a clinic in Alder city,", "doctor at a clinic in Alder city", None),
        ("Ada Holt, director of ships at boat rope vendor Dredgers,", "director of ships at boat rope vendor Dredgers", "Dredgers"),
        ("Finance Committee Chairman Ada Holt", "Finance Committee Chairman", "Finance Committee"),
        ("Ada Holt, director of the Society for Harbour Care,", "director of the Society for Harbour Care", "Society for Harbour Care"),
        ("Ada Holt, spokeswoman for the Relief Agency (RA)", "spokeswoman for the Relief Agency", "Relief Agency"),
    ],
)
def test_a_role_holds_no_form_of_address_and_a_bare_noun_is_no_body(source: str, role: str, affiliation: str | None) -> None:
    speaker = heard(f"It was late in the harbour that day, and [[{source}]] described the ground.")[0]

    assert speaker == Speaker("Ada Holt", "person", role, affiliation)


def test_a_relative_clause_is_no_role() -> None:
    assert heard("It was late in the harbour, said [[Ada Holt, who is seen with her son]].") == [Speaker("Ada Holt", "person")]


def test_what_stands_after_of_is_the_body_of_the_one_who_is_named() -> None:
    text = "It was late in the harbour, said [[Ada Holt of the Harbour Board]]. The rain fell, said [[Tom Ferris of Ostra]]. [[Holt]] left."

    assert heard(text) == [
        Speaker("Ada Holt", "person", None, "Harbour Board"), Speaker("Tom Ferris", "person"),
        Speaker("Ada Holt", "person", None, "Harbour Board"),
    ]


def test_a_company_is_not_called_after_what_it_makes() -> None:
    assert names("It was late when Microsoft Word fell over, and [[Microsoft]] said that it was sorry.") == ["Microsoft"]


def test_people_of_a_place_are_a_group_whatever_an_entity_says() -> None:
    assert heard("It was late. [[Brooklynites]] said no.", [Entity(13, 25, "organisation")]) == [Speaker("Brooklynites", "group")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Its director, [[Jon Fell]], promised to hire 12 deck hands and a mate.", None),
        ("The union's secretary, [[Odd Lie]], accused the minister of leaving.", None),
        ("The island's own, [[Astrid Nyhus]], becomes the first woman to be a coach there.", None),
        ("[[Ina Roe]], elected mayor in May, said so.", "elected mayor in May"),
        ("[[Ina Roe]], a retired teacher, said so.", "retired teacher"),
    ],
)
def test_the_rest_of_a_sentence_is_no_role(text: str, role: str | None) -> None:
    assert [speaker.role for speaker in heard(f"The town met.\n\n{text}")] == [role]
