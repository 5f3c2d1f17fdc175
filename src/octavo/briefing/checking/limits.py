"""Whether a word that makes less of what follows it ("half of the crew", "deputy mayor", "all but Berg") stands in both texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from octavo.briefing.checking.given import Given
from octavo.briefing.checking.wording import words
from octavo.briefing.saying.figures import figures

_LESS = re.compile(
    r"(?<![\w-])(?:few|fewer|half|part of|parts of|a (?:third|quarter|fifth|tenth|fraction|minority|handful|number|majority) of"
    r"|some of|most of|most|hardly any|barely any|deputy|vice|acting|assistant|shadow|interim|honorary|designate|aspiring|self-styled"
    r"|except(?: for)?|excluding|unlike|other than|apart from|but for|(?:nobody|none|no one|all|everyone|everybody|anyone|anybody) but"
    r"|copies of|replica|model of|toy|virtual|fictional|imaginary|cartoon|relatives? of|famil(?:y|ies) of|supporters? of|opponents? of"
    r"|against|anti|near|outside)(?![\w])",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:out )?of (?:the |its |their |his |her |some |about )*", re.IGNORECASE)


def limits_hold(text: str, given: Given) -> bool:
    """Whether each such word of a folded text makes less of what it does in its source, and what it makes less of there is not whole."""
    ours, theirs = list(_limited(text)), list(_limited(given.text))
    said = {word.key for word in words(text)}
    told = {figure.value for figure in figures(text)}
    if any(whole in told and part not in told for part, whole in _parts(given.text)):
        return False
    return {key for _, key in ours} <= {key for _, key in theirs} and all(
        key not in said or any(key == own for _, own in ours) for _, key in theirs
    )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Figures of which one is a part of the other: "two of the five"."""
    for one, other in pairwise(figures(text)):
        if _OF.fullmatch(text, one.end, other.start):
            yield one.value, other.value


def _limited(text: str) -> Iterator[tuple[str, str]]:
    """Each such word, with the content word behind it."""
    for match in _LESS.finditer(text):
        following = next((word for word in words(text) if word.start >= match.end() and word.tells), None)
        if following:
            yield match[0].lower(), following.key
