import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.analysis import ACTS
from octavo.attribution.acts.own_words import LONGEST, in_one, own_words


@pytest.mark.parametrize(("cue", "act", "shown"), [
    ("said", "say", ""), ("has told", "say", ""), ("According to", "say", ""), ("—", "say", ""), ("in", "say", ""), ("says:", "say", ""),
    ("warned", "warn", ""), ("issued a statement warning", "warn", ""), ("denied", "deny", ""), ("quoted as saying", "say", ""),
    ("nixes", "say", "nixes"), ("signed", "say", "signed"), ("voted against", "dispute", "voted against"),
    ("appointed", "propose", "appointed"), ("plans", "propose", "plans"), ("also wants", "demand", "also wants"),
    ("argued Tuesday", "say", "argued"), ("Seeks", "demand", "seeks"), ("’s determination", "say", "determination"),
    ("would say", "say", "would say"), ("is leaning hard\ntoward", "say", "is leaning hard toward"),
    ("has been critical of", "criticise", "has been critical of"),
])
def test_an_act_stands_for_its_own_verb_alone(cue: str, act: str, shown: str) -> None:
    assert own_words(cue, [(0, len(cue))], act, negated=False, named=True) == shown


def test_a_negation_is_shown_where_the_cue_has_it() -> None:
    for cue in ("declined to comment", "did not say", "won’t say", "refused", "never denied", "said nothing"):
        assert own_words(cue, [(0, len(cue))], "say", negated=True, named=True) == cue
    assert own_words("confirm", [(0, 7)], "say", negated=True, named=True) == ""


def test_what_is_done_to_somebody_is_not_done_by_who_is_named() -> None:
    assert own_words("is accused", [(0, 10)], "accuse", negated=False, named=True) == ""
    assert own_words("is accused", [(0, 10)], "accuse", negated=False, named=False) == "is accused"
    assert own_words("were believed", [(0, 13)], "believe", negated=False, named=False) == "were believed"


def test_a_long_cue_is_cut_at_a_word() -> None:
    cue = "spoke " + "and spoke " * 500
    shown = own_words(cue, [(0, len(cue))], "say", negated=False, named=True)
    assert len(shown) <= LONGEST + 1
    assert shown.endswith("and spoke and…")


def test_an_occasion_that_has_the_verb_tells_both() -> None:
    assert in_one("said", "say", "", "told", "told reporters")
    assert in_one("urged", "demand", "urged", "urged", "urged voters")
    assert in_one("asked", "ask", "", "asked", "asked Coleman")
    assert not in_one("warned", "warn", "", "issued a statement warning", "issued a statement")
    assert not in_one("said", "say", "", "said in a statement", "in a statement")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.sampled_from(ACTS), st.booleans(), st.booleans())
def test_any_cue_gives_one_short_line(text: str, start: int, end: int, act: str, negated: bool, named: bool) -> None:
    shown = own_words(text, [(min(start, end), max(start, end))], act, negated=negated, named=named)
    assert len(shown) <= LONGEST + 1
    assert "\n" not in shown
