"""The specimen edition: articles written for Octavo, shown while the library holds nothing of the reader's own.

Its pages lie beside this file (specimen/pages/) and go the way of all pages: read, then imported. specimen/edition.json says where
each came from and when, and what time it is in that edition: `{"time": ISO, "pages": [{"file", "url", "fetched": ISO}]}`.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from octavo.article import Page
from octavo.pipeline import read_page
from octavo.site.library.importing import Imported, import_page, source_of
from octavo.site.library.models import Article, Choice, FetchedPage, Source
from octavo.site.library.rows import digest_of
from octavo.site.library.writing import explaining, writing

CHOICE = "specimen"
SHOWN = "shown"
_FOLDER = files("octavo.site.library") / "specimen"


@explaining()
def load_specimen() -> Imported:
    """Import the specimen edition; changes nothing where it is there already."""
    pages = [_page(entry) for entry in _edition()["pages"]]
    there = set(FetchedPage.objects.filter(source__kind=Source.Kind.SPECIMEN, complete=True).values_list("digest", flat=True))
    done = Imported(kept=Article.objects.edition(specimen=True).count())
    for page in pages:
        if digest_of(page) not in there:
            done += import_page(page, read_page(page), source_of(Source.Kind.SPECIMEN, "specimen", "The specimen edition"))
    return done


def specimen_shown() -> bool:
    """Whether the paper shows the specimen edition: there is no article of the reader's own, or the owner asked it back."""
    return not Article.objects.edition(specimen=False).exists() or Choice.objects.filter(name=CHOICE, value=SHOWN).exists()


@explaining()
def bring_back() -> None:
    """Show the specimen edition, whatever the library holds; it is imported where it was not yet."""
    load_specimen()
    with writing():
        Choice.objects.update_or_create(name=CHOICE, defaults={"value": SHOWN})


@explaining()
def put_away() -> None:
    """Show the reader's own articles again, if there are any."""
    with writing():
        Choice.objects.filter(name=CHOICE).delete()


def edition_time() -> datetime:
    """What time it is in the specimen edition: "20 minutes ago" counts from here."""
    return datetime.fromisoformat(_edition()["time"])


@cache
def _edition() -> Any:
    return json.loads((_FOLDER / "edition.json").read_text("utf-8"))


def _page(entry: dict[str, str]) -> Page:
    name = f"specimen/pages/{entry['file']}"
    body = _FOLDER.joinpath(name.removeprefix("specimen/")).read_bytes()
    return Page(body, datetime.fromisoformat(entry["fetched"]), entry["url"], name, "text/html; charset=utf-8")
