"""Which language a page is in: the one that its browser asks for, of those that have a catalogue, or the one that the owner set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from octavo.errors import LibraryError
from tests.site.tongues import catalogue

if TYPE_CHECKING:
    from django.test import Client


def test_a_language_is_one_that_has_a_catalogue(tmp_path: Path) -> None:
    from octavo.site.languages import languages

    assert languages([tmp_path, tmp_path / "nowhere"]) == [("en", "English")]
    catalogue(tmp_path, {})
    (tmp_path / "de").mkdir()
    assert languages([tmp_path]) == [("en", "English"), ("eo", "Esperanto")]


@pytest.mark.parametrize("named", ["eo", "EO"])
def test_the_owner_sets_one(tmp_path: Path, named: str) -> None:
    from octavo.site.languages import languages

    catalogue(tmp_path, {})
    assert languages([tmp_path], named) == [("eo", "Esperanto")]


def test_one_without_a_catalogue_cannot_be_set(tmp_path: Path) -> None:
    from octavo.site.languages import languages

    with pytest.raises(LibraryError, match=r"OCTAVO_LANGUAGE: there is no catalogue of 'de'\. There is en;"):
        languages([tmp_path], "de")


@pytest.mark.parametrize("broken", [b"", b"no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 24])
def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path, broken: bytes) -> None:
    from octavo.site.languages import languages

    file = tmp_path / "eo" / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(broken)
    with pytest.raises(LibraryError, match=r"eo/LC_MESSAGES/django\.mo: it is no catalogue that can be read"):
        languages([tmp_path])


@pytest.fixture
def two_languages(override: Callable[..., None], tmp_path: Path) -> Iterator[None]:
    """A paper that speaks English and Esperanto, of which it has a few words."""
    from django.utils import translation
    from django.utils.translation import trans_real

    catalogue(tmp_path, {"Skip to the text": "Al la teksto", "Speakers": "Parolantoj"})
    override(LOCALE_PATHS=[tmp_path], LANGUAGES=[("en", "English"), ("eo", "Esperanto")])
    yield
    vars(trans_real)["_translations"].clear()
    translation.deactivate()


@pytest.mark.parametrize(("asked", "language", "skip"), [
    ("", "en", "Skip to the text"), ("eo", "eo", "Al la teksto"), ("de, eo;q=0.5", "eo", "Al la teksto"),
    ("de", "en", "Skip to the text"), ("en-GB, eo;q=0.9", "en", "Skip to the text"), ("x" * 9_000, "en", "Skip to the text"),
])
def test_a_page_is_in_the_language_that_its_browser_asks_for_first(
    two_languages: None, site_client: Client, asked: str, language: str, skip: str,
) -> None:
    response = site_client.get("/speakers/", headers={"accept-language": asked})
    page = response.content.decode()
    assert f'<html lang="{language}" dir="ltr"' in page
    assert f">{skip}</a>" in page
    assert "Accept-Language" in response["Vary"]


def test_a_page_that_is_not_there_is_in_that_language_too(two_languages: None, site_client: Client) -> None:
    assert '<html lang="eo"' in site_client.get("/nowhere/", headers={"accept-language": "eo"}).content.decode()


def test_what_the_owner_set_holds_for_every_browser(two_languages: None, site_client: Client, override: Callable[..., None]) -> None:
    override(LANGUAGES=[("eo", "Esperanto")], LANGUAGE_CODE="eo")
    assert '<html lang="eo"' in site_client.get("/speakers/", headers={"accept-language": "en"}).content.decode()
