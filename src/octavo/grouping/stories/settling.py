"""Articles -> their stories, with all of them known: linked by likeness, look-alikes parted, stragglers brought home."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np

from octavo.grouping.stories.attaching import attached
from octavo.grouping.stories.digest import Digest
from octavo.grouping.stories.linking import linked
from octavo.grouping.stories.parting import parted
from octavo.grouping.stories.vectors import Weights, products, vector
from octavo.grouping.stories.window import QUIET

LINKS = 0.23
"""How like the articles of two groups must be, on their average, to be one story."""
AT_ONCE = 4_000
"""Articles that are settled together: their likenesses take 64 MB."""

Pairs = Collection[tuple[int, int]]


def settled(digests: Sequence[Digest], groups: Sequence[Sequence[int]], apart: Pairs = ()) -> list[list[int]]:
    """The digests of AT_ONCE articles at most, and what is known to belong together of them -> the stories, as lists of their numbers.

    Articles that are given in one group stay in one story; those of a pair in `apart` come into two. A story is over after QUIET.
    """
    likeness = products([vector(made) for made in digests])
    unlike = barred(len(digests), apart)
    of = {article: at for at, group in enumerate(groups) for article in group}
    unlinked = {(of[one], of[other]) for one, other in apart}
    links = linked(sums(likeness, groups), [len(group) for group in groups], LINKS, unlinked)
    joined = [[at for group in link for at in groups[group]] for link in links]
    whole = [group for group in groups if len(group) > 1]
    stories = [part for story in joined for part in _parted(digests, sorted(story), whole)]
    return sorted(part for story in attached(likeness, stories, unlike) for part in _unbroken(story, _by_time(digests, story), whole))


def sums(likeness: Weights, groups: Sequence[Sequence[int]]) -> Weights:
    """How like any two articles are (n, n) -> for any two groups of them the sum of that over their pairs."""
    if all(len(group) == 1 for group in groups):
        order = np.array([group[0] for group in groups])
        own: Weights = likeness[np.ix_(order, order)]
        return own
    member = np.zeros((len(groups), len(likeness)), np.float32)
    for at, group in enumerate(groups):
        member[at, np.array(group)] = 1
    found: Weights = (member @ likeness @ member.T).astype(np.float32)
    return found


def _parted(digests: Sequence[Digest], story: Sequence[int], whole: Sequence[Sequence[int]]) -> list[list[int]]:
    return _unbroken(story, [[story[at] for at in part] for part in parted([digests[at] for at in story])], whole)


def _by_time(digests: Sequence[Digest], story: Sequence[int]) -> list[list[int]]:
    """The story in parts between which nothing came for QUIET. Where nobody else says so a time may be a mistake: an article that is alone
    in its time, as one without a time, is in the largest."""
    timed = sorted((when, at) for at in story if (when := digests[at].published) is not None)
    starts = [0, *(place for place in range(1, len(timed)) if timed[place][0] - timed[place - 1][0] > QUIET), len(timed)]
    parts = [[at for _, at in timed[start:end]] for start, end in pairwise(starts) if end - start > 1] or [[]]
    sure = {at for part in parts for at in part}
    max(parts, key=len).extend(at for at in story if at not in sure)
    return [sorted(part) for part in parts]


def _unbroken(story: Sequence[int], parts: Sequence[list[int]], whole: Sequence[Sequence[int]]) -> list[list[int]]:
    """The parts of a story, or the story as it was where they would break a group that is to stay whole."""
    part_of = {at: number for number, part in enumerate(parts) for at in part}
    broken = any(len({part_of[at] for at in group}) > 1 for group in whole if group[0] in part_of)
    return [list(story)] if broken else list(parts)


def barred(size: int, apart: Pairs) -> Weights | None:
    """Pairs of articles as a matrix that is 1 where two are to be apart; None for no pairs."""
    if not apart:
        return None
    found = np.zeros((size, size), np.float32)
    for one, other in apart:
        found[one, other] = found[other, one] = 1
    return found
