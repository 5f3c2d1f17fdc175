"""All that placing needs of an article, small enough to keep beside it: telling words, names and figures, as numbers."""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from octavo.addresses import ADDRESS_MOST
from octavo.article import Article
from octavo.grouping.mentions import SHORT
from octavo.grouping.names import names
from octavo.grouping.stories.meanings import NONE, SIZE, Meaning, meaning
from octavo.grouping.stories.terms import stem, telling, term, words

Numbers: TypeAlias = NDArray[np.uint32]

OPENING, BODY, NAMES, FIGURES = 40, 72, 20, 16
"""The most terms that are kept of each kind, the weightiest of them: at most 16 + 5 · (40 + 72 + 20 + 16) = 756 bytes an article with a
text; one without has neither names nor figures, but a meaning: at most 16 + 5 · (40 + 72) + 128 = 704."""
OPENING_CHARACTERS, BODY_CHARACTERS = 800, 3_000
"""Characters of a text that are its opening, and those that are read at all: what the event is stands first, background behind it."""
SCALE = 20
"""Steps of a weight, which is kept in a byte."""

NAMING = 8.0
"""What the words of a headline without a text must tell together to name an event: about as much as one word that nobody knows."""

_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_CUT = ("...", "…")
_SET_OFF = re.compile(r":\s|\s[-|–—·•]\s")
_SHORT = re.compile(rf"\b({'|'.join(sorted(SHORT))})\b\.?\s+(?=(\w+))", re.IGNORECASE)
_JOINT, _ENDING = re.compile(r"[-_+]"), re.compile(r"\.\w+$")
_HEAD = struct.Struct("<B?BBBBBxq")
_VERSION = 3
_NO_TIME = -(2**63)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Terms in ascending order, and the weight of each, 1 to 255."""

    numbers: Numbers
    weights: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Digest:
    """What placing knows of an article. `published` is in seconds since 1970 (UTC), None where the article gives no time.

    `opening` and `body` have the words of the headline too; `text`: whether there was anything besides; where there was nothing,
    `meaning` is that of the headline, unless it is known to be in another language than English.
    """

    published: int | None
    text: bool
    opening: Weighed
    body: Weighed
    names: Weighed
    figures: Weighed
    meaning: Meaning

    @property
    def mute(self) -> bool:
        """Whether nothing in it names an event, as in "Live updates" without a text: such an article is a story of its own."""
        told = float(((self.body.weights / SCALE) ** 2).sum())
        return told == 0 or (not self.text and told < NAMING)


def digest(article: Article) -> Digest:
    """An article -> its digest. The same article gives the same digest, to the byte; nothing in an article is an error.

    A headline that was cut ("launch of the ...") loses its last word, and a publisher's name that is set off in it counts for nothing; the
    "Mt" of "Mt. Gox" counts with the name alone. Where there is no text, what the address says in words says it too: it often has the whole
    headline, and the section.
    """
    text = article.text[:BODY_CHARACTERS]
    plain = _without_publisher(_without_cut(article.headline), article.publisher or "")
    said = _as_one_word(text)
    headline = words(_as_one_word(plain))
    if not text:
        headline += sorted(set(words(_said_in(article.url or ""))) - set(headline))
    named = names(article.headline, text) if text else {}
    return Digest(
        published=_seconds(article.published),
        text=bool(text),
        opening=_weighed(_telling(Counter(headline + words(said[:OPENING_CHARACTERS]))), OPENING),
        body=_weighed(_telling(Counter(headline + words(said))), BODY),
        names=_weighed({term(stem(key)): telling(stem(key)) * (1 + log(name.prominence)) for key, name in named.items()}, NAMES),
        figures=_weighed({term(figure): 1.0 for figure in _figures(f"{article.headline}\n{text}")} if text else {}, FIGURES),
        meaning=meaning(_SHORT.sub("", plain)) if not text and article.language in (None, "en") else NONE,
    )


def pack(made: Digest) -> bytes:
    """A digest as bytes, for the library: fewer than 1,024, the same wherever it is packed."""
    kinds = (made.opening, made.body, made.names, made.figures)
    when = _NO_TIME if made.published is None else made.published
    head = _HEAD.pack(_VERSION, made.text, *map(len, kinds), len(made.meaning), when)
    return head + b"".join(kind.numbers.astype("<u4").tobytes() + kind.weights.tobytes() for kind in kinds) + made.meaning.tobytes()


def unpack(data: bytes | memoryview) -> Digest:
    """The digest that `pack` made those bytes of. Raises ValueError where they are none, or of another version: make it anew then."""
    try:
        version, text, *sizes, meant, when = _HEAD.unpack_from(data)
    except struct.error:
        raise ValueError("these bytes are no digest of an article") from None
    if version != _VERSION or len(data) != _HEAD.size + 5 * sum(sizes) + meant or meant not in (0, SIZE):
        raise ValueError("these bytes are no digest of this version")
    kinds: list[Weighed] = []
    start = _HEAD.size
    for size in sizes:
        numbers = np.frombuffer(data, "<u4", size, start).astype(np.uint32)
        kinds.append(Weighed(numbers, np.frombuffer(data, np.uint8, size, start + 4 * size)))
        start += 5 * size
    opening, body, named, figures = kinds
    meant_by = np.frombuffer(data, np.int8, meant, start)
    return Digest(None if when == _NO_TIME else when, text, opening, body, named, figures, meant_by)


def _without_cut(headline: str) -> str:
    """"Launch of the Ori ..." without what may be half a word."""
    told = headline.rstrip()
    return " ".join(told.rstrip(".…").split()[:-1]) if told.endswith(_CUT) else headline


def _without_publisher(headline: str, publisher: str) -> str:
    """"Ferry aground - The Harbour Post" without the paper's name; what is not set off is part of the headline."""
    named = _as_named(publisher)
    return "\n".join(part for part in _SET_OFF.split(headline) if not named or _as_named(part) != named)


def _as_one_word(text: str) -> str:
    """"Mt. Gox files" as "MtGox Gox files": the "Mt", which is seldom, would tell much by itself, and "Mt Cook" begins with it too."""
    return _SHORT.sub(r"\1\2 ", text)


def _as_named(paper: str) -> str:
    return paper.casefold().strip().removeprefix("the ")


def _said_in(address: str) -> str:
    """The words of an address: parts of its path that are joined by strokes, "/news/ferry-marit-aground-1234.html"."""
    parts = address[:ADDRESS_MOST].split("?", 1)[0].split("/")[3:]
    told = ([word for word in _JOINT.split(_ENDING.sub("", part)) if word.isalpha() and len(word) > 2] for part in parts)
    return " ".join(word for phrase in told if len(phrase) > 1 for word in phrase)


def _seconds(when: datetime | None) -> int | None:
    return int(when.timestamp()) if when else None


def _telling(counted: Mapping[str, int]) -> dict[int, float]:
    """Terms, each weighed by how telling it is and the logarithm of its mentions."""
    return {term(word): telling(word) * (1 + log(count)) for word, count in counted.items()}


def _weighed(weights: Mapping[int, float], most: int) -> Weighed:
    """The weightiest `most` of them; of equal weight, the lower number, so that the answer does not depend on an order of words."""
    kept = sorted(((number, weight) for number, weight in weights.items() if weight > 0), key=lambda each: (-each[1], each[0]))[:most]
    kept.sort()
    return Weighed(
        np.array([number for number, _ in kept], np.uint32),
        np.array([min(max(round(weight * SCALE), 1), 255) for _, weight in kept], np.uint8),
    )


def _figures(text: str) -> Iterable[str]:
    """The numbers of a text but for small ones, which every text has; "1,300" and "1300" are one."""
    return {figure for found in _FIGURE.findall(text) if (figure := found.replace(",", "")) and len(figure) > 1}
