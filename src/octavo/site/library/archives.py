"""Archives into the library, in batches, so that an import that is killed goes on where it was.

How far it has come is written in the transaction that brings a batch's articles: both are there or neither. Memory holds one batch.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.utils import timezone

from octavo.article import Article, Page
from octavo.errors import InputError, NothingToRead, NotReadable, OctavoError
from octavo.pipeline import read_page
from octavo.reading.archives.entry import Archive, Entry, Position
from octavo.site.library import models, rows
from octavo.site.library.importing import CHUNK, FILES, Given, Imported, import_batch, source_of
from octavo.site.library.writing import explaining, writing

BATCH = 64
"""Pages in a transaction: what a kill costs at most, and what other writers wait for, some tenths of a second."""
BATCH_BYTES = 8 << 20
NAMED = 20
"""Broken entries that are named one by one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an archive so far: articles, entries left out, entries that are broken; whether all of it was read, and whether that
    was so before. `read` is in bytes of `size`, which is None for a stream."""

    imported: Imported = field(default_factory=Imported)
    left_out: int = 0
    failed: int = 0
    finished: bool = False
    before: bool = False
    read: int = 0
    size: int | None = None

    def __str__(self) -> str:
        parts = [str(self.imported)]
        parts += [f"{self.left_out:,} left out"] if self.left_out else []
        parts += [f"{self.failed:,} failed"] if self.failed else []
        said = ", ".join(parts)
        return f"imported before ({said}); --again reads it anew" if self.before else said


@dataclass(slots=True)
class _Batch:
    """Pages that were read and are not yet written, and where the archive goes on behind them."""

    given: list[Given] = field(default_factory=list)
    articles: int = 0
    size: int = 0
    entries: int = 0
    after: Position | None = None

    def take(self, page: Page, articles: tuple[Article, ...], source: models.Source) -> None:
        self.given.append(Given(page, articles, source))
        self.articles += len(articles)
        self.size += len(page.body)

    @property
    def full(self) -> bool:
        return self.entries >= BATCH or self.size >= BATCH_BYTES or self.articles >= CHUNK


@explaining()
def import_archive(
    archive: Archive,
    show: Callable[[Outcome], None] = lambda _: None,
    complain: Callable[[OctavoError], object] = lambda _: None,
    again: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Import the archive from where it was left, or from the beginning if it is new or `again` says so.

    `show` is told after each batch how far it is, `complain` gets an error for each of the first NAMED broken entries, which never stop
    the rest; when `stop` says so it ends behind a batch, not finished. Raises LibraryError where the library cannot be written, InputError
    where the archive cannot be opened; what was written stays.
    """
    identity, size = _identity(archive)
    row = models.ImportedArchive.objects.filter(pk=identity).first() if identity and not again else None
    so_far = replace(_so_far(row), size=size)
    if row and row.finished:
        return replace(so_far, before=True)
    source = source_of(models.Source.Kind.FILE, FILES, "Files")
    batch = _Batch(after=json.loads(row.position) if row else None)
    for entry in archive.entries(batch.after):
        batch.entries += 1
        batch.after = entry.after
        so_far = replace(_take(entry, batch, source, archive, so_far, complain), read=entry.read)
        if batch.full:
            so_far = _write(batch, archive, identity, so_far)
            batch = _Batch(after=batch.after)
            show(so_far)
            if stop():
                return so_far
    so_far = _write(batch, archive, identity, replace(so_far, finished=True))
    show(so_far)
    return so_far


def _identity(archive: Archive) -> tuple[str | None, int | None]:
    try:
        return archive.identity(), archive.size
    except OSError as error:
        raise InputError(archive.name, (error.strerror or str(error)).lower(), "Look at the name and who may read it") from error


def _so_far(row: models.ImportedArchive | None) -> Outcome:
    if row is None:
        return Outcome()
    return Outcome(Imported(row.added, row.changed, row.kept), row.left_out, row.failed, row.finished)


def _take(
    entry: Entry, batch: _Batch, source: models.Source, archive: Archive, so_far: Outcome, complain: Callable[[OctavoError], object],
) -> Outcome:
    """Read what the entry holds, into the batch; what is broken is told, and counted."""
    if entry.content is None:
        return replace(so_far, left_out=so_far.left_out + 1)
    try:
        if isinstance(entry.content, InputError):
            raise entry.content
        batch.take(entry.content, _read(entry.content), source)
    except OctavoError as error:
        if archive.tolerant and isinstance(error, NotReadable | NothingToRead):
            return replace(so_far, left_out=so_far.left_out + 1)
        if so_far.failed < NAMED:
            complain(error)
        return replace(so_far, failed=so_far.failed + 1)
    return so_far


def _read(page: Page) -> tuple[Article, ...]:
    try:
        return read_page(page)
    except OctavoError:
        raise
    except Exception as error:
        # A fault of the reading that one page brings out must not keep the others from being read.
        problem = f"it cannot be read ({type(error).__name__}: {error})"
        raise InputError(page.name, problem, "Please report it with the page") from error


def _write(batch: _Batch, archive: Archive, identity: str | None, so_far: Outcome) -> Outcome:
    """The batch into the library, and with it how far the archive has been read."""
    if batch.articles > 2 * CHUNK:
        # A feed of thousands of entries: too much for one transaction. Killed behind it, it is found complete when it is read again.
        taken = import_batch(batch.given)
        batch.given = []
    else:
        taken = []
    with writing():
        taken += import_batch(batch.given) if batch.given else []
        so_far = replace(so_far, imported=sum((each.imported for each in taken), so_far.imported))
        if identity:
            models.ImportedArchive.objects.update_or_create(pk=identity, defaults=_fields(archive, batch.after, so_far))
    return so_far


def _fields(archive: Archive, after: Position | None, so_far: Outcome) -> dict[str, object]:
    imported = so_far.imported
    return {
        "name": rows.fitting(archive.name, models.ImportedArchive, "name"),
        # ASCII: the names of files can hold what no database takes.
        "position": json.dumps(after),
        "finished": so_far.finished,
        "added": imported.added,
        "changed": imported.changed,
        "kept": imported.kept,
        "left_out": so_far.left_out,
        "failed": so_far.failed,
        "updated": timezone.now(),
    }
