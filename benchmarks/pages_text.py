"""Articles, stories and statements in invented words, the same each time: what the libraries of `benchmarks.pages` are filled with. Pure.

A block is a stretch of time. The newest blocks are the same whatever the size of a library, so that its newest edition is too.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

BLOCK = 2_000
"""Articles of a block, a minute after another."""
WORDS = 30_000
SPEAKERS = 3_000
"""Who speak in all blocks; each block has some of its own besides."""
OWN_SPEAKERS = 20
PAPERS = 80
AGENCIES = 4
SECTIONS = ("World", "Politics", "Business", "Science", "Technology", "Health", "Climate", "Culture", "Sport", "Opinion")
ALONE = 0.62
"""So many of the stories have one article."""
LARGEST = 400
"""Articles of the newest block's largest story."""
COPIES = 0.3
QUOTED = 0.5
"""So many paragraphs end with what somebody said."""
PARAGRAPHS = 3

_ONSETS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "dr", "fl", "gr", "kl", "pr", "sk", "st", "tr", "sh"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_ENDS = ["", "", "n", "r", "l", "s", "t", "m", "nd", "rk"]


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a block is, and the largest story of the newest one, in articles; of the others' largest a tenth."""

    block: int = BLOCK
    largest: int = LARGEST


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement: the number of its speaker, and spans of the text: who, said, what."""

    speaker: str
    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]


@dataclass(slots=True)
class Piece:
    """An article: the number of its story in the block, its text with paragraphs, sentences and statements as spans, whose it is; `copy`
    is the place in the block of the article whose text it carries."""

    story: int
    headline: str
    text: str
    paragraphs: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    said: list[Spoken]
    paper: int
    section: str
    agency: int = 0
    copy: int | None = None
    picture: bool = False


@dataclass(slots=True)
class _Writer:
    chance: random.Random
    words: list[str]
    weights: list[float]
    speakers: list[str]
    speaking: list[float]
    parts: list[str] = field(default_factory=list)

    def drawn(self, number: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.weights, k=number)


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """The words, the commonest first, and how often each and those before it are drawn: as often as Zipf's law says."""
    chance = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < WORDS:
        syllables = chance.choices((1, 2, 3), (2, 5, 3))[0]
        word = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)) + chance.choice(_ENDS)
        found.setdefault(word)
    return list(found), list(accumulate(1 / (rank + 8) for rank in range(WORDS)))


@cache
def names() -> tuple[list[str], list[float]]:
    """Those who speak in all blocks, and how often: the first has about one in a hundred statements."""
    words = [word.capitalize() for word in vocabulary()[0] if len(word) > 3]
    chance = random.Random(2)
    found = list(dict.fromkeys(f"{chance.choice(words)} {chance.choice(words)}" for _ in range(2 * SPEAKERS)))[:SPEAKERS]
    return found, list(accumulate(1 / (rank + 20) for rank in range(SPEAKERS)))


def block(number: int, shape: Shape = Shape()) -> list[Piece]:
    """The articles of that block, the first first; block 0 is the newest."""
    chance = random.Random(1000 + number)
    words, weights = vocabulary()
    usual, often = names()
    own = [f"{chance.choice(words).capitalize()} {chance.choice(words).capitalize()} {number}" for _ in range(OWN_SPEAKERS)]
    writer = _Writer(chance, words, weights, usual + own, [*often, *(often[-1] + 0.01 * each for each in range(1, OWN_SPEAKERS + 1))])
    pieces: list[Piece] = []
    first: dict[int, int] = {}
    topics: dict[int, list[str]] = {}
    for story in _order(chance, number, shape):
        if story not in topics:
            topics[story] = [chance.choice(words) for _ in range(6)]
        place = len(pieces)
        begun = first.setdefault(story, place)
        paper, agency = chance.randrange(PAPERS), chance.randrange(1, AGENCIES + 1) if chance.random() < 0.3 else 0
        if begun != place and chance.random() < COPIES:
            of = pieces[begun]
            pieces.append(Piece(story, of.headline, of.text, of.paragraphs, of.sentences, of.said, paper, of.section, of.agency, begun))
            continue
        section = SECTIONS[story % len(SECTIONS)]
        pieces.append(_written(writer, topics[story], story, paper, section, agency))
    return pieces


def _order(chance: random.Random, number: int, shape: Shape) -> list[int]:
    """The stories of a block's articles, in order of time."""
    sizes = [shape.largest if number == 0 else shape.largest // 10]
    while sum(sizes) < shape.block:
        size = 1 if chance.random() < ALONE else min(40, 2 + int(chance.expovariate(1 / 3)))
        sizes.append(min(size, shape.block - sum(sizes)))
    placed = []
    for story, size in enumerate(sizes):
        begins = chance.random() * shape.block * 0.8
        placed += [(begins + chance.expovariate(1 / 150), story) for _ in range(size)]
    return [story for _, story in sorted(placed)]


def _written(writer: _Writer, topic: list[str], story: int, paper: int, section: str, agency: int) -> Piece:
    chance = writer.chance
    headline = " ".join([*chance.sample(topic, 4), *writer.drawn(4)]).capitalize()
    text, paragraphs, sentences, said = "", [], [], []
    for place in range(PARAGRAPHS):
        if place:
            text += "\n\n"
        began = len(text)
        for _ in range(2):
            start = len(text)
            text += " ".join([*writer.drawn(7), chance.choice(topic), *writer.drawn(4)]).capitalize() + "."
            sentences.append((start, len(text)))
            text += " "
        if chance.random() < QUOTED:
            start = len(text)
            speaker = chance.choices(writer.speakers, cum_weights=writer.speaking)[0]
            words = " ".join([*writer.drawn(6), chance.choice(topic)]).capitalize()
            text += f"“{words},” said {speaker}."
            content, cue = (start + 1, start + 1 + len(words)), start + 1 + len(words) + 3
            said.append(Spoken(speaker, (cue + 5, cue + 5 + len(speaker)), (cue, cue + 4), content))
            sentences.append((start, len(text)))
        text = text.rstrip()
        paragraphs.append((began, len(text)))
    return Piece(story, headline, text, paragraphs, sentences, said, paper, section, agency, picture=chance.random() < 0.3)
