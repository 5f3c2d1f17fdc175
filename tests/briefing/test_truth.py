"""The cases that a brief is judged by, held to the specimen edition: each sentence that they list stands in its article.

`figures.json`: a case with `figures` is a true difference (every sentence that gives a figure of it; `may`: sentences beside it that
may be shown with it); one with `not` names sentences that must not be shown as differing; one with `may` may be shown or left out.
`dates.json`: what a phrase names, as a day, a month or a year; `also` are other readings that do no harm.
`timelines.json`: rows by the dates that sentences speak of; `also` are sentences that carry the same event and date.
`differences.json`: who differs over what, with the sentences of each side; `contrast` are sentences in which an article itself says
that they differ; `may` as above; `none` where nobody differs; an empty side is the article's own words.
Cases with `texts` bring small stories of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import octavo
from octavo.language.sentences import sentences
from tests.briefing.test_questions import PAGES, SPECIMEN
from tests.shared import shared

Case = dict[str, Any]

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _cases(name: str) -> list[Case]:
    cases: list[Case] = json.loads(Path(__file__).with_name(name).read_text())
    return cases


@cache
def _article(file: str) -> octavo.Article:
    (article,) = octavo.read((SPECIMEN / "pages" / file).read_bytes(), PAGES[file]["url"])
    return article


@cache
def _sentences(text: str) -> frozenset[str]:
    return frozenset(text[start:end] for start, end in sentences(text))


def _listed(value: object) -> Iterator[Case]:
    """Every object that names a sentence, however deep."""
    if isinstance(value, dict):
        if "sentence" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _listed(part)


@pytest.mark.parametrize("name", ["figures.json", "dates.json", "timelines.json", "differences.json"])
def test_every_sentence_is_one_of_the_article_that_is_named(name: str) -> None:
    for case in _cases(name):
        own = {text["id"]: text["text"] for text in case.get("texts", ())}
        for listed in _listed(case):
            if "file" in listed:
                assert listed["sentence"] in _sentences(_article(listed["file"]).text), listed
                assert case.get("story", (story := PAGES[listed["file"]]["story"])) == story, listed
            elif "id" in listed:
                assert listed["sentence"] in _sentences(own[listed["id"]]), listed


def test_figures_differ_in_true_cases_and_each_stands_in_its_sentence() -> None:
    cases = _cases("figures.json")
    true = [case for case in cases if "figures" in case]
    assert len(true) >= 8
    assert sum("not" in case for case in cases) >= 8
    assert all(len(case["sentences"]) >= 2 for case in cases if "not" in case or case.get("may") is True)
    for case in true:
        assert len({figure["figure"] for figure in case["figures"]}) >= 2, case["of"]
        for figure in case["figures"]:
            assert figure["figure"].split()[0] in figure["sentence"].casefold(), figure


def test_phrases_stand_in_their_sentences_and_dates_are_dates() -> None:
    cases = _cases("dates.json")
    assert len(cases) >= 60
    assert len({(case["sentence"], case["phrase"]) for case in cases}) == len(cases)
    for case in cases:
        assert case["phrase"] in case["sentence"], case
        date.fromisoformat(case["published"])
        if "file" in case:
            published = _article(case["file"]).published
            assert published is not None
            assert published.date().isoformat() == case["published"], case
        if case["date"] is None:
            assert case["why"], case
        else:
            assert _DATE.match(case["date"]), case
            day = date.fromisoformat((case["date"] + "-01-01")[:10])
            named = _WEEKDAY.findall(case["phrase"])
            assert len(case["date"]) < 10 or len(named) != 1 or day.strftime("%A") == named[0], case


def test_timelines_have_few_rows_in_the_order_of_their_dates() -> None:
    stories = _cases("timelines.json")
    assert [story["story"] for story in stories] == ["marit", "causeway", "quarry", "ada"]
    for story in stories:
        dates = [row["date"] for row in story["rows"]]
        assert 4 <= len(dates) <= 12
        assert all(_DATE.match(day) for day in dates)
        assert dates == sorted(dates)


def test_every_story_says_who_differs_or_that_nobody_does() -> None:
    cases = [case for case in _cases("differences.json") if "story" in case]
    assert {case["story"] for case in cases} == {page["story"] for page in PAGES.values()}
    silent = {case["story"] for case in cases if case.get("none")}
    for case in cases:
        if case.get("none"):
            continue
        assert case["story"] not in silent
        assert case["kind"] in {"positions", "denial"}
        assert len(case["sides"]) == len(case["sentences"]) >= 2, case["question"]
        assert all(case["sentences"]), case["question"]
        text = "\n".join(_article(file).text for file, page in PAGES.items() if page["story"] == case["story"])
        for name in (name for side in case["sides"] for name in side if name[0].isupper()):
            assert name in text, name


def test_the_people_of_the_seed_page_stand_in_its_main_article() -> None:
    (page,) = shared("seeds").glob("*.txt")
    text = octavo.read(page.read_bytes(), "https://seed.example/")[0].text
    cases = [case for case in _cases("differences.json") if case.get("seed")]
    assert len(cases) == 3
    for name in (name for case in cases for side in case["sides"] for name in side):
        assert name.split(" ", 1)[1] in text, name
