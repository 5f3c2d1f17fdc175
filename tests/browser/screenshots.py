"""Makes the pictures of docs/tour.md anew, from the specimen edition and from invented sources.

python -m tests.browser.screenshots, or `make screenshots`.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.running import CHROMIUM, briefed_specimen, chromium, environment, served
from tests.shared import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Way = Callable[["Page"], str]

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {390: 844, 820: 1180, 1440: 1240}
COLOURS = 128
"""Enough for ink, paper, the accent and what lies between them; it keeps a picture small."""


def _first(page: Page, selector: str, words: str | None = None) -> str:
    """Where the first such link of the page leads."""
    return page.locator(selector, has_text=words).first.get_attribute("href") or ""


def _at(page: Page, path: str) -> Page:
    """The page, gone on to another of its addresses."""
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + path)
    return page


SPECIMEN: dict[str, Way] = {
    "front": lambda page: "/",
    "story": lambda page: _first(page, ".block--lead .headline a"),
    "difference": lambda page: _first(page, ".carried a"),
    "article": lambda page: _first(page, ".side + .side .headline a"),
    "cited": lambda page: _first(_at(page, _first(page, ".belongs a[href^='/story/']")), ".summary .cite"),
    "speakers": lambda page: "/speakers/",
    "speaker": lambda page: _first(page, ".heard-name", "Jon Fell"),
    "section": lambda page: "/section/politics/",
    "search": lambda page: "/search/?q=ferry",
    "ask": lambda page: "/ask/",
    "to-read": lambda page: "/reading/",
    "saved": lambda page: "/reading/saved/",
    "settings": lambda page: "/settings/",
    "mutes": lambda page: "/settings/mutes/",
    "readers": lambda page: "/settings/readers/",
    "missing": lambda page: "/story/999999/",
    "style": lambda page: "/style/",
}
"""Pages of the specimen edition in the order in which they are visited -> their addresses, from the page before: a line each."""

LIVED_IN: dict[str, Way] = {
    "front-lived-in": lambda page: "/",
    "story-comments": lambda page: _first(page, ".block--lead .headline a") + "#comments",
    "saved-some": lambda page: "/reading/saved/",
    "marked": lambda page: "/reading/highlights/",
    "subscriptions": lambda page: "/settings/subscriptions/",
    "hidden": lambda page: "/mutes/hidden/",
    "following": lambda page: "/mutes/following/",
    "rules": lambda page: "/settings/mutes/",
    "searches": lambda page: "/search/",
    "comments-queue": lambda page: "/comments/queue/",
    "comments-mine": lambda page: "/comments/mine/",
    "comments-rules": lambda page: "/settings/comments/",
    "circle": lambda page: "/settings/readers/",
    "signing-in": lambda page: "/settings/signing-in/",
    "yours": lambda page: "/settings/yours/",
    "kept": lambda page: "/settings/keeping/",
    "pictures": lambda page: "/settings/pictures/",
    "model": lambda page: "/settings/model/",
    "add-source": lambda page: "/sources/add/",
    "owners": lambda page: "/sources/owners/",
    "publisher": lambda page: "/publisher/1/",
}
"""Pages of the specimen edition that readers have used: what is theirs, and the owner's settings."""

LOCKED: dict[str, Way] = {"sign-in": lambda page: "/sign-in/", "sign-in-lost": lambda page: "/sign-in/renew/"}
"""Pages of somebody who is not signed in."""

INVENTED: dict[str, Way] = {
    "sources": lambda page: "/sources/",
    "source": lambda page: _first(page, ".source-row a", "Harbour"),
}
"""Pages of invented sources."""

LIBRARIES: tuple[tuple[bool, tuple[str, ...], dict[str, Way]], ...] = (
    (True, (), SPECIMEN),
    (True, ("tests.browser.lived_in",), LIVED_IN),
    (True, ("tests.browser.lived_in", "--locked"), LOCKED),
    (False, ("tests.browser.invented_sources",), INVENTED),
)
"""Whether the specimen edition is in it, what is run in it then, and its pages."""


EVERYWHERE = ("front", "story", "difference", "article", "cited", "speakers", "speaker", "sources", "source")
"""Pages that are taken at all widths in both themes."""
ELSE = ("390-dark", "1440-light")
"""How the others are taken."""


def main() -> int:
    """Write every picture; returns the exit status."""
    if CHROMIUM is None:
        print("No chromium on this machine: install it (make browser does on Debian) and try again.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        specimen = Path(folder) / "specimen"
        briefed_specimen(specimen)
        for made, (edition, module, ways) in enumerate(LIBRARIES):
            library = Path(folder) / str(made)
            if edition:
                shutil.copytree(specimen, library)
            if module:
                subprocess.run([sys.executable, "-m", *module], cwd=ROOT, env=environment(library), check=True, timeout=120)
            with served(library, "--no-fetch") as address:
                pages = list(_pages(browser))
                for name, way in ways.items():  # at all sizes before what is opened next counts as read
                    for page, size in pages:
                        page.goto(address + way(page))
                        if name in EVERYWHERE or size in ELSE:
                            _take(page, f"{name}-{size}")
                for page, _ in pages:
                    page.close()
    return 0


def _pages(browser: Browser) -> Iterator[tuple[Page, str]]:
    """A page of each size in each theme, and what that is called: "820-dark"."""
    for theme in ("light", "dark"):
        for width, height in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
            yield page, f"{width}-{theme}"


def _take(page: Page, name: str) -> None:
    from PIL import Image

    page.evaluate("document.fonts.ready")
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture = taken.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    picture.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
