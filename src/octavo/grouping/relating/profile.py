"""What an article is about, as far as relations need it: its names and its words."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Generic, TypeVar

from octavo.grouping.names import Name, names

Id = TypeVar("Id", bound=Hashable)

LOOKED_AT = 3000
"""Characters of a text that count: what an article is about stands at its beginning."""
WORDS_MOST = 400
"""Words of an article that are kept: the first ones."""

_WORD = re.compile(r"[^\W\d_]{5,30}")


@dataclass(frozen=True, slots=True)
class Text(Generic[Id]):
    """An article as far as relations need it. `id` is whatever the caller calls it; `voices` are its publisher and agency, `place` its
    dateline's; `published` has an offset."""

    id: Id
    headline: str
    text: str = field(repr=False)
    voices: tuple[str, ...] = ()
    place: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The names of an article by their last word in small letters (see `octavo.grouping.names`), its words of five letters and more, the
    last words of those who print it, that of its dateline's place, and when it was published: some 2 KiB an article."""

    names: Mapping[str, Name]
    words: frozenset[str] = field(repr=False)
    voices: frozenset[str] = frozenset()
    place: str = ""
    published: datetime | None = None


def profile(text: Text[Id]) -> Profile:
    """The article's profile, from its headline and the first LOOKED_AT characters of its text. Linear in them."""
    return Profile(
        names(text.headline, text.text[:LOOKED_AT]),
        _words(f"{text.headline}\n{text.text[:LOOKED_AT]}"),
        frozenset(filter(None, map(_last_word, text.voices))),
        _last_word(text.place),
        text.published,
    )


def pack(made: Profile) -> bytes:
    """A profile as bytes (JSON), for a library that keeps it."""
    kept = [asdict(name) for name in made.names.values()]
    when = made.published.isoformat() if made.published else None
    record = [list(made.names), kept, sorted(made.words), sorted(made.voices), made.place, when]
    return json.dumps(record, ensure_ascii=False).encode(errors="replace")


def unpack(data: bytes) -> Profile:
    """The profile that `pack` made those bytes of."""
    keys, kept, words, voices, place, when = json.loads(data)
    found = (Name(**{**fields, "forms": tuple(fields["forms"])}) for fields in kept)
    named = dict(zip(map(sys.intern, keys), found, strict=True))
    published = datetime.fromisoformat(when) if when else None
    return Profile(named, frozenset(map(sys.intern, words)), frozenset(voices), place, published)


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    """Those in small letters; where nothing is (a headline with capitals throughout, alone) those with capitals too."""
    found = dict.fromkeys(_WORD.findall(text))
    small = [word for word in found if word.islower()]
    kept = (small or [word.lower() for word in found])[:WORDS_MOST]
    return frozenset(map(sys.intern, kept))  # thousands of articles share most of their words


def _last_word(phrase: str) -> str:
    return phrase.split()[-1].lower() if phrase.strip() else ""
