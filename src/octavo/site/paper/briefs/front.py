"""What briefs give to the front page: first lines under headlines; of the lead also what follows, and where its papers differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from octavo.briefs import Brief, Claim, Difference
from octavo.site.library.briefs import brief_kept, first_lines
from octavo.site.paper.briefs.lines import Line, Setter
from octavo.site.paper.briefs.setting import Differing, set_differences
from octavo.site.paper.briefs.shelf import texts_behind
from octavo.site.paper.edition import Edition
from octavo.site.paper.entry import Entry

ROOM = 420
"""Characters of the lead's brief: about six lines. The first of its lines stands whatever its length."""
DIFFERENCES = 2
"""Differences beside the lead; its story's page has all."""
SIDE = 180
"""Characters of a side that can stand beside the lead."""


@dataclass(frozen=True, slots=True)
class Told:
    """An edition with first lines, the further lines of its lead's brief, and where the lead's papers differ."""

    edition: Edition
    lines: tuple[Line, ...] = ()
    differences: tuple[Differing, ...] = ()


def with_briefs(edition: Edition) -> Told:
    """The edition with the first line of the brief of each story that stands with words under its headline: the lead and the seven; of
    the lead's own brief what else has room. Three queries; one where no story has a brief."""
    front = [entry for entry in (edition.lead, *edition.seven) if entry]
    claims = first_lines([entry.story for entry in front if entry.story])
    if not claims:
        return Told(edition)
    kept = brief_kept(front[0].story) if front[0].story in claims else None
    brief = kept.brief if kept else Brief()
    further, differences = further_lines(brief.summary), short_differences(brief.differences)
    sides = (side.citations for each in differences for side in each.sides)
    texts = texts_behind([*(claim.citations for claim in (*claims.values(), *further)), *sides])
    lead, *seven = (_briefed(entry, claims, texts) for entry in front)
    setter = Setter({row.pk: row for row in lead.rows}, texts)
    lines = (setter.line(each.text, each.citations, each.independent_reports) for each in further)
    return Told(
        replace(edition, lead=lead, seven=tuple(seven)),
        tuple(line for line in lines if line) if lead.line else (),
        set_differences(brief, differences, setter),
    )


def further_lines(summary: Sequence[Claim]) -> tuple[Claim, ...]:
    """The lines behind the first, as many as have room with it."""
    taken = len(summary[0].text) if summary else 0
    chosen: list[Claim] = []
    for claim in summary[1:]:
        taken += len(claim.text)
        if taken > ROOM:
            break
        chosen.append(claim)
    return tuple(chosen)


def short_differences(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Those with two sides that can be told in a few words: rather of several kinds, then rather the shorter ones; in the brief's order."""
    longest = {place: max(len(side.text) for side in each.sides) for place, each in enumerate(differences) if len(each.sides) == 2}
    short = sorted((place for place, length in longest.items() if length <= SIDE), key=lambda place: (longest[place], place))
    first = list({differences[place].kind: place for place in reversed(short)}.values())
    chosen = sorted(first, key=short.index) + [place for place in short if place not in first]
    return tuple(differences[place] for place in sorted(chosen[:DIFFERENCES]))


def _briefed(entry: Entry, claims: Mapping[int, Claim], texts: Mapping[int, str]) -> Entry:
    claim = claims.get(entry.story)
    if claim is None:
        return entry
    setter = Setter({row.pk: row for row in entry.rows}, texts)
    return replace(entry, line=setter.line(claim.text, claim.citations, claim.independent_reports))
