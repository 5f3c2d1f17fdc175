"""What was said is marked in the text, and the text stays what it was."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.site.paper.briefs import citing
from octavo.site.paper.briefs.citing import Cited
from octavo.site.paper.deeds import DEEDS, HUES, deed, hues, initials, told
from octavo.site.paper.marking import Mark, Marker, apart

TEXT = "“It & I sail,” Brekke said. Nothing else. <Fell> denied it."


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_a_statement_is_a_link_and_its_sentence_can_be_seen() -> None:
    marker = Marker(TEXT, [(0, 27), (28, 41), (42, 59)], [Mark(0, 14, 1, 3), Mark(56, 58, 2, 5)])
    assert marker(0, len(TEXT)) == (
        '<span class="sentence"><a class="said hue-3" id="said-1" href="#statement-1">“It &amp; I sail,”</a> Brekke said.</span> '
        '<span class="sentence">Nothing else.</span> '
        '<span class="sentence">&lt;Fell&gt; denied <a class="said hue-5" id="said-2" href="#statement-2">it</a>.</span>'
    )


def test_the_pieces_of_one_statement_have_one_anchor_and_one_stop_for_the_keyboard() -> None:
    html = Marker(TEXT, [], [Mark(0, 14, 1, 3), Mark(56, 58, 1, 3)])(0, len(TEXT))
    assert html.count('id="said-1"') == 1
    assert html.count('tabindex="-1"') == 1
    assert html.count('href="#statement-1"') == 2


def test_what_runs_over_a_sentence_is_marked_in_each() -> None:
    html = Marker(TEXT, [(0, 27), (28, 41)], [Mark(15, 35, 1, 1)])(0, len(TEXT))
    assert re.findall(r'class="said hue-1"[^>]*>([^<]*)<', html) == ["Brekke said.", "Nothing"]


def test_a_part_without_a_mark_is_the_text_itself() -> None:
    assert Marker(TEXT, [(0, 27)], [Mark(0, 14, 1, 3)])(42, 59) == "&lt;Fell&gt; denied it."


def test_what_is_cited_is_marked_across_statements_with_the_way_back_behind_it() -> None:
    html = Marker(TEXT, [(0, 27)], [Mark(0, 14, 1, 3)], Cited(((6, 27),), "/story/1/#a&b"))(0, 41)
    assert html == (
        '<span class="sentence"><a class="said hue-3" id="said-1" href="#statement-1">“It &amp; '
        '<mark class="cited" id="cited">I sail,”</mark></a><mark class="cited"> Brekke said.</mark>'
        '<a class="back" lang="en" dir="ltr" aria-label="Back to the brief" href="/story/1/#a&amp;b"></a></span> Nothing else.'
    )


def test_a_sentence_that_is_new_has_a_class_where_it_begins() -> None:
    marker = Marker(TEXT, [(0, 27), (28, 41)], [], fresh=[(28, 41)])
    assert marker(0, 35) + marker(35, 41) == (
        '<span class="sentence">“It &amp; I sail,” Brekke said.</span> <span class="sentence fresh">Nothing</span>'
        '<span class="sentence"> else.</span>'
    )


def test_inner_words_are_the_inner_ones() -> None:
    outer, inner = Mark(0, 20, 1, 1), Mark(5, 9, 2, 2)
    assert apart([outer, inner]) == [Mark(0, 5, 1, 1), Mark(5, 9, 2, 2), Mark(9, 20, 1, 1)]
    assert apart([Mark(3, 3, 1, 1)]) == []


def test_a_statement_whose_words_are_anothers_has_an_anchor_too() -> None:
    html = Marker(TEXT, [], [Mark(0, 14, 1, 3), Mark(0, 14, 2, 4)])(0, len(TEXT))
    assert html.startswith('<span id="said-1"></span><a class="said hue-4" id="said-2"')


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)))


@given(st.text(max_size=60), SPANS, SPANS, SPANS, SPANS)
def test_whatever_is_marked_the_text_stays(
    text: str, marked: list[tuple[int, int]], sentences: list[tuple[int, int]], fresh: list[tuple[int, int]], asked: list[tuple[int, int]],
) -> None:
    marks = [Mark(start, end, number, 1) for number, (start, end) in enumerate(marked, 1)]
    found = apart(marks)
    assert all(one.end <= other.start for one, other in pairwise(found))
    cited = citing.cited(",".join(f"{start}-{end}" for start, end in asked), [["text", 0, len(text)]], 7, None)
    html = Marker(text, sentences, marks, replace(cited, back="/") if cited else Cited(()), fresh)(0, len(text))
    assert plain(html) == text
    for tag in ("span", "mark", "a"):
        assert len(re.findall(rf"<{tag}\b", html)) == html.count(f"</{tag}>")
    assert not re.search(r"<a\b(?:(?!</a>).)*<a\b", html, re.DOTALL)
    if cited:
        shown = "".join(unescape(words) for words in re.findall(r"<mark[^>]*>(.*?)</mark>", html, re.DOTALL))
        assert shown == "".join(text[start:end] for start, end in cited.spans)
        assert (html.count('id="cited"'), html.count('class="back"')) == (1, 1)


def test_twenty_thousand_statements_take_a_moment() -> None:
    text = "He said so. " * 20_000
    marks = [Mark(place, place + 11, number, 1) for number, place in enumerate(range(0, len(text), 12))]
    marks += [Mark(place, len(text), 30_000 + place, 2) for place in range(3_000)]
    marker = Marker(text, [(place, place + 11) for place in range(0, len(text), 12)], marks)
    assert sum(len(marker(place, place + 12)) for place in range(0, len(text), 12)) > 2_000_000


def test_every_act_has_its_words() -> None:
    from octavo.analysis import ACTS

    assert set(DEEDS) == set(ACTS)
    assert (deed("warn", False), deed("deny", True), deed("sing", False)) == ("warned", "did not deny", "said")


def test_a_reader_is_told_what_was_done_by_words_that_are_true_of_it() -> None:
    text = "Dahl signed it. She told the press it holds."
    assert told(text, [(5, 11)], "say", False, True, "") == ("signed", "")
    assert told(text, [(20, 24)], "say", False, True, "told the press") == ("told the press", "")
    assert told(text, [(20, 24)], "say", False, True, "in Alder") == ("said", "in Alder")
    assert told(text, [(20, 24)], "deny", True, True, "") == ("did not deny", "")
    assert told(text, [], "sing", False, True, "") == ("said", "")


@pytest.mark.parametrize(("name", "kind", "sign"), [
    ("Ida Brekke", "person", "IB"), ("Ludwig van Beethoven", "person", "LB"),
    ("Alder Lines", "organisation", "AL"), ("NATO", "organisation", "N"),
    ("critics", "group", "C"),
    ("a senior official", "unnamed", "?"), ("", "none", "?"), ("42", "person", "?"), ("the union", "organisation", "U"),
])
def test_a_speaker_has_a_second_sign(name: str, kind: str, sign: str) -> None:
    assert initials(name, kind) == sign


@given(st.lists(st.text(), max_size=20))
def test_neighbours_differ_in_hue_and_a_name_alone_has_its_own(names: list[str]) -> None:
    given_ = hues(names)
    assert all(1 <= hue <= HUES for hue in given_)
    for place in range(len(given_)):
        window = given_[place : place + HUES]
        assert len(set(window)) == len(window)
    assert hues(["Ida Brekke"]) == hues(["ida brekke"])
