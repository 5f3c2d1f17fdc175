"""What was said, marked in an article's text: each piece of a statement is a link to where the page says whose it is. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from octavo.analysis import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the text, and the number and hue of the statement that it is of."""

    start: int
    end: int
    number: int
    hue: int


def apart(marks: Iterable[Mark]) -> list[Mark]:
    """Marks -> marks that do not overlap, in order: where some do, the one that begins last has the words, being the inner one."""
    waiting = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, mark.number))
    bounds = sorted({place for mark in waiting for place in (mark.start, mark.end)})
    open_: list[tuple[int, int, Mark]] = []
    found: list[Mark] = []
    come = 0
    for start, end in pairwise(bounds):
        while come < len(waiting) and waiting[come].start <= start:
            heappush(open_, (-waiting[come].start, -waiting[come].number, waiting[come]))
            come += 1
        while open_ and open_[0][2].end <= start:
            heappop(open_)
        if open_:
            mark = open_[0][2]
            last = found[-1] if found else None
            if last and last.end == start and last.number == mark.number:
                start = found.pop().start
            found.append(Mark(start, end, mark.number, mark.hue))
    return found


class Marker:
    """Makes HTML of parts of one text, in order; a statement's first piece has the anchor "said-NUMBER", its sentence a class."""

    def __init__(self, text: str, sentences: Sequence[Span], marks: Iterable[Mark]) -> None:
        marks = list(marks)
        self._text, self._marks = text, apart(marks)
        self._starts, self._ends = [mark.start for mark in self._marks], [mark.end for mark in self._marks]
        self._sentences = sorted((start, end) for start, end in sentences)
        self._sentence_starts = [start for start, _ in self._sentences]
        self._sentence_ends = [end for _, end in self._sentences]
        self._named: set[int] = set()
        self._hidden = self._behind(marks)

    def _behind(self, marks: Iterable[Mark]) -> dict[int, list[int]]:
        """Statements of which no piece is seen, by the number of the one that has their words: they want an anchor too."""
        seen = {mark.number for mark in self._marks}
        hidden: dict[int, list[int]] = {}
        for mark in marks:
            if mark.number not in seen and mark.start < mark.end:
                seen.add(mark.number)
                hidden.setdefault(self._marks[bisect_left(self._ends, mark.start + 1)].number, []).append(mark.number)
        return hidden

    def __call__(self, start: int, end: int) -> str | SafeString:
        """The text from `start` to `end`: as it is where nothing is marked in it."""
        if not self._within(start, end):
            return self._text[start:end]
        return mark_safe("".join(self._parts(start, end)))  # noqa: S308 - every piece is escaped

    def _within(self, start: int, end: int) -> list[Mark]:
        first = bisect_left(self._ends, start + 1)
        return self._marks[first : bisect_left(self._starts, end, first)]

    def _parts(self, start: int, end: int) -> Iterator[str]:
        place = start
        first = bisect_left(self._sentence_ends, start + 1)
        for opens, ends in self._sentences[first : bisect_left(self._sentence_starts, end, first)]:
            opens, ends = max(opens, place), min(ends, end)
            if opens < ends and self._within(opens, ends):
                yield from self._pieces(place, opens)
                yield '<span class="sentence">'
                yield from self._pieces(opens, ends)
                yield "</span>"
                place = ends
        yield from self._pieces(place, end)

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        place = start
        for mark in self._within(start, end):
            opens, ends = max(mark.start, start), min(mark.end, end)
            yield escape(self._text[place:opens])
            said = self._text[opens:ends]
            yield self._link(mark, said) if said.strip() else escape(said)
            place = ends
        yield escape(self._text[place:end])

    def _link(self, mark: Mark, said: str) -> str:
        first = mark.number not in self._named
        self._named.add(mark.number)
        # One stop for the keyboard a statement.
        more = f' id="said-{mark.number}"' if first else ' tabindex="-1"'
        anchors = "".join(f'<span id="said-{number}"></span>' for number in self._hidden.get(mark.number, ()) if first)
        return f'{anchors}<a class="said hue-{mark.hue}"{more} href="#statement-{mark.number}">{escape(said)}</a>'
