"""The stories of late once more, with all their articles known: what was taken for two is one after all, and what for one is two.

Pure. What the owner decided stands: articles that are held stay together in their story, and two stories with such articles apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from octavo.grouping.stories.digest import Digest
from octavo.grouping.stories.settling import settled


@dataclass(frozen=True, slots=True)
class Placed:
    """An article, by numbers: its story, whether it is held there, the text that it is an update of."""

    pk: int
    story: int
    digest: Digest = field(repr=False)
    held: bool = False
    earlier: int | None = None


def moves(articles: Sequence[Placed]) -> dict[int, int | str]:
    """Articles in the order in which they came, all of their stories (`settling.AT_ONCE` of them at most) -> where those go that belong
    elsewhere: to the story of that number, or to a new one by a name of its own.

    Of the addresses of stories that are one now the one with most articles stays, of two alike the first. A story that is two keeps its
    address for the larger part, of two alike for the one with its first article. A copy is told like any other text here; where its origin
    goes, it goes.
    """
    articles = [each for each in articles if not each.digest.mute]  # what names no event stays where it is
    if not articles:
        return {}
    groups, apart = _known(articles)
    found = settled([each.digest for each in articles], groups, apart)
    stories = _addressed([[articles[at] for at in group] for group in found])
    return {
        articles[at].pk: story
        for group, story in zip(found, stories, strict=True) for at in group if articles[at].story != story and not articles[at].held
    }


def _known(articles: Sequence[Placed]) -> tuple[list[list[int]], list[tuple[int, int]]]:
    """Which articles are to stay together, as lists of their places in the list, and pairs that are to stay apart."""
    group_of: dict[int, int] = {}
    groups: list[list[int]] = []
    held: dict[int, int] = {}
    for at, each in enumerate(articles):
        group = held.get(each.story) if each.held else group_of.get(each.earlier or 0)
        if group is None:
            group = len(groups)
            groups.append([])
        if each.held:
            held[each.story] = group
        group_of[each.pk] = group
        groups[group].append(at)
    return groups, [(groups[one][0], groups[other][0]) for one, other in combinations(held.values(), 2)]


def _addressed(found: Sequence[Sequence[Placed]]) -> list[int | str]:
    """The address of each group: that of the story which has most of it, each address given once; a name for those that have none."""
    shares: Counter[tuple[int, int]] = Counter((group, each.story) for group, some in enumerate(found) for each in some)
    firsts: dict[int, int] = {}
    for _, story, group in sorted((each.pk, each.story, group) for group, some in enumerate(found) for each in some):
        firsts.setdefault(story, group)
    held = {(group, each.story) for group, some in enumerate(found) for each in some if each.held}
    order = sorted(shares, key=lambda pair: (pair not in held, -shares[pair], firsts[pair[1]] != pair[0], pair[1]))
    address: dict[int, int] = {}
    taken: set[int] = set()
    for group, story in order:
        if group not in address and story not in taken:
            address[group] = story
            taken.add(story)
    return [address.get(group, f"new {group}") for group in range(len(found))]


def whole_stories(sizes: Mapping[int, int], most: int) -> list[int]:
    """Stories with their sizes, in the order of how much they matter -> the first of them that have `most` articles together."""
    chosen, left = [], most
    for story, size in sizes.items():
        if size <= left:
            chosen.append(story)
            left -= size
    return chosen
