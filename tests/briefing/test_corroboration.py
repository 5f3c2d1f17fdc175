from __future__ import annotations

from octavo.briefing.corroboration import Corroboration
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, in_order
from tests.briefing.made import report

WIRE = ("The ferry Marit ran aground on the Alder sandbank on Sunday.", "Two passengers were hurt in the fall.")
OTHER = "On Sunday the ferry Marit ran aground on the sandbank called Alder, in fog."
THIRD = "It was on Sunday that Marit, the ferry, ran aground on the Alder sandbank."


def _story(*reports: Report) -> Corroboration:
    return Corroboration(passages(in_order(reports)))


def _first_claim(story: Corroboration) -> tuple[int, list[str]]:
    claim = story.claim(story.likes.passages[0])
    return claim.independent_reports, [each.id for each in claim.citations]


def test_copies_of_a_report_count_once_however_many() -> None:
    copies = [report(f"copy{at}", *WIRE, origin="wire", voice="wire", hours=at) for at in range(1, 8)]
    assert _first_claim(_story(report("wire", *WIRE), *copies)) == (1, ["wire"])


def test_each_report_of_its_own_counts_and_is_cited_in_order_of_time() -> None:
    story = _story(
        report("wire", *WIRE), report("copy", *WIRE, origin="wire", voice="wire", hours=1), report("late", THIRD, hours=9),
        report("other", OTHER, hours=2), report("copy of other", OTHER, origin="other", voice="other", hours=1),
        report("elsewhere", "The council of Ness voted on the quarry on Sunday.", hours=3),
    )  # fmt: skip
    assert _first_claim(story) == (3, ["wire", "other", "late"])


def test_the_outlets_of_one_owner_count_once_and_are_both_cited() -> None:
    story = _story(report("wire", *WIRE, voice="house"), report("other", OTHER, voice="house", hours=1), report("late", THIRD, hours=2))
    assert _first_claim(story) == (2, ["wire", "other", "late"])


def test_reports_of_which_nobody_knows_whose_they_are_count_each() -> None:
    story = _story(report("wire", *WIRE, voice=""), report("other", OTHER, voice="", hours=1), report("late", THIRD, voice="", hours=2))
    assert _first_claim(story)[0] == 3


def test_a_sentence_taken_over_into_another_text_is_no_report_of_its_own() -> None:
    joined = report("joined", "The crews will strike on Saturday.", WIRE[0], hours=1)
    assert _first_claim(_story(report("wire", *WIRE), joined)) == (1, ["wire", "joined"])
    assert _first_claim(_story(report("wire", *WIRE), joined, report("late", THIRD, hours=2))) == (2, ["wire", "joined", "late"])


def test_the_sentence_that_says_it_best_is_cited_of_each_report() -> None:
    two = report("two", "The ferry Marit, run aground on the Alder sandbank that Sunday, was empty.", OTHER, hours=1)
    story = _story(report("wire", *WIRE), two)
    (_, other) = story.carriers(story.likes.passages[0])
    assert other.report.id == "two"


def test_the_origin_is_cited_for_its_copies_though_they_came_first() -> None:
    story = _story(
        report("early", THIRD), report("copy", OTHER, origin="own", voice="own", hours=1), report("own", OTHER, voice="own", hours=2)
    )
    assert _first_claim(story) == (2, ["early", "own"])


def test_many_reports_that_all_say_the_same_are_looked_up_in_bounded_time() -> None:
    words = ("ferry", "sandbank", "captain", "rudder", "tide", "lifeboat", "harbour", "passengers")
    reports = [
        report(f"r{at:03}", *(f"The {words[line % 8]} of the Marit was seen at mark {at} by {words[(at + line) % 8]} crew number {line}."
                              for line in range(40)), hours=at)
        for at in range(100)
    ]  # fmt: skip
    story = _story(*reports)
    assert sum(len(story.carriers(each)) for each in story.likes.passages[:200]) >= 200
