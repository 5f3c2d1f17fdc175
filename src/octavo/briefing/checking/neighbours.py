"""Whether two words that stand beside each other in a sentence belong together in its source: no clause is stepped over between them.

"Three people were hurt and one was killed" has "three people" and "were killed", but not together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from octavo.attribution.words.lists import listed
from octavo.briefing.checking.amounts import CALENDAR
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.links import BE, DETERMINERS, DIED, HELPING, LOOSE, Step, is_verb, steps
from octavo.briefing.checking.speakers import SAYS
from octavo.briefing.checking.wording import words
from octavo.briefing.saying.figures import figures

_JOINING = listed("""
and but or nor while whereas as when after before because although though who whom which that whose where if until since
""")
"""Words with which another clause, or another of two things, begins."""
_OF_THEM = frozenset(["them", "these", "those", "whom"])
_BOUND = re.compile(r"[ -]*(?:(?:in|on|by|for|of|since|from|during|until|people|the)\b[ ]*){0,2}", re.IGNORECASE)
_FROM_TO = re.compile(r"(?<!according )(?<!due )\b(from|to) [$€£]?$", re.IGNORECASE)


def neighbours_hold(text: str, given: Given) -> bool:
    """Whether what stands side by side in a folded text, words or figures and dates, does so in its source, if not as near."""
    ours, theirs = steps(text), steps(given.text)
    there: dict[str, list[int]] = {}
    for place, step in enumerate(theirs):
        there.setdefault(step.word.key, []).append(place)
    chains = ([place for place in chain if ours[place].word.key in there] for chain in _chains(ours))
    return all(_stands(chain, ours, theirs, there) for chain in chains) and _figures_hold(text, given.text)


def _chains(found: Sequence[Step]) -> Iterator[list[int]]:
    """The places of the content words of each clause; dates, and who says it, stand anywhere."""
    chain: list[int] = []
    for place, step in enumerate(found):
        said = step.word.key in SAYS
        if step.marked or step.small in _JOINING or said:
            yield chain
            chain = []
        if step.word.tells and not step.figure and not said and step.small not in CALENDAR:
            chain.append(place)
    yield chain


def _stands(chain: Sequence[int], ours: Sequence[Step], theirs: Sequence[Step], there: Mapping[str, Sequence[int]]) -> bool:
    """Whether the words of a clause can be found in the source so that each belongs to the one before."""
    reached = list(there[ours[chain[0]].word.key]) if chain else []
    for one, other in pairwise(chain):
        reached = [to for to in there[ours[other].word.key] if any(_together(ours, one, other, theirs, at, to) for at in reached)]
        if not reached:
            return False
    return True


def _together(ours: Sequence[Step], one: int, other: int, theirs: Sequence[Step], at: int, to: int) -> bool:
    if at < to:
        return not _steps_over(theirs, at, to)
    return at > to and _may_turn(ours, one, other, theirs, to, at)


def _steps_over(found: Sequence[Step], first: int, last: int) -> bool:
    """Whether another clause with a subject of its own begins between two words."""
    joins = [place for place in range(first + 1, last) if found[place].small in _JOINING]
    if not joins or found[last].small.endswith("ing"):
        return False
    place = joins[-1]
    between = found[place + 1 : last]
    if found[place].marked and any(step.marked for step in (*between, found[last])):
        return False  # what stands between two commas is left out
    if any(step.small in _OF_THEM for step in between):
        return False
    return not all(step.small in HELPING for step in between) or not is_verb(found, last)


def _may_turn(ours: Sequence[Step], one: int, other: int, theirs: Sequence[Step], first: int, last: int) -> bool:
    """Whether two words may stand the other way round: first .. last in the source, one .. other in the text."""
    here, there = [{step.small for step in found} for found in (ours[one + 1 : other], theirs[first + 1 : last])]
    owned = ("of" in here and theirs[first].owns) or (ours[one].owns and there & (LOOSE | {"of", "for", "by"}))
    described = other == one + 1 and bool(there & (BE | {"with"}))
    agent = "by" in here and all(step.small != "by" for step in theirs[max(0, first - 3) : first])
    passive = agent or "by" in there or bool(here & BE and not there & BE) or bool(there & BE and "by" in here)
    place = bool(here & LOOSE) and theirs[first - 1 if first else 0].small in LOOSE | DETERMINERS
    happened = ours[other].word.key in DIED and not here & LOOSE
    back = bool(here & LOOSE) and last + 1 < len(theirs) and theirs[last + 1].small == "there"
    return bool(owned) or described or passive or place or happened or back


def _figures_hold(text: str, source: str) -> bool:
    """Whether each figure keeps the date, or other figure, that it is bound to, and what it grew from is not what it grew to."""
    ours, theirs = list(_bound(text)), set(_bound(source))
    bound = {each for pair in theirs for each in pair}
    if any(not theirs & {(one, other), (other, one)} and (one in bound or other in bound) for one, other in ours):
        return False
    ways = _ways(source)
    return all(told not in ways or way & ways[told] for told, way in _ways(text).items())


def _bound(text: str) -> Iterator[tuple[str, str]]:
    """Figures, and the dates and names that stand right behind or before them."""
    counted = [(each.start, each.end, each.told) for each in figures(text)]
    named = [(each.start, each.end, each.small) for each in words(text) if (each.capital and not each.first) or each.small in CALENDAR]
    found = sorted(counted + named)
    figured = {told for *_, told in counted}
    for (_, end, told), (start, _, other) in pairwise(found):
        if {told, other} & figured and _BOUND.fullmatch(text, end, start):
            yield told, other


def _ways(text: str) -> dict[str, set[str]]:
    """Whether each figure is what something comes from, or to, or neither."""
    found: dict[str, set[str]] = {}
    for figure in figures(text):
        match = _FROM_TO.search(text[: figure.start])
        found.setdefault(figure.told, set()).add(match[1].lower() if match else "")
    return found
