"""The tour shows pictures that are there, and small ones."""

from __future__ import annotations

import re

from tests.shared import ROOT

DOCS = ROOT / "docs"


def test_the_tours_pictures_are_there_and_small() -> None:
    pictures = re.findall(r"screenshots/[\w-]+\.png", (DOCS / "tour.md").read_text("utf-8"))
    assert len(pictures) > 5
    for picture in pictures:
        assert (DOCS / picture).stat().st_size < 150_000, picture
