"""Text -> the stretches of it that stand in quotation marks.

Marks are told apart by what stands beside them, not by counting, so that one that is missing spoils its own paragraph only: a straight
mark opens where white space, an opening bracket, a comma or a character that shows nothing is before it and a letter after it. An
apostrophe is no mark: a single mark counts only where one opens before a word and another closes behind one in the same paragraph,
outside double marks.
"""

from __future__ import annotations

import re
import unicodedata

from octavo.analysis import Span

_MARK = re.compile(r"''|``|[\"'`“”„‟«»‹›‘’‚‛「」『』＂]|\n")
_SINGLE = frozenset("'‘’‚‛`‹›")
_ALWAYS_OPEN = frozenset("“„‟‘‚‛「『")
_ALWAYS_CLOSE = frozenset("”」』")
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{-–—―/:,")
_UNSEEN = frozenset({"Cc", "Cf"})
"""Unicode's categories of what a page shows nothing for: controls, byte order marks, zero-width spaces."""


def quoted(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The stretches of text[start:end] inside quotation marks, without the outermost marks, in order, not overlapping.

    `start` should begin a paragraph. A quotation that nothing closes runs to the end of its paragraph, as those do that go on in the
    next, which begins with a mark of its own; one in single marks that nothing closes is none.
    """
    found: list[Span] = []
    opened: int | None = None
    single: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark, place, after = match.group(), match.start(), match.end()
        if mark == "\n":
            if opened is not None:
                found.append((opened, place))
            opened = single = None
        elif mark in _SINGLE:
            if opened is not None:
                continue
            if single is not None and _closes(text, mark, place, after) and not _possessive(text, place, after, end):
                found.append((single, place))
                single = None
            elif single is None and _opens(text, mark, place, after) and not _ELISION.match(text, after):
                single = after
        elif opened is None and _opens(text, mark, place, after):
            opened, single = after, None
        elif opened is not None and _closes(text, mark, place, after):
            found.append((opened, place))
            opened = None
    if opened is not None:
        found.append((opened, end))
    return tuple(span for span in found if span[0] < span[1])


def _opens(text: str, mark: str, place: int, after: int) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    if mark in _ALWAYS_CLOSE or after >= len(text) or text[after].isspace():
        return False
    if place == 0:
        return True
    before = text[place - 1]
    if before.isspace() or before in _BEFORE_OPENING or unicodedata.category(before) in _UNSEEN:
        return True
    return before in "\"'“‘" and not mark.startswith(before)


def _closes(text: str, mark: str, place: int, after: int) -> bool:
    if mark in _ALWAYS_CLOSE:
        return True
    if mark in _ALWAYS_OPEN or place == 0 or text[place - 1].isspace():
        return False
    return after >= len(text) or not text[after].isalnum()


def _possessive(text: str, place: int, after: int, end: int) -> bool:
    """Whether this is the mark of "the voters' rights" inside single marks: a word goes on, and one that closes follows near."""
    if text[place - 1] != "s" or not re.match(r" [a-z]", text[after : after + 2]):
        return False
    line_end = text.find("\n", after, min(end, after + _NEAR))
    rest = text[after : line_end if line_end >= 0 else min(end, after + _NEAR)]
    return re.search(r"[\w.,!?]['’](?!\w)", rest) is not None


_NEAR = 300
