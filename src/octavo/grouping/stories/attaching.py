"""Small groups that are plainly nearer to one story than to all others go to it: short texts share few words with each of its articles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from octavo.grouping.stories.vectors import Weights

SMALL = 3
"""Articles of a group that may be attached; larger ones are stories by themselves."""
NEAREST = 5
"""Articles of a story that are asked, those that are most alike."""
LEAST = 0.2
"""How like them it must be on the average."""
MARGIN = 1.4
"""How many times as like as to the next story."""


def attached(likeness: Weights, groups: Sequence[Sequence[int]], apart: Weights | None = None) -> list[list[int]]:
    """How like any two articles are (n, n), and their groups -> the groups, small ones joined to the story that they plainly belong to.

    `apart`: what is not 0 there for two articles keeps them apart.
    """
    large = [list(group) for group in groups if len(group) > SMALL]
    asked = [np.array(group) for group in large]
    left = []
    for group in groups:
        if len(group) > SMALL:
            continue
        mean = likeness[np.array(group)].mean(axis=0)
        scores = [float(np.sort(mean[story])[-NEAREST:].mean()) for story in asked]
        best, second = [*sorted(range(len(scores)), key=lambda at: (-scores[at], at))[:2], -1, -1][:2]
        forbidden = best >= 0 and apart is not None and apart[np.ix_(np.array(group), asked[best])].any()
        if best >= 0 and scores[best] >= LEAST and (second < 0 or scores[best] >= MARGIN * scores[second]) and not forbidden:
            large[best] += group
        else:
            left.append(list(group))
    return sorted(sorted(each) for each in large + left)
