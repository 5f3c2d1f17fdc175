"""Articles, or what is known to belong together of them, joined by the average of how like they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from octavo.grouping.stories.vectors import Weights


def linked(sums: Weights, sizes: Sequence[int], least: float, apart: Collection[tuple[int, int]] = ()) -> list[list[int]]:
    """The sums of how like the articles of any two groups are (n, n), and how many each group has -> which groups are one.

    Average linkage (Sokal and Michener 1958) by chains of nearest neighbours (Murtagh 1983): joins what is alike by `least` or more on
    the average, and never what is `apart`. Quadratic in the number of groups: give it a few thousand. `sums` is used up.
    """
    count = np.array(sizes, np.float32)
    for one, other in apart:
        sums[one, other] = sums[other, one] = -np.inf
    np.fill_diagonal(sums, -np.inf)
    members = [[at] for at in range(len(count))]
    alive = np.ones(len(count), bool)
    chain: list[int] = []
    while True:
        if not chain:
            left = np.flatnonzero(alive)
            if not len(left):
                return sorted(each for each in members if each)
            chain.append(int(left[0]))
        last = chain[-1]
        average = np.where(alive, sums[last] / (count * count[last]), -np.inf)
        nearest = int(np.argmax(average))
        if len(chain) > 1 and average[chain[-2]] >= average[nearest]:
            nearest = chain[-2]
        if average[nearest] < least:
            # Nothing can bring two groups nearer to each other than their nearest parts are: this one is done.
            alive[chain.pop()] = False
        elif len(chain) > 1 and nearest == chain[-2]:
            del chain[-2:]
            sums[nearest] += sums[last]
            sums[:, nearest] = sums[nearest]
            sums[nearest, nearest] = -np.inf
            count[nearest] += count[last]
            members[nearest] = sorted(members[nearest] + members[last])
            members[last], alive[last] = [], False
        else:
            chain.append(nearest)
