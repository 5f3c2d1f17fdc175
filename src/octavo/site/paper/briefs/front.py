"""The first line of its brief under a story's headline on the front page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from octavo.briefs import Claim
from octavo.site.library.briefs import first_lines
from octavo.site.paper.briefs.lines import Setter
from octavo.site.paper.briefs.shelf import texts_behind
from octavo.site.paper.edition import Edition, Entry


def with_first_lines(edition: Edition) -> Edition:
    """The edition with the first line of the brief of each story that stands with words under its headline: the lead and the seven. Two
    queries; one where no story has a brief."""
    front = [entry for entry in (edition.lead, *edition.seven) if entry]
    claims = first_lines([entry.story for entry in front if entry.story])
    if not claims:
        return edition
    texts = texts_behind(claim.citations for claim in claims.values())
    lead, *seven = (_briefed(entry, claims, texts) for entry in front)
    return replace(edition, lead=lead, seven=tuple(seven))


def _briefed(entry: Entry, claims: Mapping[int, Claim], texts: Mapping[int, str]) -> Entry:
    claim = claims.get(entry.story)
    if claim is None:
        return entry
    setter = Setter({row.pk: row for row in entry.rows}, texts)
    return replace(entry, line=setter.line(claim.text, claim.citations, claim.independent_reports))
