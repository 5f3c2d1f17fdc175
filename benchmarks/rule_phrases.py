"""Noun phrases by word lists alone, without a parser. See `benchmarks.rule_quotes`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.rule_words import ADVERBS, DAYS, DETERMINERS, ENDING, INSIDE, POSSESSIVE, PRONOUNS, REPORTING
from octavo.analysis import Span

_TOKEN = re.compile(
    r"''|n['’]t\b|['’](?:s|ve|d|ll|re|m)\b|[$#@]?(?:(?!n['’]t\b)\w)+(?:[.&/-](?:(?!n['’]t\b)\w)+)*(?:\.(?=[ ]?[A-Z]))?|[^\w\s]", re.I)
_LONGEST_SOURCE = 25
"""Tokens."""
_DASHES = {"—", "–", "-"}
QUOTE_ENDS = {"”", '"', "''", "’", "'", "»"}


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    low: str
    capital: bool
    quoted: bool


class Phrases:
    """The tokens of a sentence, and the noun phrases that end or begin at one of them."""

    def __init__(self, text: str, start: int, end: int, marks: Sequence[Span]) -> None:
        self.text, self.start, self.end = text, start, end
        first = max(0, bisect_right(marks, (start, start)) - 1)
        self.marks = [mark for mark in marks[first : first + end - start] if mark[1] > start and mark[0] < end]
        self.tokens = [self._token(match) for match in _TOKEN.finditer(text, start, end)]

    def _token(self, match: re.Match[str]) -> _Token:
        quoted = any((begin < match.start() and match.end() < stop) or match.start() == begin for begin, stop in self.marks)
        return _Token(match.start(), match.end(), match.group().lower().replace("’", "'"), match.group()[0].isupper(), quoted)

    def low(self, index: int) -> str:
        """The token in small letters; "" outside the sentence."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def ends(self, place: int) -> bool:
        """Whether a quotation ends there."""
        return any(mark[1] == place for mark in self.marks)

    def phrase_before(self, last: int) -> Span | None:
        """The noun phrase whose last token that is; an apposition between commas belongs to it."""
        if last < 0 or self.tokens[last].quoted:
            return None
        if self.low(last) == ",":
            return self._with_apposition(last)
        if self.low(last) in _DASHES:
            return self._between_dashes(last)
        if self.low(last) in PRONOUNS:
            return self.tokens[last].start, self.tokens[last].end
        first = last + 1
        for place in range(last, max(-1, last - _LONGEST_SOURCE), -1):
            token = self.tokens[place]
            if token.quoted or token.low in ENDING or token.low in DAYS or not (token.low[0].isalnum() or token.low[0] in "$#@%-&'’()."):
                break
            if token.low in {"who", "which"} or (token.low in QUOTE_ENDS and self.ends(token.end)):
                break
            first = place
            if token.low in DETERMINERS and self.low(place - 1) not in INSIDE | DETERMINERS | {"all", "both"}:
                break
        while first <= last and self._no_beginning(first):
            first += 1
        whole = first <= last and (self.low(last)[0].isalnum() or self.low(last) == ")")
        return (self.tokens[first].start, self.tokens[last].end) if whole else None

    def _no_beginning(self, place: int) -> bool:
        low = self.low(place)
        return low in INSIDE | ADVERBS | {")", "'s"} or (low.endswith("ly") and not self.name_at(place))

    def _with_apposition(self, last: int) -> Span | None:
        """"Ines Dahl, the harbour master," before its verb: as long as what stands before a comma can be told to be a name or its like."""
        for comma in range(last - 2, max(0, last - _LONGEST_SOURCE), -1):
            if self.tokens[comma].quoted:
                return None
            if self.low(comma) != "," or self.low(comma + 1) in {"but", "and", "as", "in", "when"}:
                continue
            if self.name_at(comma - 1) or self.low(comma - 1) == ")" or self._apposition(comma + 1):
                head = self.phrase_before(comma - 1)
                if head and (self.text[head[0]].isupper() or self._apposition(comma + 1)):
                    return head[0], self.tokens[last].end
        return None

    def _between_dashes(self, last: int) -> Span | None:
        """"Two pilots — both of them from Skerry — said"."""
        opening = last - 1 if self.low(last - 1) == "-" == self.low(last) else last
        dash = next((at for at in range(opening - 2, max(0, last - _LONGEST_SOURCE), -1) if self.low(at) in _DASHES), None)
        if dash is None or any(token.quoted for token in self.tokens[dash:last]):
            return None
        head = self.phrase_before(dash - 1 - (self.low(dash - 1) == "-"))
        return (head[0], self.tokens[last].end) if head else None

    def phrase_after(self, first: int) -> Span | None:
        """The noun phrase that begins there, with its apposition."""
        last = first - 1
        place = first
        while place < min(len(self.tokens), first + _LONGEST_SOURCE):
            token = self.tokens[place]
            if token.low in PRONOUNS and place == first:
                return token.start, token.end
            if token.low == "," and place > first:
                stop = self._apposition_end(place + 1)
                if stop is None:
                    break
                last, place = stop, stop + 1
                continue
            if token.quoted or token.low in ENDING | DAYS or not (token.low[0].isalnum() or token.low[0] in "&$#@'’()"):
                break
            if token.low in REPORTING and not token.capital:
                break
            if token.low in {"on", "with"} or (token.low in INSIDE and self.low(place + 1) in DAYS):
                break
            if token.low == "in" and not self.name_at(place + 1):
                break
            last, place = place, place + 1
        while last >= first and self.low(last) in INSIDE | DETERMINERS | {"'"}:
            last -= 1
        return (self.tokens[first].start, self.tokens[last].end) if last >= first else None

    def _apposition_end(self, place: int) -> int | None:
        """The last token of the apposition that begins there, None where there is none."""
        token = self.tokens[place] if place < len(self.tokens) else None
        if token is None or token.quoted or (token.capital and not self._apposition(place)):
            return None
        if token.low in ENDING | INSIDE | ADVERBS | PRONOUNS - {"who"} or token.low.endswith(("ing", "ly")) or not token.low[0].isalpha():
            return None
        stop = place
        while stop + 1 < len(self.tokens) and self.low(stop + 1) not in {",", ".", ";", ":", "—", "–"} and not self.tokens[stop + 1].quoted:
            stop += 1
        return stop if stop - place < _LONGEST_SOURCE else None

    def name_at(self, place: int) -> bool:
        """Whether the token has a capital."""
        return 0 <= place < len(self.tokens) and self.tokens[place].capital

    def _apposition(self, place: int) -> bool:
        return self.low(place) in {"a", "an", "the", "who", "whose"} | POSSESSIVE
