from __future__ import annotations

import pytest

from octavo.analysis import Act
from octavo.briefing.passages import Passage, passages
from octavo.briefing.statement import says_the_same, statement
from tests.briefing.made import heard, report

SAME = [
    ("Two people were hurt in the crash.", "Two people were hurt in the crash, neither of them seriously."),
    ("Three workers died in the blast.", "The blast killed nobody else, but 3 workers died in it, of 40 who were in the hall."),
    ("The bridge at Ness was closed on Monday.", "On Monday the bridge at Ness was closed to cars and lorries."),
    ("No oil was seen on the water.", "There was no oil to be seen on the water, divers found."),
    ("More than 40 houses lost their roofs.", "In the storm over 40 houses lost their roofs."),
    ("The tug will pull the ship at noon.", "At noon the tug will try to pull the ship off the sand."),
    ("Mayor Aud Fenner opened the new school.", "The new school was opened by the mayor, Aud Fenner, on Tuesday."),
]
OTHER = [
    ("Three workers died in the blast.", "Five workers died in the blast."),
    ("Three workers died in the blast.", "Three workers were hurt and five died in the blast."),
    ("More than 40 houses lost their roofs.", "In the storm 40 houses lost their roofs."),
    ("More than 40 houses lost their roofs.", "In the storm 42 houses lost their roofs."),
    ("The bridge at Ness was closed on Monday.", "The bridge at Ness was closed on Tuesday."),
    ("The bridge at Ness was closed.", "The bridge at Kelby was closed."),
    ("The bridge at Ness was closed.", "The bridge at Ness was never closed."),
    ("The bridge at Ness was never closed.", "The bridge at Ness was closed."),
    ("The mayor opened the bridge.", "The mayor denied that she opened the bridge."),
    ("The bridge was opened by the mayor.", "The bridge will be opened by the mayor."),
    ("The bridge was opened by the mayor.", "Was the bridge opened by the mayor?"),
    ("Prices at the market rose sharply.", "Prices at the market fell sharply."),
    ("Everybody is safe.", "Everybody is safe, the coast guard said of the ferry."),
    ("Olle Brandt was on the ferry.", "Olle Brandt had his boots off."),
    ("The ferry ran aground off Alder with 42 passengers.", "The ferry ran aground off Alder."),
]


def _passage(text: str) -> Passage:
    (found,) = passages([report("a", text)])
    return found


def _same(one: Passage, other: Passage) -> bool:
    return says_the_same(statement(one), statement(other)) > 0


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_says_the_same_in_other_words_or_order_is_told(one: str, other: str) -> None:
    assert _same(_passage(one), _passage(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_figure_name_day_or_a_negation_is_another_statement(one: str, other: str) -> None:
    assert not _same(_passage(one), _passage(other))


def _said(text: str, source: str, cue: str, content: str, act: Act = "say") -> Passage:
    (found,) = passages([heard(report("a", text), [(source, cue, content)], act)])
    return found


CONTENT = "the lights in the channel were out"


def test_what_one_says_another_does_not_say() -> None:
    brandt = _said(f"Olle Brandt said {CONTENT}.", "Olle Brandt", "said", CONTENT)
    assert _same(brandt, _said(f"“{CONTENT}”, Brandt told the paper.", "Brandt", "told the paper", CONTENT))
    assert not _same(brandt, _said(f"Pia Lund said {CONTENT}.", "Pia Lund", "said", CONTENT))


def test_what_is_said_is_the_same_as_what_is_so_only_where_nobody_accuses_or_denies() -> None:
    plain = _passage(f"On Sunday {CONTENT}.")
    assert _same(_said(f"The board said {CONTENT}.", "The board", "said", CONTENT), plain)
    assert not _same(_said(f"Brandt complained that {CONTENT}.", "Brandt", "complained", CONTENT, "criticise"), plain)
    assert not _same(_said(f"Lund denied that {CONTENT}.", "Lund", "denied", CONTENT, "deny"), plain)


def test_a_quotation_that_goes_on_is_its_speakers() -> None:
    text = "“The lights burned,” Lund said. “I looked at every one myself.”"
    spoken = heard(report("a", text), [("Lund", "said", "“The lights burned,” Lund said. “I looked at every one myself.”")])
    first, second = passages([spoken])
    assert first.attributions == second.contents
    assert not second.attributions
    assert not _same(second, _said("“I looked at every one myself,” Brandt said.", "Brandt", "said", "“I looked at every one myself,”"))
