"""The interface in another language: nothing that the paper says is left in English, and what papers say is left as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import octavo.site
from tests.site.library.articles import MORNING
from tests.site.library.placed import came
from tests.site.templates import unmarked
from tests.site.tongues import catalogue

if TYPE_CHECKING:
    from django.test import Client

SITE = Path(octavo.site.__file__).parent
FOLDERS = [SITE / room / "templates" for room in ("paper", "readers")]
TEMPLATES = sorted(file for folder in FOLDERS for file in folder.rglob("*") if file.suffix in (".html", ".txt"))
ATTRIBUTES = "tongue.html"
"""The attributes of a tag whose other half stands in another template."""


@pytest.mark.parametrize("template", [file for file in TEMPLATES if file.name != ATTRIBUTES], ids=lambda file: str(file.relative_to(SITE)))
def test_every_word_of_a_template_is_marked(template: Path) -> None:
    assert unmarked(template.read_text()) == []


@pytest.mark.parametrize(("template", "found"), [
    ("<p>Who said what</p>", ["Who said what"]),
    ('<p aria-label="Pages">{{ page }}</p>', ["Pages"]),
    ('<p>{% firstof name "one" %}</p>', ['{% firstof name "one" %}']),
    ('<a href="{{ address }}{% firstof "#brief" %}"></a>', []),
    ("<p>{{ n }} {% translate 'copies' %}{{ n|pluralize }}</p>", ["{{ n|pluralize }}"]),
    ('{% include "a.html" with label="Ask" %}', ['{% include "a.html" with label="Ask" %}']),
    ('<title>{% translate "Ask" %} · Octavo</title><code>octavo serve</code>{% include "a.html" with label=_("Ask") %}', []),
    ('{% blocktranslate count n=n %}one{% plural %}{{ n }} of them{% endblocktranslate %}', []),
])
def test_a_word_that_is_not_marked_is_found(template: str, found: list[str]) -> None:
    assert unmarked(template) == found


@pytest.fixture
def bracketed(site_client: Client, override: Callable[..., None], tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """A page by its address, in a language that has every word of the templates in brackets; its visible text."""
    from django.utils import translation
    from django.utils.translation import trans_real

    catalogue(tmp_path, words_of_templates())
    override(LOCALE_PATHS=[tmp_path], LANGUAGES=[("en", "English"), ("eo", "Esperanto")], LANGUAGE_CODE="eo")
    kept: dict[str, object] = vars(trans_real)["_translations"]
    kept.clear()
    translation.deactivate()
    yield lambda address: site_client.get(address).content.decode()
    kept.clear()


def words_of_templates() -> dict[str, str]:
    """What the templates have to translate, each in brackets."""
    from django.utils.translation.template import templatize

    found: dict[str, str] = {}
    for file in TEMPLATES:
        code = templatize(file.read_text())
        for one, many in re.findall(r"ngettext\(u?'((?:[^'\\]|\\.)*)', u?'((?:[^'\\]|\\.)*)'", code):
            one, many = unescaped(one), unescaped(many)
            found[f"{one}\0{many}"] = f"⟦{one}⟧\0⟦{many}⟧"
        for said in re.findall(r"\bgettext\(u?'((?:[^'\\]|\\.)*)'\)|\b_\(\"([^\"]*)\"\)", code):
            word = unescaped(said[0]) or said[1]
            found[word] = f"⟦{word}⟧"
    return found


def unescaped(literal: str) -> str:
    """The text of a Python literal without its quotation marks."""
    return literal.replace("\\'", "'").replace('\\"', '"').replace("\\n", "\n")


@pytest.mark.parametrize("address", ["/speakers/", "/sources/", "/sources/add/", "/ask/", "/search/"])
def test_the_words_of_a_page_are_those_of_its_language(bracketed: Callable[[str], str], address: str) -> None:
    page = bracketed(address)
    assert '<html lang="eo" dir="ltr"' in page
    assert "⟦Skip to the text⟧" in page
    assert re.search(r"<h1[^>]*>⟦[^<]*⟧</h1>", page)
    assert re.search(r"<title>⟦[^<]*⟧ · Octavo</title>", page)


def test_a_text_stays_in_its_own_language_and_words_among_it_are_said_in_that_of_the_page(bracketed: Callable[[str], str]) -> None:
    ferry = came("ferry", "The ferry sails.", headline="Ferry sails", published=MORNING)
    page = bracketed(f"/article/{ferry.pk}/")
    assert ">Ferry sails</h1>" in page
    assert "The ferry sails." in page
    assert '<div class="article-names" lang="eo" dir="ltr">' in page


def test_the_page_of_a_language_that_is_written_from_the_right(site_client: Client, override: Callable[..., None]) -> None:
    override(LANGUAGES=[("en", "English"), ("he", "Hebrew")], LANGUAGE_CODE="he")
    assert '<html lang="he" dir="rtl"' in site_client.get("/speakers/").content.decode()
