"""Figures that differ between reports, in stories about places that do not exist, and in the cases that were listed by reading."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import octavo
from octavo.analysis import Analysis
from octavo.article import Article, Paragraph
from octavo.briefing.cleaning import says
from octavo.briefing.differences.figure_counts import counts
from octavo.briefing.differences.figures import figure_differences
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, in_order, reports_of
from octavo.briefs import Difference
from octavo.language.sentences import sentences
from octavo.pipeline import group

_SPECIMEN = files("octavo.site.library") / "specimen"
_CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent.parent / "figures.json").read_text())


def _report(name: str, text: str, *, publisher: str = "", origin: str = "", hour: int = 8, day: int = 11) -> Report:
    article = Article(
        id=name, headline="", paragraphs=(Paragraph("text", text),), publisher=publisher or name,
        published=datetime.fromisoformat(f"2026-05-{day:02}T{hour:02}:00:00+02:00"),
    )  # fmt: skip
    return Report(article, Analysis(tuple(sentences(article.text)), (), ()), origin or name, publisher or name)


def _differing(*reports: Report) -> tuple[Difference, ...]:
    return figure_differences(passages(in_order(reports)))


def _pair(one: str, other: str) -> tuple[Difference, ...]:
    return _differing(_report("echo", one), _report("radio", other, hour=9))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Three people were killed when a crane fell at Tammhaven harbour.", "A crane fell at Tammhaven harbour and five died."),
        ("The crane left three dead.", "At least seven people were killed by the crane."),
        ("The ferry Sigrid had 42 passengers when she struck the pier.", "There were 38 passengers aboard the Sigrid when she struck it."),
        ("Police put the crowd at 6,000.", "The organisers counted 15,000 marchers."),
        ("The bridge over the Orv will cost 1.2 billion crowns.", "The bridge over the Orv will cost 1.5 billion crowns, auditors say."),
    ],
)  # fmt: skip
def test_figures_of_one_thing_that_differ_are_shown_with_both_reports(one: str, other: str) -> None:
    (found,) = _pair(one, other)
    assert found.kind == "figures"
    assert [side.speakers for side in found.sides] == [("echo",), ("radio",)]
    assert [side.text for side in found.sides] == [one, other]
    assert [side.citations[0].id for side in found.sides] == ["echo", "radio"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Three people were killed by the crane.", "The crane killed three people."),
        ("More than 40 people were rescued.", "Rescuers brought out 42 survivors."),
        ("About 90 people were hurt.", "94 people were hurt."),
        ("Three men and two women were killed.", "Five people were killed."),
        ("Twelve people died on the roads last year.", "Three people died in a crash on the coast road."),
        ("Anna Holt, 44, was killed.", "Anna Holt, 45, was killed."),
        ("The tower is 120 metres high.", "The tunnel under the hill is 300 metres long."),
        ("The town paid 2 million crowns for the library roof.", "The library roof cost the town 2,000,000 crowns."),
        ("Three people were killed in the fire of 2019.", "Five people were killed on Monday."),
        ("Of the passengers, 27 landed in Reef.", "The ferry had 42 passengers."),
        ("The vote was at 20:15.", "The vote was at 21:40."),
        ("Flight 12 was late.", "Flight 14 was late."),
        ("She worked for 15 hours.", "She worked for 12 hours."),
    ],
)
def test_what_only_looks_like_a_difference_is_none(one: str, other: str) -> None:
    assert _pair(one, other) == ()


def test_figures_of_one_report_alone_do_not_differ() -> None:
    assert _differing(_report("echo", "Police counted 40 marchers. The organisers counted 90 marchers.")) == ()


def test_a_papers_own_later_count_is_its_newest_state() -> None:
    first = _report("first", "Four people were hurt when the crane fell.", publisher="echo")
    later = _report("later", "Six people were hurt when the crane fell.", publisher="echo", day=12)
    assert _differing(first, later) == ()
    other = _report("other", "Four people were hurt when the crane fell.", publisher="radio")
    (found,) = _differing(first, later, other)
    assert [side.speakers for side in found.sides] == [("radio",), ("echo",)]


def test_a_copy_that_another_wording_runs_beside_is_no_second_report() -> None:
    wire = _report("wire", "Four people were hurt when the crane fell.")
    copy = _report("copy", "Four people were hurt when the crane fell.", origin="wire")
    assert _differing(wire, copy) == ()


@pytest.mark.parametrize(
    "text", ["", "4", "4 4 4 4", "٣ people were killed", "9" * 5_000 + " people died", "1,000,000,000 " * 2_000, "three " * 5_000 + "died"]
)
def test_odd_figures_do_no_harm(text: str) -> None:
    assert isinstance(list(counts(text)), list)


@cache
def _story(story: str) -> tuple[tuple[Report, ...], dict[str, str]]:
    pages = [page for page in json.loads((_SPECIMEN / "edition.json").read_text())["pages"] if page["story"] == story]
    of_file = {
        page["file"]: octavo.read((_SPECIMEN / "pages" / page["file"]).read_bytes(), page["url"], page["fetched"])[0] for page in pages
    }
    names = {article.id: file for file, article in of_file.items()}  # a later version of an article has its id, and takes its place
    articles = [of_file[file] for file in names.values()]
    analyses = [Analysis(tuple(sentences(article.text)), (), ()) for article in articles]
    return reports_of(articles, analyses, group(articles)), names


def _made(case: dict[str, Any]) -> tuple[tuple[Report, ...], dict[str, str]]:
    articles = [
        Article(
            id=text["id"], headline="", paragraphs=(Paragraph("text", text["text"]),), publisher=text["publisher"],
            published=datetime.fromisoformat(text["published"]),
        )
        for text in case["texts"]
    ]  # fmt: skip
    analyses = [Analysis(tuple(sentences(article.text)), (), ()) for article in articles]
    return reports_of(articles, analyses, group(articles)), {article.id: article.id for article in articles}


def test_of_the_listed_cases_half_are_found_and_none_is_false() -> None:
    found = wanted = 0
    for case in _CASES:
        reports, names = _made(case) if "texts" in case else _story(case["story"])
        texts = {report.id: report.text for report in reports}
        sides = [
            [{(names[each.id], texts[each.id][each.start : each.end]) for each in side.citations} for side in difference.sides]
            for difference in figure_differences(passages(reports))
        ]
        for difference in figure_differences(passages(reports)):
            for side in difference.sides:
                assert says(side.text, texts[side.citations[0].id][side.citations[0].start : side.citations[0].end])
                assert len(side.speakers) == len(side.citations)
        listed: dict[tuple[str, str], set[str]] = {}
        for each in case.get("figures", case.get("sentences", [])):
            listed.setdefault((each.get("file", each.get("id")), each["sentence"]), set()).add(each.get("figure", ""))
        of_case = [[set().union(*(listed.get(place, set()) for place in side)) for side in difference] for difference in sides]
        if "figures" in case:
            wanted += 1
            found += any(one and other and one != other for difference in of_case for one, other in combinations(difference, 2))
        elif "not" in case:
            assert not any(sum(map(bool, difference)) > 1 for difference in of_case), case["why"]
    assert found >= 0.5 * wanted
