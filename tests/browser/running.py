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
PATIENCE = 600
"""Seconds that a command may take, on a machine with much else to do."""
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run")


def environment(folder: Path) -> dict[str, str]:
    """What a command runs in: the library in `folder`, this tree's code, nothing else of Octavo's settings, one clock."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OCTAVO_", "DJANGO_"))}
    return kept | {"OCTAVO_DATA": str(folder), "PYTHONPATH": str(ROOT / "src"), "TZ": "UTC"}


def run(folder: Path, *arguments: str) -> str:
    """Run Python with those arguments on the library in `folder`; what it prints."""
    command, settings = [sys.executable, *arguments], environment(folder)
    return subprocess.run(command, cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE).stdout


def octavo(folder: Path, *arguments: str) -> None:
    """Run one command of Octavo on the library in `folder`."""
    run(folder, "-m", "octavo.cli", *arguments)


def specimen(folder: Path) -> None:
    """Put the specimen edition into the library in `folder`, its articles placed in stories, and these looked at once more at rest."""
    octavo(folder, "specimen")
    _work(folder, "grouping")


def briefed_specimen(folder: Path) -> None:
    """The same, with what is said in its articles and the briefs of its stories."""
    specimen(folder)
    brief(folder)


def brief(folder: Path) -> None:
    """Find what is said in the articles of the library in `folder`, and make the briefs of its stories."""
    octavo(folder, "analyse")
    _work(folder, "briefing")


def _work(folder: Path, room: str) -> None:
    """Have a process of that room of the desk do what there is to do."""
    command = [sys.executable, "-m", f"octavo.site.desk.{room}.process", "pictures", "7"]
    with subprocess.Popen(command, env=environment(folder), stdin=subprocess.PIPE) as working:
        assert working.wait(timeout=PATIENCE) == 0


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
