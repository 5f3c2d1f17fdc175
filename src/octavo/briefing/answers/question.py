"""A question as a person puts it -> what it is about, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from octavo.briefing.answers.words import ASKING, COSTING, MONEY, NOTHING, SAYING, UNITS, Want
from octavo.briefing.saying.figures import figures
from octavo.grouping.stories.terms import RAREST, stem, telling

LONGEST = 2_000
"""Characters of a question that are read; of a longer one, its beginning."""
MOST = 24
"""Words of a question that count: the most telling ones."""
ANSWERS = 5
"""Answers that are given where nobody says how many."""
FAINT = 0.8
"""How telling a word is at least, that says something of the matter: common in news is not common in the answer."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_PHRASE = re.compile(r'"([^"\n]{2,200})"|“([^”\n]{2,200})”|«([^»\n]{2,200})»|„([^“”\n]{2,200})[“”]')
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR)\b|\b(?:site|title|intitle|source|before|after|lang):\S*")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")
_DEGREE = re.compile(
    r"how (?!did|do|does|can|could|will|would|has|have|had|is|are|was|were|come|should|to)\w+ (?:is|are|was|were|did|does|do|will|would)\b")
"""How dusty the air was, how hard it blew: a figure, whatever is measured."""
_FIRST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: as it is written in small letters, its stem ("#42" for a figure), how telling it is, and whether it is a
    name's, which no other word stands for."""

    word: str
    stem: str
    weight: float
    name: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `wants` is the kind of thing, `terms` the words that say what it is about, `phrases` what must stand in the answer to
    the letter (in small letters), `counted` the words one of which stands behind the figure that is asked for, `units` those that are no
    word of the question's own ("years" for "how old"); `clock`: the hour is asked for."""

    wants: Want
    terms: tuple[Term, ...]
    phrases: tuple[str, ...]
    counted: tuple[str, ...]
    units: frozenset[str]
    clock: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """A word or a phrase to look for, how telling it is, and words that mean nearly the same, the nearest first."""

    word: str
    weight: float
    near: tuple[str, ...] = ()


def asked(text: str) -> Question:
    """The text of a question -> the question. Any text gives one; of one without a word that says anything `terms` is empty."""
    told = _BLANKS.sub(" ", text[:LONGEST]).strip()
    bare = _OPERATOR.sub(" ", told)
    small = [_POSSESSIVE.sub("", match[0].lower()) for match in _WORD.finditer(bare)]
    wants, asking = _wants(small)
    saying = wants in ("thing", "reason") and any(word in SAYING for word in small)
    return Question(
        wants="saying" if saying and wants == "thing" else wants,
        terms=tuple(_terms(bare, saying)),
        phrases=tuple(folded(next(filter(None, match.groups()))) for match in _PHRASE.finditer(told)),
        counted=tuple(islice((word for word in asking if word not in NOTHING), 1)),
        units=_units(small),
        clock="what time" in " ".join(small),
    )


def folded(text: str) -> str:
    """A text in which a phrase is looked for: small letters, single blanks, straight apostrophes."""
    return _BLANKS.sub(" ", text).strip().casefold().replace("’", "'")


def _wants(small: list[str]) -> tuple[Want, list[str]]:
    """What is asked for, by the first words that ask, of several that begin there the longest; and the words behind them."""
    for at in range(min(len(small), _FIRST_WORDS)):
        rest = " ".join(small[at : at + 6]) + " "
        asks = ((words, want) for want, listed in ASKING.items() if want != "whether" or not at for words in listed)
        found = [(len(words), want) for words, want in asks if rest.startswith(f"{words} ")]
        if found:
            length, want = max(found)
            behind = small[at + len(rest[:length].split()) :]
            if _DEGREE.match(rest):
                return "figure", []
            if want == "thing" and rest.startswith("what ") and COSTING.intersection(behind):
                return "figure", []
            return want, behind[:4]
    return "thing", []


def _units(small: Sequence[str]) -> frozenset[str]:
    """Stems of what the figure counts, where the words that ask say so themselves."""
    told = " ".join(small)
    units = next((units for words, units in UNITS.items() if f"{words} " in told), "")
    if not units and ("how much" in told or "what" in small) and COSTING.intersection(small):
        units = MONEY
    return frozenset(map(stem, units.split()))


def _terms(text: str, saying: bool) -> Iterator[Term]:
    found: dict[str, Term] = {}
    numbers = {figure.start: figure for figure in figures(text)}
    starts = True
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0]).replace("’", "'")
        small = word.lower()
        if match.start() in numbers:
            told = f"#{numbers[match.start()].value}"
            found.setdefault(told, Term(small, told, RAREST**0.5, True))
        elif small not in NOTHING and not (saying and small in SAYING) and (len(small) > 1 or word.isdigit()):
            bare = stem(small)
            name = word[0].isupper() and not starts
            found.setdefault(bare, Term(small, bare, max(telling(bare), FAINT), name))
        starts = False
    ranked = sorted(found.values(), key=lambda term: -term.weight)[:MOST]
    kept = set(ranked)
    return (term for term in found.values() if term in kept)
