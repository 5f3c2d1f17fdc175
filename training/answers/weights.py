"""Learns what `octavo.briefing.answers.weighing` counts each trait of a sentence, and prints it.

    python -m training.answers.weights [DATA]

DATA is the folder of `ecb-dev.jsonl.gz`. Beside this file `questions.json` has questions on its stories, made by reading them; `answers`
are [article, number of the sentence], found by patterns and so with some noise. To these come every second question of
tests/briefing/questions.json; the others were kept aside. Each question is asked of its own story among others, and of the others alone,
which answer nothing. Loss: a softmax over the sentences and "none of them"; both kinds of questions weigh the same; PENALTY on the squares.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import octavo
from octavo.analysis import Analysis
from octavo.article import PARAGRAPH_BREAK, Article, Paragraph
from octavo.briefing.answers.likeness import Numbers
from octavo.briefing.answers.question import asked
from octavo.briefing.answers.traits import TRAITS, traits
from octavo.briefing.passages import Passage, passages
from octavo.briefing.reports import Report
from octavo.language.sentences import sentences

ROOT = Path(__file__).resolve().parent.parent.parent
SPECIMEN = ROOT / "src" / "octavo" / "site" / "library" / "specimen"
PENALTY, STEPS, RATE = 0.001, 500, 0.1
BESIDE = 4
"""Stories that are asked beside the one that a question is about."""
Example = tuple[Numbers, NDArray[np.bool_]]


def main() -> None:
    """Reads, learns, prints."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data")
    weights = learned([*_of_news(data / "ecb-dev.jsonl.gz"), *_of_specimen()])
    for trait, weight in zip(TRAITS, weights.tolist(), strict=True):
        print(f"{weight:7.2f} {trait}")


def learned(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Traits of the sentences of each question, and which of them answer -> the weights, by Adam (Kingma and Ba 2015, arXiv:1412.6980)."""
    answered = sum(bool(right.any()) for _, right in examples)
    weights, mean, square = np.zeros((3, len(TRAITS)))
    free = np.array([trait != "one" for trait in TRAITS])
    for step in range(1, STEPS + 1):
        slope = 2 * PENALTY * weights * free
        for told, right in examples:
            odds = np.exp(np.append(told @ weights, 0) - max(0, (told @ weights).max(initial=0)))
            share = odds / odds.sum()
            wanted = np.append(right, not right.any()) * share
            kind = answered if right.any() else len(examples) - answered
            slope += told.T @ (share - wanted / wanted.sum())[:-1] / kind
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _examples(question: str, own: Sequence[Passage], others: Sequence[Passage], right: Callable[[Passage], bool]) -> Iterator[Example]:
    for known in (own, others):
        places, told = traits(asked(question), known)
        answers = np.array([right(known[place]) for place in places.tolist()], np.bool_)
        if answers.any() or not any(map(right, known)):  # one whose answers were not looked at teaches nothing
            yield told, answers


def _of_news(file: Path) -> Iterator[Example]:
    reports: dict[str, list[Report]] = {}
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for each in map(json.loads, lines):
            paragraphs = tuple(Paragraph("text", text) for text in each["text"].split(PARAGRAPH_BREAK))
            reports.setdefault(each["story"], []).append(_report(Article(each["id"], each["title"].strip(), paragraphs)))
    questions = json.loads((Path(__file__).parent / "questions.json").read_text(encoding="utf-8"))
    stories = sorted({each["story"] for each in questions})
    for each in questions:
        place = stories.index(each["story"])
        beside = [report for step in range(1, BESIDE + 1) for report in reports[stories[(place + step) % len(stories)]]]
        twin = each["story"][:-1] + ("a" if each["story"].endswith("b") else "b")
        answers = {tuple(answer) for answer in each["answers"]}
        yield from _examples(
            each["question"], passages([*reports[each["story"]], *beside]), passages([*beside, *reports.get(twin, ())]),
            lambda passage, answers=answers: (passage.report.id, passage.number) in answers,  # type: ignore[misc]
        )


def _of_specimen() -> Iterator[Example]:
    pages = json.loads((SPECIMEN / "edition.json").read_text(encoding="utf-8"))["pages"]
    read = {page["file"]: _report(_article(page)) for page in pages}
    told = {page["file"]: page["story"] for page in pages}
    files = {report.id: file for file, report in read.items()}
    for each in json.loads((ROOT / "tests" / "briefing" / "questions.json").read_text(encoding="utf-8"))[::2]:
        answers = {(answer["file"], answer["sentence"]) for answer in each["answers"]}
        yield from _examples(
            each["question"], passages([*read.values()]), passages([read[file] for file in read if told[file] != each["story"]]),
            lambda passage, answers=answers: (files[passage.report.id], passage.text) in answers,  # type: ignore[misc]
        )


def _article(page: dict[str, str]) -> Article:
    return octavo.read((SPECIMEN / "pages" / page["file"]).read_bytes(), page["url"], datetime.fromisoformat(page["fetched"]))[0]


def _report(article: Article) -> Report:
    return Report(article, Analysis(sentences(article.text), (), ()), article.id, "")


if __name__ == "__main__":
    main()
