"""Who is quoted by whom: "Anadolu quoted Roe as saying" read as Roe's words, wherever the spans break it up."""

from __future__ import annotations

import re
from dataclasses import replace

from octavo.analysis import Found, Span

_LONGEST_CUE = 400
_VERB = re.compile(r"\b(?:quote[ds]|cite[ds])\b", re.IGNORECASE)
# Each character of the name is read in one way only, so that a long line takes no longer than its length. "By" and the like are of
# "was quoted by Reuters as saying", where the source is the one who is quoted already.
_AS_SAYING = re.compile(
    r"\s+(?!(?:as|at|by|from|in|on)\b)(?P<name>(?:\b[A-Z]\w{0,3}\.|[^\n.;:!?\"“”„«»]){1,150}?)\s+(?P<saying>as\s+saying)\b"
)


def as_quoted(text: str, found: Found) -> Found:
    """The attribution with the one who is quoted as its source, where its source is who quotes; otherwise as it is.

    "[Anadolu] <quoted> {Roe as saying it rains}" becomes "Anadolu <quoted> [Roe] <as saying> {it rains}".
    """
    verb = next(filter(None, (_VERB.search(text, start, min(end, start + _LONGEST_CUE)) for start, end in found.cue)), None)
    quoted = _AS_SAYING.match(text, verb.end()) if verb else None
    if verb is None or quoted is None or not found.source or found.source[-1][1] > verb.start():
        return found
    source, saying = quoted.span("name"), quoted.span("saying")
    content = tuple(piece for span in found.content for piece in _outside(span, (verb.end(), saying[1]), text))
    return replace(found, source=(source,), cue=(verb.span(), saying), content=content) if content else found


def _outside(span: Span, taken: Span, text: str) -> list[Span]:
    """What of a span lies before and behind another, without white space at its beginning."""
    behind = max(span[0], taken[1])
    while behind < span[1] and text[behind].isspace():
        behind += 1
    return [(start, end) for start, end in ((span[0], min(span[1], taken[0])), (behind, span[1])) if start < end]
