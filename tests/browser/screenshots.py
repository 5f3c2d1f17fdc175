"""Makes the pictures of docs/tour.md anew, from the specimen edition and from invented sources.

python -m tests.browser.screenshots, or `make screenshots`.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.running import CHROMIUM, briefed_specimen, chromium, environment, served
from tests.shared import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {390: 844, 820: 1180, 1440: 1240}
COLOURS = 128
"""Enough for ink, paper, the accent and what lies between them; it keeps a picture small."""


def main() -> int:
    """Write every picture; returns the exit status."""
    if CHROMIUM is None:
        print("No chromium on this machine: install it (make browser does on Debian) and try again.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with chromium() as browser:
        with tempfile.TemporaryDirectory() as library:
            briefed_specimen(Path(library))
            with served(Path(library), "--no-fetch") as address:
                for page, size in _pages(browser):
                    page.goto(address)
                    story = page.locator(".block--lead .headline a").get_attribute("href")
                    _take(page, f"front-{size}")
                    page.goto(f"{address}{story}")
                    _take(page, f"story-{size}")
                    page.goto(f"{address}{page.locator('.summary .cite').first.get_attribute('href')}")
                    _take(page, f"cited-{size}")
                    page.goto(f"{address}{story}")
                    difference = page.locator(".carried a").first.get_attribute("href")
                    article = page.locator(".carriers .line-headline").first.get_attribute("href")
                    page.goto(f"{address}{difference}")
                    _take(page, f"difference-{size}")
                    page.goto(f"{address}{article}")
                    _take(page, f"article-{size}")
                    page.goto(f"{address}/speakers/")
                    speaker = page.locator(".heard-name", has_text="Ines Dahl").first.get_attribute("href")
                    _take(page, f"speakers-{size}")
                    page.goto(f"{address}{speaker}")
                    _take(page, f"speaker-{size}")
        with tempfile.TemporaryDirectory() as library:
            _fill(Path(library))
            with served(Path(library), "--no-fetch") as address:
                for page, size in _pages(browser):
                    page.goto(f"{address}/sources/")
                    source = page.locator(".source-row a", has_text="Harbour").first.get_attribute("href")
                    _take(page, f"sources-{size}")
                    page.goto(f"{address}{source}")
                    _take(page, f"source-{size}")
    return 0


def _pages(browser: Browser) -> Iterator[tuple[Page, str]]:
    """A page of each size in each theme, and what that is called: "820-dark"."""
    for theme in ("light", "dark"):
        for width, height in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
            yield page, f"{width}-{theme}"
            page.close()


def _fill(library: Path) -> None:
    subprocess.run([sys.executable, "-m", "tests.browser.invented_sources"], cwd=ROOT, env=environment(library), check=True, timeout=120)


def _take(page: Page, name: str) -> None:
    from PIL import Image

    page.evaluate("document.fonts.ready")
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture = taken.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    picture.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
