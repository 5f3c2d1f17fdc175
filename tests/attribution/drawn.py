"""Sentences with their spans drawn in: [source] <cue> {content}."""

from __future__ import annotations

from octavo.analysis import Found, Span

_OPENING = {"[": "]", "<": ">", "{": "}"}


def drawn(sentence: str) -> tuple[str, Found]:
    """The text without the brackets, and what they mark: [Ann Roe] <said> {that it rains}."""
    text: list[str] = []
    spans: dict[str, list[Span]] = {closing: [] for closing in _OPENING.values()}
    start = 0
    for letter in sentence:
        if letter in _OPENING:
            start = len(text)
        elif letter in spans:
            spans[letter].append((start, len(text)))
        else:
            text.append(letter)
    source, cue, content = (tuple(spans[closing]) for closing in _OPENING.values())
    return "".join(text), Found(source, cue, content)
