"""Late repair: stories that were one are merged, two that were taken for one split, stragglers go home. Carries out nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from octavo.grouping.stories.attaching import attached
from octavo.grouping.stories.choices import NONE, Choices
from octavo.grouping.stories.digest import Digest
from octavo.grouping.stories.linking import linked
from octavo.grouping.stories.parting import parted
from octavo.grouping.stories.settling import LINKS, barred, sums
from octavo.grouping.stories.vectors import products, vector


@dataclass(frozen=True, slots=True)
class Move:
    """An article that belongs to another story than it is in, by the ids of articles. A `story` that is nowhere yet is a new one."""

    id: str
    story: str


def repair(stories: Mapping[str, Sequence[str]], digests: Mapping[str, Digest], choices: Choices = NONE) -> tuple[Move, ...]:
    """Stories with the ids of their articles, oldest first, and what each article says -> what should move, in that order.

    Give it stories that changed and those near them, AT_ONCE articles at most (see `octavo.grouping.stories.settling`): time is quadratic
    in that. A merged story keeps the name of the one that had most articles, of equals the first; the larger part of a split one keeps
    its name, and the other is called by its first article. What the owner decided stays.
    """
    names = [name for articles in stories.values() for name in articles]
    at = {name: number for number, name in enumerate(names)}
    made = [digests[name] for name in names]
    held = [[at[name] for name in articles] for articles in stories.values()]
    kept = {at[name] for name in names if name in choices.story}
    together = [(at[one], at[other]) for one, other in sorted(choices.together) if one in at and other in at]
    apart = {(at[one], at[other]) for one, other in choices.apart if one in at and other in at}
    likeness = products([vector(each) for each in made])
    parts = [part for story in held for part in _parts(made, story, kept, together)]
    now = {number: story for story, numbers in zip(stories, held, strict=True) for number in numbers}
    story = [now[part[0]] for part in parts]
    split = {(one, other) for one, other in combinations(range(len(parts)), 2) if story[one] == story[other]}
    of = {number: part for part, numbers in enumerate(parts) for number in numbers}
    split |= {(of[one], of[other]) for one, other in apart if of[one] != of[other]}
    links = linked(sums(likeness, parts), [len(part) for part in parts], LINKS, split)
    joined = [group for link in links for group in _joined(made, [parts[part] for part in link])]
    settled = attached(likeness, joined, barred(len(names), apart))
    return _moves(names, list(stories), now, settled, kept)


def _parts(made: Sequence[Digest], story: Sequence[int], kept: set[int], together: Sequence[tuple[int, int]]) -> list[list[int]]:
    found = [[story[at] for at in part] for part in parted([made[number] for number in story])]
    of = {number: part for part, numbers in enumerate(found) for number in numbers}
    decided = len({of[number] for number in story if number in kept}) > 1
    decided |= any(of.get(one) != of.get(other) for one, other in together if one in of and other in of)
    return [list(story)] if decided else found


def _joined(made: Sequence[Digest], link: Sequence[list[int]]) -> list[list[int]]:
    """The parts as one, unless that would be split again the next time."""
    union = sorted(number for part in link for number in part)
    return [union] if len(link) > 1 and len(parted([made[number] for number in union])) == 1 else list(link)


def _moves(
    names: Sequence[str], order: Sequence[str], now: Mapping[int, str], settled: Sequence[Sequence[int]], kept: set[int],
) -> tuple[Move, ...]:
    rank = {story: place for place, story in enumerate(order)}
    taken: set[str] = set()
    called: dict[int, str] = {}
    for group in sorted(settled, key=lambda group: (-len(group), group[0])):
        counted = Counter(now[number] for number in group)
        known = [story for story in sorted(counted, key=lambda story: (-counted[story], rank[story])) if story not in taken]
        # Its first article's name may be in use: a story keeps the name of an article that left it.
        fresh = (names[number] for number in group if names[number] not in rank)
        story = known[0] if known else next(fresh, names[group[0]])
        taken.add(story)
        called |= dict.fromkeys(group, story)
    return tuple(Move(names[number], called[number]) for number in sorted(called) if called[number] != now[number] and number not in kept)
