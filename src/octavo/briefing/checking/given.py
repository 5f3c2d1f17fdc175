"""What a language model was given to write from: numbered sentences of articles, and who says what in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from octavo.analysis import Attribution, Span
from octavo.briefing.checking.wording import Word, content, folded, words
from octavo.briefing.passages import Passage
from octavo.briefs import Citation


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in a given sentence: the words that its speaker may be called by, those of its cue, and what was said."""

    speaker: str
    cue: str
    content: str
    direct: bool

    @property
    def names(self) -> frozenset[str]:
        """The words that its speaker may be called by, in small letters."""
        return frozenset(word.small for word in words(self.speaker) if word.tells)


@dataclass(frozen=True, slots=True)
class Given:
    """A numbered sentence, folded, with what is cited for it, how many independent reports carry it, and the attributions in it."""

    number: int
    text: str
    citations: tuple[Citation, ...] = ()
    independent_reports: int = 1
    said: tuple[Said, ...] = ()
    keys: frozenset[str] = field(init=False, repr=False)
    small: frozenset[str] = field(init=False, repr=False)
    capitals: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        named = [word for each in self.said for word in words(each.speaker)]
        found = [*words(self.text), *named]
        object.__setattr__(self, "keys", frozenset(word.key for word in found))
        object.__setattr__(self, "small", frozenset(word.small for word in found))
        object.__setattr__(self, "capitals", frozenset(word.small for word in found if word.capital))

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words in their order."""
        return words(self.text)

    @property
    def content(self) -> tuple[str, ...]:
        """The keys of its content words in their order."""
        return content(self.text)


def given_of(number: int, passage: Passage, citations: tuple[Citation, ...], independent_reports: int) -> Given:
    """A sentence of a report, as a model is given it."""
    said = tuple(_said(each, passage) for each in passage.attributions)
    return Given(number, folded(passage.text), citations, independent_reports, said)


def _said(each: Attribution, passage: Passage) -> Said:
    text = passage.report.text
    speaker, source = each.speaker, _joined(text, each.source)
    name = "" if speaker.name is None or speaker.name in source else speaker.name
    called = " ".join(filter(None, (speaker.role, speaker.affiliation, name, source)))
    # What it says in other sentences bears nothing out here.
    inside = [(max(start, passage.start), min(end, passage.end)) for start, end in each.content]
    said = _joined(text, (span for span in inside if span[0] < span[1]))
    return Said(folded(called), folded(_joined(text, each.cue)), folded(said), each.form == "direct")


def _joined(text: str, spans: Iterable[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)
