"""The languages that the paper speaks: English, and those that have a catalogue, of Octavo or of the paper's owner."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import GNUTranslations
from pathlib import Path

from django.conf.locale import LANG_INFO

from octavo.errors import LibraryError

ENGLISH = ("en", "English")
"""What all words are written in."""


def catalogues(data: Path) -> list[Path]:
    """The folders of catalogues, `xx/LC_MESSAGES/django.mo` each: Octavo's own, and `locale` in the library's folder."""
    return [Path(__file__).parent / "locale", data / "locale"]


def languages(folders: Sequence[Path], only: str = "") -> list[tuple[str, str]]:
    """Each language with its own name, English first; `only` that one, where it is named.

    Raises LibraryError where that has no catalogue, and for a catalogue that cannot be read.
    """
    found = dict([ENGLISH])
    for folder in folders:
        for file in sorted(folder.glob("*/LC_MESSAGES/django.mo")):
            _see_readable(file)
            code = file.parts[-3].replace("_", "-").lower()
            found.setdefault(code, LANG_INFO.get(code, {}).get("name_local", code))
    wanted = only.replace("_", "-").lower()
    if not wanted:
        return list(found.items())
    if wanted not in found:
        raise LibraryError(
            f"OCTAVO_LANGUAGE: there is no catalogue of {only!r}. There is {', '.join(found)}; "
            "docs/decisions/translation.md says how one is made."
        )
    return [(wanted, found[wanted])]


def _see_readable(file: Path) -> None:
    try:
        with file.open("rb") as opened:
            GNUTranslations(opened)
    except Exception as error:
        # What is no catalogue brings its reader to raise whatever it likes.
        raise LibraryError(f"{file}: it is no catalogue that can be read ({error}). Make it anew, or take it away.") from error
