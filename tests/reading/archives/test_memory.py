"""Memory does not grow with the archive; the import's own is in tests/site/library/test_archives.py, and takes long."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from octavo.reading.archives.entry import Archive
from octavo.reading.archives.json_lines import JsonLines
from octavo.reading.archives.warc import Warc
from tests.reading.archives.making import MORNING, line, packed, record, written

FORMS: dict[str, tuple[Callable[[Path], Archive], Callable[[int], bytes]]] = {
    "warc": (lambda path: Warc("a.warc", path), lambda number: record(b"<p>It stays.", number)),
    "packed warc": (lambda path: Warc("a.warc.gz", path, "gzip"), lambda number: packed([record(b"<p>It stays.", number)], "gzip")),
    "json lines": (lambda path: JsonLines("a.jsonl", path, MORNING), line),
    "packed json lines": (lambda path: JsonLines("a.jsonl.gz", path, MORNING, "gzip"), lambda number: packed([line(number)], "gzip")),
}


@pytest.mark.parametrize("form", FORMS)
def test_reading_twenty_thousand_takes_no_more_than_two_thousand(form: str, tmp_path: Path) -> None:
    opened, made = FORMS[form]
    peaks = []
    for number in (2_000, 20_000):
        archive = opened(written(tmp_path / str(number), b"".join(map(made, range(number)))))
        tracemalloc.start()
        assert sum(1 for _ in archive.entries()) == number
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert abs(peaks[1] - peaks[0]) < 1 << 20, peaks
