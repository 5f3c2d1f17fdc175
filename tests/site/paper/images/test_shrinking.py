from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from octavo.site.paper.images.shrinking import Unfit, shrunk
from tests.site.paper.images.made import drawn, moving


def opened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has so many pixels."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("body", [
    drawn(), drawn("PNG"), drawn("WEBP"), drawn("PNG", mode="RGBA"), drawn("PNG", mode="P"), drawn(mode="CMYK"),
])
def test_a_picture_comes_out_in_two_widths_as_webp(body: bytes) -> None:
    made = shrunk(body)
    assert (made.width, made.height) == (1280, 720)
    assert {width: (opened(file).format, opened(file).size) for width, file in made.files.items()} == {
        640: ("WEBP", (640, 360)), 1280: ("WEBP", (1280, 720)),
    }


def test_none_is_made_larger_than_it_came() -> None:
    assert shrunk(drawn(size=(400, 300))).files.keys() == {400}
    assert shrunk(drawn(size=(700, 300))).files.keys() == {640, 700}


def test_nothing_but_pixels_goes_along() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112], exif[0x013B] = "taken in the harbour", 6, "Greta Solheim"
    made = shrunk(drawn(size=(300, 200), exif=exif, comment=b"a secret comment"))
    assert (made.width, made.height) == (200, 300)  # as its camera was held
    for file in made.files.values():
        assert not {"exif", "icc_profile", "xmp", "comment"} & opened(file).info.keys()
        assert b"harbour" not in file
        assert b"secret" not in file


def test_what_is_transparent_is_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(made, "PNG")
    pixel = opened(shrunk(made.getvalue()).files[200]).convert("RGB").getpixel((50, 50))
    assert isinstance(pixel, tuple)
    assert min(pixel) > 250


@pytest.mark.parametrize(("body", "why"), [
    (b"", "no JPEG"),
    (b"<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'><script>alert(1)</script></svg>", "no JPEG"),
    (b"<html><body>Not here</body></html>", "no JPEG"),
    (b"RIFF\x00\x00\x00\x00AVI LIST", "no JPEG"),
    (drawn("BMP"), "no JPEG"),
    (drawn("TIFF"), "no JPEG"),
    (drawn()[:3000], "broken"),
    (drawn("PNG")[:500], "broken"),
    (drawn("WEBP")[:200], "broken"),
    (b"\xff\xd8\xff" + b"\0" * 5000, "broken"),
    (b"\x89PNG\r\n\x1a\n" + b"\xff" * 5000, "broken"),
    (bomb(9_000, 9_000), "too many"),
    (bomb(30_000, 30_000), "too many"),
    (bomb(2**31 - 1, 2**31 - 1), "too many|broken"),
    (bomb(5_000, 5_000), "broken"),
    (drawn(size=(1, 1)), "too few"),
    (drawn(size=(1200, 120)), "a strip"),
    (moving(), "it moves"),
])
def test_what_is_none_or_hostile_is_refused_with_the_reason(body: bytes, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        shrunk(body)
