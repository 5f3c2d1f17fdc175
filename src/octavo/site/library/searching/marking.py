"""Where the words that are sought stand in a text. Pure: words of any form, as the index has them; capitals and accents do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from octavo.analysis import Span
from octavo.folding import plain
from octavo.site.library.searching.asked import Need
from octavo.site.library.searching.porter import porter

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and its stem."""

    start: int
    end: int
    stem: str


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(match.start(), match.end(), _stem(match[0])) for match in _WORD.finditer(text)]


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return porter(plain(word))


Stems = tuple[str, ...]


class Marker:
    """Finds what is sought: each of `needs` is one of some words, phrases or names."""

    def __init__(self, needs: Sequence[Need]) -> None:
        self._needs = [[stems for each in need if (stems := tuple(_stem(run) for run in _WORD.findall(each.words)))] for need in needs]
        self._by_first: dict[str, list[tuple[int, Stems]]] = {}
        for number, alternatives in enumerate(self._needs):
            for stems in alternatives:
                self._by_first.setdefault(stems[0], []).append((number, stems))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def found(self, text: str) -> list[tuple[int, int, int]]:
        """(start, end, number of the need) for each place in the text where one stands."""
        told = words(text)
        return list(self._found(told))

    def _found(self, told: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
        for place, word in enumerate(told):
            for number, stems in self._by_first.get(word.stem, ()):
                last = place + len(stems) - 1
                if last < len(told) and all(told[place + at].stem == stem for at, stem in enumerate(stems)):
                    yield word.start, told[last].end, number

    def has_all(self, text: str) -> bool:
        """Whether a text has one of each need."""
        return len({number for _, _, number in self.found(text)}) == len(self._needs)

    def spans(self, text: str) -> tuple[Span, ...]:
        """What is to be marked in a text: in order, none within another."""
        return _apart(sorted((start, end) for start, end, _ in self.found(text)))

    def best(self, text: str, sentences: Sequence[Span]) -> Span | None:
        """The sentence that has most of what is sought, the first of several; None where none has any."""
        places = self.found(text)
        told, at, best, most = sorted(sentences), 0, None, (0, 0)
        for start, end in told:
            while at < len(places) and places[at][0] < start:
                at += 1
            within, last = set(), at
            while last < len(places) and places[last][0] < end:
                if places[last][1] <= end:
                    within.add(places[last][2])
                last += 1
            worth = (len(within), min(last - at, 1))
            if worth > most:
                best, most = (start, end), worth
        return best


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in spans:
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def cut(text: str, spans: Sequence[Span]) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is marked; joined they are the text."""
    bounds = [0, *(bound for span in spans for bound in span), len(text)]
    return [(text[start:end], bool(number % 2)) for number, (start, end) in enumerate(pairwise(bounds)) if start < end]
