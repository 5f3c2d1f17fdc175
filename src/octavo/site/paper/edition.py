"""The front page at one time: a lead and seven more, then the rest by section. Pure: the same rows give the same edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from octavo.grouping.copies import fold
from octavo.grouping.related import Text, related
from octavo.site.paper.sections import Section, in_order, sections_of

SEVEN = 7
POOL = 24
"""The front is made from this many of the newest texts, so that variety never draws up an old one."""

LEAD_WINDOW = timedelta(hours=12)
RECENT = 8
"""The lead is one of the edition's newest texts: of this many at most, from these hours."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article as far as the front page needs it. `ranked` has an offset, `place` is the dateline's; "" stands for what is not known."""

    pk: int
    headline: str
    ranked: datetime
    text: str = field(repr=False)
    kicker: str = ""
    publisher: str = ""
    agency: str = ""
    place: str = ""
    section: str = ""
    language: str = ""
    dated: bool = True
    sketch: tuple[int, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A text as the edition shows it: once, with the articles that copy it, first to last."""

    row: Row
    copies: tuple[Row, ...] = ()

    @property
    def others(self) -> tuple[str, ...]:
        """The other papers that carry the text, in the order in which they did."""
        return tuple(dict.fromkeys(copy.publisher for copy in self.copies if copy.publisher not in ("", self.row.publisher)))


@dataclass(frozen=True, slots=True)
class Counts:
    """What the edition's last line says."""

    articles: int
    texts: int
    copies: int
    papers: int


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed. `sections` holds no entry that the lead or the seven hold; `filed` holds them all, for a section's own page."""

    lead: Entry | None
    seven: tuple[Entry, ...]
    sections: tuple[tuple[Section, tuple[Entry, ...]], ...]
    filed: tuple[tuple[Section, tuple[Entry, ...]], ...]
    counts: Counts


def as_text(row: Row) -> Text[int]:
    """A row as `octavo.grouping.related` looks at it."""
    return Text(row.pk, row.headline, row.text, (row.publisher, row.agency), row.place)


def make_edition(rows: Sequence[Row]) -> Edition:
    """Rows, in any order -> edition. The first article of a text stands for its copies (see `octavo.grouping.copies`)."""
    entries = _fold(rows)
    front = _front(entries)
    sections = sections_of((row.publisher, row.section) for row in rows)
    printed = {entry.row.pk for entry in front}
    return Edition(
        lead=front[0] if front else None,
        seven=tuple(front[1:]),
        sections=_by_section([entry for entry in entries if entry.row.pk not in printed], sections),
        filed=_by_section(entries, sections),
        counts=Counts(
            articles=len(rows),
            texts=len(entries),
            copies=len(rows) - len(entries),
            papers=len({row.publisher for row in rows if row.publisher}),
        ),
    )


def _fold(rows: Sequence[Row]) -> list[Entry]:
    """One entry per text, newest first."""
    arrived = sorted(rows, key=lambda row: (row.ranked, row.pk))
    by_pk: dict[Hashable, Row] = {row.pk: row for row in arrived}
    entries = []
    for group in fold((row.pk, row.sketch) for row in arrived):
        origin, *copies = (by_pk[pk] for pk in group)
        entries.append(Entry(origin, tuple(copies)))
    return sorted(entries, key=lambda entry: (entry.row.ranked, entry.row.pk), reverse=True)


def _lead(entries: Sequence[Entry]) -> Entry:
    """Of the newest texts the one that most papers carry or write about; of equals the newest."""
    recent = [entry for entry in entries[:RECENT] if entries[0].row.ranked - entry.row.ranked <= LEAD_WINDOW]
    texts = {entry.row.pk: as_text(entry.row) for entry in entries}
    paper_of = {entry.row.pk: _voice(entry) for entry in entries}

    def papers(entry: Entry) -> int:
        about = {paper_of[each.id] for each in related(texts[entry.row.pk], list(texts.values()))}
        return len({*about, *entry.others, _voice(entry)})

    return max(recent, key=papers)


def _front(entries: Sequence[Entry]) -> list[Entry]:
    """The lead and the seven from entries (newest first): no two in a row from one publisher wherever that can be had."""
    if not entries:
        return []
    chosen = [_lead(entries)]
    left = [entry for entry in entries[:POOL] if entry is not chosen[0]]
    while left and len(chosen) <= SEVEN:
        last = _voice(chosen[-1])
        slots = min(SEVEN + 1 - len(chosen), len(left))
        fresh = [entry for entry in left if _voice(entry) != last]
        safe = (entry for entry in fresh if _can_vary([other for other in left if other is not entry], slots - 1, _voice(entry)))
        chosen.append(entry := next(safe, (fresh or left)[0]))
        left.remove(entry)
    return chosen


def _voice(entry: Entry) -> str:
    """Who a reader hears: the publisher; an article without one is like no other."""
    return entry.row.publisher or f"#{entry.row.pk}"


def _can_vary(left: Sequence[Entry], slots: int, last: str) -> bool:
    """Whether `slots` entries of `left` can follow `last` with no two in a row from one publisher.

    A publisher fills at most every other slot: ceil(slots / 2), or floor where it may not take the first.
    """
    counts = Counter(map(_voice, left))
    return sum(min(count, slots // 2 if voice == last else (slots + 1) // 2) for voice, count in counts.items()) >= slots


def _by_section(entries: Sequence[Entry], sections: Mapping[str, Section]) -> tuple[tuple[Section, tuple[Entry, ...]], ...]:
    groups: dict[Section, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(sections[entry.row.section], []).append(entry)
    return tuple((section, tuple(groups[section])) for section in in_order(groups))
