"""What stands under the last paragraph and what a short block asks of the reader: neither is text."""

from __future__ import annotations

import pytest

from tests.reading.html.test_html import articles

LINES = (
    "The iron bridge over the Tarn will be shut for two years from March, the council said on Monday.",
    "Engineers found cracks in four of its bearings, and buses will go round by the lower ford.",
    "The ford is deep in winter, the mayor said, and the fire station lies on the other bank.",
)


def read(under: str, over: str = "", between: str = "") -> list[str]:
    lines = [f"<p>{line}</p>" for line in LINES]
    markup = f"<body><article><h1>Iron bridge to shut</h1>{over}{''.join(lines[:2])}{between}{lines[2]}{under}</article>"
    (found,) = articles(markup, "https://a.example/bridge")
    return [paragraph.text for paragraph in found.paragraphs]


@pytest.mark.parametrize("under", [
    "<p>Tags: bridges, transport</p>",
    "<p>Read also: Mayor resigns over the tram line</p>",
    "<p>À lire aussi : Le maire démissionne</p>",
    "<p>Our Standards: The Northwire Principles of Trust., opens new tab</p>",
    "<p>Ida Fell is a reporter for the Northhaven Courier. She covers the town.</p>",
    "<p>Tom Ash, a baker, lives on Holm Island and has written two books on bread.</p>",
    "<p>Tom Ash teaches law at the Tarn College.</p><p>Topics: bridges, law</p>",
    "<p>___</p>",
    "<p>___</p><p>Tags: bridges</p>",
])
def test_a_tail_is_taken_off(under: str) -> None:
    assert read(under, "<p class=byline>By Tom Ash</p>") == list(LINES)


@pytest.mark.parametrize("under", [
    "Topics: the bridge, the ford and the tram were all on the list that the council worked through until midnight.",
    "Read this also as a warning: no bridge lasts for ever.",
    "Ida Fell is a baker in the lower town.",
    "Tom Ash and others wrote to the council.",
    "The mayor, Bo Lund, is a former reporter for the Courier.",
])
def test_a_last_sentence_is_no_tail(under: str) -> None:
    assert read(f"<p>{under}</p>", "<p class=byline>By Tom Ash</p>") == [*LINES, under]


def test_a_reporter_whom_the_text_names_is_its_subject() -> None:
    about = ["Ida Fell was given the medal of the town of Eastmere on Monday, for a life of work.",
             "She has lived by the Tarn since she was a child, and has never left it for long.",
             "Ida Fell is a reporter for the Northhaven Courier."]
    (found,) = articles("<body><h1>Medal for a reporter</h1>" + "".join(f"<p>{line}</p>" for line in about), None)
    assert [paragraph.text for paragraph in found.paragraphs] == about


@pytest.mark.parametrize("plea", [
    "Follow her on Twitter, where she writes of trams and of bridges, day by day.",
    "Sign up for our letter, which comes at seven every morning but Sunday.",
    "The desk can be reached at 0100 555, and at the counter, until ten at night.",
    "We are moderating all comments, and yours will be shown when one of us has read it.",
    "This player requires JavaScript, which your browser does not have or has turned off.",
    "Click here to subscribe, for a month or for a year, to the paper edition.",
])
def test_a_plea_between_paragraphs_is_no_text(plea: str) -> None:
    assert read("", between=f"<p>{plea}</p>") == list(LINES)


def test_a_long_paragraph_with_the_words_of_a_plea_is_text() -> None:
    long = "Whoever wants to cross must sign up for a place in a boat, he said, " + "and wait by the water " * 15 + "until it comes."
    assert read("", between=f"<p>{long}</p>") == [*LINES[:2], long, LINES[2]]


def test_a_body_in_two_parts_of_one_make_is_read_whole_and_other_makes_are_left_out() -> None:
    part = "".join(f"<p>{line}</p>" for line in LINES)
    body = (f'<div class="chunk left">{part * 3}</div><div class="quiz"><p>Which river runs under it, the Tarn or the Orr?</p></div>'
            f'<div class="chunk left"><p>{LINES[0]}</p></div>')
    (found,) = articles(f"<body><div><h1>Iron bridge to shut</h1>{body}</div>", None)
    assert [paragraph.text for paragraph in found.paragraphs] == [*LINES * 3, LINES[0]]
