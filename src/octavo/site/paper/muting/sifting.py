"""A reader's rules held against an edition, and against any other list of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from django.http import HttpRequest
from django.utils import timezone

from octavo.site.paper.edition import Edition
from octavo.site.paper.entry import Row
from octavo.site.paper.muting.telling import Listed, looks_at_words, sections_by_row, told, voices_in, with_whole_texts
from octavo.site.paper.sections import sections_of
from octavo.site.readers.models import User
from octavo.site.readers.muting.deciding import Sifted, asks_for, sift
from octavo.site.readers.muting.keeping import rules_of
from octavo.site.readers.muting.rules import SECTION, SPEAKERS, Rule, key_of

SHOWN = "shown"
"""The parameter of a page that shows once what a rule hides: its number, or "all"."""

_LISTED = TypeVar("_LISTED", bound=Listed)
_NO_TIME = datetime(1, 1, 2, tzinfo=UTC)
"""A time at which every rule that is given still holds: those that have run out are left out before."""


@dataclass(frozen=True, slots=True)
class Folded(Generic[_LISTED]):
    """A list without what the reader mutes, and (rule, how many it hides), those that hide most first."""

    rows: tuple[_LISTED, ...]
    hidden: tuple[tuple[Rule, int], ...] = ()

    @property
    def number(self) -> int:
        """How many are hidden."""
        return sum(many for _, many in self.hidden)


def rules_for(request: HttpRequest) -> tuple[Rule, ...]:
    """The rules of the reader who asks that hold now, without those that the page is asked to leave out once. One query in a request."""
    rules = all_rules_for(request)
    now, once = timezone.now(), request.GET.get(SHOWN, "")
    return tuple(rule for rule in rules if rule.holds(now) and not (rule.effect == "mute" and once in ("all", str(rule.pk))))


def all_rules_for(request: HttpRequest) -> tuple[Rule, ...]:
    """All rules of the reader who asks, kept with the request."""
    kept: tuple[Rule, ...] | None = getattr(request, "reader_rules", None)
    if kept is None:
        reader = request.user
        kept = rules_of(reader.pk) if isinstance(reader, User) else ()
        request.reader_rules = kept  # type: ignore[attr-defined]
    return kept


def sift_edition(rows: Sequence[Row], edition: Edition, rules: Sequence[Rule], specimen: bool) -> Sifted:
    """What rules that hold do to the whole edition. At most three queries, none where rules look at no words and no speakers."""
    voices = voices_in([row.pk for row in rows]) if asks_for(rules, SPEAKERS) else None
    some = told(rows, sections_by_row(edition.filed), voices, looks_at_words(rules))
    return sift(with_whole_texts(some, {row.pk: len(row.text) for row in rows}, rules, specimen), rules, _NO_TIME)


def fold(rows: Sequence[_LISTED], request: HttpRequest, besides: tuple[str, str] | None = None) -> Folded[_LISTED]:
    """A list of articles, in its order, without those that the reader mutes. One query for the rules where the request has not asked yet;
    one more where a rule looks at who speaks. Words are sought in the headline and in as much of the text as the rows have.
    `besides`: the kind and the name of what the list is about itself, of which a rule does not count there."""
    about = besides and (besides[0], key_of(besides[1]))
    rules = [rule for rule in rules_for(request) if (rule.kind, rule.key) != about]
    if not rules:
        return Folded(tuple(rows))
    named = [(row.publisher, getattr(row, "section", "")) for row in rows] if any(rule.kind == SECTION for rule in rules) else []
    known = sections_of(named)
    sections = {row.pk: known[name].slug for row, (_, name) in zip(rows, named, strict=True)} if named else {}
    voices = voices_in([row.pk for row in rows]) if asks_for(rules, SPEAKERS) else None
    hidden = sift(told(rows, sections, voices, looks_at_words(rules)), rules, _NO_TIME).hidden
    counts = Counter(hidden.values())
    return Folded(tuple(row for row in rows if row.pk not in hidden), tuple(counts.most_common()))
