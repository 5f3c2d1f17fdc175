"""Every word that a reader sees can be translated: on every page, whoever made it."""

from __future__ import annotations

from pathlib import Path

import pytest

import octavo
from tests.site import sentences
from tests.site.tongues import fill_cyrillic, in_brackets, untranslated
from tests.site.walk import visit

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
    "fetching/discovery", "fetching/opml.py", "site/desk/adding", "site/library/choosing.py", "site/library/deciding.py",
    "site/library/model_wishes.py", "site/library/owner_claims.py", "site/library/owners.py",
)
"""Rooms below the paper whose errors its pages show."""


def modules(*rooms: str) -> list[str]:
    """Modules of those rooms by their paths in the package."""
    files = [file for room in rooms for file in ([PACKAGE / room] if room.endswith(".py") else (PACKAGE / room).rglob("*.py"))]
    return sorted(str(file.relative_to(PACKAGE)) for file in files if "migrations" not in file.parts)


def test_every_page_speaks_the_language_of_the_paper(site: None) -> None:
    from django.test import Client, override_settings

    fill_cyrillic()
    found: dict[str, list[str]] = {}
    with override_settings(LOOPBACK=True):
        client = Client(headers={"host": "localhost"})
        # What the paper keeps of a page serves every language.
        client.get("/")
        with in_brackets():
            for page in visit(client):
                if page.response["Content-Type"].startswith("text/html") and page.response.content:  # type: ignore[attr-defined]
                    found[page.route] = untranslated(page.response.content.decode())  # type: ignore[attr-defined]
    assert {route: said for route, said in found.items() if said} == {}
    assert len(found) > 40


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
