"""A statement as it is compared with those of others: what it speaks of, and which of its words it turns around."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from octavo.analysis import Attribution
from octavo.attribution.words.lists import listed
from octavo.briefing.differences.turning import attitude, calls_false, denies, is_open, turned_words, wishes
from octavo.briefing.passages import Passage
from octavo.briefing.saying.sense import sense
from octavo.briefing.speaking.alike import Thing, things, told
from octavo.briefing.speaking.cast import Statement, Who, statements
from octavo.briefing.speaking.joining import fold
from octavo.grouping.stories.terms import stem, telling

MOST = 1_500
"""Statements that are compared with each other: those of the first texts."""
LEAST = 0.5
"""How sure it must be that somebody said it."""

_NOBODY = listed("author writer law laws act rule rules regulation regulations article story headline tweet poll survey")
"""What speaks for nobody, told by its last word."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LITTLE = frozenset(map(stem, listed("within since against despite nearly her his she he him mrs mr doing done being having also earlier")))


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """A thing that a speaker said. `statement` is the one that is shown, `content` its words, `words` the stems of these that tell
    something, `names` those of names, `turned` those that it says are not so; `heard` is all words of its sentence in small letters. See
    `turning` for the rest."""

    number: int
    who: Who
    thing: Thing
    statement: Statement
    content: str
    words: frozenset[str]
    names: frozenset[str]
    turned: frozenset[str]
    heard: frozenset[str]
    attitude: int
    wishes: bool
    denies: bool
    open: bool

    @property
    def said(self) -> Attribution:
        """The attribution that is shown."""
        return self.statement.attribution

    @property
    def passage(self) -> Passage:
        """The sentence in which it is said."""
        return self.statement.passage


@dataclass(frozen=True, slots=True)
class Positions:
    """All of a story, with how much each word tells within it, and the folded roles that each speaker has."""

    all: tuple[Position, ...]
    weights: Mapping[str, float]
    roles: Mapping[Who, frozenset[str]]

    def weight(self, word: str) -> float:
        """How much a word tells, the less the more statements of the story have it."""
        return self.weights.get(word, 0.0)

    def allied(self, one: Who, other: Who) -> bool:
        """Whether they speak for one body, so that they do not differ: the union and its secretary."""
        return one == other or _speaks_for(one, self.roles[other]) or _speaks_for(other, self.roles[one])


def positions(passages: Sequence[Passage]) -> Positions:
    """The sentences of a story's reports -> what was said in them, in their order."""
    some = [each for each in statements(passages) if _tells(each.attribution) and each.who.key.split()[-1] not in _NOBODY][:MOST]
    groups: defaultdict[Who, list[Statement]] = defaultdict(list)
    for each in some:
        groups[each.who].append(each)
    order = {each: place for place, each in enumerate(some)}
    found = [(who, thing) for who, said in groups.items() for thing in things(map(told, said))]
    found.sort(key=lambda each: order[each[1].shown.statement])
    made = tuple(_position(number, who, thing) for number, (who, thing) in enumerate(found))
    return Positions(made, _weights(made), {who: _roles(said) for who, said in groups.items()})


def _tells(said: Attribution) -> bool:
    silent = said.negated and said.act in ("say", "believe", "ask", "expect")
    return said.confidence >= LEAST and bool(said.content) and not silent


def _position(number: int, who: Who, thing: Thing) -> Position:
    statement = thing.shown.statement
    passage, said = statement.passage, statement.attribution
    content = " ".join(passage.report.text[start:end] for start, end in said.content)
    words = _countries(word for word in sense(content).words if not word[0].isdigit()) - _LITTLE
    turned = _countries(turned_words(content)) & words
    denied = denies(passage.report.text, said, content)
    return Position(
        number=number,
        who=who,
        thing=thing,
        statement=statement,
        content=content,
        words=words,
        names=_countries(map(stem, sense(passage.text).names | sense(content).names)),
        turned=words - turned if denied or said.negated else turned,
        heard=frozenset(match[0].lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(passage.text)),
        attitude=attitude(said, content),
        wishes=wishes(said, content),
        denies=denied or calls_false(said, content),
        open=is_open(content) or said.act == "ask",
    )


def of_country(word: str) -> str:
    """A stem, "russian" as that of Russia."""
    return word[:-1] if word.endswith("ian") and len(word) > 5 else word


def _countries(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(map(of_country, stems))


def _weights(all_of: Sequence[Position]) -> Mapping[str, float]:
    count = Counter(word for each in all_of for word in each.words)
    whole = log(len(all_of) + 2)
    return {word: telling(word) * log((len(all_of) + 2) / number) / whole for word, number in count.items()}


def _roles(said: Sequence[Statement]) -> frozenset[str]:
    speakers = [each.attribution.speaker for each in said]
    return frozenset(fold(stated) for each in speakers for stated in (each.role or "", each.affiliation or "") if stated)


def _speaks_for(body: Who, roles: frozenset[str]) -> bool:
    return body.kind == "body" and any(f" {body.key} " in f" {role} " for role in roles)
