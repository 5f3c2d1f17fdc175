"""The real server and a real browser, for the browser tests and the screenshots."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shared import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run")


def environment(folder: Path) -> dict[str, str]:
    """What a command runs in: the library in `folder`, this tree's code, nothing else of Octavo's settings, one clock."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OCTAVO_", "DJANGO_"))}
    return kept | {"OCTAVO_DATA": str(folder), "PYTHONPATH": str(ROOT / "src"), "TZ": "UTC"}


def octavo(folder: Path, *arguments: str) -> None:
    """Run one command of Octavo on the library in `folder`."""
    subprocess.run([sys.executable, "-m", "octavo.cli", *arguments], env=environment(folder), check=True, capture_output=True, timeout=120)


def specimen(folder: Path) -> None:
    """Put the specimen edition into the library in `folder`, its articles placed in stories, and these looked at once more at rest."""
    octavo(folder, "specimen")
    place = [sys.executable, "-m", "octavo.site.desk.grouping.process", "pictures", "7"]
    with subprocess.Popen(place, env=environment(folder), stdin=subprocess.PIPE) as placing:
        assert placing.wait(timeout=240) == 0


def briefed_specimen(folder: Path) -> None:
    """The same, with what is said in its articles and the briefs of its stories."""
    specimen(folder)
    subprocess.run([sys.executable, "-m", "octavo.cli", "analyse"], env=environment(folder), check=True, capture_output=True, timeout=500)
    make = [sys.executable, "-m", "octavo.site.desk.briefing.process", "pictures", "7"]
    with subprocess.Popen(make, env=environment(folder), stdin=subprocess.PIPE) as making:
        assert making.wait(timeout=240) == 0


@contextmanager
def served(folder: Path, *options: str, allow: str = "") -> Iterator[str]:
    """`octavo serve` on the library in `folder`, on a free port: the address of the front page, without the last slash.

    `allow` is what it may fetch from besides public addresses (OCTAVO_ALLOW).
    """
    command = [sys.executable, "-m", "octavo.cli", "serve", "--port", "0", *options]
    settings = environment(folder) | {"OCTAVO_ALLOW": allow}
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            line = server.stdout.readline()
            address = re.search(r"http://\S+?(?=/\s)", line)
            assert address, f"octavo serve said {line!r}"
            yield address[0]
        finally:
            server.terminate()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's chromium, which must be there (see CHROMIUM)."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()
