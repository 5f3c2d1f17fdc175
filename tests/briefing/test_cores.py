from __future__ import annotations

import pytest

from octavo.analysis import SpeakerKind
from octavo.briefing.cores import Cores
from octavo.briefing.likes import Likes
from octavo.briefing.passages import passages
from octavo.briefing.reports import in_order
from octavo.briefing.saying.clauses import main_clause, only, predicate
from tests.briefing.made import heard, report

LEAD = "The ferry Marit ran aground on the Alder sandbank late on Sunday, two hours after she left Port Alder with 42 passengers on board."
REST = ("The harbour cafe of Ness sold buns to a choir.", "A council in the north bought forty chairs.", "Divers will look at the rudder.")


def _carried(lead: str, *other: str) -> list[str]:
    """What of the other report carries the lead's core."""
    story = passages(in_order([report("a", lead, *REST), report("b", *other, "The Marit, a ferry, sails from Alder.", hours=1)]))
    return [each.passage.text for each in Cores(Likes(story)).carriers(story[0])]


@pytest.mark.parametrize(
    "other",
    [
        "The Marit grounded on the Alder sandbank on Sunday night.",
        "The ferry is stuck where nobody wants her, and it was the Marit that stranded on the Alder sandbank, her owner wrote.",
    ],
)
def test_the_core_of_a_lead_is_carried_in_other_words(other: str) -> None:
    assert _carried(LEAD, other) == [other]


def test_two_neighbours_carry_it_together() -> None:
    (both,) = _carried(LEAD, "The ferry Marit is stuck on a sandbank. She ran aground in fog last night.")
    assert both == "The ferry Marit is stuck on a sandbank. She ran aground in fog last night."


@pytest.mark.parametrize(
    ("lead", "other"),
    [
        (LEAD, "The Marit came off the Alder sandbank on Tuesday."),
        (LEAD, "The Marit never ran aground on the Alder sandbank."),
        (LEAD, "Did the Marit run aground on the Alder sandbank on Sunday?"),
        (LEAD, "The ferry Hilda ran aground on the Alder sandbank on Sunday."),
        (LEAD, "The ferry Marit ran aground on the Alder sandbank on Monday."),
        ("Three workers died in the blast at the mill, police said.", "Five workers died in the blast at the mill."),
        ("Wheat costs 8 percent less at the mill of Ness than in January.", "Wheat at the mill of Ness closed 1 percent up."),
        ("The council voted to close the quarry at Ness by 2029.", "The council of Ness will decide whether the quarry closes by 2029."),
    ],
)
def test_what_differs_in_a_name_day_figure_or_turn_does_not_carry_it(lead: str, other: str) -> None:
    assert _carried(lead, other) == []


@pytest.mark.parametrize(("kind", "found"), [("organisation", 1), ("person", 0)])
def test_bodies_vouch_for_a_fact_each_while_people_say_what_is_theirs(kind: SpeakerKind, found: int) -> None:
    said, fact = "38 passengers had been aboard the Marit", "38 passengers and four crew had been on board"
    firm, board = f"Alder Lines said late on Tuesday that {said}.", f"The board confirmed that {fact}."
    story = passages(
        in_order([
            heard(report("a", firm, *REST), [("Alder Lines", "said", said)], kind=kind),
            heard(report("b", board, hours=1), [("The board", "confirmed", fact)], kind=kind),
        ])
    )  # fmt: skip
    assert len(list(Cores(Likes(story)).carriers(story[0]))) == found


@pytest.mark.parametrize(
    ("text", "clause", "does"),
    [
        (LEAD, "The ferry Marit ran aground on the Alder sandbank late on Sunday", "ran"),
        ("Mayor Quist, who had promised 2028, called the later date honest.", "Mayor Quist called the later date honest.", "call"),
        ("After the vote, the council closed the north quarry at Ness.", "the council closed the north quarry at Ness.", "clos"),
        ("A failed seal in the gear sent the ferry onto the sand.", "A failed seal in the gear sent the ferry onto the sand.", "sent"),
        ("All passengers were off the ferry by midnight.", "All passengers were off the ferry by midnight.", None),
        ("No verb in here, and none there", "No verb in here, and none there", None),
    ],
)
def test_the_main_clause_is_who_did_what(text: str, clause: str, does: str | None) -> None:
    found = only(text, main_clause(text))
    assert " ".join(found.split()) == clause
    assert predicate(found) == does


def test_a_sentence_of_nothing_but_bounds_takes_no_longer_than_others() -> None:
    assert main_clause("," * 50_000 + " after" * 20_000)
