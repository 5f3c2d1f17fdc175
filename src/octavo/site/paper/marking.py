"""What is marked in an article's text. Pure.

Each piece of a statement is a link to where the page says whose it is; each sentence has an element of its own, and a class where it is new
to its story; what a brief cites is marked, with the way back behind it; and behind words that comments quote stands the way to these.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from octavo.analysis import Span
from octavo.site.paper.briefs.citing import CITED, Cited
from octavo.site.paper.words import own_tongue

NOTHING_CITED = Cited(())


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the text, and the number and hue of the statement that it is of."""

    start: int
    end: int
    number: int
    hue: int


@dataclass(frozen=True, slots=True)
class Sign:
    """Where words end that comments quote, the number of the first of these comments, and how many they are."""

    end: int
    comment: int
    number: int


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
    """Makes HTML of parts of one text, in order; a statement's first piece has the anchor "said-NUMBER", the first cited words "cited".

    `fresh` are the sentences that are new to the article's story, `signs` lead to comments on the words before them.
    """

    def __init__(
        self, text: str, sentences: Iterable[Span], marks: Iterable[Mark], cited: Cited = NOTHING_CITED, fresh: Iterable[Span] = (),
        signs: Iterable[Sign] = (),
    ) -> None:
        marks, fresh = list(marks), set(fresh)
        self._text, self._marks, self._cited = text, apart(marks), cited
        self._starts, self._ends = [mark.start for mark in self._marks], [mark.end for mark in self._marks]
        self._cited_ends = [end for _, end in cited.spans]
        self._sentences = sorted({(start, end) for start, end in sentences} | fresh)
        self._sentence_starts = [start for start, _ in self._sentences]
        self._sentence_ends = [end for _, end in self._sentences]
        self._fresh = {start for start, _ in fresh}
        self._named: set[int] = set()
        self._anchored = False
        self._signs = sorted(signs, key=lambda sign: (sign.end, sign.comment))
        self._sign_ends = [sign.end for sign in self._signs]
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

    def __call__(self, start: int, end: int) -> SafeString:
        """The text from `start` to `end`."""
        return mark_safe("".join(self._parts(start, end)))  # noqa: S308 - every piece is escaped

    def _within(self, start: int, end: int) -> list[Mark]:
        first = bisect_left(self._ends, start + 1)
        return self._marks[first : bisect_left(self._starts, end, first)]

    def _parts(self, start: int, end: int) -> Iterator[str]:
        place = start
        first = bisect_left(self._sentence_ends, start + 1)
        for begins, ends in self._sentences[first : bisect_left(self._sentence_starts, end, first)]:
            opens, ends = max(begins, place), min(ends, end)
            if opens < ends:
                yield from self._pieces(place, opens)
                yield f'<span class="sentence{" fresh" if opens == begins and begins in self._fresh else ""}">'
                yield from self._pieces(opens, ends)
                yield "</span>"
                place = ends
        yield from self._pieces(place, end)

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        place = start
        for mark in self._within(start, end):
            opens, ends = max(mark.start, start), min(mark.end, end)
            yield from (self._words(place, opens), self._back(place, opens))
            yield self._link(mark, opens, ends) if self._text[opens:ends].strip() else self._words(opens, ends)
            yield self._back(opens, ends)
            place = ends
        yield from (self._words(place, end), self._back(place, end))

    def _link(self, mark: Mark, start: int, end: int) -> str:
        first = mark.number not in self._named
        self._named.add(mark.number)
        # One stop for the keyboard a statement.
        more = f' id="said-{mark.number}"' if first else ' tabindex="-1"'
        anchors = "".join(f'<span id="said-{number}"></span>' for number in self._hidden.get(mark.number, ()) if first)
        return f'{anchors}<a class="said hue-{mark.hue}"{more} href="#statement-{mark.number}">{self._words(start, end)}</a>'

    def _words(self, start: int, end: int) -> str:
        """The words themselves, those that are cited marked."""
        made, place = [], start
        for opens, closes in self._cited.spans[bisect_right(self._cited_ends, start) :]:
            opens, closes = max(opens, place), min(closes, end)
            if opens >= closes:
                break
            made += [escape(self._text[place:opens]), self._mark(escape(self._text[opens:closes]))]
            place = closes
        return "".join((*made, escape(self._text[place:end])))

    def _mark(self, words: str) -> str:
        named = "" if self._anchored else f' id="{CITED}"'
        self._anchored = True
        return f'<mark class="cited"{named}>{words}</mark>'

    def _back(self, start: int, end: int) -> str:
        """What stands behind the words: the way to comments on them, and behind the last cited ones the way back. Their own words are the
        style sheet's: what is copied from the text is the text."""
        signs = self._signs[bisect_right(self._sign_ends, start) : bisect_right(self._sign_ends, end)] if start < end else []
        ways = "".join(map(_way, signs))
        if not self._cited.back or not start < self._cited_ends[-1] <= end:
            return ways
        words = escape(gettext("Back to the brief"))
        return f'{ways}<a class="back" {own_tongue()} aria-label="{words}" href="{escape(self._cited.back)}"></a>'


def _way(sign: Sign) -> str:
    words = escape(ngettext("%d comment", "%d comments", sign.number) % sign.number)
    label = escape(ngettext("%d comment on this line", "%d comments on this line", sign.number) % sign.number)
    return f'<a class="remark" dir="ltr" aria-label="{label}" data-words="{words}" href="#comment-{sign.comment}"></a>'
