"""The front page at one time: a lead and seven more stories, then the rest by section. Pure: the same rows give the same edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime

from octavo.grouping.stories.front import front
from octavo.site.messages import in_words
from octavo.site.paper.entry import NOTHING, Entry, Row, by_time, entry_of, home
from octavo.site.paper.sections import MORE, Section, in_order, sections_of
from octavo.site.readers.muting.deciding import Sifted

SEVEN = 7
POOL = 24
"""The front is made from this many of the first stories, so that variety never draws up an old one."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the edition's last line says. `hidden`: the stories that a reader's mutes hide; `left_out`: the articles that they leave out of
    stories that stay."""

    articles: int
    stories: int
    copies: int
    papers: int
    hidden: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed. `sections` holds no entry that the lead or the seven hold; `filed` holds them all, for a section's own page. `own`
    are the papers that the reader has chosen for sources. `hidden` are the stories that the reader's mutes hide, by section; `followed`
    those that they follow, the newest first; `muted` is the number of the rule that hides each article that one does, by the article's, and
    `left_out` are those of them whose stories stay, in order of time."""

    lead: Entry | None
    seven: tuple[Entry, ...]
    sections: tuple[tuple[Section, tuple[Entry, ...]], ...]
    filed: tuple[tuple[Section, tuple[Entry, ...]], ...]
    counts: Counts
    own: Set[str] = frozenset()
    hidden: tuple[tuple[Section, tuple[Entry, ...]], ...] = ()
    followed: tuple[Entry, ...] = ()
    muted: Mapping[int, int] = field(default_factory=dict)
    left_out: tuple[Row, ...] = ()

    @property
    def hidden_by(self) -> Mapping[int, int]:
        """How many articles each rule hides, by the rule's number."""
        return Counter(self.muted.values())

    def hidden_in(self, slug: str) -> int:
        """How many stories of a section the reader's mutes hide."""
        return sum(len(entries) for section, entries in self.hidden if section.slug == slug)


def make_edition(rows: Sequence[Row], own: Set[str] = frozenset(), sifted: Sifted = NOTHING) -> Edition:
    """Rows, in any order -> edition. `own`: the papers that the reader has chosen for sources; `sifted`: what the reader's rules hide and
    lift. A story is hidden when all its articles are."""
    gathered = _in_order(_gathered(rows, sifted), own)
    entries = [entry for entry in gathered if entry.row.pk not in sifted.hidden]
    hidden = [entry for entry in gathered if entry.row.pk in sifted.hidden]
    shown = [row for entry in entries for row in entry.rows]
    gone = {home(entry.row) for entry in hidden}
    front = _front(entries)
    sections = sections_of((row.publisher, row.section) for row in rows)
    printed = {entry.row.pk for entry in front}
    return Edition(
        lead=front[0] if front else None,
        seven=tuple(front[1:]),
        sections=_by_section([entry for entry in entries if entry.row.pk not in printed], sections),
        filed=_by_section(entries, sections),
        counts=Counts(
            articles=len(shown),
            stories=len(entries),
            copies=sum(len(report.copies) for entry in entries for report in entry.reports),
            papers=len({row.publisher for row in shown if row.publisher}),
            hidden=len(hidden),
            left_out=sum(entry.wanted.left_out for entry in entries),
        ),
        own=own,
        hidden=_by_section(hidden, sections),
        followed=tuple(sorted((entry for entry in entries if entry.wanted.follow), key=lambda entry: entry.facts.last, reverse=True)),
        muted={article: rule.pk for article, rule in sifted.hidden.items()},
        left_out=tuple(row for row in by_time(rows) if row.pk in sifted.hidden and home(row) not in gone) if sifted.hidden else (),
    )


def why(entry: Entry, now: datetime, own: Set[str]) -> str:
    """Why a story stands where it does: "5 independent reports, last one 20 minutes ago, 9 papers"."""
    return ", ".join(map(in_words, front([("", entry.facts)], now, own)[0].reasons))


def _gathered(rows: Iterable[Row], sifted: Sifted) -> Iterator[Entry]:
    stories: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        stories.setdefault(home(row), []).append(row)
    return (entry_of(some, sifted) for some in stories.values())


def _in_order(entries: Iterable[Entry], own: Set[str]) -> list[Entry]:
    """The order of the front page, at whatever time: as time goes by, all stories lose the same share of their weight."""
    newest = sorted(entries, key=lambda entry: (entry.facts.last, entry.row.pk), reverse=True)
    if not newest:
        return []
    # Of equals, and such are all that are old enough, the one with the lower name comes first.
    names = {f"{place:06}": entry for place, entry in enumerate(newest)}
    return [names[each.story] for each in front([(name, entry.facts) for name, entry in names.items()], newest[0].facts.last, own)]


def _front(entries: Sequence[Entry]) -> list[Entry]:
    """The lead and the seven from entries in order: no two in a row from one publisher wherever that can be had."""
    chosen, left = list(entries[:1]), list(entries[1:POOL])
    while left and len(chosen) <= SEVEN:
        last = _voice(chosen[-1])
        slots = min(SEVEN + 1 - len(chosen), len(left))
        fresh = [entry for entry in left if _voice(entry) != last]
        safe = (entry for entry in fresh if _can_vary([other for other in left if other is not entry], slots - 1, _voice(entry)))
        chosen.append(entry := next(safe, (fresh or left)[0]))
        left.remove(entry)
    return chosen


def _voice(entry: Entry) -> str:
    """Who a reader hears: the publisher; a story that several report, or an article without one, is like no other."""
    return entry.row.publisher if entry.facts.independent == 1 and entry.row.publisher else f"#{entry.row.pk}"


def _can_vary(left: Sequence[Entry], slots: int, last: str) -> bool:
    """Whether `slots` entries of `left` can follow `last` with no two in a row from one publisher.

    A publisher fills at most every other slot: ceil(slots / 2), or floor where it may not take the first.
    """
    counts = Counter(map(_voice, left))
    return sum(min(count, slots // 2 if voice == last else (slots + 1) // 2) for voice, count in counts.items()) >= slots


def _by_section(entries: Sequence[Entry], sections: Mapping[str, Section]) -> tuple[tuple[Section, tuple[Entry, ...]], ...]:
    groups: dict[Section, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_section(entry, sections), []).append(entry)
    return tuple((section, tuple(groups[section])) for section in in_order(groups))


def _section(entry: Entry, sections: Mapping[str, Section]) -> Section:
    """Where most of its articles belong, of equals the first; in a usual section rather than among more news."""
    belong = Counter(sections[row.section] for row in entry.rows)
    return max(belong, key=lambda section: (section != MORE, belong[section]))
