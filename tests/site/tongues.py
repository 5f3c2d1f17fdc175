"""A paper in which one sees where each letter comes from: its own words stand in brackets, what people and publishers wrote is Cyrillic.

So a Latin letter outside of the brackets is a word that nobody can translate.
"""

from __future__ import annotations

import re
import string
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from gettext import NullTranslations
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.pages_library import LAST
from tests.site.security.hostile_library import DECIDED, FIELDS, more
from tests.site.walk import SMALL, fill

if TYPE_CHECKING:
    from lxml.etree import _Element

TONGUE = "eo"
"""The language that nobody knows; one that Django does, so that it may be asked for."""
CYRILLIC = str.maketrans(string.ascii_letters, "".join(map(chr, [*range(0x430, 0x44A), *range(0x410, 0x42A)])))
"""One letter for one: offsets into a text still fit."""
FOLDER = "Folder"
"""The folder whose page is asked for."""
KEPT = {"OutletOwner.domains", "UserSession.user_agent", "Source.folder"}
"""What is no text: hosts, and what a program says of itself."""
SAID = ("title", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "placeholder", "label")
"""Attributes that are read out or shown."""
UNSEEN = {"script", "style", "template", "code", "kbd", "head"}
_LATIN = re.compile(r"[A-Za-z]{2,}|[A-Za-z]")
_NAMES = re.compile(r"\bOctavo\b|https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b[\w:/.-]*")
"""The paper's own name, addresses and hosts."""


@cache
def shipped() -> frozenset[str]:
    """What comes with Octavo and is not in English but is a name: of feeds, of outlets and their owners, of time zones; and what is typed
    into the form of the search."""
    from octavo.grouping.owner_list import STARTER
    from octavo.site.desk.adding.starters import starters
    from octavo.site.paper.searching.examples import EXAMPLES
    from octavo.site.readers.accounts.zones import zones

    return frozenset([
        *(each.title for each in starters()), *(name for each in STARTER for name in (each.name, *each.publishers)),
        *(part for group, names in zones() for part in (group, *(name for _, name in names))), *(each.query for each in EXAMPLES),
        "UTC", FOLDER,
    ])


class Bracketed(NullTranslations):
    """A translation that has every message, in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message.rpartition(chr(4))[2]}⟧" if message else ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def language(self) -> str:
        return TONGUE

    def to_language(self) -> str:
        return TONGUE


@contextmanager
def in_brackets() -> Iterator[None]:
    """The paper speaks that language."""
    from django.test import override_settings
    from django.utils import translation
    from django.utils.translation import trans_real

    with override_settings(LANGUAGES=[("en", "English"), (TONGUE, "Esperanto")], LANGUAGE_CODE=TONGUE):
        # Django forgets its translations when settings change.
        known: dict[str, Any] = vars(trans_real)["_translations"]
        known[TONGUE] = Bracketed()
        try:
            with translation.override(TONGUE):
                yield
        finally:
            known.clear()


def fill_cyrillic() -> None:
    """Fill the empty library, and write all that people and publishers wrote in Cyrillic letters."""
    from django.apps import apps

    fill(SMALL)
    more()
    for name, fields in FIELDS.items():
        model = apps.get_model(name)
        told = [field for field in fields if f"{model.__name__}.{field}" not in KEPT]
        for row in model._default_manager.all():
            for field in told:
                setattr(row, field, cyrillic(getattr(row, field)))
            row.save()
    _credit()
    _fail()


def _credit() -> None:
    """Each article has one who did each thing, and a picture with words; some came in part only."""
    from octavo.site.library.models import Article, Partial
    from octavo.words import BY

    parts = cycle(["", *Partial])
    for article in Article.objects.order_by("pk"):
        article.credits = [{"role": role, "name": cyrillic("Ada Holt"), "place": cyrillic("Port Alder")} for role in BY]
        article.image = {"url": "https://a.example/1.png"} | {key: cyrillic("a ship") for key in ("alt", "caption", "credit")}
        article.partial = next(parts)
        article.save()


def _fail() -> None:
    """Every source fails, and of each reason there is a page that its first one led to and that could not be had."""
    from octavo.site.library.models import Source, WantedPage
    from octavo.site.paper.sources.reasons import WORDS

    reasons, at = cycle(WORDS), LAST - timedelta(days=2)
    for source in Source.objects.order_by("pk"):
        source.reason, source.problem, source.note = next(reasons), ("", "it is down")[source.pk % 2], "it has moved for good"
        source.failures, source.failing_since, source.due_at = 3, at, LAST
        source.save()
    first = Source.objects.order_by("pk")[0]
    WantedPage.objects.bulk_create(
        WantedPage(source=first, url=f"https://a.example/{number}", found=at, state=state, reason=reason, title=cyrillic("A ship"))
        for number, (reason, state) in enumerate((reason, state) for reason in WORDS for state in ("failed", "partial"))
    )


def cyrillic(value: Any) -> Any:
    """The same in Cyrillic letters, texts in lists and dictionaries too."""
    if isinstance(value, str):
        return value.translate(CYRILLIC)
    if isinstance(value, list):
        return [cyrillic(each) for each in value]
    if isinstance(value, dict):
        return {key: each if key in DECIDED else cyrillic(each) for key, each in value.items()}
    return value


def untranslated(page: str) -> list[str]:
    """What a page says in Latin letters outside of brackets: its texts, its title, and the attributes that are shown or read out."""
    from lxml import html

    if not page:
        return []
    document = html.document_fromstring(page)
    return list(_texts(document, _Depth())) + [said for said in _attributes(document) if _bare(said, _Depth())]


class _Depth:
    """How many brackets are open."""

    def __init__(self) -> None:
        self.open = 0

    def outside(self, text: str) -> str:
        """What of the text stands in no brackets."""
        found = []
        for each in text:
            self.open += (each == "⟦") - (each == "⟧")
            found.append(each if self.open == 0 and each != "⟧" else " ")
        return "".join(found)


def _bare(text: str, depth: _Depth) -> bool:
    said = depth.outside(text)
    return " ".join(said.split()).removesuffix(" · Octavo").rstrip(",") not in shipped() and bool(_LATIN.search(_NAMES.sub("", said)))


def _texts(element: _Element, depth: _Depth) -> Iterator[str]:
    """The texts of an element, but those that it quotes as they were met."""
    if isinstance(element.tag, str) and element.tag not in UNSEEN and not (element.tag == "q" and element.get("lang") == "en"):
        if element.text and _bare(element.text, depth):
            yield element.text.strip()
        for child in element:
            yield from _texts(child, depth)
    elif element.tag == "head" and (title := element.findtext("title")) and _bare(title, _Depth()):
        yield title
    if element.tail and _bare(element.tail, depth):
        yield element.tail.strip()


def _attributes(document: _Element) -> Iterator[str]:
    for element in document.iter("*"):
        if element.tag in ("meta", "link"):
            continue
        yield from (value for name in SAID if (value := element.get(name)))
        if element.tag == "input" and element.get("type") in ("submit", "button", "reset") and (value := element.get("value")):
            yield value


def catalogue(folder: Path, words: dict[str, str]) -> None:
    """Write a translation into Esperanto as msgfmt would (GNU gettext manual, "The Format of GNU MO Files")."""
    texts = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"} | words
    pairs = sorted((one.encode(), other.encode()) for one, other in texts.items())
    at, tables, body = 28 + 16 * len(pairs), [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<2I", len(pair[side]), at + len(body))
            body += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 28)
    file = folder / "eo" / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(head + b"".join(tables) + body)
