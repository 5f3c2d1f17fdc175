"""Sources and the speakers they stand for, in texts of our own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.analysis import NOBODY, Entity, Found, Speaker
from octavo.attribution.speakers.hearing import AUTHOR
from octavo.attribution.speakers.speakers import speakers
from octavo.language.sentences import sentences
from tests.attribution.marked import heard, names

SUMMIT = """\
For Velmarian President [[Tomas Arlen]], Igor Sabrov is a man who looks for a way out of his war.

But according to [[LORA Secretary General Greta Solheim]], the Sorvian leader may be just beginning. Sabrov could attack within three
years, [[Solheim]] warned the yearly LORA summit on Tuesday.

Arlen, [[who]] once called the alliance a "club of debtors," said his view had changed. In a Wednesday press conference, [[Arlen]] conceded
that it was possible. But [[he]] insisted that the Sorvian leader wanted the war to end.

"I know one thing: he'd like to settle," [[Arlen]] said. "It's a mess for him."

Secretary of State [[Marta Quill]] echoed Arlen's view in an interview with the Port Alder Courier, saying that more sanctions would wait.

"If we crush them now, we lose our ability to talk to them," [[she]] said.

[[A senior LORA official]] told reporters that Sabrov was not in fact interested in a ceasefire.

"We continue to doubt that Sorvia has any interest in talks," [[the official]] said.

The ambitions, [[the senior official]] said, go beyond "certain lines," as [[Quill]] put it.

"If we do not invest now," [[Solheim]] said, "we are at risk." [[She]] added that time was short.

Speaking to reporters on Wednesday, [[Ostran Prime Minister Ferenc Vadas, a longtime Arlen ally and critic of the alliance,]] said that
Sorvia was "not strong enough."

[[The White Palace]] referred to Arlen's comments.

In response to a request, [[a separate LORA official, also speaking on condition of anonymity,]] disputed that there were differences.

The Sorvian embassy referred to comments by [[Foreign Ministry spokeswoman Maria Petrenko]], [[who]] criticised the alliance.

"Their pockets are being emptied once again," [[she]] said.

The lack of a plan will complicate things, said [[Philip Dunmore, the deputy director of the Harbour Security Initiative at the Inland
Council and a former Velmarian diplomat]].

"It's not just something that Arlen and Sabrov can agree," [[Dunmore]] said.

But they were unlikely to quarrel there. The main goal was to get through it, [[he]] said. Still, peace came at a cost, [[he]] argued.
"""


def test_the_speakers_of_a_summit_are_told_apart() -> None:
    found = heard(re.sub(r"(?<!\n)\n(?!\n)", " ", SUMMIT))

    assert [speaker.name for speaker in found] == [
        "Tomas Arlen", "Greta Solheim", "Greta Solheim", "Tomas Arlen", "Tomas Arlen", "Tomas Arlen", "Tomas Arlen", "Marta Quill",
        "Marta Quill", "a senior LORA official", "a senior LORA official", "a senior LORA official", "Marta Quill", "Greta Solheim",
        "Greta Solheim", "Ferenc Vadas", "White Palace", "a separate LORA official", "Maria Petrenko", "Maria Petrenko", "Maria Petrenko",
        "Philip Dunmore", "Philip Dunmore", "Philip Dunmore", "Philip Dunmore",
    ]
    by_name = {speaker.name: speaker for speaker in found}
    assert by_name["Greta Solheim"] == Speaker("Greta Solheim", "person", "LORA Secretary General", "LORA")
    assert by_name["Marta Quill"].role == "Secretary of State"
    assert by_name["a senior LORA official"] == Speaker("a senior LORA official", "unnamed", None, "LORA")
    assert by_name["Ferenc Vadas"].role == "Ostran Prime Minister"
    assert by_name["White Palace"].kind == "organisation"
    assert by_name["Maria Petrenko"] == Speaker("Maria Petrenko", "person", "Foreign Ministry spokeswoman", "Foreign Ministry")
    assert by_name["Philip Dunmore"].affiliation == "Inland Council"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Arlen]] said no. Later Tomas Arlen, the mayor, left.", ["Tomas Arlen"]),  # the full name comes later
        ("Mayor Ada Holt came. [[The mayor]] said no. [[Ms. Holt]] left. [[Holt's]] view is known.", ["Ada Holt"] * 3),
        ("Sen. Ada Holt (D-Ostra) and Gov. Tom Ferris met. [[The senator]] spoke; [[the governor]] did not.", ["Ada Holt", "Tom Ferris"]),
        ("Tom Ferris met Ada Holt. [[She]] smiled, and [[he]] agreed.", ["Ada Holt", "Tom Ferris"]),
        ("Greta Ferris and her husband, Tom Ferris, came. [[Mr. Ferris]] sang; [[Mrs. Ferris]] did not.", ["Tom Ferris", "Greta Ferris"]),
        ("Ada Holt, 45, runs a shop. Rents rose. [[The 45-year-old]] said it was too much.", ["Ada Holt"]),
        ("The United Fishing Council (UFC) met. [[The UFC]] said yes, and [[the council]] voted.", ["United Fishing Council"] * 2),
        ("“Stay,” said [[Ada Holt, who runs the shop]].", ["Ada Holt"]),
        ("[[A lawyer for the shop, Ada Holt,]] said no.", ["Ada Holt"]),
        ("[[HOLT:]] No. Ada Holt was asked on Sunday.", ["Ada Holt"]),
        ("Mr Ferris met an architect [[who]] said the roof was bad.", ["an architect"]),
        ("A young Ostran woman was fined after [[she]] had written that it was late.", ["a young Ostran woman"]),
        ("Tom Ferris met Ada Holt. If the president keeps [[his]] promise, President Ferris will leave.", ["Tom Ferris"]),
        ("Councilman Ian Dunmore blasted those who [[he]] said had come. [[Dunmore's]] view is known.", ["Ian Dunmore"] * 2),
        ("Dean Holt came. [[Holt]] said no.", ["Dean Holt"]),
        ("[[Many Ostrans]] stayed. [[They]] hoped.", ["many Ostrans"] * 2),
        ("Ada Holt and Tom Ferris met a Sorvian minister, [[who]] said no.", ["a Sorvian minister"]),
        ("[[The poll]] rose. [[A Quay poll]] fell, and [[the poll]] rose.", ["the poll", "a Quay poll", "a Quay poll"]),
        ("[[I]] think so.", ["the author"]),
    ],
)
def test_a_source_goes_to_the_fullest_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("source", "kind", "name"),
    [
        ("Critics", "group", "Critics"),
        ("people close to Ada Holt", "group", "people close to Ada Holt"),
        ("Police officials", "group", "Police officials"),
        ("a Holt spokesman", "unnamed", "a Holt spokesman"),
        ("A spokeswoman for the ministry", "unnamed", "a spokeswoman for the ministry"),
        ("Holt's campaign", "organisation", "Holt's campaign"),
        ("the Holt campaign", "organisation", "Holt campaign"),
        ("The Port Alder Times", "organisation", "Port Alder Times"),
        ("the Pentagon", "organisation", "Pentagon"),
        ("the Committee for a Drier Harbour", "organisation", "Committee for a Drier Harbour"),
        ("a Quay Institute poll", "unnamed", "a Quay Institute poll"),
        ("documents obtained by the Courier", "unnamed", "documents obtained by the Courier"),
        ("Holt's statement", "person", "Ada Holt"),
        ("a statement from the Harbour Board", "organisation", "Harbour Board"),
        ("A new ad from Ada Holt's campaign", "organisation", "Ada Holt's campaign"),
        ("Holt and Ferris", "group", "Ada Holt and Tom Ferris"),
        ("Sorvia, Ostra and the Inland States", "group", "Sorvia, Ostra and the Inland States"),
        ("former FBI director Ada Holt", "person", "Ada Holt"),
        ("a study by the scientist Ada Holt", "unnamed", "a study by the scientist Ada Holt"),
    ],
)
def test_what_kind_of_speaker_a_source_is(source: str, kind: str, name: str) -> None:
    speaker = heard(f"Ada Holt met Tom Ferris in the harbour.\n\nIt is late, according to [[{source}]].")[0]

    assert (speaker.kind, speaker.name) == (kind, name)


def test_two_unnamed_officials_stay_two() -> None:
    text = "[[A senior official]] said yes. [[Another official]] said no. [[The senior official]] left, [[a third official]] said."

    assert names(text) == ["a senior official", "another official", "a senior official", "a third official"]


def test_no_source_is_nobody_unless_the_quotation_runs_on() -> None:
    text = "“We sail,” Ada Holt said. “We always have.”\n\nIt was reported that she sailed."
    first = Found(((11, 19),), ((20, 24),), ((0, 10),))
    second = Found((), (), ((26, 43),))
    third = Found((), ((52, 60),), ((61, 77),))

    found = speakers(text, sentences(text), [], [first, second, third])

    assert found == (Speaker("Ada Holt", "person"), Speaker("Ada Holt", "person"), NOBODY)


WORDS = ["Ada Holt", " the official ", ", who ", " he ", "\n", "“", '"', "'s ", "A ", " of the "]
PIECES = st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(WORDS))


@given(text=st.lists(PIECES, max_size=80).map("".join), data=st.data())
def test_any_text_and_spans_give_words_of_the_text(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    span = st.tuples(place, place).map(lambda pair: (min(pair), max(pair)))
    lists = st.lists(span, max_size=3).map(lambda spans: tuple(sorted(spans)))
    found = data.draw(st.lists(st.builds(Found, lists, lists, lists), max_size=6))
    entities = data.draw(st.lists(span.map(lambda pair: Entity(*pair, "person")), max_size=4))

    spoken = speakers(text, sentences(text), entities, found)

    assert len(spoken) == len(found)
    assert spoken == speakers(text, sentences(text), entities, found)
    for speaker in spoken:
        if speaker == AUTHOR or speaker.name is None:
            continue
        assert all(word.strip(",").casefold() in text.casefold() for word in speaker.name.split())


@pytest.mark.long
def test_twenty_thousand_attributions_in_a_million_characters_are_done() -> None:
    line = "[[Ada Holt]] said no, and more. [[The official]] left the room, [[she]] said. [[It]] fell, [[who]] knows why. [[They]] ran.\n"

    spoken = heard(line * 3_400 + "Nothing was said.\n" * 35_000)

    assert len(spoken) == 6 * 3_400
    assert spoken[0] == spoken[-6] == Speaker("Ada Holt", "person")


def test_the_answer_does_not_depend_on_the_order_in_which_attributions_come() -> None:
    text = "Ada Holt spoke. She said no. He left."
    found = [Found(((0, 8),), (), ()), Found(((16, 19),), (), ())]

    forward = speakers(text, sentences(text), [], found)

    assert speakers(text, sentences(text), [], found[::-1]) == forward[::-1]


def _without_source(text: str, first: tuple[str, str, str], cue: str, content: str) -> Speaker:
    """The speaker of a second attribution without a source, after a first one of source, cue and content."""
    spans = [(text.index(part), text.index(part) + len(part)) for part in (*first, cue, content)]
    found = [Found((spans[0],), (spans[1],), (spans[2],)), Found((), (spans[3],), (spans[4],))]
    return speakers(text, sentences(text), [], found)[1]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Marta Quill echoed his view, saying that sanctions would wait.", "saying"),
        ("Marta Quill echoed his view and warned that sanctions would wait.", "warned"),
        ("Marta Quill echoed his view, sharply adding that sanctions would wait.", "sharply adding"),
    ],
)
def test_a_cue_that_goes_on_with_the_sentence_has_its_subject(text: str, cue: str) -> None:
    assert _without_source(text, ("Marta Quill", "echoed", "his view"), cue, "sanctions would wait").name == "Marta Quill"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Marta Quill echoed his view. Saying that sanctions would wait is easy.", "Saying"),
        ("Marta Quill echoed his view, which is reportedly why sanctions would wait.", "reportedly"),
        ("Marta Quill echoed his view.\n\nIt was said that sanctions would wait.", "said"),
    ],
)
def test_a_cue_of_another_sentence_or_of_nobody_has_none(text: str, cue: str) -> None:
    assert _without_source(text, ("Marta Quill", "echoed", "his view"), cue, "sanctions would wait") == NOBODY


def test_the_owners_in_a_body_s_name_are_part_of_it() -> None:
    assert names("But according to [[the Seafarers’ Union]], the director hides. [[The Seafarers’ Union]] said no.") == [
        "Seafarers’ Union", "Seafarers’ Union",
    ]
