"""What newsrooms do to a text that they take over, each at several strengths; and what makes texts alike that are nobody's copies.

An edit takes paragraphs and a source of chance and gives paragraphs. The words that edits add are the project's own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence

Paragraphs = list[str]
Edit = Callable[[Paragraphs, random.Random], Paragraphs]

_UK = {
    "color": "colour", "labor": "labour", "favor": "favour", "honor": "honour", "neighbor": "neighbour", "behavior": "behaviour",
    "center": "centre", "theater": "theatre", "defense": "defence", "traveled": "travelled", "canceled": "cancelled",
    "program": "programme",
    "organiz": "organis", "recogniz": "recognis", "criticiz": "criticis", "realiz": "realis", "apologiz": "apologis", "gray": "grey",
    "percent": "per cent", "toward ": "towards ", "License": "Licence", "license": "licence", "Labor": "Labour", "Center": "Centre",
    "Defense": "Defence", "Organiz": "Organis", "Program": "Programme", "analyz": "analys", "skeptic": "sceptic", "judgment": "judgement",
}
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_PLACES = ["Pell", "Alder", "Vessen", "Marrow", "Tarn", "Oxley", "Hythe", "Brackwater", "Corrin", "Lunde"]
_NOTE = (
    "Editor’s note: this paper has signed the charter of the press council and prints corrections on its second page. Write to the desk if "
    "you find a mistake in a report, and tell us where you read it, on what day and what you know to be right."
)
_LOCAL = (
    "In {place}, {count} people gathered outside the town hall on {day} to follow the news on a screen that the council had put up there.",
    "{place}'s mayor told this paper that the town would wait for word from the capital before it settles its own budget of {count} marks.",
    "Readers in {place} can send their questions to our desk; the {place} branch of the party holds its next meeting on {day} at {count}.",
    "The {place} chamber of trade said {count} firms along the river had asked what the news would mean for them before {day}.",
)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def cut(share: float) -> Edit:
    """Cut at the end to that share of its words, at the end of a sentence where one is near; never under 40 words."""
    def edit(paragraphs: Paragraphs, _chance: random.Random) -> Paragraphs:
        left = max(40, int(share * count(paragraphs)))
        kept: Paragraphs = []
        for paragraph in paragraphs:
            words = paragraph.split(" ")
            kept.append(" ".join(words[:left]))
            left -= len(words)
            if left <= 0:
                break
        return kept
    return edit


def without_opening(paragraphs: Paragraphs, _chance: random.Random) -> Paragraphs:
    """The first paragraph is gone: it was taken for a teaser."""
    return paragraphs[1:] if count(paragraphs[1:]) >= 40 else paragraphs


def with_local(number: int) -> Edit:
    """That many paragraphs of a local reporter are put in, the first within the top third."""
    def edit(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
        edited = list(paragraphs)
        for index in range(number):
            words = {"place": chance.choice(_PLACES), "count": chance.randrange(20, 9000), "day": chance.choice(_DAYS)}
            place = chance.randrange(1 + len(edited) // 3) if index == 0 else chance.randrange(len(edited) + 1)
            edited.insert(place, chance.choice(_LOCAL).format(**words))
        return edited
    return edit


def british(paragraphs: Paragraphs, _chance: random.Random) -> Paragraphs:
    """British spelling, and British quotation marks."""
    return [_replaced(paragraph, _UK).replace("“", "‘").replace("”", "’") for paragraph in paragraphs]


def plain_marks(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """A system without typography: straight quotation marks, hyphens for dashes, and a dateline before the text."""
    marks = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": " - ", "–": "-", "…": "...", "\u00a0": " ", "é": "e"}
    first, *rest = (_replaced(paragraph, marks) for paragraph in paragraphs)
    return [f"{chance.choice(_PLACES).upper()} (WIRE) - {first}", *rest]


def figures(paragraphs: Paragraphs, _chance: random.Random) -> Paragraphs:
    """House style for numbers: words for small ones or figures for them, "per cent" and "%", "million" and "m"."""
    other = {f" {word} ": f" {number} " for number, word in enumerate(_SMALL) if number > 1}
    other |= {" percent": "%", " million": "m", " billion": "bn", "Sept. ": "September ", "Nov. ": "November ", "U.S.": "US", "Mr. ": "Mr "}
    return [_replaced(paragraph, other) for paragraph in paragraphs]


def loose(share: float) -> Edit:
    """A sub-editor's pencil: that share of the words is struck out, wherever they stand."""
    def edit(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
        kept = (" ".join(word for word in paragraph.split(" ") if chance.random() >= share) for paragraph in paragraphs)
        return [paragraph for paragraph in kept if paragraph]
    return edit


def thinned(share: float) -> Edit:
    """That share of the sentences is struck out, wherever they stand, and the paragraphs are set anew."""
    def edit(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
        kept: Paragraphs = []
        for paragraph in paragraphs:
            sentences = [each for each in re.split(r"(?<=[.!?”]) +", paragraph) if chance.random() >= share]
            if sentences and kept and chance.random() < 0.3:
                kept[-1] = " ".join((kept[-1], *sentences))
            elif sentences:
                kept.append(" ".join(sentences))
        return kept if count(kept) >= 40 else paragraphs
    return edit


def reordered(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """Three paragraphs stand elsewhere."""
    edited = list(paragraphs)
    for _ in range(3):
        edited.insert(chance.randrange(len(edited)), edited.pop(chance.randrange(len(edited))))
    return edited


EDITS: Mapping[str, Edit] = {
    "another headline": lambda paragraphs, _chance: list(paragraphs),
    **{f"cut to {share}": cut(share) for share in (0.75, 0.5, 0.33, 0.2)},
    "first paragraph gone": without_opening,
    **{f"{number} local paragraphs": with_local(number) for number in (1, 3, 6)},
    "British spelling": british, "plain typography, dateline": plain_marks, "numbers": figures,
    **{f"{share:.0%} of words struck": loose(share) for share in (0.02, 0.05, 0.1)},
    **{f"{share:.0%} of sentences struck": thinned(share) for share in (0.15, 0.35)},
    "paragraphs moved": reordered,
}
"""One thing at a time."""

_HARSH = ("another headline", "cut to 0.33", "cut to 0.2", "6 local paragraphs", "35% of sentences struck")
MILD = [name for name in EDITS if name not in _HARSH]
"""What may be done to one text together and leave more than half of it."""


def several(names: Sequence[str]) -> Edit:
    """Some of EDITS, one after the other."""
    def edit(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
        for name in names:
            paragraphs = EDITS[name](paragraphs, chance)
        return paragraphs
    return edit


def joined(larger: Paragraphs, smaller: Paragraphs, share: float) -> Paragraphs:
    """Two texts as one, `share` of the words from the larger part: as many words as the shorter of the two allows."""
    total = int(min(count(larger) / share, count(smaller) / (1 - share)))
    chance = random.Random(0)
    return cut(share * total / max(1, count(larger)))(larger, chance) + cut((1 - share) * total / max(1, count(smaller)))(smaller, chance)


def quoting(paragraphs: Paragraphs, other: Paragraphs, share: float) -> Paragraphs:
    """A text of its own that quotes what another one quotes: whole quotations, up to that share of the words of either."""
    quotes = re.findall(r"“[^”]{40,}”", "\n".join(other))
    return _with(paragraphs, [f"{quote} the statement went on." for quote in quotes], other, share)


def with_background(paragraphs: Paragraphs, other: Paragraphs, share: float) -> Paragraphs:
    """A text of its own that ends with the background of another one: its last paragraphs, up to that share of either's words."""
    return _with(paragraphs, list(reversed(other)), other, share)


def noted(paragraphs: Paragraphs) -> Paragraphs:
    """With what a paper prints under every article."""
    return [*paragraphs, _NOTE]


def count(paragraphs: Paragraphs) -> int:
    """How many words."""
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _with(paragraphs: Paragraphs, more: Paragraphs, other: Paragraphs, share: float) -> Paragraphs:
    most = min(share / (1 - share) * count(paragraphs), share * count(other))
    added: Paragraphs = []
    for paragraph in more:
        if count([*added, paragraph]) <= most:
            added.append(paragraph)
    return paragraphs + added


def _replaced(text: str, other: Mapping[str, str]) -> str:
    for old, new in other.items():
        text = text.replace(old, new)
    return text
