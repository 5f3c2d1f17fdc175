"""Texts with their attributions marked in them: "[[Rutte]] said" -> the text without the marks, and what is found in it."""

from __future__ import annotations

import re

from octavo.analysis import Entity, Found, Speaker
from octavo.attribution.speakers.speakers import speakers
from octavo.language.sentences import sentences

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def marked(text: str) -> tuple[str, list[Found]]:
    """The text without its marks, and an attribution for each marked source."""
    plain, found, last = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        found.append(Found(((len(plain), len(plain) + len(mark[1])),), (), ()))
        plain += mark[1]
        last = mark.end()
    return plain + text[last:], found


def heard(text: str, entities: list[Entity] | None = None) -> list[Speaker]:
    """The speakers of the marked sources, in order."""
    plain, found = marked(text)
    return list(speakers(plain, sentences(plain), entities or [], found))


def names(text: str) -> list[str | None]:
    """Their names."""
    return [speaker.name for speaker in heard(text)]
