"""The pictures on the disk, DATA/images: each address has a few files of its own, and a note of what they are.

What was not looked at for longest goes first where they take too much room. A file is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from octavo.site.paper.images.shrinking import Shrunk

FAILED = timedelta(days=1)
"""For so long a picture that cannot be had is not asked for again."""
PASSING = timedelta(minutes=10)
"""And for so long where it may be the way there that is broken."""
TOUCHED = 3600
"""Seconds after which it is written down again that somebody looked."""
ROOM = 0.9
"""Of what they may take, what is left when some had to go."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a picture: the widths that it is kept in, none where it cannot be had; width and height of the widest."""

    widths: tuple[int, ...] = ()
    width: int = 0
    height: int = 0


class Shelf:
    """A folder of pictures, made when the first comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self, url: str, now: datetime) -> Kept | None:
        """What is known of the picture at that address; None where it was never asked for, or long ago in vain. One file is read."""
        try:
            note = json.loads(self._path(url, "json").read_bytes())
            if "failed_until" in note:
                return Kept() if now < datetime.fromisoformat(note["failed_until"]) else None
            return Kept(tuple(map(int, note["widths"])), int(note["width"]), int(note["height"]))
        except (OSError, ValueError, TypeError, LookupError):
            return None

    def has(self, url: str, width: int) -> bool:
        """Whether the file of that width is there."""
        return self._path(url, f"{width}.webp").is_file()

    def read(self, url: str, width: int) -> bytes | None:
        """The file of that width; None where it is gone."""
        path = self._path(url, f"{width}.webp")
        try:
            body = path.read_bytes()
            if time.time() - path.stat().st_mtime > TOUCHED:
                for each in self._path(url, "json").parent.glob(f"{path.name.partition('.')[0]}.*"):
                    os.utime(each)
        except OSError:
            return None
        return body

    def put(self, url: str, made: Shrunk) -> Kept:
        """Keep a picture. Raises OSError where the disk does not take it."""
        for width, body in made.files.items():
            self._write(self._path(url, f"{width}.webp"), body)
        kept = Kept(tuple(sorted(made.files)), made.width, made.height)
        self._note(url, {"widths": list(kept.widths), "width": kept.width, "height": kept.height})
        return kept

    def put_failure(self, url: str, why: str, until: datetime) -> Kept:
        """Keep that it cannot be had, and why, for whoever looks into the folder."""
        self._note(url, {"failed_until": until.isoformat(), "why": why[:500]})
        return Kept()

    def make_room(self, most: int) -> int:
        """Where all together take more bytes than that, take out those that were not looked at for longest; returns how many files went."""
        files = []
        for folder, _, names in os.walk(self._folder):
            for name in names:
                with suppress(OSError):  # it went meanwhile
                    files.append(((path := Path(folder, name)).lstat(), path))
        taken, gone = sum(stat.st_size for stat, _ in files), 0
        if taken <= most:
            return 0
        for stat, path in sorted(files, key=lambda each: (each[0].st_mtime, each[1])):
            if taken <= most * ROOM:
                break
            with suppress(OSError):
                path.unlink()
                taken, gone = taken - stat.st_size, gone + 1
        return gone

    def _note(self, url: str, note: dict[str, object]) -> None:
        self._write(self._path(url, "json"), json.dumps(note).encode())

    def _path(self, url: str, ending: str) -> Path:
        name = mark_of(url)
        return self._folder / name[:2] / f"{name}.{ending}"

    def _write(self, path: Path, body: bytes) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_suffix(f".{secrets.token_hex(4)}.part")
        try:
            beside.write_bytes(body)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def mark_of(url: str) -> str:
    """A mark of an address: what its files are called."""
    return hashlib.sha256(url.encode(errors="surrogatepass")).hexdigest()[:40]
