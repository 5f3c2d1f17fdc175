"""JSON Lines: a page a line, a broken line by its number, and where reading goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.article import Page
from octavo.pipeline import read_page
from octavo.reading.archives.entry import Entry, Position
from octavo.reading.archives.json_lines import JsonLines
from octavo.reading.archives.look import Packing
from tests.reading.archives.making import MORNING, line, packed, stream, told, written

PACKINGS: list[Packing] = ["none", "gzip", "zstd"]


def entries(tmp_path: Path, data: bytes, packing: Packing = "none", after: Position | None = None) -> list[Entry]:
    return list(JsonLines("a.jsonl", written(tmp_path / "a.jsonl", data), MORNING, packing).entries(after))


@pytest.mark.parametrize("packing", PACKINGS)
def test_each_line_is_a_page_and_an_article_with_its_id(tmp_path: Path, packing: Packing) -> None:
    found = entries(tmp_path, packed([line(1), b"\n", line(2), line(3).strip()], packing), packing)
    assert told(found) == ["a.jsonl, line 1", "a.jsonl, line 3", "a.jsonl, line 4"]
    articles = [read_page(entry.content) for entry in found if isinstance(entry.content, Page)]
    assert [article.id for (article,) in articles] == ["ferry-1", "ferry-2", "ferry-3"]


@pytest.mark.parametrize("packing", PACKINGS)
def test_reading_goes_on_behind_any_line(tmp_path: Path, packing: Packing) -> None:
    data = packed([line(number, title="é" * number) for number in range(6)], packing)
    whole = entries(tmp_path, data, packing)
    for index, entry in enumerate(whole):
        assert told(entries(tmp_path, data, packing, entry.after)) == told(whole[index + 1 :])


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_stream_is_read_from_its_beginning(packing: Packing) -> None:
    data = packed([line(number) for number in range(3)], packing)
    assert len(told(JsonLines("standard input", None, MORNING, packing, stream(data, 10)).entries())) == 3


def test_a_line_without_end_is_left_behind_in_pieces(tmp_path: Path) -> None:
    data = line(1) + b'{"title": "' + b"a" * 500_000 + b'"}\n' + line(3)
    lines = JsonLines("a.jsonl", written(tmp_path / "a.jsonl", data), MORNING, longest=1000)
    whole = list(lines.entries())
    first, second, third = told(whole)
    assert (first, third) == ("a.jsonl, line 1", "a.jsonl, line 3")
    assert "longer than" in second
    assert told(list(lines.entries(whole[1].after))) == [third]


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_broken_packing_ends_the_archive_and_is_told(tmp_path: Path, packing: Packing) -> None:
    data = packed([line(1) * 3, line(2) * 200], packing)
    found = told(entries(tmp_path, data[:-20], packing))
    assert found[:3] == ["a.jsonl, line 1", "a.jsonl, line 2", "a.jsonl, line 3"]
    assert found[-1].startswith("broken: it cannot be read behind line ")
