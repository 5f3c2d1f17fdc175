"""Lines of saved text: hard wraps joined, bullets taken off, furniture told by its words."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.reading.flat.lines import split_lines
from octavo.reading.furniture import furniture_of

PROSE = ("The council voted on Thursday to reopen the quay, eleven months after a winter storm tore away forty metres of its wall, "
         "and asked well-known engineers to look at what is left of the eastern steps before the boats come back in the spring.")


@pytest.mark.parametrize("width", [50, 60, 72, 79, 100])
def test_a_hard_wrapped_paragraph_is_one_line(width: int) -> None:
    text = "Headline\n\n" + textwrap.fill(PROSE, width, break_on_hyphens=False) + "\n\nLast words."
    assert [line.text for line in split_lines(text)] == ["Headline", PROSE, "Last words."]


def test_wrapped_paragraphs_beside_long_lines_are_joined_too() -> None:
    long = PROSE + " " + PROSE
    text = f"{long}\n\n{textwrap.fill(PROSE, 70, break_on_hyphens=False)}\n\n{long}"
    assert [line.text for line in split_lines(text)] == [long, PROSE, long]


def test_a_list_in_a_wrapped_text_stays_a_list() -> None:
    text = textwrap.fill(PROSE, 72, break_on_hyphens=False) + "\n* concrete blocks\n* natural stone\n\n" + textwrap.fill(PROSE, 72)
    assert [line.mark for line in split_lines(text)] == ["", "list", "list", ""]


def test_short_lines_are_not_joined() -> None:
    rows = ["Ferry timetable changes from July", "Baker wins prize for rye loaf", "School roof to be mended this summer", "Quay open"]
    assert [line.text for line in split_lines("\n".join(rows))] == rows


@pytest.mark.parametrize(("row", "text", "mark"), [
    ("- The Star", "The Star", "list"), ("  • item", "item", "list"), ("> quoted", "quoted", "quote"),
    ("## Crosshead", "Crosshead", "head"), ("1. first", "first", "list"), ("-5 degrees", "-5 degrees", ""),
    ("*emphasis*", "*emphasis*", ""), ("2025 was warm", "2025 was warm", ""),
    ("a\u200bb\u202ec", "abc", ""), ("**Bold** words", "Bold words", ""),
    ("The [harbour bridge](https://pilot.example/a) is shut", "The harbour bridge is shut", ""),
    ("2 ** 3 ** 4", "2 ** 3 ** 4", ""),
    ("![A bridge](a.jpg) It is shut.", "It is shut.", ""), ("He [sic](really) said", "He [sic](really) said", ""),
    ("tab\tand\u00a0space", "tab and space", ""),
])
def test_marks(row: str, text: str, mark: str) -> None:
    (line,) = split_lines(row)
    assert (line.text, line.mark) == (text, mark)


@pytest.mark.parametrize(("text", "kind"), [
    ("ADVERTISEMENT", "button"), ("- Share -", "button"), ("12 shares", "button"), ("1 / 13", "button"), ("Related Articles", "tail"),
    ("3 Comments", "tail"), ("Most read in Science", "tail"), ("--", "tail"), ("Read more: Who pays?", "pointer"),
    ("READ MORE | Who pays", "pointer"), ("Sign up for our newsletter", "asking"), ("Photo: Jon Arkell", "caption"),
    ("Copyright 2025 Ellery Media. All rights reserved.", "asking"),
    ("We use cookies to improve your experience.", "asking"), ("Privacy policy and terms of use", "asking"),
    ("EU court strikes down cookie rules", ""), ("The firm changed its privacy policy in May.", ""),
    ("“We never sold your cookies,” the minister said.", ""),
    ("The quay after the storm (AP Photo/Jon Arkell)", "caption"), ("Weitere Artikel zum Thema", "tail"), ("Читайте также", "tail"),
    ("Wir verwenden Cookies, um Inhalte anzubieten.", "asking"), ("Nous utilisons des cookies sur ce site.", "asking"),
    ("Utilizamos cookies propias y de terceros.", "asking"), ("We and our 842 partners store and access data on a device.", "asking"),
    ("Wir und unsere 120 Partner speichern Daten auf dem Gerät.", "asking"), ("Nous et nos 95 partenaires stockons des données.", "asking"),
    ("Auch interessant", "tail"), ("A lire aussi :", "tail"), ("Editors’ Picks", "tail"), ("Tags: bridge, harbour, council", "tail"),
    ("REKLAMA", "button"), ("La suite après la publicité", "button"), ("SKIP ADVERTISEMENT", "button"), ("Share full article", "button"),
    ("Listen to this article · 6:12 min", "button"), ("Load more posts", "button"), ("Cancel anytime.", "button"), ("Enditem", "button"),
    ("Already a subscriber? Log in", "asking"), ("To continue reading this article, subscribe now", "asking"), ("分享", "button"),
    ("We and our partners agreed on Monday to build the bridge.", ""), ("To continue reading is a joy, she said.", ""),
    ("Cookies werden im Laden verkauft.", ""), ("Listen to this story of two brothers who built a bridge with their own hands.", ""),
    ("Already a member of the club, she ran for its chair.", ""), ("The tags: red, green and blue.", ""),
    ("He asked for more comments.", ""), ("“Share this burden with us,” she said.", ""), ("The photo: that was the question.", ""),
    ("Reuters reported the sale on Monday.", ""), ("The firm declined to comment.", ""), ("Getty Images sued the firm in March.", ""),
    ("The law takes effect in October. - Reuters", ""), ("The law takes effect in October. —AP", ""),
    ("The mayor resigned on Friday, the town said. (AFP)", ""), ("The mayor leaves the hall. (AP Photo/Jon Arkell)", "caption"),
    ("The mayor leaves the hall - Reuters", "caption"),
    ("Cookies were served to the guests.", ""), ("2025", "button"), ("Related charges were dropped on Monday.", ""),
    ("We use the old harbour because the new one is closed.", ""), ("Subscribers rose to 40,000, the paper told Reuters on Monday.", ""),
])
def test_furniture_is_told_by_its_words(text: str, kind: str) -> None:
    assert furniture_of(text) == kind


@given(st.text(alphabet=st.sampled_from(list("abc .:-—()[]/|©0123456789\"'“”#*>")), max_size=600))
@settings(max_examples=200, deadline=None)
def test_any_line_has_a_kind(text: str) -> None:
    assert furniture_of(text) in ("", "button", "tail", "pointer", "asking", "caption")
