"""A story's sentences, as all parts of a brief look at them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from octavo.analysis import Attribution, Span
from octavo.article import ParagraphKind
from octavo.briefing.reports import Report
from octavo.briefing.saying.sense import Sense, sense
from octavo.briefs import Citation

LONGEST = 1_000
"""Characters of a sentence that is shown as a line."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One sentence of a report: text[start:end]. `number` counts the sentences of its article from 0; `kind` is its paragraph's, `opens`
    whether it begins that one. `attributions` are those whose cue lies in it, `contents` those of whose content some does: of a sentence
    that only goes on with a quotation the cue stands elsewhere."""

    report: Report
    number: int
    start: int
    end: int
    kind: ParagraphKind
    opens: bool
    attributions: tuple[Attribution, ...]
    contents: tuple[Attribution, ...] = ()

    @property
    def text(self) -> str:
        """The sentence as it is printed."""
        return self.report.text[self.start : self.end]

    @property
    def is_line(self) -> bool:
        """Whether a reader can take it in as one: what has no full stop for pages is no sentence."""
        return self.end - self.start <= LONGEST

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    @property
    def sense(self) -> Sense:
        """What it says."""
        return sense(self.text)

    @property
    def citation(self) -> Citation:
        """Of the whole of it."""
        return self.report.cite(self.span)


def passages(reports: Sequence[Report]) -> tuple[Passage, ...]:
    """The sentences of all reports, in the order of these."""
    return tuple(passage for report in reports for passage in _of(report))


def _of(report: Report) -> Iterator[Passage]:
    paragraphs = list(report.paragraphs)
    kinds = [paragraph.kind for paragraph in report.article.paragraphs]
    starts = [start for start, _ in paragraphs]
    sentences = report.analysis.sentences
    said, told = _by_sentence(report)
    for number, (start, end) in enumerate(sentences):
        at = max(bisect_right(starts, start) - 1, 0)
        opens = number == 0 or sentences[number - 1][0] < starts[at]
        yield Passage(report, number, start, end, kinds[at], opens, tuple(said.get(number, ())), tuple(told.get(number, ())))


def _by_sentence(report: Report) -> tuple[dict[int, list[Attribution]], dict[int, list[Attribution]]]:
    starts = [start for start, _ in report.analysis.sentences]
    by_cue: dict[int, list[Attribution]] = {}
    by_content: dict[int, list[Attribution]] = {}
    for each in report.analysis.attributions:
        place = (each.cue or each.content or each.source)[0][0]
        by_cue.setdefault(max(bisect_right(starts, place) - 1, 0), []).append(each)
        numbers = {
            number for start, end in each.content for number in range(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end))
        }
        for number in sorted(numbers):
            by_content.setdefault(number, []).append(each)
    return by_cue, by_content
