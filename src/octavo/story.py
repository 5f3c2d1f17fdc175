"""Where an article belongs: its story, and whose text it carries. Plain data that grouping gives and pages, feeds and the API show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placement:
    """An article's place, all by the ids of articles.

    `story` is the first article of its story (its own id where it opens one). `copy_of` is the origin of the text it carries, None for the
    origin itself and for a text of its own. `version_of` is the earlier text, by the same publisher, that this one takes the place of:
    an update is no copy.
    """

    id: str
    story: str
    copy_of: str | None = None
    version_of: str | None = None
