"""The questions that judge answering: 40 that sentences of the specimen edition answer, and 10 that none of them answers.

`questions.json` was written from reading the articles, before any code that answers. `story` is the story that a question is about,
null for one that is about nothing in the edition; `answers` are all sentences that fully answer it, copies, other languages and what
was corrected later included.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest

import octavo
from octavo.language.sentences import sentences

SPECIMEN = Path(octavo.__file__).parent / "site" / "library" / "specimen"
PAGES = {page["file"]: page for page in json.loads((SPECIMEN / "edition.json").read_text(encoding="utf-8"))["pages"]}


class Answer(TypedDict):
    """A sentence that answers, and the page of the edition that it stands in."""

    file: str
    sentence: str


class Question(TypedDict):
    """A question as a reader would put it."""

    question: str
    story: str | None
    answers: list[Answer]


QUESTIONS: list[Question] = json.loads((Path(__file__).parent / "questions.json").read_text(encoding="utf-8"))
ANSWERED = [question for question in QUESTIONS if question["answers"]]
UNANSWERED = [question for question in QUESTIONS if not question["answers"]]


@cache
def _sentences(file: str) -> Counter[str]:
    """The sentences of the article read from that page, and how often each stands there."""
    page = PAGES[file]
    (article,) = octavo.read(
        (SPECIMEN / "pages" / file).read_bytes(), url=page["url"], fetched=datetime.fromisoformat(page["fetched"]), name=file)
    return Counter(article.text[start:end] for start, end in sentences(article.text))


@pytest.mark.parametrize("question", ANSWERED, ids=lambda question: question["question"])
def test_every_answer_is_one_sentence_of_its_article_word_for_word(question: Question) -> None:
    for answer in question["answers"]:
        assert _sentences(answer["file"])[answer["sentence"]] == 1, answer


@pytest.mark.parametrize("question", ANSWERED, ids=lambda question: question["question"])
def test_answers_stand_in_the_story_each_once(question: Question) -> None:
    assert {PAGES[answer["file"]]["story"] for answer in question["answers"]} == {question["story"]}
    assert len({(answer["file"], answer["sentence"]) for answer in question["answers"]}) == len(question["answers"])


@pytest.mark.parametrize("question", ANSWERED, ids=lambda question: question["question"])
def test_a_sentence_that_answers_is_listed_in_every_article_that_has_it(question: Question) -> None:
    listed = {(answer["file"], answer["sentence"]) for answer in question["answers"]}
    texts = {sentence for _, sentence in listed}
    there = {(file, text) for file, page in PAGES.items() if page["story"] == question["story"] for text in texts & _sentences(file).keys()}
    assert listed == there


def test_forty_are_answered_and_ten_are_not() -> None:
    assert (len(ANSWERED), len(UNANSWERED)) == (40, 10)


def test_no_question_stands_twice() -> None:
    assert len({" ".join(question["question"].casefold().split()) for question in QUESTIONS}) == len(QUESTIONS)


def test_every_story_is_asked_about() -> None:
    assert {question["story"] for question in ANSWERED} == {page["story"] for page in PAGES.values()}


def test_half_of_the_unanswered_are_near_misses_of_a_story_and_half_about_other_things() -> None:
    near = [question["story"] for question in UNANSWERED if question["story"]]
    assert len(near) == 5
    assert set(near) <= {page["story"] for page in PAGES.values()}
