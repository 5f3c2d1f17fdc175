"""What the sentences of a story tell of days, months and years, and how much each is of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from octavo.attribution.dates.finding import When, dates_in
from octavo.briefing.centrality import Story
from octavo.briefing.passages import Passage
from octavo.grouping.stories.terms import telling, words

_REMEMBERED = 2
"""Sentences over which "the following day" still knows which day was named."""
_DANGLING = re.compile(
    r"^[\"“‘'(]?(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|There|Here|One|Another|Such|Both|Neither|The (?:former|latter))\b"
)
_SPEECH = re.compile(r"^[\"“‘'«]")
_SUBORDINATE = re.compile(r"\b(?:after|before|since|when|while|until|unless|because|which|who|whose)\b[^,;:]*$")
_STATE = re.compile(r"\b[Ss]ince (?:the )?(?:early |late )?$")
_BESIDE, _SINCE, _OVERTAKEN, _NOW = 0.7, 0.4, 0.4, 0.3
"""What is left of the weight of a date beside another or in a clause of circumstances, of one since which something lasts, of a plan for
a day that is over, and of the month or year in which the report came out."""
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_ENDS = (".", "!", "?", "…", "”", '"', "’", "'", ")", "»")
_FEWEST = 3
"""Words in small letters that a sentence has."""
_LONG = 45
"""Words of a sentence that is too long for a row."""


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One date of one sentence; `weight` is how much it is of the story, and `words` are the sentence's telling ones.
    `overtaken`: it tells as still to come what the story's newest report has behind it."""

    passage: Passage
    when: When
    weight: float
    words: frozenset[str]
    overtaken: bool

    @property
    def date(self) -> str:
        """ISO 8601, as exact as the sentence."""
        return self.when.date


def events(passages: Sequence[Passage], story: Story) -> Iterator[Event]:
    """The dates of a story's sentences, those of copies last; a sentence that stands in a group of copies already is none."""
    seen: set[tuple[str, str]] = set()
    newest = max((report.day.isoformat() for passage in passages if (report := passage.report).day), default="")
    for _, told in groupby(sorted(passages, key=lambda passage: passage.report.is_copy), key=lambda passage: passage.report.id):
        before, at = None, 0
        for passage in told:
            if passage.kind == "crosshead" or not _tells(passage):
                continue
            found = _dates(passage, before if passage.number - at <= _REMEMBERED else None)
            if not found:
                continue
            before, at = found[-1].date, passage.number
            if (key := (passage.report.origin, passage.text)) in seen:
                continue
            seen.add(key)
            held = frozenset(word for word in words(passage.text) if telling(word))
            of_story = _of_story(passage, held, story)
            for number, when in enumerate(found):
                beside = number > 0 or _SUBORDINATE.search(passage.text[: when.start]) is not None
                overtaken = bool(when.ahead) and when.date[: len(newest)] < newest
                weight = of_story * _worth(passage, when) * (_BESIDE if beside else 1.0) * (_OVERTAKEN if overtaken else 1.0)
                if weight:
                    yield Event(passage, when, weight, held, overtaken)


def _dates(passage: Passage, before: str | None) -> Sequence[When]:
    """The dates of a sentence, without those that are others by the day on which its article was changed: nobody knows which is meant."""
    first, *later = passage.report.days or (None,)
    found = dates_in(passage.text, first, before)
    for day in later:
        held = {when.date for when in dates_in(passage.text, day, before)}
        found = tuple(when for when in found if when.date in held)
    return found


def _tells(passage: Passage) -> bool:
    """Whether it is a sentence, and not "Updated: May 3, 2019 at 5 pm"."""
    ends = passage.kind == "list" or passage.text.rstrip().endswith(_ENDS)
    return ends and passage.is_line and len(_SMALL.findall(passage.text)) >= _FEWEST


def _of_story(passage: Passage, held: frozenset[str], story: Story) -> float:
    """How much a sentence is of the story, from its words and its place."""
    text = passage.text
    size = text.count(" ") + 1
    central = story.weight(held)
    fit = (0.45 if _DANGLING.match(text) else 1.0) * (0.45 if _SPEECH.match(text) else 1.0) * (0.6 if size > _LONG or size < 6 else 1.0)
    return central * fit * (0.2 if text.rstrip("”\"’' ").endswith("?") else 1.0) * (1.0 + 0.6 / (1 + passage.number))


def _worth(passage: Passage, when: When) -> float:
    """What a date makes of its sentence: a day more than a year, and what happened more than when somebody spoke of it."""
    exact = {4: 0.45, 7: 0.8}.get(len(when.date), 1.0) * (_SINCE if _STATE.search(passage.text[: when.start]) else 1.0)
    if passage.report.day and len(when.date) < len("2026-03-04") and passage.report.day.isoformat().startswith(when.date):
        exact *= _NOW
    if _of_saying(passage, when):
        lead = passage.number == 0
        if not lead and all(each.act == "say" for each in passage.attributions):
            exact *= 0.45
        elif not lead:
            exact *= 0.7
    return exact


def _of_saying(passage: Passage, when: When) -> bool:
    """Whether the date is that of a statement in the sentence and not of what it tells."""
    start, end = passage.start + when.start, passage.start + when.end
    for each in passage.attributions:
        if any(first < end and start < last for first, last in each.content):
            return False
    return bool(passage.attributions)
