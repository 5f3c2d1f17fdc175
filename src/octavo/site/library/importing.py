"""Pages and their articles into the library, many at a time: what becomes of each article is decided and carried out by `carrying`.

A page is written in one transaction, with others where they come together, a very long one (a feed of thousands of entries) in one
transaction per CHUNK articles: killed at any point, each article is there whole or not at all, and importing the page again completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils import timezone

from octavo.article import Article, Page
from octavo.pipeline import read_page
from octavo.site.library import models, rows
from octavo.site.library.carrying import carry_out, pack_bodies
from octavo.site.library.keeping.gone import let_in
from octavo.site.library.parts import Entry, Imported, Part, Taken, once
from octavo.site.library.planning import is_fresh, standing_of
from octavo.site.library.standing import FILES
from octavo.site.library.writing import explaining, writing

__all__ = ["CHUNK", "FILES", "Given", "Imported", "Taken", "import_batch", "import_file", "import_page", "source_of"]

CHUNK = 500
"""Articles in a transaction: some megabytes at most, and under half a second, so that other writers never wait long."""


@dataclass(frozen=True, slots=True)
class Given:
    """A page and the articles that were read from it, the main article first.

    The page is stored where something in it is new, or `keep` says so: a feed that is asked every hour differs by an entry each time.
    """

    page: Page
    articles: Sequence[Article]
    source: models.Source
    keep: bool = False


@dataclass(slots=True)
class _Piece:
    """A part of the page with that number in the batch, and whether it is the page's last."""

    number: int
    part: Part
    last: bool

    @property
    def name(self) -> tuple[int, str]:
        """What the page is known by: its source and digest."""
        return self.part.row.source_id, self.part.row.digest


@explaining()
def import_file(page: Page) -> Imported:
    """Read a page that was given as a file and import it. Raises InputError where there is nothing to read in it."""
    return import_page(page, read_page(page), source_of(models.Source.Kind.FILE, FILES, "Files"))


def source_of(kind: models.Source.Kind, address: str, title: str) -> models.Source:
    """The source of that address (at most 2,000 ASCII characters), made where there is none."""
    with writing():
        return models.Source.objects.get_or_create(address=address, defaults={"kind": kind, "title": title, "added": timezone.now()})[0]


def import_page(page: Page, articles: Sequence[Article], source: models.Source) -> Imported:
    """Put the page, whatever is new in it, and the articles that were read from it, the main article first, into the library."""
    return import_batch([Given(page, articles, source, keep=True)])[0].imported


def import_batch(given: Sequence[Given]) -> list[Taken]:
    """Put pages and their articles into the library, as if one after the other; says for each page, in order, what came of it.

    The same bytes of the same address from the same source change nothing the second time, once they are stored. Pages share
    transactions, CHUNK articles in each at most; the number of queries depends on the number of transactions alone (where Django splits a
    long INSERT, on the number of articles in steps of about 35 on SQLite). Raises LibraryError where the library cannot be written; what
    earlier transactions brought stays.
    """
    pieces = [_pieces(number, each) for number, each in enumerate(given)]
    done = [
        Taken(Imported(kept=len(each.articles) - sum(len(piece.part.entries) for piece in own)))
        for each, own in zip(given, pieces, strict=True)
    ]
    for together in _transactions(chain.from_iterable(pieces)):
        for piece, taken in zip(together, _write(together), strict=True):
            done[piece.number] += taken
            piece.part.entries = ()  # What was made of them can be large.
    return done


def _pieces(number: int, given: Given) -> list[_Piece]:
    """A page as parts of CHUNK articles at most; one without articles is one part."""
    entries = once(given.articles)
    row = models.FetchedPage(source=given.source, **rows.page_fields(given.page))
    specimen = given.source.kind == models.Source.Kind.SPECIMEN
    pieces = []
    for start in range(0, max(len(entries), 1), CHUNK):
        some = [Entry(position, article) for position, article in entries[start : start + CHUNK]]
        part = Part(row, some, specimen, given.page, given.keep)
        pieces.append(_Piece(number, part, last=start + CHUNK >= len(entries)))
    return pieces


def _transactions(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """What is written together: up to CHUNK articles, and no page twice."""
    together: list[_Piece] = []
    names: set[tuple[int, str]] = set()
    size = 0
    for piece in pieces:
        if together and (size + len(piece.part.entries) > CHUNK or piece.name in names):
            yield together
            together, names, size = [], set(), 0
        together.append(piece)
        names.add(piece.name)
        size += len(piece.part.entries)
    if together:
        yield together


def _write(pieces: Sequence[_Piece]) -> list[Taken]:
    """Write pieces of different pages in one transaction."""
    _prepare(pieces)
    with writing():
        stored = _stored(pieces)
        due = {piece.name: piece for piece in pieces if not _complete(stored, piece)}
        for name, piece in due.items():
            if row := stored.get(name):
                row.source = piece.part.row.source
                piece.part.row = row
            piece.part.row.complete = piece.last
        if by_hand := [entry.key for piece in due.values() if piece.part.row.source.address == FILES for entry in piece.part.entries]:
            let_in(by_hand)
        came = dict(zip(due, carry_out([piece.part for piece in due.values()]), strict=True))
        if ended := [piece.part.row.pk for name, piece in due.items() if piece.last and name in stored]:
            models.FetchedPage.objects.filter(pk__in=ended).update(complete=True)
    return [came.get(piece.name, Taken(Imported(kept=len(piece.part.entries)))) for piece in pieces]


def _prepare(pieces: Sequence[_Piece]) -> None:
    """Make what is likely to be written before the transaction, so that other writers do not wait for it."""
    stored = _stored(pieces)
    new = [piece.part for piece in pieces if not _complete(stored, piece)]
    standing, kept = standing_of(new), []
    for part in new:
        fresh = [entry for entry in part.entries if is_fresh(part, entry, standing.get((entry.key, part.specimen)))]
        if part.keep or fresh:
            kept.append(part)
        for entry in fresh:
            entry.make()
    pack_bodies(kept)


def _complete(stored: dict[tuple[int, str], models.FetchedPage], piece: _Piece) -> bool:
    return piece.name in stored and stored[piece.name].complete


def _stored(pieces: Sequence[_Piece]) -> dict[tuple[int, str], models.FetchedPage]:
    """The rows, by source and digest, of those pages that are in the library."""
    found = models.FetchedPage.objects.defer("body").filter(digest__in={piece.part.row.digest for piece in pieces})
    return {(row.source_id, row.digest): row for row in found}
