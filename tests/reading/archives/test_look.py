"""What is an archive, and which, told by its first bytes."""

from __future__ import annotations

import gzip
import json

import pytest

from octavo.reading.archives.look import HEAD, Look, look
from tests.reading.archives.making import html, line, packed, record

INFO = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
FEED = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": []}).encode()


@pytest.mark.parametrize("packing", ["none", "gzip", "zstd"])
def test_archives_are_known_packed_or_not_whatever_their_name(packing: str) -> None:
    assert look(packed([INFO, record()], packing), "page.html") == Look("warc", packing)  # type: ignore[arg-type]
    assert look(packed([line(1), line(2)], packing), "page.html") == Look("json lines", packing)  # type: ignore[arg-type]


def test_a_zstd_dictionary_before_the_records_is_no_obstacle() -> None:
    assert look(b"\x5d\x2a\x4d\x18\x04\0\0\0abcd" + packed([record()], "zstd")) == Look("warc", "zstd")


@pytest.mark.parametrize(
    "first",
    [line(1), b"\n\r\n " + line(1), b"\xef\xbb\xbf" + line(1), line(1).strip(), b'{"title": "Ferry"}\nnonsense\n'],
    ids=["a line", "blank lines first", "a mark of UTF-8", "one line without end", "a broken second line"],
)
def test_json_lines_are_told_by_their_first_line(first: bytes) -> None:
    assert look(first) == Look("json lines", "none")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\0" * 100, html(1), FEED, json.dumps({"headline": "Ferry", "text": "It."}, indent=1).encode(), b'{"error": "none"}\n',
        b"[1]\n",
        gzip.compress(html(1)), b"\x1f\x8b\x08 broken", b"\x28\xb5\x2f\xfd broken", b'{"title": "' + b"a" * HEAD, b"WARC are told apart.",
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_archive_is_a_page_or_nothing(data: bytes) -> None:
    assert look(data[:HEAD]) is None


def test_a_name_counts_where_the_first_line_is_broken() -> None:
    assert look(b"{broken\n" + line(2), "articles.JSONL") == Look("json lines", "none")
    assert look(b"{broken\n" + line(2), "articles.txt") is None
    assert look(b"", "articles.jsonl") is None


def test_a_bomb_is_not_unfolded() -> None:
    import tracemalloc

    bomb = gzip.compress(b"\0" * (64 << 20))
    tracemalloc.start()
    assert look(bomb[:HEAD]) is None
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20
