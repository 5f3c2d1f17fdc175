"""Every word that a reader sees can be translated: on every page, whoever made it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import octavo
from tests.site import sentences
from tests.site.forms import forms_of
from tests.site.security.test_bad_input import ELSEWHERE
from tests.site.tongues import fill_cyrillic, in_brackets, untranslated
from tests.site.walk import visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponseBase
    from django.test import Client

PACKAGE = Path(octavo.__file__).parent
UNSEEN = {
    "site/paper/health.py": "read by monitors",
    "site/paper/images/shrinking.py": "why a picture is not shown stands in the log alone",
    "site/paper/images/view.py": "what a browser asks for a picture, and shows to nobody",
    "site/paper/modelling/languages.py": "languages are named in themselves",
    "site/paper/searching/examples.py": "what is typed",
    "site/paper/sections.py": "what publishers call their sections",
    "site/readers/accounts/guessing.py": "kept, and never shown",
    "site/readers/accounts/sessions.py": "names of browsers",
    "site/readers/comments/markdown.py": "attributes of links",
    "site/readers/comments/models.py": "names of states, which no page shows",
    "site/readers/muting/lines.py": "the form of a file",
    "site/readers/reading/models.py": "rows as a developer sees them",
}
"""Modules with sentences that no reader of the paper sees."""
TOLD = (
    "fetching/discovery", "fetching/door.py", "fetching/failing.py", "fetching/headers.py", "fetching/opml.py",
    "fetching/robots.py", "fetching/statuses.py", "site/desk/adding", "site/library/choosing.py", "site/library/deciding.py",
    "site/library/model_wishes.py", "site/library/owner_claims.py", "site/library/owners.py",
)
"""Rooms below the paper whose errors its pages show."""


def modules(*rooms: str) -> list[str]:
    """Modules of those rooms by their paths in the package."""
    files = [file for room in rooms for file in ([PACKAGE / room] if room.endswith(".py") else (PACKAGE / room).rglob("*.py"))]
    return sorted(str(file.relative_to(PACKAGE)) for file in files if "migrations" not in file.parts)


@pytest.fixture
def bracketed(site: None) -> Iterator[Client]:
    """A browser of a paper whose every word stands in brackets, and all that people wrote there in Cyrillic letters."""
    from django.test import Client, override_settings

    fill_cyrillic()
    with override_settings(LOOPBACK=True):
        client = Client(headers={"host": "localhost"})
        # What the paper keeps of a page serves every language.
        client.get("/")
        with in_brackets():
            yield client


def test_every_page_and_every_answer_to_a_form_speaks_the_language_of_the_paper(bracketed: Client) -> None:
    pages = {page.address: html for page in visit(bracketed) if (html := _html(page.response))}
    assert len(pages) > 40
    assert {address: said for address, html in pages.items() if (said := untranslated(html))} == {}
    forms = {(to or address, *sorted(fields)): (to or address, fields) for address, html in pages.items()
             for to, way, fields in forms_of(html) if way == "post"}
    answers: dict[str, str] = {}
    for to, fields in forms.values():
        for sent in ({}, dict.fromkeys(fields, "ж" * 400)):
            if not to.startswith(ELSEWHERE):
                answers[f"{to} {[*sent]}"] = _html(bracketed.post(to, sent))
    for address in ("gopher://ж", "http://127.0.0.1:1/", "https://ж:ж@a.example:22/"):
        answers[address] = _html(bracketed.post("/sources/add/", {"address": address, "full_text": "short"}))
    answers["no list"] = _html(bracketed.post("/sources/opml/", {"file": BytesIO(b"<p>")}))
    assert sum('role="alert"' in html for html in answers.values()) > 20
    assert {what: said for what, html in answers.items() if (said := untranslated(html))} == {}


def _html(response: HttpResponseBase) -> str:
    return response.content.decode() if response.get("Content-Type", "").startswith("text/html") else ""  # type: ignore[attr-defined]


def test_every_sentence_of_the_paper_and_its_readers_is_marked() -> None:
    found = {name: sentences.unmarked((PACKAGE / name).read_text()) for name in modules("site/paper", "site/readers")}
    said = {name for name, texts in found.items() if texts}
    assert {name: found[name] for name in said - UNSEEN.keys()} == {}
    assert UNSEEN.keys() <= said, "what has none is no exception"


@pytest.mark.parametrize("module", modules(*TOLD))
def test_every_error_that_a_page_shows_is_marked(module: str) -> None:
    assert sentences.raised((PACKAGE / module).read_text()) == []


@pytest.mark.parametrize(("module", "found"), [
    ("raise Wrong('it is too long')", ["it is too long"]),
    ("raise Wrong(f'it has {n:,} words, too many')", ["it has ", " words, too many"]),
    ('class Wrong:\n    """What is wrong."""\n    said = "not at all"', ["not at all"]),
    ("raise Wrong(_('it has %(n)s words', n=1))", []),
    ("_log.warning('it is too long'); models.TextField(help_text='it is long'); x = '<a class=\"long one\">'", []),
])
def test_a_sentence_that_is_not_marked_is_found(module: str, found: list[str]) -> None:
    assert sentences.unmarked(module) == found


@pytest.mark.parametrize(("page", "found"), [
    ("<p>⟦Read⟧ <bdi>Лука</bdi> 3</p>", []),
    ("<p>⟦By <bdi>Ada</bdi>.⟧</p>", []),
    ("<p>⟦Read⟧ today</p>", ["⟦Read⟧ today"]),
    ('<p><a title="Up">⟦Up⟧</a></p>', ["Up"]),
    ('<input type="submit" value="Send"><input value="typed">', ["Send"]),
    ("<head><title>⟦Read⟧ · Octavo</title></head><p>post.example</p>", []),
    ('<p>⟦It failed⟧: <q lang="en">it is down</q></p>', []),
])
def test_a_word_in_no_brackets_is_found(site: None, page: str, found: list[str]) -> None:
    assert untranslated(page) == found
