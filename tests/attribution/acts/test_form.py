"""Direct, indirect and mixed, by quotation marks of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given

from octavo.analysis import Form, Found
from octavo.attribution.acts.form import form
from octavo.attribution.acts.quotation_marks import quoted
from tests.attribution.any_found import found_in_text
from tests.attribution.drawn import drawn

FORMS: list[tuple[str, Form]] = [
    ("[Roe] <said> {that it rains}.", "indirect"),
    ('{"It rains,"} [Roe] <said>.', "direct"),
    ('"{It rains}," [Roe] <said>.', "direct"),
    ("{“It rains,”} [Roe] <said>.", "direct"),
    ("{„Es regnet“}, [Roe] <said>.", "direct"),
    ("{«Il pleut»}, [Roe] <said>.", "direct"),
    ("{»Es regnet«}, [Roe] <said>.", "direct"),
    ("{‘It rains, and it’s cold,’} [Roe] <said>.", "direct"),
    ("{'It rains, and it's cold,'} [Roe] <said>.", "direct"),
    ("{''It rains,''} [Roe] <said>.", "direct"),
    ("{``It rains,''} [Roe] <said>.", "direct"),
    ("{‘The pilots’ guild is late,’} [Roe] <said>.", "direct"),
    ("[Roe] <said> {it's the pilots' fault and the sailors' too}.", "indirect"),
    ("[Roe] <said> {the winters of the ’90s and the pilots’ coats were warm}.", "indirect"),
    ("[Roe] <said> {she said 'til the rain stops, rock 'n' roll}.", "indirect"),
    ("[Roe] <said> {the rain was “no excuse” for it}.", "mixed"),
    ("[Roe] <said> {the rain was 'no excuse' for it}.", "mixed"),
    ("[Roe] <said> {that “it rains”}.", "mixed"),
    ("{“It rains,”} [Roe] <said>, {“and it pours.”}", "direct"),
    ("{“It rains,”} [Roe] <said>, {and that it would pour}.", "mixed"),
    ("“It rains,” [Roe] <said>. “It pours. {It never ends.} But no matter.”", "direct"),
    ("{“She told me ‘Go home’ and I went,”} [Roe] <said>.", "direct"),
    ("{“It rains.\n\n“It pours,”} [Roe] <said>.", "direct"),
    ("[Roe] <said>: {“It rains.\n\n“It pours.\n\n“It ends.”}", "direct"),
    ("“It rains.\n\n[Roe] <said> {it would end}.", "indirect"),
    ("A 15\" plank. [Roe] <said> {it broke}.", "indirect"),
    ('[Roe] <said>,{"It rains."}', "direct"),
    ("[Roe] <said>,{'It rains.'}", "direct"),
    ('\ufeff{"It rains,"} [Roe] <said>.', "direct"),
    ('[Roe] <said>: \u200b{"It rains."}\u200b', "direct"),
    ('[Roe] <said> \x07{"It rains."}', "direct"),
    ('"It rains,"[Roe] <said>, "{but it} ends."', "direct"),
    ("[Roe] <said> {...}", "indirect"),
    ("[Roe] <said>", "indirect"),
]


@pytest.mark.parametrize(("sentence", "wanted"), FORMS)
def test_the_form_is_read_from_the_marks(sentence: str, wanted: Form) -> None:
    assert form(*drawn(sentence)) == wanted


def test_marks_stand_far_before_a_piece_of_one_long_line() -> None:
    text = "It is late. " * 1_000 + "“" + "It rains. " * 20
    found = Found((), (), ((len(text) - 9, len(text) - 1),))
    assert form(text, found) == "direct"


@given(found_in_text())
def test_any_spans_in_any_text_have_a_form(given_text: tuple[str, Found]) -> None:
    assert form(*given_text) in {"direct", "indirect", "mixed"}


@given(found_in_text())
def test_what_is_quoted_lies_in_the_text_in_order(given_text: tuple[str, Found]) -> None:
    text, _ = given_text
    place = 0
    for start, end in quoted(text, 0, len(text)):
        assert place <= start < end <= len(text)
        place = end
