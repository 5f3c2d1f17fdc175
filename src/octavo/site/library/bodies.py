"""The bytes of pages as the library stores them: whole, or as what is different from an earlier page of the same source.

A feed that is polled every hour differs by an entry each time. Its first page is stored whole and is the base of those that come after
it; when they have become too different, the next one is stored whole, and is their base from then on. No page hangs on more than one
other. Zstandard (RFC 8878) packs both; of a page that an earlier Octavo stored, zlib did.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator

from backports.zstd import CompressionParameter, ZstdCompressor, ZstdDecompressor, ZstdDict, ZstdError
from django.db.models import Max

from octavo.errors import LibraryError, TooLarge
from octavo.site.library.models import FetchedPage, Source

MAX_PAGE = 256 * 2**20
"""Bytes that a stored page may grow to: four times what is ever read in."""

LEVEL = 3
"""Of Zstandard's compression."""

BASE_MOST = 4 * 2**20
"""Bytes of a page that is stored as what is different, and of its base: both lie in memory meanwhile. A longer one is stored whole."""

WORTH = 4
"""A page is the next base where what is different takes more than the fourth part of what the whole page would."""

BASES_KEPT = 8
"""Bases that are in hand at a time."""

_POLLED = (Source.Kind.FEED, Source.Kind.PAGE, Source.Kind.SITEMAP)
_MAGIC = b"\x28\xb5\x2f\xfd"


def pack(pages: Iterable[tuple[FetchedPage, bytes]]) -> None:
    """Give rows that are not saved their bodies, made of those bytes; one that has its body keeps it. One query at most."""
    missing = [(row, body) for row, body in pages if not row.body]
    polled: defaultdict[int, list[tuple[FetchedPage, bytes]]] = defaultdict(list)
    for row, body in missing:
        if _is_polled(row) and len(body) <= BASE_MOST:
            row.is_base = True
            polled[row.source_id].append((row, body))
    for base in _bases(polled) if polled else ():
        _pack_beside(polled[base.source_id], base)
    for row, body in missing:
        row.body = row.body or _packed(body)


def body_of(row: FetchedPage, base: bytes | None = None) -> bytes:
    """The bytes of a page; `base`: those of its base, where it has one. Raises TooLarge where they grow beyond MAX_PAGE, LibraryError
    where they are damaged."""
    stored = bytes(row.body)
    opened = ZstdDecompressor(zstd_dict=_prefix(base)) if stored.startswith(_MAGIC) else zlib.decompressobj()
    try:
        body = opened.decompress(stored, MAX_PAGE)
    except (ZstdError, zlib.error) as error:
        raise _damaged(row, str(error)) from error
    if not opened.eof and len(body) >= MAX_PAGE:
        raise TooLarge(row.name, f"the stored page is larger than {MAX_PAGE // 2**20} MiB", "Import the file again")
    if not opened.eof:
        raise _damaged(row, "its end is missing")
    return body


class Bases:
    """The bases of pages that are read back, the last few kept open: the pages of a source have theirs in common."""

    def __init__(self) -> None:
        self._open: OrderedDict[int, bytes] = OrderedDict()

    def of(self, row: FetchedPage) -> bytes | None:
        """The bytes of that page's base, None where it is stored whole. A query where it is not one of the last few."""
        if row.base_id is None:
            return None
        if row.base_id not in self._open:
            self._open[row.base_id] = body_of(FetchedPage.objects.only("url", "name", "body").get(pk=row.base_id))
        self._open.move_to_end(row.base_id)
        while len(self._open) > BASES_KEPT:
            self._open.popitem(last=False)
        return self._open[row.base_id]


def _is_polled(row: FetchedPage) -> bool:
    """Whether it is what a source is polled for, not a page that it led to or a file."""
    return row.source.kind in _POLLED and row.name == row.source.address


def _bases(sources: Iterable[int]) -> Iterator[FetchedPage]:
    """The newest base of each source that has one, a few in hand at a time."""
    newest = FetchedPage.objects.filter(source__in=list(sources), is_base=True).order_by().values("source").annotate(last=Max("pk"))
    return FetchedPage.objects.filter(pk__in=newest.values("last")).only("source", "url", "name", "body").iterator(BASES_KEPT)


def _pack_beside(pages: Iterable[tuple[FetchedPage, bytes]], base: FetchedPage) -> None:
    """Pack those pages as what is different from the base, where that is worth it."""
    try:
        before = body_of(base)
    except LibraryError:  # it is damaged, as is said when it is read: nothing more is to hang on it
        return
    for row, body in pages:
        packed = _packed(body, before)
        if WORTH * len(packed) * len(before) <= len(base.body) * len(body):
            row.body, row.base_id, row.is_base = packed, base.pk, False


def _packed(body: bytes, base: bytes | None = None) -> bytes:
    # The window reaches from the end of the page to the beginning of its base.
    options: dict[int, int] = {CompressionParameter.compression_level: LEVEL, CompressionParameter.checksum_flag: 1}
    if base is not None:
        options[CompressionParameter.window_log] = max(10, (len(base) + len(body)).bit_length())
    return ZstdCompressor(options=options, zstd_dict=_prefix(base)).compress(body, ZstdCompressor.FLUSH_FRAME)


def _prefix(base: bytes | None) -> tuple[ZstdDict, int] | None:
    return ZstdDict(base, is_raw=True).as_prefix if base else None


def _damaged(row: FetchedPage, problem: str) -> LibraryError:
    return LibraryError(
        f"{row}: page {row.pk} is damaged in the library ({problem}). Its articles stay as they are. "
        "A copy of the library that was made before may hold it whole."
    )
