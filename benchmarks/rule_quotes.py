"""Who said what by rules alone: quotation marks, verbs of reporting and "according to", the nearest noun phrase as the source.

It is what a model has to beat. It goes through a text sentence by sentence. A verb of reporting outside quotation marks is a cue, with its
helping words; its source is the noun phrase before it, or behind it where a quotation or clause comes first ("…," said Ines Dahl); its
content is the clause behind it, or the clause and the quotations before it. A quotation that no cue claims runs on from the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.rule_sentence import Sentence
from benchmarks.rule_words import SAYING
from octavo.analysis import Found, Span
from octavo.language.sentences import sentences

_MARK = re.compile(r"''|[“”„\"«»]|(?<![\w’])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENING = {"“", "„", "«", "‘", '"', "'", "''"}
_ASKED = re.compile("[?!][”\"’']$|[?!]“$")
_QUOTED = re.compile("[“\"«]|''")
_FAR = 5000
"""Characters behind a cue in which a quotation can run on."""


def find(text: str) -> tuple[Found, ...]:
    """The attributions of a text, in its order."""
    marks = quotations(text)
    found = _headline(text)
    behind = max((span[1] for each in found for span in each.content), default=0)
    for start, end in _units(text):
        if start >= behind:
            found += Sentence(text, start, end, marks).found()
    return tuple(_run_on(text, found, marks))


def _headline(text: str) -> list[Found]:
    """"Dahl: Hull is sound" in the first line."""
    said = re.match(r"([A-Z][^:\n.,“\"]{2,40}):\s+([^\n]{12,200}?)[.]?(?=\n)", text)
    return [Found((said.span(1),), ((said.end(1), said.end(1) + 1),), (said.span(2),))] if said else []


def _units(text: str) -> list[Span]:
    """The sentences, with the words that follow a quotation which ends with ? or ! ("…?" she asked)."""
    units: list[Span] = []
    for start, end in sentences(text):
        if units and _ASKED.search(text, max(units[-1][0], units[-1][1] - 2), units[-1][1]) and "\n" not in text[units[-1][1] : start]:
            words = text[start : min(end, start + 80)].lower().split()[:7]
            if not SAYING.isdisjoint(word.strip(",.:") for word in words):
                units[-1] = (units[-1][0], end)
                continue
        units.append((start, end))
    return units


def quotations(text: str) -> list[Span]:
    """The quotations with their marks, outermost only, in order. One that is not closed ends with its paragraph."""
    spans: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        opened: tuple[int, str] | None = None
        for mark in _MARK.finditer(text, paragraph.start(), paragraph.end()):
            sign = mark.group()
            if opened is None:
                if sign in _OPENING:
                    opened = (mark.start(), {"“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", "''": "''"}.get(sign, '"'))
            elif sign == opened[1] or (sign in "“”" and opened[1] == "“”"):
                spans.append((opened[0], mark.end()))
                opened = None
        if opened and opened[1] not in ("'", "’"):
            spans.append((opened[0], paragraph.end()))
    return spans


def _run_on(text: str, found: list[Found], marks: Sequence[Span]) -> list[Found]:
    """A quotation of its own sentence that no attribution has belongs to the one before, in its paragraph or the one before that:
    to the last whose content has a quotation, or else the last."""
    taken = sorted(span for each in found for span in (*each.source, *each.cue, *each.content))
    out = list(found)
    cues = [each.cue[0][0] for each in out]
    for start, end in marks:
        place = bisect_right(taken, (start, end))
        if any(span[0] < end and start < span[1] for span in taken[max(0, place - 2) : place + 1]) or len(text[start:end].split()) < 4:
            continue
        if text[max(0, start - 9) : start].rstrip(" \xa0")[-1:] not in {"", "\n", ".", "”", '"', "'", "?", "!", ":"}:
            continue
        last = bisect_right(cues, start)
        near = [at for at in range(max(0, last - 3), last) if start - cues[at] < _FAR and text.count("\n\n", cues[at], start) <= 1]
        quoted = [at for at in near if any(_QUOTED.search(text, *span) for span in out[at].content)]
        if near:
            chosen = max(quoted or near)
            out[chosen] = replace(out[chosen], content=tuple(sorted((*out[chosen].content, (start, end)))))
    return out
