"""The front page as it is printed, made once for each state of the library and kept in the process: one for all who read without rules,
one for each set of rules besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.http import HttpRequest

from octavo.grouping.related import Related, Text, related
from octavo.site.library.state import state
from octavo.site.paper.edition import Edition, make_edition
from octavo.site.paper.entry import NOTHING, Entry, Row
from octavo.site.paper.muting.sifting import rules_for, sift_edition
from octavo.site.paper.quotation import Quotation, pull_quotation
from octavo.site.paper.sections import Section, in_columns
from octavo.site.paper.shelf import NEWEST, newest_rows, own_papers
from octavo.site.paper.stories.bar import Bar, bar_of
from octavo.site.paper.stories.carrying import with_changes
from octavo.site.readers.muting.rules import Rule
from octavo.site.readers.reading.subscriptions import chosen_sources

IN_A_SECTION = 6
"""How many lines of a section the front page shows; its own page shows the rest."""

COLUMNS = 3
MORE_ON_THE_LEAD = 2
RELATED = 7
SAME_STORY = 3
"""Lines of an article's list, and those of them that its own story has at most: the story's page has all."""

SectionList = tuple[Section, Sequence[Entry], int]
"""A section, its entries on the front page, and how many its own page has where that is more than the front page shows, else 0."""


KEPT = 32
"""Fronts of readers with rules of their own that are kept."""
FOLLOWED = 5
"""Stories that a reader follows on the front page, the newest that do not stand above already."""


@dataclass(frozen=True, slots=True)
class Front:
    """An edition and what stands on its front page besides: the lead's bar, a quotation, more on the lead's subject, what the reader
    follows, the sections in columns. `rows`: the articles of the edition that are not hidden."""

    rows: tuple[Row, ...]
    edition: Edition
    bar: Bar | None
    quotation: Quotation | None
    more: tuple[Entry, ...]
    columns: tuple[tuple[SectionList, ...], ...]
    followed: tuple[Entry, ...] = ()


def front_for(request: HttpRequest, specimen: bool) -> Front:
    """The front page as the reader who asks sees it, of the library or of the specimen edition: of the sources that they chose, without
    what they mute, with what they follow. Two queries; where it is made anew, six, and at most three more for what rules look up."""
    # The specimen edition is one source, which nobody chooses.
    rules, chosen = rules_for(request), None if specimen else chosen_sources(request.user)
    if not rules and chosen is None:
        return front_of(specimen)
    mark = state()
    return _kept_for(specimen, mark, chosen, rules) if mark else _made_for(specimen, mark, chosen, rules)


def front_of(specimen: bool) -> Front:
    """The front page of the whole library or of the specimen edition, whoever reads, as it stands now. One query; six to make it."""
    # The state is asked before the rows: a change in between makes the front anew once too often, never too seldom.
    return _whole(specimen, state())


def related_to(shown: Row, front: Front, mates: Sequence[Row] = ()) -> tuple[tuple[Row, Related[int]], ...]:
    """Articles of the edition, and of `mates`, those of its story, that relate to that article, best first, each with its reason: some of
    the story, then of others. What carries the same text is left out, and what the reader mutes."""
    near = (row for row in mates if row.pk not in front.edition.muted)
    rows = {row.pk: row for row in (*near, *front.rows[:NEWEST], shown)}
    stories = {row.pk: row.story for row in rows.values() if row.story}
    copies = {row.pk: row.copy_of for row in rows.values() if row.copy_of}
    found = related(as_text(shown), [as_text(row) for row in rows.values() if row != shown], stories=stories, copies=copies)
    others = [each for each in found if copies.get(each.id, each.id) != copies.get(shown.pk, shown.pk)]
    same = [each for each in others if each.relation == "story"][:SAME_STORY]
    besides = [each for each in others if each.relation != "story"][: RELATED - len(same)]
    return tuple((rows[each.id], each) for each in (*same, *besides))


def home_of(pk: int, edition: Edition) -> tuple[Section, Entry] | None:
    """The section where that article stands in the edition, and its story there; None where it does not."""
    homes = ((section, entry) for section, entries in edition.filed for entry in entries)
    return next((home for home in homes if any(row.pk == pk for row in home[1].rows)), None)


def as_text(row: Row) -> Text[int]:
    """A row as `octavo.grouping.related` looks at it."""
    return Text(row.pk, row.headline, row.text, (row.publisher, row.agency), row.place, row.ranked)


def _made_for(specimen: bool, mark: str, chosen: frozenset[int] | None, rules: tuple[Rule, ...]) -> Front:
    whole = _whole(specimen, mark)
    rows = whole.rows if chosen is None else tuple(row for row in whole.rows if row.source in chosen)
    sifted = sift_edition(whole.rows, whole.edition, rules, specimen) if rules else NOTHING
    return _printed(tuple(row for row in rows if row.pk not in sifted.hidden), make_edition(rows, whole.edition.own, sifted))


def _whole(specimen: bool, mark: str) -> Front:
    return _kept(specimen, mark) if mark else _made(specimen)


def _made(specimen: bool) -> Front:
    rows = newest_rows(specimen)
    return _printed(rows, make_edition(rows, own_papers()))


def _printed(rows: tuple[Row, ...], made: Edition) -> Front:
    edition = _told(made)
    more = _more_on_the_lead(edition)
    above = frozenset(entry.row.pk for entry in (edition.lead, *edition.seven, *more) if entry)
    followed = tuple(entry for entry in edition.followed if entry.row.pk not in above)[:FOLLOWED]
    lists = _lists(edition, above | {entry.row.pk for entry in followed})
    return Front(
        rows=rows,
        edition=edition,
        bar=bar_of(edition.lead) if edition.lead else None,
        quotation=pull_quotation(_in_order(edition, (*more, *followed), lists)),
        more=more,
        columns=tuple(
            tuple(lists[place] for place in column) for column in in_columns([1 + len(entries) for _, entries, _ in lists], COLUMNS)
        ),
        followed=followed,
    )


def _told(edition: Edition) -> Edition:
    """The edition with what copies changed, of the stories that say so: the lead and the seven."""
    if edition.lead is None:
        return edition
    lead, *seven = with_changes([edition.lead, *edition.seven])
    return replace(edition, lead=lead, seven=tuple(seven))


@lru_cache(maxsize=4)
def _kept(specimen: bool, _mark: str) -> Front:
    """The front made for that mark of the library. Kept are the reader's own and the specimen's, and those before the last change."""
    return _made(specimen)


@lru_cache(maxsize=KEPT)
def _kept_for(specimen: bool, mark: str, chosen: frozenset[int] | None, rules: tuple[Rule, ...]) -> Front:
    """The front made for that mark of the library and those rules: they are its key as they stand, so that readers with the same share it,
    and a rule that runs out or changes makes another."""
    return _made_for(specimen, mark, chosen, rules)


def _in_order(edition: Edition, more: Sequence[Entry], lists: Sequence[SectionList]) -> Iterator[Entry]:
    """The entries as a reader meets them on the front page."""
    if edition.lead:
        yield edition.lead
    yield from edition.seven
    yield from more
    for _, entries, _ in lists:
        yield from entries


def _more_on_the_lead(edition: Edition) -> tuple[Entry, ...]:
    """What else the edition has on the lead's subject, where the seven do not show it already."""
    entries = {entry.row.pk: entry for _, filed in edition.sections for entry in filed}
    if not edition.lead:
        return ()
    found = related(as_text(edition.lead.row), [as_text(entry.row) for entry in entries.values()])
    return tuple(entries[each.id] for each in found[:MORE_ON_THE_LEAD])


def _lists(edition: Edition, above: frozenset[int]) -> list[SectionList]:
    """The sections as the front page lists them, without what stands `above` them already."""
    filed = {section: len(entries) for section, entries in edition.filed}
    lists: list[SectionList] = []
    for section, entries in edition.sections:
        left = [entry for entry in entries if entry.row.pk not in above]
        if left:
            lists.append((section, tuple(left[:IN_A_SECTION]), filed[section] if len(left) > IN_A_SECTION else 0))
    return lists
