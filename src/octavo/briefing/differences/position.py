"""A statement as it is compared with those of others: what it speaks of, and which of its words it turns around."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from octavo.analysis import Attribution
from octavo.attribution.words.lists import listed
from octavo.briefing.differences.asserting import Refused, is_clause, is_headline, refused, speaks_of, unreal
from octavo.briefing.differences.turning import attitude, calls_false, denies, is_open, turned_words, wishes
from octavo.briefing.passages import Passage
from octavo.briefing.saying.sense import sense
from octavo.briefing.speaking.alike import Thing, things, told
from octavo.briefing.speaking.cast import Statement, Who, statements
from octavo.briefing.speaking.joining import fold
from octavo.grouping.stories.terms import stem, telling
from octavo.language.given_names import GIVEN

MOST = 1_500
"""Statements that are compared with each other: those of the first texts."""
LEAST = 0.5
"""How sure it must be that somebody said it."""

_NOBODY = listed("""
    author writer law laws act rule rules regulation regulations article story headline tweet poll polls pollster survey surveys their his
    her its our your my
""")
"""What speaks for nobody, told by its last word."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LITTLE = frozenset(map(stem, listed("""
    within since against despite nearly anywhere
    anything anyone anybody her his she he him mrs mr doing done being having also earlier
""")))


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
    clause: bool
    speaks: bool
    refused: tuple[Refused, ...]
    stems: frozenset[str]
    unreal: frozenset[str]

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
        return one == other or _is_called_as(one, other) or any(
            _speaks_for(body, self.roles[some]) for body, some in ((one, other), (other, one))
        )


def positions(passages: Sequence[Passage]) -> Positions:
    """The sentences of a story's reports -> what was said in them, in their order."""
    some = [each for each in statements(passages) if _tells(each.attribution) and _speaks(each)][:MOST]
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


def _content(statement: Statement) -> str:
    """What was said, its pieces together."""
    text = statement.passage.report.text
    return " ".join(text[start:end] for start, end in statement.attribution.content)


def _speaks(statement: Statement) -> bool:
    """Whether somebody says it: not an article's own headline, not a poll."""
    return statement.who.key.split()[-1] not in _NOBODY and not is_headline(_content(statement))


def _position(number: int, who: Who, thing: Thing) -> Position:
    statement = thing.shown.statement
    passage, said = statement.passage, statement.attribution
    content = _content(statement)
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
        clause=is_clause(said, content),
        speaks=speaks_of(content),
        refused=tuple(Refused(tuple(map(of_country, each.of)), tuple(map(of_country, each.what))) for each in refused(content)),
        stems=_countries(stem(match[0].lower()) for match in _WORD.finditer(content)),
        unreal=_countries(unreal(content)),
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


def _is_called_as(one: Who, other: Who) -> bool:
    """Whether one name may stand for the other: "AG Mukasey" and Michael Mukasey, Clinton and her campaign, the UN and the United
    Nations."""
    mine, theirs = one.key.split(), other.key.split()
    short, long = sorted((mine, theirs), key=lambda key: len("".join(key)))
    if len(mine) > 1 < len(theirs) and (other.key.startswith(f"{one.key} ") or one.key.startswith(f"{other.key} ")):
        return True
    if one.kind == other.kind == "person":
        return mine[-1] == theirs[-1] and not (mine[0] in GIVEN and theirs[0] in GIVEN)
    if one.kind != other.kind and (mine if one.kind == "person" else theirs)[-1] in (theirs if one.kind == "person" else mine):
        return True
    return len(short) == 1 < len(long) and short[0] == "".join(word[0] for word in long if word not in ("of", "the", "and"))


def _speaks_for(body: Who, roles: frozenset[str]) -> bool:
    name = body.key if body.kind == "body" else f"{body.key.split()[-1]}'s"
    return any(f" {name} " in f" {role} ".replace("’", "'") for role in roles)
