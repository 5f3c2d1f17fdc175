"""How much of an article its summary carries, beside the first sentences and what PyPI has.

    python -m benchmarks.briefs

Data: the dev articles of PolNeAR beside the repository, each without its first paragraph, which is its headline and which nobody is given:
how much of it a summary carries is what is measured. LexRank and TextRank are sumy's; they get our sentences, and words and stems by
their own rules. All say as many sentences as Octavo does, and are cleaned as Octavo's lines are.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median
from time import perf_counter

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from octavo.article import PARAGRAPH_BREAK, Article
from octavo.article import Paragraph as Block
from octavo.briefing.cleaning import cleaned
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report
from octavo.briefing.summary.summarise import telling_it
from octavo.grouping.mentions import NO_NAMES, mentions_in
from octavo.grouping.stories.terms import telling, words
from octavo.pipeline import analyse
from tests.shared import FOLDER

HEAD = (
    "| | sentences | words | headline's words | its names | repeated | dangling | ms an article |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_DANGLING = re.compile(
    r"[\"'“‘(]*(?:he|she|it|they|his|her|its|their|him|them|these|those|this|that"
    r"|there(?! (?:is|are|was|were|has|have|will|may|might|could|would)\b))\b",
    re.IGNORECASE,
)

Summary = list[int]
"""The numbers of the sentences that it is made of, in its order."""
Way = Callable[["Text", int], Summary]


@dataclass(frozen=True, slots=True)
class Text:
    """An article and what stood over it."""

    headline: str
    report: Report

    @property
    def sentences(self) -> list[str]:
        """As printed, in order."""
        return [self.report.text[start:end] for start, end in self.report.analysis.sentences]


@dataclass(frozen=True, slots=True)
class Score:
    """What one summary is worth: shares from 0 to 1, None where the headline has nothing to carry."""

    sentences: int
    words: int
    content: float | None
    names: float | None
    repeated: float
    dangling: float
    ms: float


def main() -> None:
    """Print a table for each half of the articles, and one for all."""
    texts = list(_texts())
    ways: dict[str, Way] = {
        "Octavo": _octavo,
        "the first sentences": lambda text, most: list(range(min(most, len(text.sentences)))),
        "LexRank (sumy)": _sumy(LexRankSummarizer),
        "TextRank (sumy)": _sumy(TextRankSummarizer),
    }
    found: dict[str, list[Score]] = {name: [] for name in ways}
    _octavo(texts[0], 0)  # what is loaded once is no article's time
    for text in texts:
        most = 0
        for name, way in ways.items():
            begun = perf_counter()
            summary = way(text, most)
            spent = 1000 * (perf_counter() - begun)
            most = most or len(summary)
            found[name].append(_score(text, summary, spent))
    for title, part in (("one half", slice(0, None, 2)), ("the other half", slice(1, None, 2)), ("all", slice(None))):
        print(f"\n{title}: {len(texts[part])} articles\n\n{HEAD}")
        for name, scores in found.items():
            print(f"| {name} | {_row(scores[part])} |")


def _texts() -> Iterator[Text]:
    with gzip.open(FOLDER / "data" / "polnear-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            headline, _, text = record["text"].partition(PARAGRAPH_BREAK)
            article = Article(record["id"], "", tuple(Block("text", each) for each in text.split(PARAGRAPH_BREAK)), language="en")
            (analysis,) = analyse([article.text], [None])
            yield Text(headline, Report(article, analysis, article.id, ""))


def _octavo(text: Text, most: int) -> Summary:  # noqa: ARG001 (what all others are measured by)
    return [line.number for line in telling_it(passages([text.report]), lambda line: (line,))]


class _Words:
    """Cuts words for sumy, whose own tokenizer loads its data from elsewhere."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Letters and digits, with what joins them."""
        return tuple(_WORD.findall(sentence))


def _sumy(kind: type[LexRankSummarizer | TextRankSummarizer]) -> Way:
    summarizer = kind(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def way(text: Text, most: int) -> Summary:
        sentences = [Sentence(each, _Words()) for each in text.sentences]
        numbers = {id(sentence): number for number, sentence in enumerate(sentences)}
        return [numbers[id(each)] for each in summarizer(ObjectDocumentModel([Paragraph(sentences)]), most)]

    return way


def _score(text: Text, summary: Summary, ms: float) -> Score:
    lines = [cleaned(text.sentences[number]) for number in summary]
    told = " ".join(lines)
    content = [word for word in words(told) if telling(word)]
    wanted = {word for word in words(text.headline) if telling(word)}
    known = _names(text.report.text)  # a headline has capitals everywhere: its names are the words that the text prints as such
    named = {word for word in _WORD.findall(text.headline.lower()) if word in known}
    dangling = [
        _DANGLING.match(line) is not None and not (place and summary[place - 1] == summary[place] - 1) for place, line in enumerate(lines)
    ]
    return Score(
        sentences=len(lines),
        words=len(told.split()),
        content=len(wanted & set(words(told))) / len(wanted) if wanted else None,
        names=len(named & {*_WORD.findall(told.lower()), *_names(told)}) / len(named) if named else None,
        repeated=1 - len(set(content)) / len(content) if content else 0.0,
        dangling=mean(dangling) if dangling else 0.0,
        ms=ms,
    )


def _names(text: str) -> set[str]:
    return {word.lower() for mention in mentions_in(text) for word in mention.words if word[0].isupper() and word.lower() not in NO_NAMES}


def _row(scores: Sequence[Score]) -> str:
    content = mean(each.content for each in scores if each.content is not None)
    names = mean(each.names for each in scores if each.names is not None)
    return (
        f"{mean(each.sentences for each in scores):.2f} | {mean(each.words for each in scores):.1f} | {content:.3f} | {names:.3f} | "
        f"{mean(each.repeated for each in scores):.3f} | {mean(each.dangling for each in scores):.3f} | "
        f"{median(each.ms for each in scores):.1f}"
    )


if __name__ == "__main__":
    main()
