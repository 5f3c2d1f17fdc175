"""A brief as the page of its story shows it: summary, who said what, where they differ, what happened when. Pure but for the rows it is
given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from octavo.analysis import SpeakerKind
from octavo.briefing.speaking.joining import fold
from octavo.briefs import NOTES, Brief, Citation, Difference, Side, SpeakerLines, Spoken
from octavo.site.library.models import Statement
from octavo.site.library.rewritings import Shown as Rewriting
from octavo.site.messages import in_words
from octavo.site.paper.briefs.lines import Line, Setter, pieces_of
from octavo.site.paper.deeds import deed, hues, initials, told
from octavo.site.paper.voices import Voice, page_of, role_words
from octavo.site.paper.words import shown_name


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: the line, what was done by saying it ("denied") and the occasion, "" where none is told."""

    line: Line
    deed: str
    occasion: str


@dataclass(frozen=True, slots=True)
class Speaking:
    """A speaker of the story with what stands on its page."""

    voice: Voice
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a difference: who stands there, what each did by saying it where that is told, and the line. For figures nobody stands
    in `voices`, and in `papers` those that have it and that the line does not lead to."""

    voices: tuple[Voice, ...]
    papers: tuple[str, ...]
    deed: str
    line: Line


@dataclass(frozen=True, slots=True)
class Differing:
    """A question and its sides."""

    kind: str
    question: str
    sides: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A summary in a language model's words, the model, how many of its sentences their citations did not bear out, and whether questions
    have its names too."""

    lines: tuple[Line, ...]
    model: str
    dropped: int
    named: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A brief, set. `note` says why there is no summary; `reworded` stands in place of the summary, which is folded under it."""

    summary: tuple[Line, ...]
    reworded: Reworded | None
    speakers: tuple[Speaking, ...]
    differences: tuple[Differing, ...]
    timeline: tuple[tuple[str, tuple[Line, ...]], ...]
    note: str


def set_brief(
    brief: Brief, setter: Setter, statements: Mapping[int, Sequence[Statement]], rewriting: Rewriting | None = None,
) -> Shown:
    """The brief with those of its lines that stand in their articles; `statements`: see `shelf.statements_behind`. What a language model
    made of it is shown while all that it cites still stands."""
    reworded = _reworded(rewriting, brief, setter) if rewriting else None
    summary = tuple(_lines(setter.line(each.text, each.citations, each.independent_reports) for each in brief.summary))
    faces = _faces(brief, setter, statements)
    questions = rewriting.differences if rewriting and reworded else brief.differences
    dated = ((each.date, setter.line(each.text, each.citations)) for each in brief.timeline)
    return Shown(
        summary,
        reworded,
        # As they stand on the page: a phone has who said what behind the differences and the timeline.
        differences=_two_sided(map(faces.differing, questions)),
        timeline=tuple((day, tuple(_lines(line for _, line in rows))) for day, rows in _days(dated)),
        speakers=tuple(each for each in map(faces.speaking, brief.speakers) if each.said),
        note=in_words(next((each for each in NOTES if each == brief.note), brief.note)),
    )


def set_differences(brief: Brief, chosen: Iterable[Difference], setter: Setter) -> tuple[Differing, ...]:
    """Some of a brief's differences alone, with the hues that their speakers have on the page of its story."""
    return _two_sided(map(_faces(brief, setter, {}).differing, chosen))


def _two_sided(found: Iterable[Differing]) -> tuple[Differing, ...]:
    return tuple(each for each in found if len(each.sides) > 1)


def _faces(brief: Brief, setter: Setter, statements: Mapping[int, Sequence[Statement]]) -> _Faces:
    names = [each.name for each in brief.speakers]
    names += [name for each in brief.differences if each.kind != "figures" for side in each.sides for name in side.speakers]
    known = list(dict.fromkeys(names))
    return _Faces(setter, statements, dict(zip(known, hues(known), strict=True)), {each.name: each for each in brief.speakers})


@dataclass(frozen=True, slots=True)
class _Faces:
    """Who speaks in a brief: each name has its hue wherever it stands, and its page where one of its statements leads there."""

    setter: Setter
    statements: Mapping[int, Sequence[Statement]]
    hues: Mapping[str, int]
    speakers: Mapping[str, SpeakerLines]

    def speaking(self, speaker: SpeakerLines) -> Speaking:
        found = [(said, self._statement(said.citations, speaker.name)) for said in speaker.statements]
        page = next((page_of(each) for _, each in found if each and page_of(each)), None)
        said = [self._said(spoken, statement) for spoken, statement in found]
        return Speaking(self._voice(speaker.name, page), tuple(each for each in said if each))

    def differing(self, difference: Difference) -> Differing:
        sides = (self._position(difference.kind == "figures", side) for side in difference.sides)
        return Differing(difference.kind, difference.question, tuple(side for side in sides if side))

    def _position(self, figures: bool, side: Side) -> Position | None:
        line = self.setter.line(side.text, side.citations)
        if line is None:
            return None
        if figures:
            led = {name for cite in line.cites for name in (cite.name, cite.row.paper)}
            return Position((), tuple(name for name in side.speakers if name not in led), "", line)
        found = {name: self._statement(side.citations, name) for name in side.speakers}
        voices = tuple(self._voice(name, page_of(each) if each else None) for name, each in found.items())
        spoke = next((each for each in found.values() if each), None)
        return Position(voices, (), self._deed(spoke)[0] if spoke else "", line)

    def _said(self, spoken: Spoken, statement: Statement | None) -> Said | None:
        line = self.setter.line(spoken.text, spoken.citations)
        if line is None:
            return None
        return Said(line, *(self._deed(statement) if statement else (deed(spoken.act, spoken.negated), "")))

    def _deed(self, each: Statement) -> tuple[str, str]:
        text = self.setter.texts.get(each.article_id, "")
        return told(text, each.cue, each.act, each.negated, bool(each.name), each.occasion)

    def _statement(self, citations: Sequence[Citation], name: str) -> Statement | None:
        """The statement of that speaker that has most of the cited words of the first article."""
        article, spans = next(iter(pieces_of(citations).items()), (0, []))
        best, most = None, 0
        for each in self.statements.get(article, ()):
            shared = sum(max(0, min(end, closes) - max(start, opens)) for start, end in spans for opens, closes in each.content)
            if shared > most and _same(each.name, name):
                best, most = each, shared
        return best

    def _voice(self, name: str, page: int | None) -> Voice:
        known = self.speakers.get(name)
        kind: SpeakerKind = known.kind if known else "person"
        role = role_words(known.role or "", "") if known else ""
        return Voice(shown_name(name), role, initials(name, kind), self.hues[name], page, ())


def _same(one: str, other: str) -> bool:
    """Whether two names may be one speaker's: "Lund" and "Pia Lund"."""
    words, others = fold(one).split(), fold(other).split()
    return bool(words and others) and (set(words) <= set(others) or set(others) <= set(words) or words[-1] == others[-1])


def _reworded(rewriting: Rewriting, brief: Brief, setter: Setter) -> Reworded | None:
    if not all(setter.leads(each.citations) for each in rewriting.summary):
        return None
    lines = (setter.line(each.text, each.citations, each.independent_reports, free=True) for each in rewriting.summary)
    return Reworded(tuple(_lines(lines)), rewriting.model, rewriting.dropped, rewriting.differences != brief.differences)


def _lines(lines: Iterable[Line | None]) -> Iterator[Line]:
    return (line for line in lines if line)


def _days(dated: Iterable[tuple[str, Line | None]]) -> Iterator[tuple[str, Iterator[tuple[str, Line | None]]]]:
    return groupby((row for row in dated if row[1]), key=lambda row: row[0])
