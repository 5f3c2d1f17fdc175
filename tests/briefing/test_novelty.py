from __future__ import annotations

import json
from datetime import timedelta

import pytest

from octavo.briefing.novelty import Fresh, fresh, fresh_json, fresh_of, news
from octavo.briefing.reports import Report
from tests.briefing.made import START, heard, report

FIRST = ("The ferry Marit ran aground on the Alder sandbank on Sunday with 42 passengers.", "No oil was seen on the water.")
AGAIN = "With 42 passengers the ferry Marit ran aground on Sunday on the Alder sandbank."


def _first() -> Report:
    return report("first", *FIRST)


def _added(*later: Report) -> list[tuple[str, str]]:
    return [(each.line.citations[0].id, each.line.text) for each in fresh([_first(), *later])[len(FIRST) :]]


def test_all_that_the_first_report_tells_is_fresh_and_dated_by_it() -> None:
    found = fresh([_first()])
    assert [each.line.text for each in found] == list(FIRST)
    assert {each.at for each in found} == {START}


@pytest.mark.parametrize(
    "text",
    [
        FIRST[0],
        AGAIN,
        "There was no oil on the water to be seen.",
        "No oil was seen on the water after the Marit ran aground on the Alder sandbank.",
        "Was oil seen on the water of the Marit?",
        "It was all over.",
    ],
)
def test_what_an_earlier_report_said_is_not_new(text: str) -> None:
    assert not _added(report("later", text, hours=1))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Marit ran aground on the Alder sandbank on Sunday with 38 passengers.",
        "The ferry Tern ran aground on the Alder sandbank on Sunday with 42 passengers.",
        "The ferry Marit ran aground on the Alder sandbank on Monday with 42 passengers.",
        "Oil was seen on the water.",
        "Divers found a hole below the engine room.",
    ],
)
def test_another_figure_name_day_or_negation_and_any_other_matter_is_new(text: str) -> None:
    assert _added(report("later", text, hours=1)) == [("later", text)]


def test_a_copy_adds_only_what_it_put_in() -> None:
    own = "The butcher of Weir Lane steered the lifeboat."
    copy = report("copy", FIRST[0], own, FIRST[1], origin="first", hours=1)
    assert _added(copy, report("copy of it", FIRST[0], own, origin="first", hours=2)) == [("copy", own)]


def test_a_quotation_is_new_once_and_another_speaker_makes_it_new() -> None:
    words = "“Every lamp on the five marks in the channel was burning at eleven,”"
    lund = heard(report("a", f"{words} Pia Lund said.", hours=1), [("Pia Lund", "said", words)])
    again = heard(report("b", f"{words} harbour master Lund told reporters.", hours=2), [("Lund", "told", words)])
    other = heard(report("c", f"{words} Jon Fell said.", hours=3), [("Jon Fell", "said", words)])
    assert [name for name, _ in _added(lund, again, other)] == ["a", "c"]


def test_the_order_in_which_reports_are_given_says_nothing() -> None:
    later = report("later", "Divers found a hole below the engine room.", hours=1)
    assert fresh([later, _first()]) == fresh([_first(), later])


def test_news_are_what_came_after_a_time_or_what_the_newest_report_that_adds_anything_added() -> None:
    two = report("two", "Divers found a hole below the engine room.", hours=1)
    three = report("three", "The council of Reef asked for a second ship.", hours=2)
    copy = report("copy", *FIRST, origin="first", hours=3)
    added = fresh([_first(), two, three, copy])
    assert [each.text for each in news(added)] == [three.text]
    assert [each.text for each in news(added, START + timedelta(minutes=30))] == [two.text, three.text]
    assert [each.text for each in news(added, START - timedelta(days=1))] == [*FIRST, two.text, three.text]
    assert not news(added, START + timedelta(hours=2))


def test_nothing_is_new_in_the_only_report_or_where_nothing_has_a_date() -> None:
    assert not news(fresh([_first()]))
    undated = [report(name, text, hours=None) for name, text in (("a", FIRST[0]), ("b", "Divers found a hole."))]
    assert len(fresh(undated)) == 2
    assert not news(fresh(undated))
    assert not news(fresh(undated), START)
    assert not news(())


def test_kept_as_json_it_is_as_it_was() -> None:
    added = fresh([_first(), report("undated", "Divers found a hole below the engine room.", hours=None)])
    assert {type(each) for each in added} == {Fresh}
    assert fresh_of(json.loads(json.dumps(fresh_json(added)))) == added
