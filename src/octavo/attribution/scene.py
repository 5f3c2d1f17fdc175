"""Where in the text something stands: sentence, paragraph, within what is quoted; and who has spoken so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from octavo.analysis import Found, Span, Speaker
from octavo.attribution.cast import Cast, Gender, Member
from octavo.attribution.phrases import Phrase

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
        self._contents = sorted(span for each in found for span in each.content)
        self._content_ends = []
        furthest = 0
        for _, end in self._contents:
            furthest = max(furthest, end)
            self._content_ends.append(furthest)

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

    def quoted(self, place: int) -> bool:
        """Whether `place` stands in the content of an attribution."""
        index = bisect_right(self._contents, (place, len(self.text) + 1))
        return index > 0 and self._content_ends[index - 1] > place
