"""Content-Encoding undone piece by piece: any cut of the wire gives the same, and nothing gets past the limit."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable, Iterator
from functools import partial

import brotli
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from octavo.unpacking import MAX_MEMBERS, PIECE, Broken, TooMuch, Unpacking


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "zlib": ("deflate", zlib.compress),
    "deflate": ("deflate", raw_deflate),
    "brotli": ("br", partial(brotli.compress, quality=1)),
    "zstd": ("zstd", zstd.compress),
    "members": ("gzip", lambda data: gzip.compress(data[:100]) + gzip.compress(data[100:]) + gzip.compress(b"")),
    "frames": ("zstd", lambda data: zstd.compress(data[:100]) + zstd.compress(data[100:])),
    "padded": ("gzip", lambda data: gzip.compress(data) + b"\0" * 600),
    "with junk behind": ("gzip", lambda data: gzip.compress(data) + b"<!-- served by quay -->"),
    "only said to be": ("gzip", lambda data: data),
    "not at all": ("identity", lambda data: data),
    "gzip in brotli": ("gzip, br", lambda data: brotli.compress(gzip.compress(data), quality=1)),
    "zstd in gzip": (" ZSTD ,, x-gzip ", lambda data: gzip.compress(zstd.compress(data))),
}


def unpack(encoding: str, packed: bytes, cuts: Iterator[int], most: int = 10**7) -> bytes:
    unpacking = Unpacking(encoding, most)
    made, at = b"", 0
    while at < len(packed):
        step = next(cuts)
        for piece in unpacking.feed(packed[at : at + step]):
            assert 0 < len(piece) <= max(2 * PIECE, step if encoding == "identity" else 0)
            made += piece
        at += step
    unpacking.finish()
    return made


def cuts(seed: int) -> Iterator[int]:
    chance = random.Random(seed)
    while True:
        yield chance.choice((1, 2, 3, 50, 1000, 70_000))


@pytest.mark.parametrize("name", PACKERS)
@given(some=st.binary(max_size=300), times=st.sampled_from([1, 1, 700]), seed=st.integers(0, 99))
def test_any_cut_gives_the_same(name: str, some: bytes, times: int, seed: int) -> None:
    encoding, pack = PACKERS[name]
    data = some * times
    # What begins as gzip does is no plain text that only claims to be gzip.
    data = data if name != "only said to be" else b"<" + data
    assert unpack(encoding, pack(data), cuts(seed)) == data


@pytest.mark.parametrize("name", [name for name in PACKERS if name not in ("only said to be", "not at all")])
@given(cut=st.integers(1, 999))
def test_a_cut_off_one_is_broken_or_ends_where_a_part_does(name: str, cut: int) -> None:
    data = b"The tide turns at noon, " * 100
    encoding, pack = PACKERS[name]
    packed = pack(data)
    packed = packed[: max(1, len(packed) * cut // 1000)]
    try:
        made = unpack(encoding, packed, cuts(1))
    except Broken:
        return
    assert made in (data, data[:100])
    assert made == data or name in ("members", "frames")


@given(st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]), st.binary(max_size=400))
def test_junk_is_broken_or_something_small(encoding: str, junk: bytes) -> None:
    try:
        made = unpack(encoding, junk, cuts(2), 1_000_000)
    except (Broken, TooMuch):
        return
    assert len(made) <= 1_000_000


def test_nothing_is_whole() -> None:
    for encoding, _ in PACKERS.values():
        Unpacking(encoding, 9).finish()


@pytest.mark.parametrize("name", PACKERS)
def test_no_more_than_the_limit_comes_out(name: str) -> None:
    encoding, pack = PACKERS[name]
    packed = pack(b"a" * 1_000_000)
    given_out: list[int] = []
    with pytest.raises(TooMuch):
        given_out.extend(len(piece) for piece in Unpacking(encoding, 100_000).feed(packed))
    assert sum(given_out) <= 100_000
    assert unpack(encoding, packed, cuts(3), 1_000_000) == b"a" * 1_000_000


def test_what_unfolds_between_two_packings_counts_too() -> None:
    # A gzip whose file name never ends unpacks to nothing, however much goes in.
    endless_name = b"\x1f\x8b\x08\x08" + b"\0" * 6 + b"x" * 5_000_000
    with pytest.raises(TooMuch):
        list(Unpacking("gzip, gzip", 100_000).feed(gzip.compress(endless_name)))


def test_thousands_of_parts_are_broken() -> None:
    for encoding, part in (("gzip", gzip.compress(b"")), ("zstd", zstd.compress(b""))):
        with pytest.raises(Broken, match="thousands"):
            list(Unpacking(encoding, 10**6).feed(part * (MAX_MEMBERS + 5)))


def test_a_window_larger_than_the_web_allows_is_broken() -> None:
    packed = zstd.compress(b"ab" * 20_000_000, options={zstd.CompressionParameter.window_log: 27})
    with pytest.raises(Broken):
        list(Unpacking("zstd", 10**8).feed(packed))


@pytest.mark.parametrize("encoding", ["compress", "gzip, gzip, gzip", "gzip, rot13", "dcb", "x" * 5000, "gzip;q=1"])
def test_other_packings_are_broken(encoding: str) -> None:
    with pytest.raises(Broken) as caught:
        Unpacking(encoding, 9)
    assert len(str(caught.value)) < 100
