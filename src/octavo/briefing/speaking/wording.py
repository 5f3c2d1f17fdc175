"""A statement as a line: the words that were said, or the whole sentence where these tell nothing without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from octavo.analysis import Span
from octavo.attribution.words.lemmas import plain_form
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import words
from octavo.briefing.cleaning import cleaned
from octavo.briefing.reports import Report
from octavo.briefing.saying.sense import sense
from octavo.briefing.speaking.cast import Statement
from octavo.briefs import Line

JOINT = " … "
"""What stands between the pieces of one statement."""
FEW = 4
"""Words that a statement must have to tell anything by itself."""
MOST_PIECES = 3
MOST = 55
"""Words of a line after which it ends with a sentence."""

_OF_SAYING = listed("""
    according acknowledge add admit announce argue believe claim concede conclude confirm contend declare deny estimate expect explain fear
    find hope insist maintain note predict recall reckon remark reply report reveal say state stress suggest suspect tell testify think warn
    write
""")
"""Verbs behind which a whole sentence stands, so that it can stand alone."""
_THAT = re.compile(r"that,? ")
_BEGINS_NO_SENTENCE = re.compile(
    r"(?:to|of|for|from|about|on|with|as|at|in|by|him|her|them|us|me|so|whether|what|how|when|why|where|who) ", re.IGNORECASE
)
_EDGE = " ,;:"


def wording(statement: Statement) -> Line:
    """A statement -> its line. Several pieces are joined by JOINT, and the first citations are theirs, in that order."""
    passage, said = statement.passage, statement.attribution
    report = passage.report
    pieces = _pieces(statement)
    if not pieces or (said.form != "direct" and not _is_whole(report.text, said.cue, pieces)):
        return Line(cleaned(passage.text), (passage.citation,))
    text = JOINT.join(" ".join(report.text[start:end].split()).strip(_EDGE) for start, end in pieces)
    return Line(text if said.form == "direct" else _opened(text), tuple(report.cite(piece) for piece in pieces))


def _opened(text: str) -> str:
    """Without the "that" or connective before it, and with a capital."""
    bare = cleaned(_THAT.sub("", text, count=1) if _THAT.match(text) else text)
    return bare[:1].upper() + bare[1:]


def _pieces(statement: Statement) -> list[Span]:
    """The pieces that are shown: those in the sentence of the cue, where they tell something, else those behind them too."""
    passage, text = statement.passage, statement.passage.report.text
    pieces = [piece for piece in sorted(statement.attribution.content) if text[piece[0] : piece[1]].strip()]
    behind = [piece for piece in pieces if piece[1] > passage.start] or pieces
    near = [piece for piece in behind if piece[0] < passage.end]
    direct = statement.attribution.form == "direct"
    shown = next((some for some in (near, behind) if _tell(text, some, direct)), [])
    return [_ended(passage.report, piece) for piece in shown[:MOST_PIECES]]


def _tell(text: str, pieces: Sequence[Span], direct: bool) -> bool:
    told = " ".join(text[start:end] for start, end in pieces)
    return len(told.split()) >= FEW and (direct or len(sense(told).words) > 1)


def _ended(report: Report, piece: Span) -> Span:
    """A piece up to the end of a sentence, where it is long."""
    start, end = piece
    ends = [stop for _, stop in report.analysis.sentences if start < stop < end]
    while ends and len(report.text[start:end].split()) > MOST:
        end = ends.pop()
    return start, end


def _is_whole(text: str, cue: Sequence[Span], pieces: Sequence[Span]) -> bool:
    """Whether what was said reads as a sentence: behind a verb of saying, and not "to vote" or "him"."""
    first = text[pieces[0][0] : pieces[0][1]].strip(" “\"‘'")
    if _THAT.match(first):
        return True
    said = [word.lower for start, end in cue for word in words(text, start, end)]
    return any(plain_form(word, _OF_SAYING) for word in said) and not _BEGINS_NO_SENTENCE.match(first)
