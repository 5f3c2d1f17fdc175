"""Archives into the library: batches, going on where it was, what is counted, and memory that does not grow."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from octavo.article import Page
from octavo.errors import OctavoError
from octavo.inputs import given
from octavo.pipeline import read_page
from octavo.reading.archives.entry import Archive
from tests.reading.archives.making import html, line, packed, record, written
from tests.shared import ROOT
from tests.site.library.articles import whole_library


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Four entries a batch."""
    request.getfixturevalue("library" if "library" in request.fixturenames else "site")
    from octavo.site.library import archives

    monkeypatch.setattr(archives, "BATCH", 4)


def archive(path: Path) -> Archive:
    found = given(str(path))
    assert not isinstance(found, Page)
    return found


def lines(tmp_path: Path, number: int = 10) -> Path:
    return written(tmp_path / "articles.jsonl", b"".join(map(line, range(number))))


def run(path: Path, **options: Any) -> Any:
    from octavo.site.library.archives import import_archive

    return import_archive(archive(path), **options)


def keys() -> list[str]:
    from octavo.site.library.models import Article

    return sorted(Article.objects.values_list("key", flat=True))


def test_a_warc_brings_its_pages_with_their_addresses_and_times(library: str, tmp_path: Path) -> None:
    from octavo.site.library.models import Article

    data = packed([record(number=1), record(status="404 Not Found"), record(b"{}", 2), record(number=3)], "gzip")
    outcome = run(written(tmp_path / "a.warc.gz", data))
    assert str(outcome) == "2 articles added, 2 left out"
    assert outcome.finished
    row = Article.objects.select_related("page").order_by("pk")[0]
    assert (row.url, row.headline, row.page.url) == ("https://post.example/ferry/1", "Ferry stays in harbour, day 1", row.url)
    assert row.page.fetched.isoformat() == "2026-03-03T07:30:00+00:00"


def test_lines_keep_their_ids_and_can_be_read_again(library: str, tmp_path: Path) -> None:
    from octavo.site.library.rereading import reread

    bad = b'{"id": 7}\nnonsense\n'
    path = written(tmp_path / "articles.jsonl", line(0) + bad + line(1, title="Ferry sails") + b'{"title": "Headline alone", "id": 9}\n')
    complaints: list[OctavoError] = []
    outcome = run(path, complain=complaints.append)
    assert keys() == ["9", "ferry-0", "ferry-1"]
    assert str(outcome) == "3 articles added, 2 failed"
    assert [str(each).split(":")[0] for each in complaints] == [f"{path}, line 2", f"{path}, line 3"]
    before = whole_library()
    assert str(reread(lambda *_: None, complaints.append)) == "3 pages read again, 0 articles changed"
    assert whole_library() == before


def test_a_folder_brings_its_pages(library: str, tmp_path: Path) -> None:
    for number in range(5):
        written(tmp_path / f"{number}.html", html(number))
    written(tmp_path / "menu.html", b"<html><body><nav><a href=/>Home</a></nav></body></html>")
    written(tmp_path / "style.css", b"body { color: black }")
    written(tmp_path / "list.json", b'{"error": "none"}')
    assert str(run(tmp_path)) == "5 articles added, 3 left out"


def test_a_finished_archive_is_not_read_again_unless_asked(library: str, tmp_path: Path) -> None:
    path = lines(tmp_path)
    assert str(run(path)) == "10 articles added"
    before = whole_library()
    second = run(path)
    assert (str(second), second.before) == ("imported before (10 articles added); --again reads it anew", True)
    assert whole_library() == before
    assert str(run(path, again=True)) == "nothing new (10 articles already there)"
    lines(tmp_path, 11)
    assert str(run(path)) == "1 article added, 10 already there"


@pytest.mark.parametrize("form", ["lines", "warc", "whole gzip", "folder"])
def test_an_import_that_is_stopped_goes_on_where_it_was(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import archives

    path = tmp_path / "pages"
    if form == "folder":
        path.mkdir()
        for number in range(10):
            written(path / f"{number}.html", html(number))
    elif form == "lines":
        path = lines(tmp_path)
    else:
        records = [record(number=number) for number in range(10)]
        written(path, packed(records if form == "warc" else [b"".join(records)], "gzip"))
    read: list[str] = []

    def reading(page: Page) -> Any:
        read.append(page.name)
        return read_page(page)

    monkeypatch.setattr(archives, "read_page", reading)
    first = run(path, stop=lambda: True)
    assert (first.imported.added, first.finished) == (4, False)
    second = run(path)
    assert (second.imported.added, second.finished) == (10, True)
    assert len(read) == len(set(read)) == len(keys()) == 10


def test_articles_and_position_are_there_both_or_neither(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import archives
    from octavo.site.library.models import ImportedArchive

    def failing(*_: Any) -> Any:
        raise KeyboardInterrupt

    path = lines(tmp_path)
    run(path, stop=lambda: True)
    with monkeypatch.context() as patch:
        patch.setattr(archives, "_fields", failing)
        with pytest.raises(KeyboardInterrupt):
            run(path)
    assert len(keys()) == 4
    assert [row.added for row in ImportedArchive.objects.all()] == [4]
    assert run(path).imported.added == 10


KILLED = """
import os, signal, sys
from octavo.site.library.opening import open_library
open_library()
from octavo.inputs import given
from octavo.site.library import archives
archives.BATCH = 4
read = archives.read_page
count = 0
def killing(page):
    global count
    count += 1
    if count == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return read(page)
archives.read_page = killing
archives.import_archive(given(sys.argv[1]))
"""


def test_a_killed_import_goes_on_where_it_was(library: str, tmp_path: Path) -> None:
    from octavo.site.library import archives

    path = written(tmp_path / "a.warc.gz", packed([record(number=number) for number in range(20)], "gzip"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), "11"], env=environment, timeout=120)
    assert done.returncode == -signal.SIGKILL
    assert len(keys()) == 8
    outcome = archives.import_archive(archive(path))
    assert (str(outcome), len(keys())) == ("20 articles added", 20)


def test_the_first_that_are_broken_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import archives

    monkeypatch.setattr(archives, "NAMED", 3)
    complaints: list[OctavoError] = []
    outcome = run(written(tmp_path / "a.jsonl", line(1) + b"nonsense\n" * 9 + line(2)), complain=complaints.append)
    assert (outcome.failed, len(complaints), outcome.imported.added) == (9, 3, 2)


def test_a_fault_of_the_reading_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import archives

    def faulty(page: Page) -> Any:
        if b"ferry-3" in page.body:
            raise ZeroDivisionError("division by zero")
        return read_page(page)

    monkeypatch.setattr(archives, "read_page", faulty)
    complaints: list[OctavoError] = []
    outcome = run(lines(tmp_path), complain=complaints.append)
    assert (outcome.failed, outcome.imported.added) == (1, 9)
    assert "line 4: it cannot be read (ZeroDivisionError: division by zero)" in str(complaints[0])


def test_a_long_feed_in_an_archive_is_written_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import archives, importing

    monkeypatch.setattr(archives, "CHUNK", 10)
    monkeypatch.setattr(importing, "CHUNK", 10)
    items = "".join(f"<item><title>Entry {n}</title><link>https://post.example/{n}</link></item>" for n in range(45))
    feed = f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()
    outcome = run(written(tmp_path / "a.warc", record(feed, media_type="application/rss+xml") + record(number=1)))
    assert str(outcome) == "46 articles added"


def test_how_far_it_is_is_told_after_each_batch(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None, int]] = []
    path = lines(tmp_path)
    run(path, show=lambda so_far: seen.append((so_far.imported.added, so_far.size, so_far.read)))
    assert [added for added, _, _ in seen] == [4, 8, 10]
    assert {size for _, size, _ in seen} == {path.stat().st_size}
    assert seen[-1][2] == path.stat().st_size


PEAK = """
import sys, tracemalloc
from octavo.site.library.opening import open_library
open_library()
from octavo.inputs import given
from octavo.site.library import archives
from octavo.article import Article, Paragraph
# What is read from a page takes time and says nothing of the archive: a short article stands for it.
archives.read_page = lambda page: (Article(id="the same", headline="Ferry", paragraphs=(Paragraph("text", "It stays."),)),)
tracemalloc.start()
outcome = archives.import_archive(given(sys.argv[1]))
print(outcome.imported.added + outcome.imported.kept, tracemalloc.get_traced_memory()[1])
"""


@pytest.mark.long
@pytest.mark.parametrize("form", ["warc", "json lines"])
def test_memory_does_not_grow_with_the_archive(form: str, tmp_path: Path) -> None:
    peaks = []
    for number in (2_000, 20_000):
        small = (f"<p>It stays, for the {each}th day." for each in range(number))
        each = (record(text.encode(), index) for index, text in enumerate(small)) if form == "warc" else map(line, range(number))
        path = written(tmp_path / str(number), packed(each, "gzip" if form == "warc" else "none"))
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "OCTAVO_DATA": str(tmp_path / f"library {number}")}
        done = subprocess.run([sys.executable, "-c", PEAK, str(path)], env=environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        articles, peak = map(int, done.stdout.split())
        assert articles == number
        peaks.append(peak)
    assert abs(peaks[1] - peaks[0]) < 3 << 20, peaks
