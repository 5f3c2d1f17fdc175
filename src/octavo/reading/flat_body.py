"""The body of an article among lines: from where to where it goes, what in it is furniture, what kind each paragraph is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.article import Paragraph
from octavo.reading import flat_furniture as furniture
from octavo.reading.flat_heads import Head, can_be_headline, can_begin_body, is_byline
from octavo.reading.lines import Line, ends_sentence

CROSSHEAD_WORDS = 12
LONGEST_CROSSHEAD = 100
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
    start, end = _widened(lines, *run)
    if end - start > 1 and is_title(lines[start]) and _is_text(lines[start + 1]):
        start += 1
    return _body(lines, start, end)


def body_under(lines: Sequence[Line], head: Head, end: int) -> Body:
    """The body under a head: down to a heading that opens a tail, or to the last line of text before line `end`."""
    last = at = head.body
    while at < end and not furniture.opens_tail(lines[at].text):
        if _is_text(lines[at]) or lines[at].mark == "list":
            last = at
        at += 1
    return _body(lines, head.body, last + 1)


def text_share(lines: Sequence[Line], body: Body) -> float:
    """How much of the words of a body stands in sentences, 0..1."""
    inside = lines[body.start : body.end]
    return sum(line.text.count(" ") + 1 for line in inside if _is_text(line)) / max(1, sum(line.text.count(" ") + 1 for line in inside))


def is_title(line: Line) -> bool:
    """Whether the first line of a text is its headline: a few words without a stop, or with most of its words in capitals."""
    if not can_be_headline(line):
        return False
    if not ends_sentence(line.text) or line.mark == "head":
        return True
    words = [word for word in line.text.split() if len(word) > 3]
    return len(words) >= 3 and sum(word[:1].isupper() or not word[:1].isalpha() for word in words) >= 0.8 * len(words)


def _is_text(line: Line) -> bool:
    text = line.text
    return text.count(" ") + 1 >= SENTENCE_WORDS and (ends_sentence(text) or can_begin_body(text)) and not _is_furniture(text)


def _is_furniture(text: str) -> bool:
    return (furniture.is_button(text) or furniture.opens_tail(text) or furniture.is_pointer(text) or furniture.is_asking(text)
            or furniture.is_caption(text))


def _widened(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The run with the text above and below it that nothing but text parts from it: a clean article loses no sentence."""
    while start > 0 and _is_text(lines[start - 1]) and not is_title(lines[start - 1]):
        start -= 1
    while end < len(lines) and _is_text(lines[end]):
        end += 1
    rest = range(end, len(lines))
    if not any(_is_furniture(lines[at].text) for at in rest):
        end = max((at + 1 for at in rest if _is_text(lines[at])), default=end)
    return start, end


def _body(lines: Sequence[Line], start: int, end: int) -> Body:
    kept = _kept(lines, start, end)
    paragraphs = tuple(Paragraph(_kind(kept, at), line.text) for at, line in enumerate(kept))  # type: ignore[arg-type]
    return Body(start, end, paragraphs, sum(line.text.count(" ") + 1 for line in kept))


def _kept(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    kept: list[Line] = []
    in_box = False
    for at in range(start, end):
        line = lines[at]
        if furniture.opens_tail(line.text) and line.text.count(" ") < CROSSHEAD_WORDS:
            in_box = True
        elif in_box and not (can_begin_body(line.text) or _is_text(line)):
            continue
        elif not _is_furniture(line.text) and any(map(str.isalnum, line.text)):
            in_box = False
            kept.append(line)
    return kept


def _kind(kept: Sequence[Line], at: int) -> str:
    line = kept[at]
    if line.mark in ("list", "quote"):
        return line.mark
    if line.mark == "head":
        return "crosshead"
    short = line.text.count(" ") < CROSSHEAD_WORDS and len(line.text) <= LONGEST_CROSSHEAD
    if short and 0 < at < len(kept) - 1 and not ends_sentence(line.text.rstrip("?")) and not is_byline(line.text):
        if all(can_begin_body(kept[i].text) or _is_text(kept[i]) for i in (at - 1, at + 1)):
            return "crosshead"
    return "text"
