"""What a reader is told of a story, each line with the sentence it came from: frozen, plain data that briefing makes and pages show.

A line's `text` is what its citations say: the cited span to the letter but for the clean-ups of `octavo.briefing.cleaning`, or, where a
language model wrote it, what `octavo.briefing.checking` has let pass. The module is not called `brief`: `octavo.brief` is the function.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from octavo.analysis import Act, Form, SpeakerKind
from octavo.messages import message as _

DifferenceKind = Literal["positions", "denial", "figures"]

NOTHING = _("Too little to brief: the articles hold no sentence that tells what happened.")
NO_TEXT = _("Too little to brief: there is no text, only headlines.")
NO_ARTICLE = _("Too little to brief: there is no article.")
NOTES = (NOTHING, NO_TEXT, NO_ARTICLE)
"""Why a brief has no summary."""


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A span of an article's text: code points, the end not included."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """Words and where they stand; of several citations the first is the one that the words are taken from."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A line of a summary or an answer.

    `independent_reports` is how many copy groups carry it, one owner's outlets counted once; the citations after the first are one sentence
    of each other group that does. With 1 it is found in one report only.
    """

    text: str
    citations: tuple[Citation, ...]
    independent_reports: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a speaker said; the same words in ten papers are one, with a citation for each article that has them."""

    act: Act
    negated: bool
    form: Form
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SpeakerLines:
    """A speaker of the story with the statements that are shown."""

    name: str
    kind: SpeakerKind
    role: str | None
    statements: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: who stands there (for figures: the publishers that have it), and its sentence."""

    speakers: tuple[str, ...]
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more sides of one question, which is named by words of the articles."""

    kind: DifferenceKind
    question: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A row of the timeline. `date` is ISO 8601, as exact as the sentence is: "2026-03-04", "2026-03", "2026"."""

    date: str
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The cited digest of a story, see the contract of `octavo brief`. `note` says why there is no summary, "" where there is one."""

    summary: tuple[Claim, ...] = ()
    speakers: tuple[SpeakerLines, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[Dated, ...] = ()
    new: tuple[Line, ...] = ()
    note: str = ""
