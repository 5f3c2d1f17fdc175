"""The summary of stories about places that do not exist: which sentences it takes, and in which order."""

from __future__ import annotations

import pytest

from octavo.briefing.cleaning import says
from octavo.briefing.corroboration import Corroboration
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, in_order
from octavo.briefing.summary.summarise import summarised
from octavo.briefs import Claim
from tests.briefing.made import heard, report

LEAD = "The ferry Marit ran aground on the Alder sandbank on Sunday night with 42 passengers aboard."
SEAL = "The accident board found that a failed seal in the steering gear of the ferry had sent her onto the sandbank."
TUGS = "Two tugs will try to pull the ferry off the sandbank at high water on Monday, the coast guard said."


def _lines(*reports: Report) -> tuple[Claim, ...]:
    told = passages(in_order(reports))
    return summarised(told, Corroboration(told))


def _texts(*reports: Report) -> list[str]:
    return [line.text for line in _lines(*reports)]


def test_a_summary_of_one_report_has_three_lines_in_the_order_of_its_text() -> None:
    other = "The harbour cafe sold pancakes to a school class from Reef on the same day."
    assert _texts(report("a", LEAD, TUGS, SEAL, other)) == [LEAD, TUGS, SEAL]


@pytest.mark.parametrize(
    "unfit",
    [
        "Who kept the ferry Marit on the sandbank with 42 passengers?",
        "The ferry Marit ran aground:",
        "The ferry ran aground.",
        "“The ferry Marit ran aground on the sandbank with all her passengers aboard.”",
        "It ran aground on the Alder sandbank on Sunday night with 42 passengers.",
        "She had left the ferry Marit on the sandbank with 42 passengers, she said.",
        "The latter ran aground on the Alder sandbank with 42 passengers on Sunday.",
        "I saw the ferry Marit on the Alder sandbank with 42 passengers on Sunday.",
        "Read more about the ferry Marit on the Alder sandbank and her 42 passengers.",
        "Reporting by Greta Solheim about the ferry Marit on the Alder sandbank.",
        "“The ferry Marit ran aground on the Alder sandbank, she lies there still.",
        "The ferry Marit " + "and the long sandbank " * 12 + "met.",
    ],
)
def test_what_cannot_be_read_alone_is_no_line(unfit: str) -> None:
    assert _texts(report("a", unfit)) == []


def test_a_sentence_that_leans_on_the_line_before_stays_behind_it_or_goes() -> None:
    crew = "They had been on duty on the ferry for 15 hours when she left the channel, the Seafarers’ Union said."
    assert crew not in _texts(report("a", LEAD, SEAL, crew))
    together = _texts(report("a", f"The four of her crew told the board about the seal and the ferry. {crew}"))
    assert together.index(crew) == 1


def test_direct_words_have_their_speaker_in_the_line() -> None:
    said = "“We will pull the ferry off the sandbank on Monday,” said Pia Lund, the harbour master of Port Alder."
    told = heard(report("a", LEAD, said), [("Pia Lund", "said", "We will pull the ferry off the sandbank on Monday")], form="direct")
    assert said in _texts(told)


def test_copies_count_once_and_are_not_told_twice() -> None:
    wire = report("wire", LEAD, TUGS)
    copies = [report(f"copy{number}", LEAD, TUGS, origin="wire", voice="wire", hours=number) for number in range(1, 9)]
    lines = _lines(wire, *copies)
    assert [line.text for line in lines] == [LEAD, TUGS]
    assert {line.independent_reports for line in lines} == {1}


def test_figures_that_a_later_report_replaced_are_set_back() -> None:
    early = report("early", "Three people were killed when the mill at Sorrel burned down on Monday night.", hours=0)
    late = report("late", "Five people were killed when the mill at Sorrel burned down on Monday night.", hours=5)
    assert _texts(early, late)[0].startswith("Five")


def test_what_several_reports_carry_comes_before_what_one_does() -> None:
    alone = "The ferry Marit lost her radio mast on the Alder sandbank on Sunday night."
    lead = report("a", LEAD, alone, TUGS)
    other = report("b", "On Sunday night the Marit stranded on the Alder sandbank.", "The ferry cafe is shut.", hours=1)
    (first, *_) = [line for line in _lines(lead, other) if line.independent_reports > 1]
    assert first.independent_reports == 2


def test_a_plan_is_set_back_once_a_later_report_tells_how_it_went() -> None:
    plan = "The council is to decide this evening when the north quarry at Kelby will close for good."
    vote = "The council voted to close the north quarry at Kelby by 2029, a year later than promised."
    told = _texts(report("a", plan, hours=0), report("b", vote, "Residents of Kelby have complained of dust.", hours=20))
    assert told.index(vote) == 0


def test_more_reports_have_more_lines_six_at_most() -> None:
    told = (
        LEAD, SEAL, TUGS, "The Seafarers’ Union accused the owner of the ferry of rosters that nobody could sleep on.",
        "Alder Lines will run the small ferry Tern every two hours, without vehicles, until Easter.",
        "The transport ministry will end an exemption for ferry crews in winter, the minister announced.",
        "Divers found a crack of two metres in the hull of the ferry, a surveyor wrote.",
        "Passengers of the ferry will get their fares back and a free crossing in summer.",
    )  # fmt: skip
    many = [report(f"r{number}", text, hours=number) for number, text in enumerate(told)]
    assert len(_texts(*many)) <= 6
    assert len(_texts(*many)) > len(_texts(*many[:2]))


def test_every_line_is_what_its_citation_says_and_the_order_given_says_nothing() -> None:
    reports = [report("a", f"But {LEAD[0].lower()}{LEAD[1:]}", TUGS), report("b", SEAL, LEAD, hours=3)]
    texts = {each.id: each.text for each in reports}
    lines = _lines(*reports)
    assert lines == _lines(*reversed(reports))
    for line in lines:
        first = line.citations[0]
        assert says(line.text, texts[first.id][first.start : first.end])


def test_nothing_to_tell_is_no_line() -> None:
    assert _lines() == ()
    assert _texts(report("a", "Hello.")) == []
    assert _texts(report("a", "\ud800 \u202e ((((( “““ ''' ?!")) == []
