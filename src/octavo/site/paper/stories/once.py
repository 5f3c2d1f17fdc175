"""Which papers of a story count once because one owner has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from octavo.site.library.owners import listed_owners
from octavo.site.paper.entry import Row

NAMED = 8
"""Papers of an owner that are named."""


@dataclass(frozen=True, slots=True)
class Once:
    """An owner as the list has it, and those of its papers that tell the story in words of their own, first to last."""

    owner: str
    papers: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """Those that are named."""
        return self.papers[:NAMED]

    @property
    def more(self) -> int:
        """How many are not."""
        return len(self.papers[NAMED:])


def counted_once(rows: Iterable[Row]) -> tuple[Once, ...]:
    """The articles of a story -> whose papers count once. One query where two papers have one voice, none else.

    Papers that are one report because an agency wrote what they print are none of these.
    """
    by_voice: dict[str, dict[str, None]] = {}
    for row in sorted(rows, key=lambda row: (row.ranked, row.pk)):
        if row.voice and row.publisher and not row.copy_of and row.agency in ("", row.publisher):
            by_voice.setdefault(row.voice, {})[row.publisher] = None
    shared = {voice: tuple(papers) for voice, papers in by_voice.items() if len(papers) > 1}
    if not shared:
        return ()
    owners = {each.owner.name for each in listed_owners() if each.kind != "off"}
    return tuple(Once(voice, papers) for voice, papers in shared.items() if voice in owners)
