"""Which sentences may be a line of a summary at all: whole ones that tell something, in the article's own voice or with who said it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from octavo.analysis import Span
from octavo.attribution.acts.quotation_marks import quoted
from octavo.briefing.cleaning import cleaned
from octavo.briefing.passages import Passage
from octavo.grouping.mentions import mentions_in

SHORTEST, LONGEST = 6, 50
"""Words of a line."""
QUOTED_MOST = 0.3
"""Share of a sentence in quotation marks above which it must say whose words they are."""
_WORD = re.compile(r"\w(?:[^\s—–]*\w)?")
_OPENING_MARKS = "\"'“‘«(["
_END = re.compile(r"""(?:[.!…。؟।][\]"'”’»)]{0,2}|\?["'”’»]{1,2})$""")
_CUT = re.compile(r"\b(?:an?|the|of) \$?\d+\.$")
_CUT_BEFORE = re.compile(r"\d\.\s?$")
"""Where a space inside a number ("a 6. 1 magnitude") was taken for the end of a sentence."""
_TURNED = re.compile(r"(?:nor|or|neither did|so (?:do|does|did|is|was|are|were))\b", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\b(?:click here|sign up|subscribe|newsletter|all rights reserved|contributed to this|see also|getty images|file photo|pictured"
    r"|follow (?:us|him|her|@\w+)|read (?:more|the (?:rest|full|original))|watch (?:the )?(?:video|clip)?(?: below| above)"
    r"|(?:photo|image|picture|video) (?:by|credit|courtesy)|reporting by|editing by|(?:our|your) inbox"
    r"|this (?:story|article|post|page) (?:has been|was|is|will)|(?:seen|shown|listed|embedded|tweeted|video|photo) (?:above|below))\b"
    r"|https?://|www\.|©|\(AP Photo|^FILE\b|^(?:via|watch|listen|photo|image|source|note|editor|correction)(?: by|:)",
    re.IGNORECASE,
)
_WRITER = re.compile(r"(?<!Level )(?<!World War )(?<!Title )\bI\b(?!\.)|\b(?:me|my|myself)\b|^My\b")


def fit(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Those of one report that may be shown, in their order. Linear in the length of its text."""
    if not passages:
        return
    text = passages[0].report.text
    marks = quoted(text, 0, len(text))
    starts, ends = [start for start, _ in marks], [end for _, end in marks]
    for each in passages:
        within = marks[bisect_right(ends, each.start) : bisect_right(starts, each.end - 1)]
        if each.kind == "text" and _whole(cleaned(each.text)) and _owned(each, within):
            yield each


def _whole(line: str) -> bool:
    """Whether it is a sentence from its capital to its full stop, no question, and none of what a page says about itself."""
    opening = line.lstrip(_OPENING_MARKS)
    return (
        SHORTEST <= size(line) <= LONGEST
        and not opening[:1].islower()
        and _END.search(line) is not None
        and not _CUT.search(line)
        and not _TURNED.match(opening)
        and not _FURNITURE.search(line)
    )


def size(line: str) -> int:
    """Its words; dashes are none."""
    return len(_WORD.findall(line))


def _owned(passage: Passage, marks: Sequence[Span]) -> bool:
    """Whether it says whose words it holds: no quotation that begins or ends elsewhere or stands alone, and no writer's "I"."""
    text = passage.report.text
    if any(start < passage.start or end >= passage.end or text[end].isalnum() or text[end].isspace() for start, end in marks):
        return False
    bare = _outside(passage, marks)
    if _WRITER.search(bare):
        return False
    if text[passage.start].isdigit() and _CUT_BEFORE.search(text[: passage.start][-3:]):
        return False
    inside = sum(end - start for start, end in marks)
    if inside <= QUOTED_MOST * (passage.end - passage.start):
        return True
    named = any(passage.start <= start < passage.end for each in passage.attributions for start, _ in each.source)
    return size(bare) >= 2 and (named or any(mentions_in(bare)))


def _outside(passage: Passage, marks: Sequence[Span]) -> str:
    text, place, kept = passage.report.text, passage.start, []
    for start, end in marks:
        kept.append(text[place:start])
        place = end
    return "".join((*kept, text[place : passage.end]))
