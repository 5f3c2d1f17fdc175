"""The body of an article among lines: from where to where it goes, what in it is furniture, what kind each paragraph is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.article import Paragraph, ParagraphKind
from octavo.reading.flat_heads import Head, can_be_headline, can_begin_body, is_byline, is_unfinished
from octavo.reading.furniture import opens_comments
from octavo.reading.lines import Line

KINDS: dict[str, ParagraphKind] = {"list": "list", "quote": "quote", "head": "crosshead"}
CROSSHEAD_WORDS = 12
LONGEST_CROSSHEAD = 100
CLEAN_SHARE = 0.85
"""Lines of which so many words stand in sentences are an article and no page."""
NO_TEXT = 4
"""After more lines than these without a sentence or a list, the text of a related article is over."""
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
    """The body of the one article in these lines: all text where they hold little else, or else the run that the model found."""
    start, end = _clean_run(lines) or _widened(lines, *run)
    if end - start > 1 and is_title(lines[start]) and _is_text(lines[start + 1]):
        start += 1
    return _body(lines, start, end)


def _clean_run(lines: Sequence[Line]) -> tuple[int, int] | None:
    """All lines of text, where they are an article with hardly anything around it: a saved text, not a page. None for a page."""
    stop = next((at for at in range(len(lines)) if _ends_all(lines, at)), len(lines))
    texts = [at for at in range(stop) if _is_text(lines[at])]
    if not texts or sum(lines[at].words for at in texts) < CLEAN_SHARE * sum(line.words for line in lines[:stop]):
        return None
    return texts[0], texts[-1] + 1


def _ends_all(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` is the heading of comments, or of a tail that no text follows soon."""
    if lines[at].furniture != "tail":
        return False
    return opens_comments(lines[at].text) or not any(_is_text(line) for line in lines[at + 1 : at + 1 + NO_TEXT])


def body_under(lines: Sequence[Line], head: Head, end: int) -> Body:
    """The body under a head: down to a heading that opens a tail, or to the last line of text before line `end`."""
    last = at = head.body
    while at < end and at - last <= NO_TEXT and lines[at].furniture != "tail":
        if _is_text(lines[at]) or lines[at].mark == "list":
            last = at
        at += 1
    return _body(lines, head.body, last + 1)


def text_share(lines: Sequence[Line], body: Body) -> float:
    """How much of the words of a body stands in sentences, 0..1."""
    inside = lines[body.start : body.end]
    return sum(line.words for line in inside if _is_text(line)) / max(1, sum(line.words for line in inside))


def is_title(line: Line) -> bool:
    """Whether the first line of a text is its headline: a few words without a stop, or with most of its words in capitals."""
    if not can_be_headline(line):
        return False
    if not line.ends or line.mark == "head":
        return True
    words = [word for word in line.text.split() if len(word) > 3]
    return len(words) >= 3 and sum(word[:1].isupper() or not word[:1].isalpha() for word in words) >= 0.8 * len(words)


def _is_text(line: Line) -> bool:
    return line.words >= SENTENCE_WORDS and (line.ends or can_begin_body(line)) and not line.furniture


def _widened(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """The run with the text above and below it that nothing but text parts from it: a clean article loses no sentence."""
    while start > 0 and _is_text(lines[start - 1]) and not is_title(lines[start - 1]):
        start -= 1
    while end < len(lines) and _is_text(lines[end]):
        end += 1
    rest = range(end, len(lines))
    if not any(lines[at].furniture for at in rest):
        end = max((at + 1 for at in rest if _is_text(lines[at])), default=end)
    return start, end


def _body(lines: Sequence[Line], start: int, end: int) -> Body:
    kept = _kept(lines, start, end)
    paragraphs = tuple(Paragraph(_kind(kept, at), line.text) for at, line in enumerate(kept))
    return Body(start, end, paragraphs, sum(line.words for line in kept))


def _kept(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    kept: list[Line] = []
    in_box = False
    for at in range(start, end):
        line = lines[at]
        if line.furniture == "tail" and line.words <= CROSSHEAD_WORDS:
            in_box = True
        elif in_box and not (can_begin_body(line) or _is_text(line)):
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
    inside = 0 < at < len(kept) - 1 and _is_text(kept[at - 1]) and _is_text(kept[at + 1])
    return "crosshead" if short and inside and is_unfinished(line) and not is_byline(line.text) else "text"
