"""Text -> its sentences, as spans."""

from __future__ import annotations

import re

from sentencex import segment

from octavo.analysis import Span

_PARAGRAPH = re.compile(r"[^\n]+")


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text in its order, without edge white space. A line end always ends a sentence, as paragraphs do."""
    found: list[Span] = []
    text = text.encode(errors="replace").decode()  # halves of letters, which JSON may hold, become "?": as long, and the segmenter lives
    for paragraph in _PARAGRAPH.finditer(text):
        place = paragraph.start()
        for piece in segment(language, paragraph.group()):
            start = text.find(piece, place, paragraph.end())
            if start < 0:  # the segmenter gave something other than a piece of the text: the rest is one sentence
                piece, start = text[place : paragraph.end()], place
            place = start + len(piece)
            bare = piece.strip()
            if bare:
                begin = start + len(piece) - len(piece.lstrip())
                found.append((begin, begin + len(bare)))
    return tuple(found)
