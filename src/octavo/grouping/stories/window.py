"""The stories of late, and the one that an article belongs to: state and article in, a decision out.

Candidates come from an index over terms, which keeps the latest articles of each term alone: what placing costs depends neither on how
many articles the window holds nor on how many share a word.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from octavo.grouping.stories.digest import Digest
from octavo.grouping.stories.likeness import likeness
from octavo.grouping.stories.shelf import Shelf

JOINS = 0.30
JOINS_BARE = 0.17
"""How like a story an article must be, on the average of its articles, to join it; without texts."""
STORIES = 12
"""Stories that are looked at closely for an article."""
MEMBERS = 24
"""Articles of a story that are compared: those most like by the index."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an article goes, by ids of articles: `story` is the first article of its story, its own id where it opens one.

    `score` is how like that story it is, 0 to 1; 0 where it opens one.
    """

    id: str
    story: str
    score: float

    @property
    def opens(self) -> bool:
        """Whether it opens a story."""
        return self.id == self.story


class Window:
    """The articles of late with their stories. One thread at a time; the same calls give the same answers."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._members: dict[str, list[int]] = {}
        self._story_of: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._story_of)

    def __contains__(self, name: str) -> bool:
        return name in self._story_of

    def story_of(self, name: str) -> str:
        """The story of an article that is in the window. Raises KeyError for another."""
        return self._story_of[name]

    def decide(self, name: str, made: Digest) -> Decision:
        """Where an article belongs; nothing changes. An article that is in the window already stays where it is."""
        if name in self._story_of:
            return Decision(name, self._story_of[name], 1.0)
        near = self._shelf.near(made)
        stories: dict[str, list[int]] = defaultdict(list)
        for number in near.tolist():
            story = self._story_of[self._shelf.name(number)]
            if len(stories) < STORIES or story in stories:
                stories[story].append(number)
        best, score = name, 0.0
        for story, numbers in stories.items():
            members = list(dict.fromkeys([*numbers[:MEMBERS], *self._members[story][-MEMBERS:]]))[:MEMBERS]
            like = float(np.mean(likeness(self._shelf, made, np.array(members))))
            if like > score and like >= (JOINS if len(made.body) else JOINS_BARE):
                best, score = story, like
        return Decision(name, best, score)

    def put(self, name: str, made: Digest, story: str) -> None:
        """An article into a story, which may be a new one: what `decide` said, or what the library knows."""
        if name in self._story_of:
            return
        self._members.setdefault(story, []).append(self._shelf.add(name, made))
        self._story_of[name] = story

    def place(self, name: str, made: Digest) -> Decision:
        """Decide, and put it there."""
        decision = self.decide(name, made)
        self.put(name, made, decision.story)
        return decision
