import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.article import Credit, Paragraph
from octavo.reading.parts.credits import LINE_MOST, contributed, of_line, split


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(credit.role, credit.name, credit.place) for credit in of_line(text)]


@pytest.mark.parametrize(("line", "credits_told"), [
    ("(Reporting by Mara Quill in Port Alder; Additional reporting by Tom Ash at the Hague; Editing by Ann Poe and Jo Roe)",
     [("reporting", "Mara Quill", "Port Alder"), ("additional reporting", "Tom Ash", "The Hague"), ("editing", "Ann Poe", None),
      ("editing", "Jo Roe", None)]),
    ("Reporting by Mara Quill and Tom Ash in Oslo, Ann Poe in Rome; writing by Jan de Vries",
     [("reporting", "Mara Quill", "Oslo"), ("reporting", "Tom Ash", "Oslo"), ("reporting", "Ann Poe", "Rome"), ("writing",
     "Jan de Vries", None)]),
    ("(Reporting By Mara Quill, Tom Ash & Ann Poe)", [("reporting", "Mara Quill", None), ("reporting", "Tom Ash", None), ("reporting",
    "Ann Poe", None)]),
    ("(Reporting by Mara Quill in Washington, D.C. and Tom Ash in Paris)", [("reporting", "Mara Quill", "Washington, D.C."),
                                                                           ("reporting", "Tom Ash", "Paris")]),
    ("(Writing by Mara Quill in Orlando, Florida, Editing by Tom Ash)", [("writing", "Mara Quill", "Orlando, Florida"), ("editing",
    "Tom Ash", None)]),
    ("Reporting and writing by Mara Quill. Editing by Tom Ash.", [("reporting", "Mara Quill", None), ("writing", "Mara Quill", None),
                                                                 ("editing", "Tom Ash", None)]),
    ("(Reporting by Mara Quill; Graphics by Jo Roe; Editing by Tom Ash)", [("reporting", "Mara Quill", None), ("editing", "Tom Ash",
    None)]),
    ("(Reporting by Mara Quill; Editing by Tom Ash) ((mara.quill@wire.example; +44 20 1))", [("reporting", "Mara Quill", None),
                                                                                           ("editing", "Tom Ash", None)]),
    ("(Reporting: Mara Quill; Editing: Tom Ash)", [("reporting", "Mara Quill", None), ("editing", "Tom Ash", None)]),
    ("(Reporting by Mara Quill; Editing by Tom Ash", [("reporting", "Mara Quill", None), ("editing", "Tom Ash", None)]),
    ("Compiled by Mara Quill and staff", [("writing", "Mara Quill", None)]),
    ("Photos by Mara Quill for The Harbour Post", [("photography", "Mara Quill", None)]),
    ("--additional reporting from Tom Ash.", [("additional reporting", "Tom Ash", None)]),
    ("With reporting by Tom Ash in Port Alder.", [("reporting", "Tom Ash", "Port Alder")]),
    ("(Reporting by Bengaluru newsroom)", [("reporting", "Bengaluru newsroom", None)]),
])
def test_lines_of_credits(line: str, credits_told: list[tuple[str, str, str | None]]) -> None:
    assert told(line) == credits_told
    assert split([Paragraph("text", "He left."), Paragraph("text", line)])[0] == (Paragraph("text", "He left."),)


@pytest.mark.parametrize("text", [
    "Reporting by the Harbour Post shows that the wall was weak.", "Writing by hand improves memory.", "Reporting from London",
    "Pictures by satellites show it.",
    "Reporting from Port Alder, where the ferry sank.", "Editing by Tom Ash, who also wrote the story that won a prize.", "", "(",
    "Report: Ferry Sank",
    "Edited by Tom Ash on a night when nobody slept",
])
def test_sentences_are_no_credits(text: str) -> None:
    paragraphs = (Paragraph("text", text),) if text else ()
    assert split(paragraphs) == (paragraphs, ())


@pytest.mark.parametrize("end", [" (Reporting by Tom Ash; Editing by Jo Roe)", " Reporting by Tom Ash; Editing by Jo Roe",
        "(Reporting by Tom Ash; editing by Jo Roe)"])
def test_credits_at_the_end_of_a_running_paragraph(end: str) -> None:
    kept, found = split([Paragraph("text", "There are 105 of them, he added." + end)])
    assert kept == (Paragraph("text", "There are 105 of them, he added."),)
    assert found == (Credit("reporting", "Tom Ash"), Credit("editing", "Jo Roe"))


def test_credits_in_the_middle_are_found_once() -> None:
    line = Paragraph("text", "Reporting by Tom Ash")
    kept, found = split([Paragraph("text", "One."), line, Paragraph("text", "Two."), line])
    assert [each.text for each in kept] == ["One.", "Two."]
    assert found == (Credit("reporting", "Tom Ash"),)


WORDS = st.lists(st.sampled_from(["Reporting by ", "Editing by", " and ", ", ", ";", "(", ")", "Tom Ash", " in ", "the Hague", ". ",
    "he said", "\u00e9"]), max_size=30)


@given(st.one_of(st.text(), WORDS.map("".join)))
def test_what_is_kept_is_a_beginning_of_the_text(text: str) -> None:
    kept, found = split([Paragraph("text", text)])
    assert len(kept) <= 1
    assert not kept or text.startswith(kept[0].text)
    assert found or "".join(each.text for each in kept) == text


@pytest.mark.parametrize("unit", ["(", "(Reporting by ", "x. Reporting by A in ", "Reporting by Tom Ash; ", "and ", "Editing by A, ", " "])
def test_long_text_is_only_looked_at_its_end(unit: str) -> None:
    text = "Reporting by " + unit * (200_000 // len(unit))
    kept, _ = split([Paragraph("text", text)])
    assert kept
    assert len(text) - len(kept[0].text) <= LINE_MOST


@pytest.mark.parametrize(("line", "names"), [
    ("(Mara Quill contributed to this report.)", [("Mara Quill", None)]),
    ("Tom Ash in Oslo and Ann Poe in Rome contributed to this report.", [("Tom Ash", "Oslo"), ("Ann Poe", "Rome")]),
    ("Associated Press writers Tom Ash and Ann Poe contributed to this report.", [("Tom Ash", None), ("Ann Poe", None)]),
    ("Tom Ash contributed reporting from Port Alder.", [("Tom Ash", "Port Alder")]),
])
def test_who_contributed_stands_alone_at_the_end(line: str, names: list[tuple[str, str | None]]) -> None:
    kept, found = contributed([Paragraph("text", "It fell."), Paragraph("text", line)])
    assert [each.text for each in kept] == ["It fell."]
    assert [(credit.name, credit.place) for credit in found] == names
    assert {credit.role for credit in found} == {"additional reporting"}


@pytest.mark.parametrize("line", [
    "The Associated Press contributed to this report.", "Northwire contributed to this report.", "Alder Press contributed to this report.",
    "The storm, she said, contributed to this report.", "It fell. Tom Ash contributed to this report.", "Rust contributed to the fall.",
    "A " * 2_000 + "contributed to this report.",
])
def test_a_house_or_a_sentence_is_no_contributor(line: str) -> None:
    assert contributed([Paragraph("text", "It fell."), Paragraph("text", line)])[1] == ()
