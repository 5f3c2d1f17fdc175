"""Flattened pages of hostile shapes and sizes: an answer or none, never an exception, and no sentence lost where all is text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.article import Page
from octavo.reading.draft import Draft
from octavo.reading.flat import read_flat

FETCHED = datetime(2025, 6, 27, 12, tzinfo=UTC)
SENTENCE = "The harbour master said on Monday that the ferry would leave an hour later than planned. "


def read(text: str) -> list[Draft]:
    return read_flat(text, Page(text.encode("utf-8", "replace"), FETCHED))


@pytest.mark.parametrize("text", ["", "\n\n\n", "   \t ", "•\n*\n-\n", "Menu", "12\n13\n14"])
def test_nothing_gives_nothing(text: str) -> None:
    assert read(text) == []


def test_a_page_of_furniture_gives_nothing() -> None:
    rows = ["Menu", "Home", "Sign in", "Search", "Comments", "No comments yet...", "Related Articles", "© 2025 Ellery Media"]
    assert read("\n".join(rows)) == []


def test_one_endless_line_is_an_article() -> None:
    text = SENTENCE * 100_000
    drafts = read(text)
    assert len(drafts) == 1
    assert sum(paragraph.text.count("harbour master") for paragraph in drafts[0].paragraphs) == 100_000


def test_one_endless_word_does_no_harm() -> None:
    for text in ("a" * 5_000_000, "-" * 5_000_000, "(" * 1_000_000 + "\n" + "\"" * 1_000_000):
        assert len(read(text)) <= 1


def test_an_article_is_found_among_a_million_short_lines() -> None:
    links = "\n".join(f"Link {number}" for number in range(500_000))
    drafts = read(f"{links}\nFerry leaves later on Mondays\n{SENTENCE}\n{SENTENCE * 3}\n{SENTENCE * 2}\n{links}")
    assert any("harbour master" in paragraph.text for paragraph in drafts[0].paragraphs)




@given(st.lists(st.sampled_from([
    "", "Menu", "The Pilot", "- The Pilot", "3 hours ago", "By Ada Marsh", "Related Articles", "Comments", "Advertisement", SENTENCE,
    SENTENCE * 4, "Ferry leaves later on Mondays", "WHAT COMES NEXT", "> " + SENTENCE, "# Ferry", "* item one", "Photo: Jon Arkell", "--",
    "x" * 70, "Sign up", "OSTERBY (Norvik Wire) - " + SENTENCE, "\u200b", "\u202e", "…", "The designs:", "June 26, 2025",
]), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_order_of_lines_is_read(rows: list[str]) -> None:
    for draft in read("\n".join(rows)):
        assert draft.paragraphs
        assert all(paragraph.text for paragraph in draft.paragraphs)
        assert not {"Menu", "Related Articles", "Comments", "Advertisement"} & {paragraph.text for paragraph in draft.paragraphs}


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    read(text)


@given(st.lists(st.integers(min_value=1, max_value=5), min_size=3, max_size=20))
@settings(max_examples=60, deadline=None)
def test_a_clean_article_comes_out_whole(lengths: list[int]) -> None:
    paragraphs = [" ".join(f"Sentence {at} of paragraph {number} tells what the ferry did." for at in range(length))
                  for number, length in enumerate(lengths)]
    drafts = read("Ferry leaves later on Mondays\n\n" + "\n\n".join(paragraphs) + "\n")
    assert [(draft.headline, [paragraph.text for paragraph in draft.paragraphs]) for draft in drafts] == [
        ("Ferry leaves later on Mondays", paragraphs)]
