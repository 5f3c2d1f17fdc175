"""Who reported when: the bar of a story as numbers from which its picture is drawn. Pure, and without the time that is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from octavo.site.paper.entry import Entry, Row

Mark = Literal["report", "further", "copy"]
"""An independent report is a voice's first own text; its further ones are none; a copy is another's text."""

WIDE, NARROW = 640, 280
"""Pixels that the bar has on a desktop and on the narrowest phone at least; names are left out where they would meet."""
LETTER = 6.6
"""Pixels of a letter of a name, rather too many than too few."""
APART = 10
TIME = 110
"""Pixels that the first and the last time take at the ends below the line."""
NAME = 24
"""Letters of a name; more is cut."""
STEPS = 200
"""Places on the line: of marks of a kind that fall together one is drawn."""
TOLD = 12
"""Reports that the words under the picture name; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark on the line, `at` percent of its length from the first report on."""

    at: float
    mark: Mark
    row: Row


@dataclass(frozen=True, slots=True)
class Name:
    """Who reported, above or below a mark; `anchor` is what SVG calls text-anchor."""

    at: float
    text: str
    anchor: Literal["start", "middle", "end"]
    below: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn: marks, copies first so that reports lie on them; names for a wide line and for a narrow one; both ends in time; and
    what is told in words: the first reports, how many more there are, the copies, and whether a paper has further texts."""

    dots: tuple[Dot, ...]
    wide: tuple[Name, ...]
    narrow: tuple[Name, ...]
    first: datetime
    last: datetime
    told: tuple[Row, ...]
    more: int
    copies: int
    further: bool


def bar_of(entry: Entry) -> Bar | None:
    """A story -> its bar; None where it would show nothing: fewer than three articles, or all at one time."""
    first, last = entry.facts.first, entry.facts.last
    if entry.facts.size < 3 or first == last:
        return None
    dots = dots_of(entry, first, last)
    reports = [dot for dot in dots if dot.mark == "report"]
    return Bar(
        dots=drawn(dots), wide=_names(reports, WIDE), narrow=_names(reports, NARROW), first=first, last=last,
        told=tuple(dot.row for dot in reports[:TOLD]), more=len(reports[TOLD:]), copies=sum(dot.mark == "copy" for dot in dots),
        further=any(dot.mark == "further" for dot in dots),
    )


def dots_of(entry: Entry, first: datetime, last: datetime) -> list[Dot]:
    """All articles in order of time."""
    heard: set[str] = set()
    dots = []
    for row in sorted(entry.rows, key=lambda row: (row.ranked, row.pk)):
        mark: Mark = "copy" if row.copy_of else "further" if row.voice and row.voice in heard else "report"
        heard |= {row.voice} if mark == "report" else set()
        dots.append(Dot(round(100 * ((row.ranked - first) / (last - first)), 1), mark, row))
    return dots


def drawn(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """Marks as they are drawn: one where some of a kind fall together, reports over copies."""
    order: tuple[Mark, ...] = ("copy", "further", "report")
    apart = {(dot.mark, int(dot.at * STEPS / 100)): dot for dot in reversed(dots)}
    return tuple(sorted(apart.values(), key=lambda dot: (order.index(dot.mark), dot.at, dot.row.pk)))


def _names(reports: Sequence[Dot], width: int) -> tuple[Name, ...]:
    """The names that find room: the first comes first, then the last, then those between from left to right; above before below."""
    taken: dict[bool, list[tuple[float, float]]] = {False: [], True: [(0, TIME), (width - TIME, width)]}
    names = []
    for dot in dict.fromkeys([*reports[:1], *reports[-1:], *reports[1:-1]]):
        text = _short(dot.row.publisher or dot.row.agency)
        if not text:
            continue
        anchor, start = _place(dot.at * width / 100, len(text) * LETTER, width)
        end = start + len(text) * LETTER
        for below, spans in taken.items():
            if all(end + APART <= left or start >= right + APART for left, right in spans):
                spans.append((start, end))
                names.append(Name(dot.at, text, anchor, below))
                break
    return tuple(sorted(names, key=lambda name: name.at))


def _place(at: float, long: float, width: int) -> tuple[Literal["start", "middle", "end"], float]:
    """Where a name stands that belongs to a mark at that pixel: its anchor, and where it begins."""
    if at < long / 2:
        return "start", at
    if at + long / 2 > width:
        return "end", at - long
    return "middle", at - long / 2


def _short(name: str) -> str:
    return name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"
