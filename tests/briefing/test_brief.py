from __future__ import annotations

import random

import pytest

from octavo.briefing.brief import brief
from octavo.briefing.reports import MOST, Report
from tests.briefing.made import heard, report
from tests.briefing.test_citations import faults

QUOTES = ("“We saw the light,” she said.", "“It was the wrong light.”", "“Ask me tomorrow.”")
LIVE = tuple(
    text
    for at in range(20, 0, -1)
    for text in (f"{at:02}:15", "Key event", f"Tug number {at} is under way to the Alder sandbank, the coast guard says.", "Share")
)
FOREIGN = ("Fergen «Marit» gikk på grunn ved Aldersanden søndag kveld med 42 passasjerer om bord.", "Ingen ble alvorlig skadet.")
HOSTILE = [
    "\x00\x01\x1b[31mred\x07 alert of the harbour.",
    "‮gnihton‬ happened \u200b\u200b\ufeff in Alder on Monday.",
    "half a letter \ud800 stood in the text of the harbour.",
    "“" * 5_000,
    "no " * 20_000,
    "not never " + "1,000,000 " * 5_000,
    "a" * 100_000,
    "The ferry Marit ran aground on the Alder sandbank " * 1_000 + ".",
    "<script>alert(1)</script> was said to be the harbour master.",
    "{{ settings.SECRET_KEY }} %s %d {0} stood on the quay of Alder.",
    ". . . . . ? ? ! ! …",
    "١٢٣ passengers were hurt, the harbour master said on Monday.",
    "-" * 1_000 + "\n" * 50,
]


def _stand(*reports: Report) -> None:
    made = brief(reports)
    assert not faults(reports)[0]
    assert bool(made.note) != bool(made.summary)


def test_a_story_of_one_article_of_one_sentence() -> None:
    sentence = "The ferry Marit ran aground on the Alder sandbank on Sunday with 42 passengers on board."
    (line,) = brief([report("a", sentence)]).summary
    assert (line.text, line.independent_reports) == (sentence, 1)
    assert brief([report("a", "Hm.")]).note.startswith("Too little to brief")


@pytest.mark.parametrize("texts", [QUOTES, LIVE, FOREIGN, ("",), ()], ids=["quotes", "live", "foreign", "empty", "no paragraph"])
def test_articles_of_other_kinds_have_a_brief_or_an_honest_note(texts: tuple[str, ...]) -> None:
    _stand(report("a", *texts))
    _stand(report("a", *texts), report("b", *texts, hours=1), report("c", *texts, origin="a", hours=2))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_have_a_brief_or_an_honest_note(text: str) -> None:
    _stand(report("a", text, "The ferry Marit ran aground on the Alder sandbank on Sunday."), report("b", text, hours=1))


def test_without_dates_there_is_a_brief_in_which_nothing_is_new() -> None:
    texts = ("The ferry Marit ran aground on the Alder sandbank on Sunday.", "Divers found a hole in the hull of the Marit.")
    made = brief([report(str(at), text, hours=None) for at, text in enumerate(texts)])
    assert made.summary
    assert not made.new


def test_the_order_of_the_reports_says_nothing() -> None:
    told = "the lights in the channel were out"
    reports = [
        heard(report(f"r{at}", f"Mate {at} said {told}.", f"Boat {at} left.", hours=at % 3), [(f"Mate {at}", "said", told)])
        for at in range(12)
    ]
    made = brief(reports)
    for seed in range(3):
        random.Random(seed).shuffle(reports)
        assert brief(reports) == made


def test_of_more_reports_than_are_told_the_newest_are() -> None:
    told = "Tug number {} pulled the ferry Marit off the sandbank in vain."
    made = brief([report(f"r{at:03}", told.format(at), hours=at) for at in range(MOST + 20)])
    (line,) = made.new
    assert line.citations[0].id == f"r{MOST + 19:03}"
    cited = {each.id for claim in made.summary for each in claim.citations}
    assert cited
    assert min(cited) >= "r020"
