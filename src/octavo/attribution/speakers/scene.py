"""Where in the text something stands: sentence, paragraph, within what is quoted; and who has spoken so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from octavo.analysis import Found, Span, Speaker
from octavo.attribution.speakers.cast import Cast, Gender, Member
from octavo.attribution.speakers.phrases import Phrase

_MARK = re.compile(r"[\"“”‘«]|''")
_PARAGRAPH = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker of an attribution read so far: where its source stands, whom of the cast it is, what it was called."""

    start: int
    end: int
    speaker: Speaker
    phrase: Phrase
    member: Member | None = None
    gender: Gender | None = None
    several: bool = False


class Scene:
    """The text with its sentences, its cast, its contents, and `heard`: who has spoken, in the order of the text."""

    def __init__(self, text: str, sentences: Sequence[Span], cast: Cast, found: Iterable[Found]) -> None:
        self.text = text
        self.cast = cast
        self.heard: list[Heard] = []
        self._sentences = sorted(start for start, _ in sentences)
        self._paragraphs = [0, *(gap.end() for gap in _PARAGRAPH.finditer(text))]
        contents = sorted(span for each in found for span in each.content)
        self._direct = _Cover([span for span in contents if _MARK.search(text, max(0, span[0] - 1), span[0] + 1)])
        self._said = _Cover(contents)

    def sentence(self, place: int) -> int:
        """The number of the sentence that `place` stands in."""
        return bisect_right(self._sentences, place)

    def sentence_start(self, place: int) -> int:
        """Where the sentence begins that `place` stands in."""
        number = self.sentence(place)
        return self._sentences[number - 1] if number else 0

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that `place` stands in; the first is 1."""
        return bisect_right(self._paragraphs, place)

    def paragraph_start(self, place: int) -> int:
        """Where that paragraph begins."""
        return self._paragraphs[self.paragraph(place) - 1]

    def said(self, place: int) -> bool:
        """Whether `place` stands in the content of an attribution."""
        return self._said.holds(place)

    def aside(self, place: int) -> float:
        """How far what stands at `place` is from the writer's own line: 0 in it, 1 in a content between quotation marks."""
        return 1.0 if self._direct.holds(place) else 0.3 if self._said.holds(place) else 0.0


class _Cover:
    """Spans, asked whether one of them holds a place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def holds(self, place: int) -> bool:
        index = bisect_right(self._starts, place)
        return index > 0 and self._ends[index - 1] > place
