"""The body of an article among lines: from where to where it goes, what in it is furniture, what kind each paragraph is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from octavo.article import Paragraph, ParagraphKind
from octavo.reading.flat.features import is_dated
from octavo.reading.flat.heads import Head, can_be_headline, can_begin_body, is_byline, is_time, is_unfinished
from octavo.reading.flat.lines import Line
from octavo.reading.furniture import is_advert, opens_comments
from octavo.reading.parts import agencies

KINDS: dict[str, ParagraphKind] = {"list": "list", "quote": "quote", "head": "crosshead"}
CROSSHEAD_WORDS = 12
LONGEST_CROSSHEAD = 100
CLEAN_SHARE = 0.85
"""Lines of which so many words stand in sentences are an article and no page."""
CLEAN_REACH = 4
"""In a saved text, sentences that so many other lines part from the run still belong to it."""
INTERRUPTION = 8
"""So many adverts, pointers and captions may part a sentence from the run."""
BOX, BOX_TEXT = 8, 2
"""A box inside an article has at most so many lines; so many sentences, at least, stand right above it."""
RAIL_LINES, RAIL_SHARE = 6, 0.5
"""Teasers at the end of a run: under so many short lines, with less than this share of the words above those."""
TITLE_WORDS = 18
"""A line that ends as a sentence is a headline only up to so many words."""
NO_TEXT = 4
"""After more lines than these without a sentence or a list, the text of a related article is over."""
MARK_LINES, MARK_WORDS = 3, 8
"""The mark of an agency stands in one of so many lines at the end of a body or under it, and has at most so many words."""
SENTENCE_WORDS = 4
"""A line of at least so many words that ends a sentence is one."""


@dataclass(frozen=True, slots=True)
class Body:
    """The lines `start <= line < end` of a page, and what of them is text."""

    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]
    words: int


def main_body(lines: Sequence[Line], run: tuple[int, int]) -> Body:
    """The body of the one article in these lines, from the run that the model found."""
    start, end = _trimmed(lines, *_widened(lines, *run, reach=CLEAN_REACH if _is_clean(lines) else 0))
    if end - start > 1 and is_title(lines[start]) and is_text(lines[start + 1]):
        start += 1
    return _body(lines, start, end)


def _is_clean(lines: Sequence[Line]) -> bool:
    """Whether lines are an article with hardly anything around it, a saved text and no page."""
    return share_of_text(lines) >= CLEAN_SHARE


def _widened(lines: Sequence[Line], start: int, end: int, reach: int) -> tuple[int, int]:
    """The run with the text above and below it that only adverts, pointers and captions part from it, or `reach` lines of any kind."""
    at = start - 1
    while at >= 0 and start - at <= max(reach, INTERRUPTION) and not _ends_all(lines, at):
        if (is_text(lines[at]) and not is_title(lines[at])) or (at == start - 1 and _is_short_sentence(lines[at])):
            start = at
        elif not (reach or _interrupts(lines[at])):
            break
        at -= 1
    start = _over_box(lines, start)
    at = end
    while at < len(lines) and at - end < max(reach, INTERRUPTION) and not _ends_all(lines, at):
        if is_text(lines[at]):
            end = at + 1
        elif not (reach or _interrupts(lines[at])):
            break
        at += 1
    if lines[end - 1].text.endswith(":"):
        while end < len(lines) and _is_item(lines[end]):
            end += 1
    return start, end


def _over_box(lines: Sequence[Line], start: int) -> int:
    """`start`, or where text begins that only a box parts from it: a heading ("Most read") with teasers, none of them a head."""
    box = start - 1
    while box > 0 and start - box <= BOX and not (is_text(lines[box]) or is_dated(lines[box]) or lines[box].furniture == "tail"):
        box -= 1
    if box <= 0 or start - box > BOX or lines[box].furniture != "tail":
        return start
    first = box
    while first and is_text(lines[first - 1]) and not is_title(lines[first - 1]):
        first -= 1
    return first if box - first >= BOX_TEXT else start


def _is_short_sentence(line: Line) -> bool:
    """Whether a line of a word or a few ends with a full stop: "Again."."""
    if line.words >= SENTENCE_WORDS or line.furniture or line.mark or not line.text.endswith((".", "!", "?", "。")):
        return False
    return any(map(str.isalpha, line.text)) and not is_byline(line.text) and not is_time(line.text)


def _is_item(line: Line) -> bool:
    """Whether a line under a colon can be an item of the list that it announces: it has a bullet, or a number and words."""
    return not line.furniture and (line.mark == "list" or (line.words > 1 and any(map(str.isdigit, line.text))))


def _interrupts(line: Line) -> bool:
    return line.furniture in ("pointer", "caption", "asking") or (line.furniture == "button" and is_advert(line.text))


def _trimmed(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The run without many short lines above its first text, and without a rail of teasers under many short lines at its end."""
    solid = [at for at in range(start, end) if is_text(lines[at]) or lines[at].mark == "list" or lines[at].text.endswith(":")]
    if not solid:
        return start, end
    if solid[0] - start >= RAIL_LINES:
        start = solid[0]
    words = 0
    for at, following in pairwise(solid):
        words += lines[at].words
        if following - at > RAIL_LINES and not lines[at].text.endswith(":"):
            if sum(each.words for each in lines[following:end]) < RAIL_SHARE * words:
                return start, at + 1
            words += sum(each.words for each in lines[at + 1 : following])
    return start, end


def _ends_all(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` is the heading of comments, or of a tail that no text follows soon."""
    if lines[at].furniture != "tail":
        return False
    return opens_comments(lines[at].text) or not any(is_text(line) for line in lines[at + 1 : at + 1 + NO_TEXT])


def body_under(lines: Sequence[Line], head: Head, end: int) -> Body:
    """The body under a head: down to a heading that opens a tail, or to the last line of text before line `end`."""
    last = at = head.body
    while at < end and at - last <= NO_TEXT and lines[at].furniture != "tail":
        if is_text(lines[at]) or lines[at].mark == "list":
            last = at
        at += 1
    return _body(lines, head.body, last + 1)


def share_of_text(lines: Sequence[Line]) -> float:
    """How much of the words of these lines stands in sentences, 0..1."""
    return sum(line.words for line in lines if is_text(line)) / max(1, sum(line.words for line in lines))


def is_title(line: Line) -> bool:
    """Whether the first line of a text is its headline: a few words without a stop, or with most of its words in capitals."""
    if not can_be_headline(line):
        return False
    if is_unfinished(line) or line.mark == "head":
        return not can_begin_body(line) or not line.ends
    words = [word for word in line.text.split() if len(word) > 3]
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return line.words <= TITLE_WORDS and len(words) >= 3 and capitals >= 0.8 * len(words)


def is_text(line: Line) -> bool:
    """Whether a line is running text: it ends as a sentence, or is long enough without."""
    return line.words >= SENTENCE_WORDS and (line.ends or can_begin_body(line)) and not line.furniture


def names_agency(line: Line) -> bool:
    """Whether a line is nothing but the name or the mark of an agency: "Reuters", "- Reuters", "© 2025 AFP"."""
    if line.words > MARK_WORDS or line.furniture == "tail":
        return False
    left, agency = agencies.take_tail((Paragraph("text", line.text), Paragraph("text", line.raw)))
    return agency is not None and len(left) < 2


def _body(lines: Sequence[Line], start: int, end: int) -> Body:
    mark = _agency_mark(lines, start, end)
    kept = _kept(lines, start, end if mark is None else min(end, mark))
    paragraphs = [Paragraph(_kind(kept, at), line.text) for at, line in enumerate(kept)]
    if mark is not None:
        paragraphs.append(Paragraph("text", lines[mark].raw))
    return Body(start, end, tuple(paragraphs), sum(line.words for line in kept))


def _agency_mark(lines: Sequence[Line], start: int, end: int) -> int | None:
    """The line, at the end of a body or not far under it, that is the mark of its agency: no name alone, for a section may have that."""
    for at in range(max(start + 1, end - MARK_LINES), min(end + MARK_LINES, len(lines))):
        if at >= end and (lines[at].furniture == "tail" or is_text(lines[at])):
            return None
        if lines[at].raw[0].isalnum() and not lines[at].furniture:
            continue
        if names_agency(lines[at]) and not any(is_text(line) for line in lines[at + 1 : end]):
            return at
    return None


def _kept(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    kept: list[Line] = []
    in_box = False
    for at in range(start, end):
        line = lines[at]
        if line.furniture == "tail" and line.words <= CROSSHEAD_WORDS:
            in_box = True
        elif in_box and not (can_begin_body(line) or is_text(line)):
            continue
        elif not line.furniture and any(map(str.isalnum, line.text)):
            in_box = False
            kept.append(line)
    return kept


def _kind(kept: Sequence[Line], at: int) -> ParagraphKind:
    line = kept[at]
    if line.mark:
        return KINDS[line.mark]
    short = line.words <= CROSSHEAD_WORDS and len(line.text) <= LONGEST_CROSSHEAD
    inside = 0 < at < len(kept) - 1 and is_text(kept[at - 1]) and is_text(kept[at + 1])
    return "crosshead" if short and inside and is_unfinished(line) and not is_byline(line.text) else "text"
