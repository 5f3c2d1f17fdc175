"""WARC: what is read from it, what is left out, and how damage is met."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octavo.article import Page
from octavo.reading.archives import warc
from octavo.reading.archives.entry import Entry, Position
from octavo.reading.archives.look import Packing
from octavo.reading.archives.warc import Warc
from tests.reading.archives.making import MORNING, address, html, packed, record, stream, told, written

PACKINGS: list[Packing] = ["none", "gzip", "zstd"]


def entries(tmp_path: Path, data: bytes, packing: Packing = "none", after: Position | None = None) -> list[Entry]:
    return list(Warc("a.warc", written(tmp_path / "a.warc", data), packing).entries(after))


def only_page(found: list[Entry]) -> Page:
    (entry,) = found
    assert isinstance(entry.content, Page), entry
    return entry.content


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_page_comes_as_it_was_fetched(tmp_path: Path, packing: Packing) -> None:
    page = only_page(entries(tmp_path, packed([record(number=7)], packing), packing))
    assert (page.body, page.url, page.fetched, page.content_type) == (html(7), address(7), MORNING, "text/html; charset=utf-8")
    assert page.name == f"a.warc, {address(7)}"


@pytest.mark.parametrize("packing", PACKINGS)
def test_reading_goes_on_behind_any_entry(tmp_path: Path, packing: Packing) -> None:
    data = packed([record(number=number) for number in range(6)], packing)
    whole = entries(tmp_path, data, packing)
    assert told(whole) == [address(number) for number in range(6)]
    for index, entry in enumerate(whole):
        assert told(entries(tmp_path, data, packing, entry.after)) == told(whole[index + 1 :])
    assert whole[-1].read == len(data)
    assert packing == "none" or whole[3].after[0] > 0, "a packed record is begun at, not come to from the beginning"  # type: ignore[operator]


def test_a_file_packed_as_a_whole_goes_on_too(tmp_path: Path) -> None:
    data = gzip.compress(b"".join(record(number=number, body=html(number) * 400) for number in range(6)))
    whole = entries(tmp_path, data, "gzip")
    assert len(whole) == 6
    for index, entry in enumerate(whole):
        assert told(entries(tmp_path, data, "gzip", entry.after)) == told(whole[index + 1 :])


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_stream_is_read_once_from_its_beginning(packing: Packing) -> None:
    data = packed([record(number=number) for number in range(3)], packing)
    found = Warc("standard input", None, packing, stream(data))
    assert told(found.entries()) == [address(0), address(1), address(2)]
    assert (found.identity(), found.size) == (None, None)


LEFT_OUT = {
    "not found": record(status="404 Not Found"),
    "moved": record(status="301 Moved Permanently"),
    "a part": record(status="206 Partial Content"),
    "an image": record(body=b"\x89PNG\r\n\x1a\n", media_type="image/png"),
    "a list in JSON": record(body=b"{}", media_type="application/json"),
    "robots": record(body=b"User-agent: *", url="https://post.example/robots.txt", media_type="text/plain"),
    "no address of the web": record(url="dns:post.example"),
    "no address": record(url="<>"),
}


@pytest.mark.parametrize("data", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_holds_no_page_is_left_out(tmp_path: Path, data: bytes) -> None:
    assert told(entries(tmp_path, data + record(number=1))) == ["left out", address(1)]


def test_records_of_other_types_are_none_at_all(tmp_path: Path) -> None:
    kinds = ("warcinfo", "request", "metadata", "revisit", "resource", "conversion")
    data = b"".join(record(kind=kind) for kind in kinds) + record(number=1)
    assert told(entries(tmp_path, data)) == [address(1)]


def test_an_address_in_angle_brackets_is_one(tmp_path: Path) -> None:
    assert told(entries(tmp_path, record(url=f"<{address(3)}>"))) == [address(3)]


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:])) + b"0\r\n\r\n"


def brotli(body: bytes) -> bytes:
    import brotli

    made: bytes = brotli.compress(body)
    return made


def zstd(body: bytes) -> bytes:
    from backports import zstd

    return zstd.compress(body)


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


CODINGS = {
    "gzip": ("Content-Encoding: gzip\r\n", gzip.compress(html(1))),
    "deflate": ("Content-Encoding: deflate\r\n", zlib.compress(html(1))),
    "br": ("content-encoding: BR\r\n", brotli(html(1))),
    "zstd": ("Content-Encoding: zstd\r\n", zstd(html(1))),
    "chunked": ("Transfer-Encoding: chunked\r\n", chunked(html(1))),
    "all at once": ("Content-Encoding: gzip, br\r\nTransfer-Encoding: chunked\r\n", chunked(brotli(gzip.compress(html(1))))),
    "unpacked by the archive": ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", html(1)),
    "raw deflate": ("Content-Encoding: deflate\r\n", raw_deflate(html(1))),
    "deflate, unpacked by the archive": ("Content-Encoding: deflate\r\n", html(1)),
    "br, unpacked by the archive": ("Content-Encoding: br\r\n", html(1)),
    "br, unpacked by the archive, behind an empty line": ("Content-Encoding: br\r\n", b"\r\n" + html(1)),
    "zstd, unpacked by the archive": ("Content-Encoding: zstd\r\n", html(1)),
    "as Common Crawl says it": ("X-Crawl-Content-Encoding: br\r\n", html(1)),
    "unknown": ("Content-Encoding: x-quay\r\n", html(1)),
    "none": ("Content-Encoding: identity\r\n", html(1)),
}


@pytest.mark.parametrize(("headers", "body"), CODINGS.values(), ids=CODINGS)
def test_codings_are_undone(tmp_path: Path, headers: str, body: bytes) -> None:
    assert only_page(entries(tmp_path, record(body, headers=headers))).body.lstrip() == html(1)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "shift_jis"])
def test_text_in_any_encoding_is_taken_as_it_is(tmp_path: Path, encoding: str) -> None:
    body = ("\N{GREEK SMALL LETTER ALPHA} <p>" + "The ferry stays. " * 100).encode(encoding, "ignore")
    assert only_page(entries(tmp_path, record(body, headers="Content-Encoding: br\r\n"))).body == body


BROKEN = {
    "a body that cannot be unpacked": (
        record(gzip.compress(html(0))[:20] + b"\xff" * 50, headers="Content-Encoding: gzip\r\n"), "unpacked"),
    "a br that is cut off": (record(brotli(html(0))[:-9], headers="Content-Encoding: br\r\n"), "cut off"),
    "a coding nobody knows": (record(gzip.compress(html(0)), headers="Content-Encoding: x-quay\r\n"), "x-quay"),
    "a chunk that ends early": (record(b"ffff\r\nshort", headers="Transfer-Encoding: chunked\r\n"), "unpacked"),
    "codings without end": (record(html(0), headers="Content-Encoding: gzip,gzip,gzip,gzip,gzip\r\n"), "5 times over"),
    "no time": (record(warc=""), "WARC-Date"),
    "a head without end": (record(headers=f"X: {'a' * 100_000}\r\n"), "no HTTP answer"),
}


@pytest.mark.parametrize(("data", "problem"), BROKEN.values(), ids=BROKEN)
def test_a_broken_record_is_told_and_stops_nothing(tmp_path: Path, data: bytes, problem: str) -> None:
    first, second = told(entries(tmp_path, data + record(number=1)))
    assert first.startswith("broken")
    assert problem in first
    assert second == address(1)


def test_a_bomb_is_cut_at_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.reading.archives import http

    monkeypatch.setattr(http, "MAX_BYTES", 1 << 16)
    monkeypatch.setattr(warc, "MAX_BYTES", 1 << 16)
    bomb = record(gzip.compress(b"<p>" + b"a" * (8 << 20)), headers="Content-Encoding: gzip\r\n")
    large = record(b"<p>" + b"a" * (1 << 18))
    first, second, third = told(entries(tmp_path, bomb + large + record(number=1)))
    assert "larger than" in first
    assert "larger than" in second
    assert third == address(1)


def test_a_record_that_is_cut_off_is_told(tmp_path: Path) -> None:
    whole, broken = told(entries(tmp_path, record(number=1) + record(number=2)[:-100]))
    assert whole == address(1)
    assert "cut off" in broken


@pytest.mark.parametrize("cut", [1, 2, 3, 9, 10, 11, 40])
@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_a_file_that_is_cut_in_the_head_of_a_record_says_so(tmp_path: Path, packing: Packing, cut: int) -> None:
    whole, last = (packed([record(number=number)], packing) for number in (1, 2))
    first, second = told(entries(tmp_path, whole + last[:cut], packing))
    assert first == address(1)
    assert "damaged behind byte 0" in second


def test_a_file_packed_as_a_whole_that_is_cut_says_so(tmp_path: Path) -> None:
    (found,) = told(entries(tmp_path, gzip.compress(record(number=1))[:40], "gzip"))
    assert "in the middle of a record" in found


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_reading_goes_on_behind_damage(tmp_path: Path, packing: Packing) -> None:
    members = [packed([record(number=number)], packing) for number in range(5)]
    members[2] = members[2][:60] + b"\xa5" * 40 + members[2][100:]
    members[3] = members[3][:30]
    found = told(entries(tmp_path, b"".join(members), packing))
    assert found[:2] == [address(0), address(1)]
    assert found[-1] == address(4)
    assert any("damaged" in each for each in found)


def test_reading_goes_on_behind_rubbish_between_records(tmp_path: Path) -> None:
    data = record(number=1) + b"rubbish\r\nthat is no record\r\n\r\n" + record(number=2)
    found = told(entries(tmp_path, data))
    assert [found[0], found[-1]] == [address(1), address(2)]
    assert "damaged" in found[1]
    assert len(found) == 3


def test_rubbish_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_TRIES", 50)
    found = told(entries(tmp_path, packed([record(number=1)], "gzip") + (b"\x1f\x8b\x08\0" + b"\xff" * 16) * 5_000, "gzip"))
    assert [found[0], len(found)] == [address(1), 2]


def test_a_damaged_stream_ends_there() -> None:
    members = [packed([record(number=number)], "gzip") for number in range(3)]
    found = told(Warc("standard input", None, "gzip", stream(members[0] + b"rubbish" + members[1])).entries())
    assert found[0] == address(0)
    assert found[-1].startswith("broken")


def test_the_same_file_has_the_same_identity_until_it_changes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.warc", record())
    first = Warc("a.warc", path).identity()
    assert first == Warc("another name", path).identity()
    written(path, record() * 2)
    assert Warc("a.warc", path).identity() != first


@given(st.sampled_from(PACKINGS), st.lists(st.tuples(st.integers(0, 3_000), st.binary(max_size=12)), max_size=4), st.integers(0, 3_000))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_raises_or_goes_on_for_ever(
    tmp_path: Path, packing: Packing, hits: list[tuple[int, bytes]], cut: int,
) -> None:
    data = bytearray(packed([record(number=number) for number in range(4)], packing))
    for at, bytes_ in hits:
        data[at : at + len(bytes_)] = bytes_
    found = entries(tmp_path, bytes(data[: len(data) - cut]), packing)
    assert len(found) <= 12
    assert all(entry.read <= len(data) for entry in found)
