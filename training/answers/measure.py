"""Measures answering on questions in other words than the articles', and prints counts.

    python -m training.answers.measure [DATA]

DATA is the folder of `ecb-dev.jsonl.gz` and `polnear-dev.jsonl.gz`. Beside this file `paraphrases.json` has 121 questions that sentences of
their stories answer and 31 near misses that none does; `answers` are [article, number of the sentence]. Questions on ECB+ are asked of all
its stories that are asked about, those on PolNeAR of all its dev articles. *Found*: one of the three best sentences is right, where
something must be answered; *right*: so, and above the line from which something is answered.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from octavo.analysis import Analysis
from octavo.article import PARAGRAPH_BREAK, Article, Paragraph
from octavo.briefing.answers.question import asked
from octavo.briefing.answers.traits import traits
from octavo.briefing.answers.weighing import ENOUGH, weighed
from octavo.briefing.passages import Passage, passages
from octavo.briefing.reports import Report
from octavo.language.sentences import sentences

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST = 3
"""Sentences among which a right one must be."""


def main() -> None:
    """Reads, asks, prints."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data")
    questions = json.loads((Path(__file__).parent / "paraphrases.json").read_text(encoding="utf-8"))
    asked_about = {each["story"] for each in questions}
    news = passages([report for story, report in _reports(data / "ecb-dev.jsonl.gz") if story in asked_about])
    politics = passages([report for _, report in _reports(data / "polnear-dev.jsonl.gz")])
    found, right, beside, answered = 0, 0, 0, 0
    for each in questions:
        known = politics if any(passage.report.id == each["story"] for passage in politics) else news
        best, first = _best(each["question"], known)
        hit = bool(set(first).intersection(map(tuple, each["answers"])))
        found += hit
        right += hit and best > ENOUGH
        beside += bool(each["answers"]) and not hit and best > ENOUGH
        answered += not each["answers"] and best > ENOUGH
    total = sum(bool(each["answers"]) for each in questions)
    print(f"{total} that are answered: found {found}, right {right}, beside the point {beside}")
    print(f"{len(questions) - total} that nothing answers: answered {answered}")


def _best(question: str, known: Sequence[Passage]) -> tuple[float, list[tuple[str, int]]]:
    """How good the best sentence is, and where the first different ones stand."""
    places, told = traits(asked(question), known)
    scores = weighed(told)
    texts: dict[str, tuple[str, int]] = {}
    for at in np.argsort(-scores, kind="stable").tolist():
        passage = known[places[at]]
        if len(texts) < FIRST or passage.text in texts:
            texts.setdefault(passage.text, (passage.report.id, passage.number))
    return float(scores.max(initial=-np.inf)), list(texts.values())


def _reports(file: Path) -> Iterator[tuple[str, Report]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for each in map(json.loads, lines):
            paragraphs = tuple(Paragraph("text", text) for text in each["text"].split(PARAGRAPH_BREAK))
            article = Article(each["id"], each["title"].strip(), paragraphs)
            yield each.get("story", each["id"]), Report(article, Analysis(sentences(article.text), (), ()), article.id, "")


if __name__ == "__main__":
    main()
