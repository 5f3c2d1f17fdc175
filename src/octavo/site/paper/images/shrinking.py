"""A picture as a publisher has it -> the same, small and without anything but its pixels. Pure; the only place that opens one.

What a file says of itself is not believed: its kind is told by its first bytes, and its size is looked at before a pixel is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = {
    "JPEG": (b"\xff\xd8\xff",),
    "PNG": (b"\x89PNG\r\n\x1a\n",),
    "WEBP": (b"RIFF",),
    "GIF": (b"GIF87a", b"GIF89a"),
}
"""What is opened, by how it begins. No SVG: it is a program more than a picture."""
WIDTHS = (640, 1280)
"""In pixels: for a phone or a column, and for a screen that has twice as many."""
MOST_PIXELS = 40_000_000
"""More than a camera of a newspaper has; a thousandth of what a file of a few bytes can say that it has."""
LONGEST = 12_000
SMALLEST = 100
"""Pixels of a side: what is smaller is a sign, or counts who opens a page."""
TALLEST = 4
"""How many times as high as wide, or as wide as high, a picture may be: what is more is a strip of a page."""
QUALITY = 78
_WHITE = (255, 255, 255)


class Unfit(Exception):
    """It is no picture that is shown; `str` says why, a sentence's middle."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """WebP files by their width, the narrowest first; width and height of the widest."""

    width: int
    height: int
    files: dict[int, bytes] = field(repr=False)


def shrunk(body: bytes) -> Shrunk:
    """A JPEG, PNG, WebP or still GIF in two widths at most, none wider than it came. Raises Unfit."""
    from PIL import Image, ImageOps

    kind = next((kind for kind, signs in KINDS.items() if body.startswith(signs)), None)
    if kind is None or (kind == "WEBP" and body[8:12] != b"WEBP"):
        raise Unfit("it is no JPEG, PNG, WebP or GIF")
    try:
        with Image.open(BytesIO(body), formats=(kind,)) as opened:
            _see_fit(opened)
            # JPEG is decoded at an eighth, a quarter or half of its size where that is enough.
            opened.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))
            whole = _plain(ImageOps.exif_transpose(opened))
    except Unfit:
        raise
    except Image.DecompressionBombError as error:
        raise Unfit("it has too many pixels") from error
    except Exception as error:
        # A hostile file can bring a decoder to raise whatever it likes; each says the same.
        raise Unfit("it is broken, or cut off") from error
    files: dict[int, bytes] = {}
    for most in WIDTHS:
        width = min(most, whole.width)
        if width not in files:
            files[width] = _written(whole, width)
    widest = max(files)
    return Shrunk(widest, _height(whole, widest), files)


def _see_fit(opened: Image) -> None:
    width, height = opened.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST:
        raise Unfit(f"it has {width} by {height} pixels, which is too many")
    if min(width, height) < SMALLEST:
        raise Unfit(f"it has {width} by {height} pixels, which is too few")
    if max(width, height) > TALLEST * min(width, height):
        raise Unfit(f"it has {width} by {height} pixels, which is a strip")
    if getattr(opened, "is_animated", False):
        raise Unfit("it moves")


def _plain(image: Image) -> Image:
    """All its pixels in red, green and blue; what is transparent is white."""
    from PIL import Image as Images

    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Images.new("RGB", clear.size, _WHITE)
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return image.convert("RGB")


def _height(image: Image, width: int) -> int:
    return max(1, round(image.height * width / image.width))


def _written(image: Image, width: int) -> bytes:
    from PIL.Image import Resampling

    made = BytesIO()
    small = image if width == image.width else image.resize((width, _height(image, width)), Resampling.LANCZOS, reducing_gap=2.0)
    # Nothing goes along that the pixels had with them: no place, no name, no profile.
    small.info.clear()
    small.save(made, "WEBP", quality=QUALITY, method=4)
    return made.getvalue()
