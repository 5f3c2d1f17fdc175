"""What the library must hold once the press was read for some days. Each check gives its complaints, a line each: none is right.

What may be lost by physics: a piece that no answer ever held. It came and left its feed between two requests, or while its source did
not answer. Whatever an answer held has to be in the library, once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.press import texts
from tests.press.kinds import Kind, kind_of
from tests.press.log import Log
from tests.press.pages import PAGE_WORDS
from tests.press.sources import Source

LONGEST = timedelta(days=1.1)
"""The longest that a healthy source is left unasked: a day and its jitter. A piece that is shown for longer has to be seen."""


@dataclass(frozen=True, slots=True)
class HeldArticle:
    """An article of the library. `versions`: how many earlier texts there are of it."""

    url: str
    text: str
    versions: int
    partial: str

    @property
    def piece(self) -> str:
        """The name of the piece that it is."""
        return self.url.partition("?")[0].rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A source's row in the end, and every reason for a failure that it had meanwhile."""

    address: str
    reason: str
    problem: str
    met: frozenset[str]
    interval: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """What the library holds: its articles, and its sources by the press's name for them."""

    articles: Sequence[HeldArticle]
    sources: Mapping[str, HeldSource]


def served(source: Source, log: Log) -> dict[str, list[int]]:
    """Piece -> the editions of it (0 as it was first, 1 corrected) in the answers, in their order."""
    found: dict[str, list[int]] = defaultdict(list)
    for visit in log.of(source.name):
        if visit.shown and visit.status == 200:
            for piece in source.pieces.shown(visit.time):
                found[piece.name].append(piece.edition(visit.time))
    return found


def losses(sources: Sequence[Source], log: Log, held: Held) -> list[str]:
    """Pieces that an answer held and the library does not."""
    there = {article.piece for article in held.articles}
    return [f"{source.name}: {piece} was served and is not in the library"
            for source in sources if kind_of(source).library == "feed" for piece in served(source, log) if piece not in there]


def unseen(sources: Sequence[Source], log: Log, begins: datetime, ends: datetime, shown_for: timedelta = LONGEST) -> list[str]:
    """Pieces of healthy sources that were shown for at least that long, and that no answer held."""
    found = []
    for source in sources:
        if not kind_of(source).well:
            continue
        seen = served(source, log)
        for piece in source.pieces.all:
            left = min(source.pieces.left(piece) or ends, ends)
            if left - max(piece.at, begins) >= shown_for and piece.name not in seen:
                found.append(f"{source.name}: {piece.name} was shown for {left - piece.at} and never asked for")
    return found


def doubles(held: Held) -> list[str]:
    """Pieces that the library holds twice."""
    count = Counter(article.piece for article in held.articles)
    return [f"{piece} is in the library {times} times" for piece, times in count.items() if times > 1]


def wrong_versions(sources: Sequence[Source], log: Log, held: Held) -> list[str]:
    """Corrected pieces without their earlier text or their correction, and earlier texts of what was never corrected."""
    found = []
    by_piece = {article.piece: article for article in held.articles}
    for source in sources:
        for piece, editions in served(source, log).items():
            article = by_piece.get(piece)
            wanted = len(set(editions)) - 1
            if article and article.versions != wanted:
                found.append(f"{source.name}: {piece} has {article.versions} earlier texts, and should have {wanted}")
            if article and editions[-1] and not article.text.startswith("Correction:"):
                found.append(f"{source.name}: {piece} does not stand as it was corrected")
    return found


def unfollowed(sources: Sequence[Source], log: Log, held: Held) -> list[str]:
    """Articles whose pages should have been read and were not, or were although they must not, or that should be marked as partial."""
    found = []
    by_source: dict[str, list[HeldArticle]] = defaultdict(list)
    for article in held.articles:
        by_source[article.piece.rpartition("-")[0]].append(article)
    asked = {visit.target for visit in log.visits}
    for source in sources:
        for article in by_source[source.name]:
            found += _unfollowed(kind_of(source), source, article, asked)
        if kind_of(source).library != "feed" and not by_source[source.name]:
            found.append(f"{source.name}: nothing of it is in the library")
    return found


def _unfollowed(kind: Kind, source: Source, article: HeldArticle, asked: set[str]) -> list[str]:
    whole = " ".join(texts.sentences(f"{article.piece} page", PAGE_WORDS))
    name, found = f"{source.name}: {article.piece}", []
    if kind.name == "summaries-forbidden":
        partial = "summary"
        if f"/news/{article.piece}" in asked:
            found.append(f"{name} was fetched against robots.txt")
    elif kind.name.startswith("summaries") or kind.library != "feed":
        partial = kind.site.wall
        if not partial and whole[-200:] not in " ".join(article.text.split()):
            found.append(f"{name} is not there with its full text")
    else:
        return []
    if article.partial != partial:
        found.append(f"{name} is marked {article.partial!r}, and should be {partial!r}")
    return found


def unfitting_reasons(sources: Sequence[Source], held: Held) -> list[str]:
    """Sources that are said to fail and do not, or the other way round, or for another reason, or without words."""
    found = []
    for source in sources:
        kind, row = kind_of(source), held.sources[source.name]
        if row.reason not in kind.ends:
            found.append(f"{source.name}: in the end its reason is {row.reason!r} ({row.problem}), not one of {sorted(kind.ends)}")
        if kind.met and not kind.met & row.met:
            found.append(f"{source.name}: it was never said to be one of {sorted(kind.met)}, only {sorted(row.met)}")
        if row.met - kind.met - kind.ends:
            found.append(f"{source.name}: it was said to be {sorted(row.met - kind.met - kind.ends)}, which is not so")
        if row.reason and not row.problem:
            found.append(f"{source.name}: it fails ({row.reason}) without words")
    return found


def wrong_addresses(sources: Sequence[Source], log: Log, held: Held, after: timedelta, answers: int) -> list[str]:
    """Sources that have the new address though the move has not held for that time and that many answers, or have not though it has."""
    found = []
    for source in sources:
        moves = [visit.time for visit in log.of(source.name) if visit.status in (301, 308)]
        has_held = len(moves) >= answers and moves[-1] - moves[0] >= after
        wanted = source.moved if has_held and not kind_of(source).stays else source.address
        if held.sources[source.name].address != wanted:
            found.append(f"{source.name}: it is kept as {held.sources[source.name].address}, and should be {wanted}")
        late = [visit for visit in log.of(source.name) if moves and visit.time > moves[-1] and visit.host == source.host]
        if has_held and late and source.moved.partition("//")[2].partition(":")[0] != source.host:
            found.append(f"{source.name}: it was asked at its old address after it was known to have moved")
    return found


def harmed(alone: Log, among: Log, sources: Sequence[Source], tolerance: float) -> list[str]:
    """Healthy sources that were asked more or less often among ill ones than without them, by more than that share."""
    found = []
    for source in sources:
        before, after = len(alone.of(source.name)), len(among.of(source.name))
        if abs(before - after) > max(2, tolerance * before):
            found.append(f"{source.name}: asked {before} times without ill sources, {after} times among them")
    return found
