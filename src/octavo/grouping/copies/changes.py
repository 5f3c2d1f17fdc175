"""What a copy changed: its paragraphs beside the origin's, the words that differ, and the change in a few words for a reader."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from octavo.article import Article
from octavo.grouping.copies.aligning import aligned
from octavo.grouping.copies.words import fold
from octavo.messages import Message
from octavo.messages import message as _
from octavo.messages import messages as ngettext
from octavo.words import joined

MOST_WORDS = 20_000
"""Words of either text that are compared; what stands behind them is left out of the difference."""
TAKEN = 0.25
"""The share of a paragraph's words that it has from the other text at least, not to count as cut or added."""

WORD_FOR_WORD = _("word for word")
HEADLINE, SPELLING, SPELLING_ONLY = _("another headline"), _("spelling"), _("spelling only")
LESS = (HEADLINE, SPELLING, SPELLING_ONLY)
"""What changes no text."""

PieceKind = Literal["kept", "respelled", "cut", "added"]
ParagraphKind = Literal["kept", "changed", "moved", "cut", "added"]
_Told = tuple[PieceKind, str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that are in both texts, in the origin alone ("cut") or in the copy alone ("added"). "respelled": the same words,
    written otherwise; `text` is the copy's then, and `before` the origin's ("" for all other kinds)."""

    kind: PieceKind
    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph of the copy, or one of the origin that was cut, and its pieces in reading order.

    "changed" may be in the spelling alone; a "moved" one stood elsewhere in the origin and has one piece.
    """

    kind: ParagraphKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two articles: both headlines, the origin's first; paragraphs in the order of the copy, cut ones where they stood.

    `summary`: what was done, in a few words each, none where the texts are the same word for word. `whole`: false where a text is longer
    than MOST_WORDS, and only its beginning was compared.
    """

    headlines: tuple[str, str]
    paragraphs: tuple[ParagraphChange, ...]
    summary: tuple[Message, ...]
    whole: bool = True

    def __str__(self) -> str:
        return joined(self.summary) or WORD_FOR_WORD


@dataclass(frozen=True, slots=True)
class _Text:
    """A text's words as they are printed and folded, and the number of each one's paragraph."""

    printed: list[str]
    folded: list[str]
    paragraph: list[int]
    whole: bool


def changes(origin: Article, copy: Article) -> Changes:
    """Two articles -> what the second changed of the first. Linear in their length but for gaps, which are bounded (see `aligning`)."""
    before, after = _text(origin), _text(copy)
    partner = _taken(before, after, dict(aligned(before.folded, after.folded)))
    moved_from, moved_to = _moved(before, after, partner)
    paragraphs = tuple(_paragraphs(before, after, partner, moved_from, moved_to))
    headlines = (origin.headline, copy.headline)
    return Changes(headlines, paragraphs, tuple(_summary(paragraphs, headlines)), before.whole and after.whole)


def _text(article: Article) -> _Text:
    printed = [(word, number) for number, paragraph in enumerate(article.paragraphs) for word in paragraph.text.split()]
    told = printed[:MOST_WORDS]
    words = [word for word, _ in told]
    return _Text(words, [" ".join(fold(word)) or word for word in words], [number for _, number in told], len(told) == len(printed))


def _spans(text: _Text) -> list[range]:
    """The places of each paragraph's words."""
    ends = [at for at in range(1, len(text.paragraph)) if text.paragraph[at] != text.paragraph[at - 1]]
    return [range(start, end) for start, end in zip([0, *ends], [*ends, len(text.paragraph)], strict=True) if start < end]


def _taken(before: _Text, after: _Text, partner: Mapping[int, int]) -> dict[int, int]:
    """The pairs of words without those of paragraphs that have next to nothing from the other text."""
    there = set(partner.values())
    old = {at for span in _spans(before) if sum(at in partner for at in span) >= TAKEN * len(span) for at in span}
    new = {at for span in _spans(after) if sum(at in there for at in span) >= TAKEN * len(span) for at in span}
    return {one: other for one, other in partner.items() if one in old and other in new}


def _moved(before: _Text, after: _Text, partner: dict[int, int]) -> tuple[set[int], set[int]]:
    """First words of whole paragraphs that stand elsewhere in the other text: in the origin, in the copy."""
    taken = set(partner.values())
    left: dict[tuple[str, ...], deque[int]] = {}
    for span in _spans(before):
        if partner.keys().isdisjoint(span):
            left.setdefault(tuple(before.folded[span.start : span.stop]), deque()).append(span.start)
    moved_from, moved_to = set(), set()
    for span in _spans(after):
        if taken.isdisjoint(span) and (found := left.get(tuple(after.folded[span.start : span.stop]))):
            moved_from.add(found.popleft())
            moved_to.add(span.start)
    return moved_from, moved_to


def _paragraphs(
    before: _Text, after: _Text, partner: dict[int, int], moved_from: set[int], moved_to: set[int],
) -> Iterator[ParagraphChange]:
    source = {there: here for here, there in partner.items()}
    gone = [span for span in _spans(before) if partner.keys().isdisjoint(span)]
    silent = {at for span in gone for at in span}
    cut = deque(span for span in gone if span.start not in moved_from)
    done = 0
    for span in _spans(after):
        if span.start in moved_to:
            yield ParagraphChange("moved", (Piece("kept", _printed(after, span)),))
            continue
        known = [source[at] for at in span if at in source]
        if not known:
            yield ParagraphChange("added", (Piece("added", _printed(after, span)),))
            continue
        while cut and cut[0].start < known[0]:
            yield ParagraphChange("cut", (Piece("cut", _printed(before, cut.popleft())),))
        told, done = _words(before, after, span, source, silent, done)
        while done < len(before.printed) and done not in partner and before.paragraph[done] == before.paragraph[done - 1]:
            told.append(("cut", before.printed[done], ""))
            done += 1
        pieces = tuple(_pieces(told))
        yield ParagraphChange("changed" if any(piece.kind != "kept" for piece in pieces) else "kept", pieces)
    for span in cut:
        yield ParagraphChange("cut", (Piece("cut", _printed(before, span)),))


def _words(
    before: _Text, after: _Text, span: range, source: Mapping[int, int], silent: Set[int], done: int,
) -> tuple[list[_Told], int]:
    """The words of one of the copy's paragraphs, and those of the origin from `done` on that stood among them and are gone."""
    told: list[_Told] = []
    for at in span:
        if (here := source.get(at)) is None:
            told.append(("added", after.printed[at], ""))
            continue
        told += [("cut", before.printed[gone], "") for gone in range(done, here) if gone not in silent]
        done = here + 1
        same = before.printed[here] == after.printed[at]
        told.append(("kept" if same else "respelled", after.printed[at], "" if same else before.printed[here]))
    return told, done


def _pieces(told: Iterable[_Told]) -> Iterator[Piece]:
    for kind, words in groupby(told, key=lambda each: each[0]):
        run = list(words)
        yield Piece(kind, " ".join(word for _, word, _ in run), " ".join(word for _, _, word in run if word))


def _printed(text: _Text, span: range) -> str:
    return " ".join(text.printed[span.start : span.stop])


def _summary(paragraphs: Sequence[ParagraphChange], headlines: tuple[str, str]) -> Iterator[Message]:
    times = {kind: sum(paragraph.kind == kind for paragraph in paragraphs) for kind in ("cut", "added", "moved", "changed")}
    if fold(headlines[0]) != fold(headlines[1]):
        yield HEADLINE
    if times["cut"]:
        at_end = all(paragraph.kind == "cut" for paragraph in paragraphs[-times["cut"] :]) and times["cut"] < len(paragraphs)
        yield _cut_at_end(times["cut"]) if at_end else _cut(times["cut"])
    if many := times["added"]:
        yield ngettext("added %(number)s paragraph", "added %(number)s paragraphs", many, number=_number(many))
    if many := times["moved"]:
        yield ngettext("moved %(number)s paragraph", "moved %(number)s paragraphs", many, number=_number(many))
    reworded = sum(paragraph.kind == "changed" and _reworded(paragraph.pieces) for paragraph in paragraphs)
    if reworded:
        words = _number(reworded)
        yield ngettext("changed words in %(number)s paragraph", "changed words in %(number)s paragraphs", reworded, number=words)
    elif times["changed"]:
        yield SPELLING_ONLY if sum(times.values()) == times["changed"] else SPELLING


def _reworded(pieces: Iterable[Piece]) -> bool:
    return any(piece.kind in ("cut", "added") for piece in pieces)


def _cut(many: int) -> Message:
    return ngettext("cut %(number)s paragraph", "cut %(number)s paragraphs", many, number=_number(many))


def _cut_at_end(many: int) -> Message:
    return ngettext("cut the last paragraph", "cut the last %(number)s paragraphs", many, number=_number(many))


_NUMBERS = (
    _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"), _("ten"),
)


def _number(many: int) -> Message | int:
    return _NUMBERS[many] if many < len(_NUMBERS) else many
