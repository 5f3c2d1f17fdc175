"""A real browser and real servers for these tests.

They end with this folder (scope="package"): while playwright runs, Django takes the thread for an asynchronous one and refuses its tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.running import CHROMIUM, chromium, octavo, served
from tests.browser.running import specimen as put_specimen
from tests.once import copied, once

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

Open = Callable[..., "Page"]

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ARABIC = "قضت محكمة الاستئناف يوم الأربعاء ببراءة الرجال الثلاثة وأفرجت عنهم بعد ست سنوات في السجن، وقالت إن الأدلة لم تكن كافية."
ODD = {
    "long.html": (f"{LONG} meets", "en", f"The {LONG} met on Tuesday, and everybody who could come came. " * 4),
    "arabic.html": ("محكمة الاستئناف تبرئ ثلاثة رجال بعد ست سنوات", "ar", ARABIC * 3),
    "endless.html": ("word " * 300, "en", "A text under a headline that does not end. It says so, and then it says it once more. " * 3),
}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine (make browser installs Debian's)")
    with chromium() as made:
        yield made


@pytest.fixture(scope="session")
def specimen_library(empty_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the specimen edition, to be copied."""
    return once(tmp_path_factory, "specimen", lambda folder: put_specimen(copied(empty_library, folder)))


@pytest.fixture(scope="package")
def specimen(browser: Browser, specimen_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a paper as it is opened first: it shows the specimen edition, in stories."""
    with served(copied(specimen_library, tmp_path_factory.mktemp("specimen"))) as address:
        yield address


@pytest.fixture(scope="package")
def odd(browser: Browser, begun_library: Callable[[str], Path]) -> Iterator[str]:
    """The address of a paper made of odd articles: words that never end, a text from right to left."""
    folder = begun_library("odd")
    for name, (headline, language, text) in ODD.items():
        paragraphs = "".join(f"<p>{part} {text}</p>" for part in ("1", "2", "3"))
        (folder / name).write_text(
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{headline}</title></head>'
            f"<body><article><h1>{headline}</h1>{paragraphs}</article></body></html>", "utf-8",
        )
    octavo(folder, "import", *(str(folder / name) for name in ODD))
    with served(folder) as address:
        yield address


def is_trouble(message: ConsoleMessage) -> bool:
    """Whether the browser complains; that a letter came late is so on a slow machine."""
    return message.type in ("error", "warning") and "was preloaded using link preload but not used" not in message.text


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens an address in a browser of its own; at the end nothing may have been asked of another host, and no error told."""
    contexts, trouble = [], []

    def open_(address: str, **options: Any) -> Page:
        contexts.append(context := browser.new_context(**options))
        page = context.new_page()
        host = address.split("/")[2]
        page.on("request", lambda request: trouble.append(request.url) if request.url.split("/")[2] != host else None)
        page.on("console", lambda message: trouble.append(message.text) if is_trouble(message) else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("response", lambda answer: trouble.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == []
