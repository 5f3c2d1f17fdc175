"""A story's sentences -> its speakers with what each said, the most central first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from octavo.briefing.passages import Passage
from octavo.briefing.reports import independent_reports
from octavo.briefing.speaking.alike import Thing, Told, things, told
from octavo.briefing.speaking.cast import Statement, Who, shown_kind, shown_name, shown_role, statements
from octavo.briefs import Citation, SpeakerLines, Spoken
from octavo.grouping.stories.terms import telling

SPEAKERS = 8
EACH = 3
LEAST = 0.5
"""How sure it must be that somebody said it."""
SHORT, LONG = 6, 45
"""Words of a statement: up to the first it is worth no more for being short, from the second on it is worth less."""
OWN_WORDS, WHOLE = 1.5, 0.6
"""What a statement in the speaker's own words is worth against one that is told, and one that only a sentence of the paper's tells."""
EARLY = 5
"""Sentences that are an article's beginning."""
_BENT = re.compile(r"(?:is|are|was|were) (?:\w+ )?(?:bent on|set on|known for|intent on)")
"""Cues that are what others say of somebody."""
_FIGURE_ALONE = re.compile(r"\d[\d,.]*\. ")
FEW = 4
"""Words of a line that tells too little."""
_NAMELESS = 0.5
"""What a speaker without a name counts for, against one with a name."""


@dataclass(frozen=True, slots=True)
class _Speaker:
    said: Sequence[Statement]
    things: Sequence[Thing]
    weight: float


def speakers(passages: Sequence[Passage]) -> tuple[SpeakerLines, ...]:
    """The sentences of a story's reports, copies too, in the order of the reports -> its speakers, at most SPEAKERS with EACH statements.

    Central is whom many independent reports quote, who says much, and early. Linear in the number of sentences.
    """
    central = central_words(passages)
    found = [_speaker(some, central) for some in by_speaker(statements(passages)).values()]
    best = sorted((each for each in found if each.things), key=lambda each: -each.weight)[:SPEAKERS]
    return tuple(
        SpeakerLines(shown_name(each.said), shown_kind(each.said), shown_role(each.said), tuple(map(_spoken, each.things))) for each in best
    )


def by_speaker(said: Iterable[Statement]) -> dict[Who, list[Statement]]:
    """Statements -> those of each speaker, as the speakers come in."""
    groups: dict[Who, list[Statement]] = {}
    for each in said:
        groups.setdefault(each.who, []).append(each)
    return groups


def central_words(passages: Iterable[Passage]) -> Mapping[str, float]:
    """What the story is about: its telling words, each with the share, 0 to 1, of the texts that have it, copies counted once."""
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for each in passages:
        texts[each.report.origin] |= each.sense.words
    count = Counter(word for found in texts.values() for word in found)
    return {word: number / len(texts) for word, number in count.items()}


def _speaker(said: Sequence[Statement], central: Mapping[str, float]) -> _Speaker:
    sure = [told(each) for each in said if each.attribution.confidence >= LEAST and _says_something(each)]
    found = things(each for each in sure if _is_told(each))
    kept = sorted(found, key=lambda thing: -_worth(thing, central))[:EACH]
    reports = independent_reports(each.passage.report for each in said)
    early = any(each.passage.number < EARLY for each in said)
    weight = 2 * reports + min(len(found), 4) + early
    known = said[0].who.kind == "person" or any(each.attribution.speaker.kind == "organisation" for each in said)
    return _Speaker(said, [thing for thing in found if thing in kept], weight * (1 if known else _NAMELESS))


def _says_something(statement: Statement) -> bool:
    """Whether it is more than that nothing was said: "declined to comment", "would not say when"."""
    said = statement.attribution
    text = statement.passage.report.text
    bent = bool(said.cue) and all(_BENT.fullmatch(text, start, end) for start, end in said.cue)
    return bool(said.content) and not (said.negated and said.act == "say") and not bent


def _is_told(told: Told) -> bool:
    """Whether its line can be read: not "The company says 140.", nor "112. We stood at the gate", cut out behind a figure's sentence."""
    return (len(told.line.text.split()) > FEW and not _FIGURE_ALONE.match(told.line.text)) or told.statement.attribution.form == "direct"


def _worth(thing: Thing, central: Mapping[str, float]) -> float:
    """How much a reader is told by it: words that the story is about, in the speaker's own, by several papers."""
    shown = thing.shown
    length = len(shown.line.text.split())
    about = sum(telling(word) * sqrt(central.get(word, 0.0)) for word in sorted(shown.said)) / sqrt(max(length, SHORT))
    carried = 1 + 0.25 * (independent_reports(each.statement.passage.report for each in thing.told) - 1)
    own = OWN_WORDS if shown.statement.attribution.form == "direct" else WHOLE if shown.is_whole else 1.0
    return about * carried * own * min(1.0, LONG / max(length, 1))


def _spoken(thing: Thing) -> Spoken:
    shown = thing.shown
    said = shown.statement.attribution
    return Spoken(said.act, said.negated, said.form, shown.line.text, citations(thing.told, shown))


def citations(same: Sequence[Told], shown: Told) -> tuple[Citation, ...]:
    """Those of the line that is shown, then the first of each other article that has it, in the order of the reports."""
    others: dict[str, Citation] = {}
    for each in same:
        others.setdefault(each.statement.passage.report.id, each.line.citations[0])
    others.pop(shown.statement.passage.report.id, None)
    return (*shown.line.citations, *others.values())


