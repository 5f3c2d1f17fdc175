"""Statements for a person, as `octavo quotes` prints them: speaker, act, the article's words, occasion."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from octavo.analysis import Act, Attribution, Occasion, Span, Speaker
from octavo.attribution.acts.own_words import in_one, own_words
from octavo.terminal import measure, one_line
from octavo.words import count

VERBS: dict[Act, str] = {
    "say": "says",
    "deny": "denies",
    "dispute": "disputes",
    "warn": "warns",
    "accuse": "accuses",
    "promise": "promises",
    "demand": "demands",
    "propose": "proposes",
    "believe": "believes",
    "expect": "expects",
    "ask": "asks",
    "praise": "praises",
    "criticise": "criticises",
}
"""act -> how it reads after one speaker; after several, and behind a "not", it reads as it is called."""

NO_SOURCE = "(nobody named)"
INDENT = "    "
GAP = " … "
"""Between the pieces of a content."""


def statements_text(text: str, attributions: Sequence[Attribution]) -> str:
    """The statements in the order of the text, and how many they are of how many speakers."""
    if not attributions:
        return "No statements found."
    width = measure()
    speakers = {each.speaker for each in attributions if each.speaker.name}
    sums = f"{count(len(attributions), 'statement')}, {count(len(speakers), 'speaker') if speakers else 'nobody named'}"
    return "\n\n".join([*(_statement(text, each, width) for each in attributions), sums])


def _statement(text: str, attribution: Attribution, width: int) -> str:
    done, occasion = act_words(text, attribution), attribution.occasion
    own, cue = _own_words(text, attribution), words_of(text, attribution.cue)
    if occasion and not attribution.negated and in_one(own or attribution.act, attribution.act, own, cue, occasion.text):
        done, occasion = one_line(occasion.text), replace(occasion, text="")
    head = f"{speaker_words(attribution.speaker)} {done}"
    under = (words_of(text, attribution.content), occasion_words(occasion))
    indented = [textwrap.fill(words, width, initial_indent=INDENT, subsequent_indent=INDENT) for words in under if words]
    return "\n".join([textwrap.fill(one_line(head), width), *indented])


def act_words(text: str, attribution: Attribution) -> str:
    """The article's own verb, "nixes"; where the act's word tells as much, that: "says", "does not deny"; of a group "say"."""
    if own := _own_words(text, attribution):
        return own
    several = attribution.speaker.kind == "group"
    if attribution.negated:
        return f"{'do' if several else 'does'} not {attribution.act}"
    return attribution.act if several else VERBS[attribution.act]


def _own_words(text: str, each: Attribution) -> str:
    return own_words(text, each.cue, each.act, negated=each.negated, named=each.speaker.name is not None)


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The article's words at those spans, on one line, a gap between two pieces."""
    return GAP.join(one_line(text[start:end]) for start, end in spans)


def speaker_words(speaker: Speaker) -> str:
    """"Ines Dahl (harbour master, Port of Alder)"; an affiliation that is said already is left out."""
    said = f"{speaker.name} {speaker.role}"
    affiliation = speaker.affiliation if speaker.affiliation and speaker.affiliation not in said else None
    about = ", ".join(part for part in (speaker.role, affiliation) if part)
    return f"{speaker.name or NO_SOURCE}{f' ({about})' if about else ''}"


def occasion_words(occasion: Occasion | None) -> str:
    """"– in an interview with the Harbour Post, 3 March 2026"; nothing where none is known."""
    if not occasion:
        return ""
    day = f"{occasion.date:%-d %B %Y}" if occasion.date else ""
    words = ", ".join(part for part in (one_line(occasion.text), day) if part)
    return f"– {words}" if words else ""
