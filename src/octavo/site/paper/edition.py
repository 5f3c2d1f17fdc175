"""The front page at one time: a lead and seven more stories, then the rest by section. Pure: the same rows give the same edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from octavo.grouping.stories import facts as grouping
from octavo.grouping.stories.facts import Facts, facts
from octavo.grouping.stories.front import front
from octavo.site.messages import in_words
from octavo.site.paper.briefs.lines import Line
from octavo.site.paper.sections import MORE, Section, in_order, sections_of
from octavo.site.readers.muting.deciding import Sifted
from octavo.site.readers.muting.rules import Rule

SEVEN = 7
POOL = 24
"""The front is made from this many of the first stories, so that variety never draws up an old one."""


NOTHING = Sifted()
"""What is hidden and lifted for a reader who has no rules."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article as far as the pages of stories need it. `ranked` has an offset, `place` is the dateline's; "" is what is not known.

    `story` is the number of its story, 0 while it stands alone, `leads` whether that has its headline; `voice` is whose report it is (see
    `octavo.grouping.owners`). `copy_of` and `version_of` are numbers of articles, 0 for none (see `octavo.story.Placement`). `source` is
    the number of the source that its page came from, 0 where it was not asked for.
    """

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
    voice: str = ""
    story: int = 0
    leads: bool = False
    copy_of: int = 0
    version_of: int = 0
    source: int = 0

    @property
    def paper(self) -> str:
        """Who shows it; where nobody says so, who wrote it."""
        return self.publisher or self.agency


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it was reported, once: the article that had it first, and those that carry it or take its place, first to last."""

    row: Row
    others: tuple[Row, ...] = ()

    @property
    def copies(self) -> tuple[Row, ...]:
        """Those that carry it in another paper."""
        return tuple(row for row in self.others if row.copy_of)

    @property
    def wire(self) -> str:
        """Whose text it is: the agency that wrote it, else the paper that had it first."""
        return self.row.agency or self.row.publisher

    @property
    def carriers(self) -> tuple[str, ...]:
        """The papers that carry it, but for its author, in the order in which they did."""
        shown = (row.publisher for row in (self.row, *self.copies))
        return tuple(dict.fromkeys(name for name in shown if name not in ("", self.wire)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader's rules have to do with a story: the follow that lifts it; the mute that hides it, or would, were it not followed or
    had it not changed; how many of its articles are left out of it."""

    follow: Rule | None = None
    mute: Rule | None = None
    left_out: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to be said."""
        return bool(self.follow or self.mute or self.left_out)


NOT_ASKED = Wanted()


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as the edition shows it: once, by the article whose headline and first words stand for it. An article alone is one too.

    `changed`: how many of those that carry the text that most papers carry changed it, as far as it was looked at. `line`: the first line
    of its brief, where the page tells it. `wanted`: what the reader's own rules have to do with it.

    What a reader's mutes leave out of it is in none of the reports; `facts` are those of all its articles, so that what is said of a story
    is true whoever reads.
    """

    row: Row
    reports: tuple[Report, ...]
    facts: Facts
    changed: int = 0
    line: Line | None = None
    wanted: Wanted = NOT_ASKED

    def __iter__(self) -> Iterator[Row]:
        """All its articles."""
        return self.rows

    @property
    def rows(self) -> Iterator[Row]:
        """All its articles, report by report."""
        return chain.from_iterable((report.row, *report.others) for report in self.reports)

    @property
    def story(self) -> int:
        """The number of its story; 0 for an article alone."""
        return self.row.story if self.facts.size > 1 else 0

    @property
    def carried(self) -> Report | None:
        """The report that most papers carry; None where none is carried by another."""
        most = max(self.reports, key=lambda report: len(report.carriers))
        return most if most.copies else None


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
        left_out=tuple(row for row in _by_time(rows) if row.pk in sifted.hidden and home(row) not in gone) if sifted.hidden else (),
    )


def entry_of(rows: Iterable[Row], sifted: Sifted = NOTHING) -> Entry:
    """The articles of one story, at least one, in any order -> its entry, without those that are hidden unless all are."""
    arrived = _by_time(rows)
    told = facts([_told(row) for row in arrived])
    shown = [row for row in arrived if row.pk not in sifted.hidden] or arrived
    # The library's word is that of all articles, of which only the newest may be here.
    face = max(shown, key=lambda row: (row.leads, str(row.pk) == told.headline_of))
    return Entry(face, _reports(shown), told, wanted=_wanted(shown, len(arrived) - len(shown), sifted))


def _wanted(shown: Sequence[Row], left_out: int, sifted: Sifted) -> Wanted:
    if sifted is NOTHING:
        return NOT_ASKED
    at = home(shown[0])
    follow = next((sifted.followed[row.pk] for row in shown if row.pk in sifted.followed), None)
    return Wanted(follow, sifted.hidden.get(shown[0].pk) or sifted.despite.get(at) or sifted.back.get(at), left_out)


def home(row: Row) -> tuple[int, int]:
    """What an article stands in: its story, or itself alone."""
    return (row.story, 0) if row.story else (0, row.pk)


def why(entry: Entry, now: datetime, own: Set[str]) -> str:
    """Why a story stands where it does: "5 independent reports, last one 20 minutes ago, 9 papers"."""
    return ", ".join(map(in_words, front([("", entry.facts)], now, own)[0].reasons))


def report_of(rows: Iterable[Row], text: int) -> Report | None:
    """The report among those rows that has the article of that number in it."""
    return next((report for report in _reports(_by_time(rows)) if text in [row.pk for row in (report.row, *report.others)]), None)


def _by_time(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.ranked, row.pk))


def _gathered(rows: Iterable[Row], sifted: Sifted) -> Iterator[Entry]:
    stories: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        stories.setdefault(home(row), []).append(row)
    return (entry_of(some, sifted) for some in stories.values())


def _reports(arrived: Sequence[Row]) -> tuple[Report, ...]:
    """Articles in order of time -> their texts, in order of the first that has each."""
    home: dict[int, int] = {}
    groups: dict[int, list[Row]] = {}
    for row in arrived:
        home[row.pk] = row.copy_of or home.get(row.version_of, row.version_of) or row.pk
        groups.setdefault(home[row.pk], []).append(row)
    return tuple(Report(first, tuple(others)) for first, *others in groups.values())


def _told(row: Row) -> grouping.Report:
    return grouping.Report(str(row.pk), row.headline, row.publisher, row.voice, str(row.copy_of or row.pk), row.ranked)


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
