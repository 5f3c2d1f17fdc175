"""Markup that breaks readers: it gives a sensible article or none, in time, and never active content."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.article import Page
from octavo.errors import OctavoError
from octavo.reading.draft import Draft
from octavo.reading.html import read_html

FETCHED = datetime(2025, 12, 1, 12, tzinfo=UTC)
SENTENCE = "The board of Eastmere voted on Tuesday to close the old ferry pier, the chairman said."
PARAGRAPH = f"<p>{SENTENCE}</p>"


def read(markup: str) -> list[Draft]:
    return read_html(markup, Page(b"", FETCHED, "https://eastmere.example/pier", "the page"))


def texts(markup: str) -> list[str]:
    return [paragraph.text for draft in read(markup) for paragraph in draft.paragraphs]


@pytest.mark.parametrize("markup", [
    PARAGRAPH * 3 + "<div>" * 100_000 + "x",
    PARAGRAPH * 3 + "<b>" * 100_000,
    "<div></div>" * 20_000 + PARAGRAPH * 3,
    PARAGRAPH * 3 + "</span></p></i>" * 20_000,
    PARAGRAPH * 3 + "<h1>" + "<div>a</div>" * 50_000 + "</h1>",
    PARAGRAPH * 3 + "<script>" + "a" * 2_000_000,
    PARAGRAPH * 3 + "<!-- " + "a" * 2_000_000,
    PARAGRAPH * 3 + f"<p {' '.join(f'a{number}=1' for number in range(100_000))}></p>",
    PARAGRAPH * 3 + f"<p class='{'card ' * 200_000}'></p>",
    PARAGRAPH * 3 + "<h1>" + "word " * 100_000 + "</h1>",
    '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PARAGRAPH * 3,
    '<script type="application/ld+json">' + '{"a":' * 900 + "1" + "}" * 900 + "</script>" + PARAGRAPH * 3,
    '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>' + PARAGRAPH * 3,
    PARAGRAPH * 3 + "\0\0" + "\ud800",
    "<meta property='og:url' content='http://[bad'>" + PARAGRAPH * 3,
    '<?xml version="1.0" encoding="utf-16"?><html><body>' + PARAGRAPH * 3,
])
def test_the_text_before_or_after_the_trap_is_read(markup: str) -> None:
    assert texts(markup)[:3] == [SENTENCE] * 3


@pytest.mark.parametrize("markup", [
    "<div>" * 100_000 + PARAGRAPH,
    "<frameset><frame src=a.html></frameset>",
    '<div id="app"></div><script>render("The board of Eastmere voted, on Tuesday, to close the old ferry pier.")</script>',
    "<svg><text>" + SENTENCE + "</text></svg><math><mi>" + SENTENCE + "</mi></math>",
    "<p></p>",
    "<",
])
def test_where_nothing_can_be_read_there_is_no_draft(markup: str) -> None:
    assert read(markup) == []


@pytest.mark.parametrize("markup", ["", "   ", "<!-- only a comment -->"])
def test_an_empty_page_is_an_error_that_names_it(markup: str) -> None:
    with pytest.raises(OctavoError, match="the page"):
        read(markup)


def test_a_hundred_thousand_neighbours() -> None:
    assert len(texts("<p>It rains, and it rains, and it rains.</p>" * 100_000)) == 100_000


def test_lines_broken_a_hundred_thousand_times() -> None:
    assert len(texts("<h1>Rain</h1>" + "and it rains, and it rains again.<br>" * 100_000)[0]) > 3_000_000


def test_names_are_not_trusted_to_be_short() -> None:
    draft = read(f"<title>{'word - ' * 50_000}</title><meta name=author content='{'x' * 10_000}'>{PARAGRAPH}")[0]
    assert len(draft.headline) <= 1_000
    assert draft.byline == ()


PIECES = [
    "<p>", "</p>", "<div class='related'>", "</div>", "<table>", "<tr>", "<td>", "<br>", "<h1>", "</h1>", "<ul>", "<li>", "<a href='x'>",
    "</a>", "<blockquote>", "<figure><figcaption>", "<script type='application/ld+json'>", "</script>", "<html hidden>", "<body>", "<!--",
    "<![CDATA[", '{"@type":"NewsArticle","author":[[1,{"name":2}]]}', "<meta property='og:title' content='A title'>",
    "&#0;", "&#xd800;", "&nbsp;", "\u200b", SENTENCE, "word",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_pile_of_markup_gives_drafts_or_an_error_of_ours(parts: list[str]) -> None:
    try:
        drafts = read("".join(parts))
    except OctavoError:
        return
    for draft in drafts:
        assert draft.paragraphs
        assert all(paragraph.text.strip() == paragraph.text != "" and "\n" not in paragraph.text for paragraph in draft.paragraphs)
