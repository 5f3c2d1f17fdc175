"""The timeline of stories about places that do not exist, and of the specimen edition against what a reader would want in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

import octavo
from octavo.analysis import Analysis
from octavo.article import Article, Paragraph
from octavo.attribution.dates.finding import dates_in
from octavo.briefing.cleaning import says
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, in_order, reports_of
from octavo.briefing.timeline.timeline import MOST, timeline
from octavo.briefs import Dated
from octavo.language.sentences import sentences
from octavo.pipeline import analyse, group

_TRUTH = Path(__file__).parent.parent
_SPECIMEN = files("octavo.site.library") / "specimen"


def _report(name: str, published: str | None, *paragraphs: str, origin: str | None = None, headline: str = "") -> Report:
    article = Article(
        id=name, headline=headline, paragraphs=tuple(Paragraph("text", text) for text in paragraphs), publisher=name,
        published=datetime.fromisoformat(published) if published else None,
    )  # fmt: skip
    return Report(article, Analysis(tuple(sentences(article.text)), (), ()), origin or name, name)


def _told(*reports: Report) -> tuple[Dated, ...]:
    return timeline(passages(in_order(reports)))


ECHO = _report(
    "echo", "2026-03-04T23:30:00+02:00", "The mill at Sorrel burned down on Monday night and nobody was hurt, the fire brigade said.",
    "The mill will be rebuilt by 1 June 2027, its owner said. It was built in 1890.", headline="Mill at Sorrel burns down",
)  # fmt: skip
RADIO = _report(
    "radio", "2026-03-03T08:00:00+02:00", "Fire destroyed the mill at Sorrel last night. The mill had burned in 1931 too.",
    headline="Fire takes mill",
)  # fmt: skip


def test_a_day_that_is_another_by_when_the_text_was_changed_is_not_told() -> None:
    text = "The ferry Marit struck the reef on Saturday night. The owner of the ferry Marit said on Tuesday that 42 people were aboard."
    first = _report("herald", "2026-03-02T06:00:00+00:00", text)
    assert [row.date for row in _told(first)] == ["2026-02-24", "2026-02-28"]
    later = replace(first, changed=datetime.fromisoformat("2026-03-04T08:45:00+00:00"))
    assert [row.date for row in _told(later)] == ["2026-02-28"]
    soon = replace(first, changed=datetime.fromisoformat("2026-03-02T23:59:00+00:00"))
    assert len(_told(soon)) == 2


def test_rows_are_in_the_order_of_their_dates_and_as_exact_as_their_sentences() -> None:
    assert [row.date for row in _told(ECHO, RADIO)] == ["1931", "2026-03-02", "2027-06-01"]


def test_an_event_that_two_reports_tell_is_one_row_that_cites_both() -> None:
    (row,) = (row for row in _told(ECHO, RADIO) if row.date == "2026-03-02")
    assert row.text == "The mill at Sorrel burned down on Monday night and nobody was hurt, the fire brigade said."
    assert [each.id for each in row.citations] == ["echo", "radio"]


def test_a_copy_adds_no_citation() -> None:
    copy = replace(ECHO.article, id="copy", publisher="copy")
    (row,) = (row for row in _told(ECHO, Report(copy, ECHO.analysis, "echo", "echo")) if row.date == "2026-03-02")
    assert [each.id for each in row.citations] == ["echo"]


def test_the_day_is_that_of_the_paper_and_not_of_greenwich() -> None:
    late = _report("late", "2026-03-05T00:30:00+02:00", "The mill burned yesterday and its roof fell in.")
    assert [row.date for row in _told(late)] == ["2026-03-04"]


def test_nothing_is_told_where_no_sentence_speaks_of_a_date() -> None:
    assert _told(_report("bare", None, "The mill burned on Monday.")) == ()
    assert _told(_report("bare", "2026-03-04T08:00:00+02:00", "The mill is old. Its owner is away.")) == ()
    assert _told() == ()


def test_a_line_that_is_no_sentence_is_no_row() -> None:
    stamps = "UPDATED: WEDNESDAY, MARCH 4, 2026, 9:36 AM", "Posted on March 3, 2026 at 5:03 pm"
    stamped = _report("bare", "2026-03-04T08:00:00+02:00", *stamps)
    assert _told(stamped) == ()


def test_a_plan_for_a_day_of_which_it_is_told_what_came_is_no_row() -> None:
    plan = _report("plan", "2026-03-02T08:00:00+02:00", "A crane will lift the wreck off the sandbank on Tuesday.")
    done = _report("done", "2026-03-04T08:00:00+02:00", "The wreck sank on Tuesday before any crane had come near it.")
    assert [row.text for row in _told(plan, done)] == ["The wreck sank on Tuesday before any crane had come near it."]
    assert [row.text for row in _told(plan)] == ["A crane will lift the wreck off the sandbank on Tuesday."]


def test_the_rows_do_not_depend_on_the_order_of_the_reports_and_are_few() -> None:
    days = [number % 27 + 1 for number in range(60)]
    many = [
        _report(f"r{number}", f"2026-03-{day:02}T08:00:00+02:00", f"The mill {number} at Sorrel burned on {day} March.")
        for number, day in enumerate(days)
    ]
    rows = _told(*many)
    assert rows == _told(*reversed(many))
    assert 0 < len(rows) <= MOST


def _truth(name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((_TRUTH / name).read_text())
    return found


def test_dates_of_the_listed_sentences_are_those_that_a_reader_resolved() -> None:
    right = wrong = 0
    for case in _truth("dates.json"):
        sentence, phrase = str(case["sentence"]), str(case["phrase"])
        start = sentence.lower().find(phrase.lower())
        found = dates_in(sentence, date.fromisoformat(str(case["published"])[:10]))
        named = next((when.date for when in found if when.start < start + len(phrase) and start < when.end), None)
        also = case.get("also", [])
        good = named == case["date"] or (isinstance(also, list) and named in also)
        right, wrong = right + good, wrong + (not good)
    assert right >= 0.95 * (right + wrong)


@cache
def _story(story: str) -> tuple[tuple[Report, ...], dict[str, str]]:
    pages = [page for page in json.loads((_SPECIMEN / "edition.json").read_text())["pages"] if page["story"] == story]
    of_file = {
        page["file"]: octavo.read((_SPECIMEN / "pages" / page["file"]).read_bytes(), page["url"], page["fetched"])[0] for page in pages
    }
    names = {article.id: file for file, article in of_file.items()}  # a later version of an article has its id, and takes its place
    articles = [of_file[file] for file in names.values()]
    days: Sequence[date | None] = [article.published.date() if article.published else None for article in articles]
    reports = reports_of(articles, analyse([article.text for article in articles], days), group(articles))
    return reports, names


def test_the_timelines_of_the_edition_have_most_of_what_a_reader_wants_and_every_row_stands_in_its_article() -> None:
    wanted = found = 0
    for case in json.loads((_TRUTH / "timelines.json").read_text()):
        reports, names = _story(case["story"])
        texts = {report.id: report.text for report in reports}
        rows = timeline(passages(reports))
        shown = set()
        for row in rows:
            assert says(row.text, texts[row.citations[0].id][row.citations[0].start : row.citations[0].end])
            shown |= {(row.date, names[each.id], texts[each.id][each.start : each.end]) for each in row.citations}
        for listed in case["rows"]:
            wanted += 1
            found += any((listed["date"], each["file"], each["sentence"]) in shown for each in (listed, *listed.get("also", ())))
    assert found >= 0.6 * wanted
