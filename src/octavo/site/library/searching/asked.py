"""What a reader writes into the search -> what is sought. Pure: any text is a query, and what is wrong in it is said beside the rest.

    ferry "ran aground" -sold OR …      words, phrases, what must not be there, one of two
    publisher:Pilot agency:Northwire person:"Olle Brandt" in:politics in:headline has:copies
    after:2026-03-01 before:yesterday   from that day on; up to that day, without it
    said:Brandt lights                  the words behind it are sought in what was said
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal
from unicodedata import normalize

from octavo.site.library.searching.dates import beginning
from octavo.site.library.searching.pieces import ELSEWHERE, Piece, on_a_line, pieces_of
from octavo.site.library.searching.stop_words import STOP_WORDS

MOST = 32
"""Words, phrases and names of a query that are sought, the first ones."""

Place = Literal["text", "headline", "publisher", "agency", "section", "person"]
"""Where it is sought: headline or text, the headline alone, a name on the article, or a name that is in it."""
Trouble = Literal[
    "quote", "empty", "unknown", "date", "or", "has", "kept", "common", "many", "star", "brackets", "backwards", "nothing", "long",
]
"""A quotation mark without a second; an operator without its word; one of other searches; no date; OR without two sides; has: with what
is not known; what cannot be left out; words that are everywhere; too many words; a star; brackets; no time between two; only what is not
to be there; a text that is too long."""

_RUN = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_OWNING = re.compile(r"(?<=\w\w)['’]s$", re.IGNORECASE)
_LONG, _LARGEST = 50, 2_000
"""Letters of a word that any database takes, and bytes: PostgreSQL has 2,046 for one, and a letter may become 18."""
_NAMED: dict[str, Place] = {"publisher": "publisher", "agency": "agency", "person": "person"}


@dataclass(frozen=True, slots=True)
class Sought:
    """A word, a phrase (words with a blank between) or a name, and where it is sought."""

    words: str
    place: Place = "text"


Need = tuple[Sought, ...]
"""One of them must be there."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who said something, and what is sought in it."""

    who: str
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Mishap:
    """What was not understood, and the words that it is about, "" for none."""

    trouble: Trouble
    about: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: all of `needs`, none of `without`, all that is said; of a time from `after` on and before `before`; `copies`: texts that
    several papers carry; `mishaps`: what was not understood."""

    needs: tuple[Need, ...] = ()
    without: tuple[Sought, ...] = ()
    said: tuple[Said, ...] = ()
    after: datetime | None = None
    before: datetime | None = None
    copies: bool = False
    mishaps: tuple[Mishap, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to look for: what must not be there is nothing alone."""
        return bool(self.needs or self.said or self.after or self.before or self.copies)

    @property
    def impossible(self) -> bool:
        """Whether no time lies between the two that are given."""
        return bool(self.after and self.before and self.after >= self.before)

    @property
    def words(self) -> tuple[Need, ...]:
        """What is sought in headline or text, in what is said too, without the names of operators."""
        every = (*self.needs, *(need for said in self.said for need in said.needs))
        return tuple(need for need in every if all(each.place in ("text", "headline") for each in need))


@dataclass(slots=True)
class _Reading:
    now: datetime
    needs: list[Need] = field(default_factory=list)
    without: list[Sought] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    after: datetime | None = None
    before: datetime | None = None
    copies: bool = False
    headline: bool = False
    either: bool = False
    """The word before was OR."""
    last: Literal["", "need", "said"] = ""
    """What an OR would go on with."""
    seen: int = 0
    mishaps: list[Mishap] = field(default_factory=list)

    def trouble(self, trouble: Trouble, about: str = "") -> None:
        made = Mishap(trouble, about[:80])
        if made not in self.mishaps and len(self.mishaps) < 8:
            self.mishaps.append(made)


def asked(text: str, now: datetime) -> Asked:
    """A query -> what is sought. `now` is in the reader's zone, whose days dates are."""
    told, cut = on_a_line(text)
    reading = _Reading(now)
    if cut:
        reading.trouble("long")
    pieces = list(pieces_of(told))
    place = 0
    while place < len(pieces):
        piece, place = pieces[place], place + 1
        if piece.name and not piece.words:
            # "publisher: Pilot", with a blank: the word behind it is meant.
            if place < len(pieces) and not pieces[place].name and not pieces[place].minus and pieces[place].words not in ("OR", "|"):
                piece, place = replace(pieces[place], name=piece.name, minus=piece.minus), place + 1
            else:
                reading.trouble("empty", f"{piece.name}:")
                continue
        _read(reading, piece)
    if reading.either:
        reading.trouble("or")
    return _made(reading)


def _read(reading: _Reading, piece: Piece) -> None:
    if not piece.closed:
        reading.trouble("quote", piece.words)
    if not piece.name and not piece.quoted and piece.words in ("OR", "|", "||"):
        if reading.either or not reading.last:
            reading.trouble("or")
        reading.either = bool(reading.last)
        return
    if piece.name in ELSEWHERE:
        reading.trouble("unknown", f"{piece.name}:")
    if not piece.name or piece.name in ELSEWHERE:
        _read_words(reading, piece)
    elif piece.name in _NAMED or (piece.name == "in" and piece.words.lower() not in ("headline", "headlines", "title")):
        _put(reading, Sought(_runs(piece.words), _NAMED.get(piece.name, "section")), piece)
    else:
        _read_operator(reading, piece)


def _read_words(reading: _Reading, piece: Piece) -> None:
    if not piece.quoted:
        if "*" in piece.words:
            reading.trouble("star", piece.words)
        if any(each in piece.words for each in "()[]{}"):
            reading.trouble("brackets")
    runs = _runs(piece.words)
    if not runs:
        return
    if set(runs.lower().split()) <= STOP_WORDS:
        reading.trouble("common", runs)
        return
    _put(reading, Sought(runs), piece)


def _put(reading: _Reading, made: Sought, piece: Piece) -> None:
    if not made.words:
        reading.trouble("empty", f"{piece.name}:")
        return
    reading.seen += 1
    if reading.seen > MOST:
        reading.trouble("many")
        return
    if piece.minus:
        if reading.either:
            reading.trouble("or")
        reading.either = False
        reading.without.append(made)
    elif reading.said and made.place == "text" and (not reading.either or reading.last == "said"):
        last = reading.said[-1]
        reading.said[-1] = replace(last, needs=tuple(_joined(list(last.needs), made, reading.either and bool(last.needs))))
        reading.last, reading.either = "said", False
    else:
        reading.needs = _joined(reading.needs, made, reading.either and reading.last == "need")
        reading.last, reading.either = "need", False


def _joined(needs: list[Need], made: Sought, either: bool) -> list[Need]:
    if either:
        return [*needs[:-1], (*needs[-1], *(() if made in needs[-1] else (made,)))]
    return needs if (made,) in needs else [*needs, (made,)]


def _read_operator(reading: _Reading, piece: Piece) -> None:
    if piece.minus:
        reading.trouble("kept", f"{piece.name}:{piece.words}")
        return
    if reading.either:
        reading.trouble("or")
        reading.either = False
    if piece.name == "in":
        reading.headline = True
    elif piece.name == "said":
        reading.seen += 1
        who = _runs(piece.words)
        if not who:
            reading.trouble("empty", "said:")
        elif reading.seen > MOST:
            reading.trouble("many")
        else:
            reading.said.append(Said(who))
            reading.last = "said"
        return
    elif piece.name == "has":
        if piece.words.lower() in ("copies", "copy"):
            reading.copies = True
        else:
            reading.trouble("has", f"has:{piece.words}")
    else:
        _read_date(reading, piece)
    reading.last = ""


def _read_date(reading: _Reading, piece: Piece) -> None:
    when = beginning(piece.words, reading.now)
    if when is None:
        reading.trouble("date", f"{piece.name}:{piece.words}")
    elif piece.name == "before":
        reading.before = min(when, reading.before or when)
    else:
        reading.after = max(when, reading.after or when)


def _made(reading: _Reading) -> Asked:
    needs = reading.needs
    if reading.headline:
        needs = [tuple(replace(each, place="headline") if each.place == "text" else each for each in need) for need in needs]
    made = Asked(
        tuple(needs), tuple(dict.fromkeys(reading.without)), tuple(reading.said), reading.after, reading.before, reading.copies,
    )
    if made.impossible:
        reading.trouble("backwards")
    if made.without and not made:
        reading.trouble("nothing")
    # Of a query that says more, its small words are left out as a matter of course.
    told = [each for each in reading.mishaps if each.trouble != "common" or not (made.needs or made.said)]
    return replace(made, mishaps=tuple(told))


def _runs(words: str) -> str:
    """The runs of letters and digits in it, with a blank between; of "Marit's" what it is of."""
    return " ".join(_fitting(_OWNING.sub("", run)) for run in _RUN.findall(words))


def _fitting(run: str) -> str:
    """No database has words without end: what is longer is no word, and its beginning is sought."""
    fits = len(run) <= _LONG or len(normalize("NFKD", run).encode()) <= _LARGEST
    return run if fits else run[:_LONG]
