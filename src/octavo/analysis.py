"""What analysing finds in an article: frozen, plain data, all of it spans of the article's text.

A span is (start, end): offsets in code points into `Article.text`, the end not included. An attribution is a source span, a cue span
and a content span (Pareti, "PARC 3.0: A Corpus of Attribution Relations", LREC 2016): "Trump" · "said" · "He'd like to settle".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Span = tuple[int, int]

EntityKind = Literal["person", "organisation", "place"]
SpeakerKind = Literal["person", "organisation", "group", "unnamed", "none"]
Act = Literal[
    "say", "deny", "dispute", "warn", "accuse", "promise", "demand", "propose", "believe", "expect", "ask", "praise", "criticise",
]
Form = Literal["direct", "indirect", "mixed"]

ACTS: tuple[Act, ...] = get_args(Act)
SPEAKER_KINDS: tuple[SpeakerKind, ...] = get_args(SpeakerKind)

MAX_CHARACTERS = 1_000_000
"""The most of a text that is analysed; more is refused by name."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text: a person, an organisation or a place."""

    start: int
    end: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or body that a source span stands for, as the article has it.

    `name` is the fullest that the article gives; that of an unnamed one is its description ("a senior NATO official"), and None where
    there is no source at all (kind "none"). `role` ("NATO Secretary General") and `affiliation` ("NATO") are the article's words.
    """

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None


NOBODY = Speaker(None, "none")
"""The speaker of an attribution without a source: "It was reported that …"."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where, to whom and through whom a statement was made: "in a sideline interview with Politico".

    `text` is the article's words. `outlet` is who is quoted as having it, `addressee` whom it was said to, `date` the day on which it
    was said, which is known only where the article's own date is.
    """

    text: str
    outlet: str | None = None
    addressee: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The spans of one attribution, each list in the order of the text, not overlapping; `confidence` is 0..1.

    What finds attributions gives these; who the source stands for and what the cue does is read from them and the text.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, by which words: the spans, and what they mean.

    `act` is what the cue does, `negated` whether it says that it was not done ("did not rule out"); `form` is direct where the
    content stands in quotation marks, indirect where none of it does.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: Speaker
    act: Act
    negated: bool
    form: Form
    occasion: Occasion | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is found in one article's text, in the order of the text. An attribution stands where its cue does."""

    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
