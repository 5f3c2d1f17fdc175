from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.article import Article, Credit, Dateline, Paragraph, ParagraphKind
from octavo.reading.draft import Draft
from octavo.reading.finish import finish
from tests.shared import shared

FETCHED = datetime(2025, 6, 27, 12, 0, tzinfo=UTC)
ONE = "Ministers agreed on Friday to mend the harbour wall, which fell in the storm of last week."
TWO = "The work begins on Monday, a spokesman said."


def article(headline: str, *texts: str, **known: object) -> Article:
    found = finish(Draft(headline, tuple(Paragraph("text", text) for text in texts), **known), FETCHED)  # type: ignore[arg-type]
    assert found
    return found


def test_everything_at_once() -> None:
    found = article(
        "Exclusive-Ministers to mend the wall - The Harbour Post",
        "Ministers to mend the wall", "By Mara Quill", f"PORT ALDER (Northwire) -{ONE}", "WORK BEGINS", TWO,
        "(Reporting by Mara Quill; Editing by Tom Ash)", "© Northwire",
        publisher="The Harbour Post", language="en",
    )
    assert (found.kicker, found.headline) == ("Exclusive", "Ministers to mend the wall")
    assert found.dateline == Dateline("PORT ALDER", "Northwire")
    assert found.agency == "Northwire"
    assert found.byline == ("Mara Quill",)
    assert found.credits == (Credit("reporting", "Mara Quill"), Credit("editing", "Tom Ash"))
    assert [(each.kind, each.text) for each in found.paragraphs[:3]] == [("text", ONE), ("crosshead", "WORK BEGINS"), ("text", TWO)]
    assert found.language == "en"


def test_text_is_cleaned_and_empty_paragraphs_go() -> None:
    found = article("The\u00a0wall\u202e", " It\u200b fell. ", "\u200b", TWO)
    assert found.headline == "The wall"
    assert [each.text for each in found.paragraphs] == ["It fell.", TWO]


def test_a_code_in_the_dateline_is_spelled_out_by_the_text() -> None:
    found = article("The wall", f"PORT ALDER (MP) — {ONE}", "“It fell,” she told Meridian Press (MP).", publisher="The Pilot")
    assert (found.agency, found.dateline) == ("Meridian Press", Dateline("PORT ALDER", "Meridian Press"))
    assert article("The wall", f"PORT ALDER (MP) — {ONE}", TWO, publisher="The Pilot").agency == "MP"
    own = article("The wall", f"PORT ALDER (MP) — {ONE}", TWO, publisher="Meridian Press")
    assert (own.agency, own.dateline) == (None, Dateline("PORT ALDER", "Meridian Press"))


@pytest.mark.parametrize(("start", "names", "place"), [
    ("By Jane Doe LONDON (Reuters) - ", ("Jane Doe",), "LONDON"), ("By JANE DOE NEW YORK (AP) — ", ("Jane Doe",), "NEW YORK"),
    ("By Jane Doe and Tom Ash PORT ALDER (Northwire) - ", ("Jane Doe", "Tom Ash"), "PORT ALDER"),
])
def test_a_byline_before_the_dateline(start: str, names: tuple[str, ...], place: str) -> None:
    found = article("The wall", start + ONE, TWO)
    assert (found.byline, found.dateline and found.dateline.place) == (names, place)
    assert [each.text for each in found.paragraphs] == [ONE, TWO]
    kept = article("The wall", "By Friday the NATO (AP) office had closed.", TWO)
    assert kept.paragraphs[0].text == "By Friday the NATO (AP) office had closed."


def test_a_kicker_over_the_text_is_no_paragraph() -> None:
    found = article("Count the boats", "Opinion", ONE, kicker="Opinion")
    assert (found.kicker, found.text) == ("Opinion", ONE)


def test_the_publisher_is_not_its_own_agency() -> None:
    assert article("The wall", f"PORT ALDER (AP) — {ONE}", publisher="AP News").agency is None
    assert article("The wall", f"PORT ALDER (AP) — {ONE}", publisher="The Pilot").agency == "Associated Press"


def test_a_byline_in_the_draft_gives_people_and_agency() -> None:
    found = article("The wall", ONE, byline=("By Jane Doe, Associated Press",))
    assert (found.byline, found.agency) == (("Jane Doe",), "Associated Press")


def test_an_agency_that_helped_is_no_person() -> None:
    found = article("The wall", ONE, TWO, "(Additional reporting by AFP)")
    assert (found.credits, found.agency, found.text) == ((), "AFP", f"{ONE}\n\n{TWO}")


def test_a_headline_made_of_the_first_sentence_leaves_it_in_the_text() -> None:
    assert article(ONE, ONE, TWO, untitled=True).text == f"{ONE}\n\n{TWO}"
    assert article(ONE, ONE, TWO).text == TWO


def test_a_summary_may_stand_above_the_dateline() -> None:
    found = article("The wall", TWO, f"PORT ALDER (Reuters) - {ONE}")
    assert found.dateline == Dateline("PORT ALDER", "Reuters")
    assert [each.text for each in found.paragraphs] == [TWO, ONE]


def test_speakers_of_a_transcript_are_no_places() -> None:
    turns = (f"QUILLINGTON: {ONE}", f"HARTWELL: {TWO}", f"QUILLINGTON: {TWO}")
    assert [each.text for each in article("Talk", *turns).paragraphs] == list(turns)


def test_a_place_over_the_text() -> None:
    found = article("The wall", "ISTANBUL", ONE)
    assert found.dateline == Dateline("ISTANBUL")
    assert found.text == ONE


def test_nothing_is_no_article_and_either_part_is_one() -> None:
    assert finish(Draft(" \u200b ", (Paragraph("text", "\u00a0"),)), FETCHED) is None
    assert article("Ferry aground").paragraphs == ()
    assert article("", ONE).text == ONE


def test_times_have_an_offset() -> None:
    found = article("The wall", ONE, published=datetime(2025, 6, 27, 9, 0))  # noqa: DTZ001
    assert found.published == FETCHED - timedelta(hours=3)


def test_a_long_headline_is_cut() -> None:
    assert len(article("wall " * 2_000, ONE).headline) <= 1_000


def test_the_seed_page_by_hand() -> None:
    lines = [line.strip() for line in shared("seeds/000_bae099a868e02afb.txt").read_text(encoding="utf-8").splitlines()]
    end = lines.index("Try Our AI Features")
    found = article(lines[1], *lines[2:end])
    assert found.kicker == "Analysis"
    assert found.dateline == Dateline("THE HAGUE", "Reuters")
    assert found.agency == "Reuters"
    assert [(credit.role, credit.name, credit.place) for credit in found.credits] == [
        ("reporting", "Gram Slattery", "Washington"), ("additional reporting", "Andrew Gray", "The Hague"),
        ("editing", "Don Durfee", None), ("editing", "Matthew Lewis", None)]
    assert [each.text for each in found.paragraphs if each.kind == "crosshead"] == ["RUSSIA STRATEGY REMAINS ELUSIVE"]
    agencies = [article(lines[number + 1], lines[number + 2], publisher=line[2:]).agency
                for number, line in enumerate(lines) if line in ("- The Star", "- The Sun")]
    assert agencies == ["Reuters", "Anadolu Ajansi", "Anadolu Ajansi"]


WORDS = ["wall", "sea", "(old)", "boat", "—", "fell", "Friday", "U.S.", "5%", "“quoted”", "said", "by", "Reuters", "in", "AP", "TV"]
SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(lambda words: f"The {' '.join(words)} fell again."),
    min_size=1, max_size=6)


@given(
    SENTENCES,
    st.sampled_from(["", "THE HAGUE (Reuters) -", "PARIS, June 27 (AFP) — ", "MOSCOW: ", "(AP) — "]),
    st.sampled_from(["", " (Reporting by Tom Ash; Editing by Jo Roe)", " - Reuters", " © AFP"]),
    st.sampled_from([(), ("(Reporting by Tom Ash)",), ("Source: dpa",), ("Reporting by Tom Ash; editing by Jo Roe", "- AFP")]),
)
def test_no_sentence_is_lost(sentences: list[str], head: str, end: str, last: tuple[str, ...]) -> None:
    sentences = [*sentences, "The end of it."]
    found = article("A headline of its own", head + sentences[0], *sentences[1:-1], sentences[-1] + end, *last)
    assert [each.text for each in found.paragraphs] == sentences


@given(st.text(), st.lists(st.tuples(st.sampled_from(get_args(ParagraphKind)), st.text()), max_size=5), st.text(),
        st.text())
def test_any_draft_is_finished(headline: str, paragraphs: list[tuple[ParagraphKind, str]], publisher: str, other: str) -> None:
    texts = tuple(Paragraph(kind, text) for kind, text in paragraphs)
    draft = Draft(
        headline, texts, url=other or None, publisher=publisher, byline=(other,), language=other, section=publisher, agency=other or None)
    found = finish(draft, FETCHED)
    again = finish(draft, FETCHED)
    assert found == again
    assert found is None or all(each.text == " ".join(each.text.split()) != "" for each in found.paragraphs)


@pytest.mark.parametrize("unit", ["(", " ", "By ", "A ", "(Reuters) ", "Reporting by ", "x. Reporting by A in ", "\u200d", "e\u0301",
        "| ", "- "])
def test_hostile_text_is_finished(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    finish(Draft(text, (Paragraph("text", text),) * 2, byline=(text,), publisher=text[:1_000]), FETCHED)
