"""Names that hold an apostrophe and an s, "Samaritan's Purse", "People's Daily": told from "Trump's Cabinet" by how the text prints them.

In the text that is read for speakers such an apostrophe is a letter, so that the name is one like others; what comes out has the
apostrophe again. No place in the text moves.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from octavo.analysis import Speaker
from octavo.attribution.speakers.wording import DETERMINERS, plain
from octavo.attribution.speakers.words import BODY_NAMES, PERSONS, TITLES
from octavo.attribution.words.lists import listed
from octavo.language.given_names import GIVEN
from octavo.reading.parts import places

_LETTERS = {"'": "ꞌ", "’": "ꞏ"}
_OWNED = GIVEN | BODY_NAMES
_APOSTROPHES = str.maketrans({letter: mark for mark, letter in _LETTERS.items()})
_OWNING = re.compile(r"(?<![\w.’'-])((?:[A-Z][\w.]* ){0,4})([A-Z][a-z]+)(['’])s ([A-Z][\w-]*)(?![\w-])")
_ONE_OF = re.compile(r"\b[Aa]n? ([A-Z][a-z]+)['’]s ([A-Z][\w-]*)(?![\w-])")
_CAPITAL = re.compile(r"(?<!\w)[A-Z][a-z]+(?!\w)")
_ALWAYS = listed("Children Christie Lloyd Macy Men Moody People Sotheby Wendy Women")
"""Before "'s" and a capital these begin a name, however often it is printed."""
_LEAST = 2
_MAY_STAND_BEFORE = DETERMINERS | listed("and at but by for from in of on when while with") | {""}


def joined(text: str) -> str:
    """The text with letters for the apostrophes within names; as it is where it has such letters itself.

    A name is joined where an "a" stands before it, as before no owner, and where its first word never stands without the second and the
    two are printed twice or more.
    """
    if any(letter in text for letter in _LETTERS.values()):
        return text
    pairs = Counter((each[2], each[4]) for each in _OWNING.finditer(text) if each[1].strip().lower() in _MAY_STAND_BEFORE)
    if not pairs:
        return text
    printed = Counter(_CAPITAL.findall(text))
    ones = {(each[1], each[2]) for each in _ONE_OF.finditer(text)}
    names = {pair for pair, times in pairs.items() if _is_name(*pair, sure=pair in ones, alike=times == printed[pair[0]] >= _LEAST)}
    return _OWNING.sub(lambda each: f"{each[1]}{each[2]}{_LETTERS[each[3]]}s {each[4]}" if (each[2], each[4]) in names else each[0], text)


def parted(speaker: Speaker) -> Speaker:
    """The speaker with the apostrophes of the text."""
    name, role, of = (part and part.translate(_APOSTROPHES) for part in (speaker.name, speaker.role, speaker.affiliation))
    return replace(speaker, name=name, role=role, affiliation=of)


def holds_apostrophe(words: str) -> bool:
    """Whether words of a joined text hold such a name: it is a body's."""
    return any(letter in words for letter in _LETTERS.values())


def _is_name(first: str, second: str, *, sure: bool, alike: bool) -> bool:
    """Whether "first's second" is one name, and no owner with an office or ministry: `sure` after an "a", `alike` in all its places."""
    if plain(second) in PERSONS or plain(second) in TITLES:
        return False
    return sure or first in _ALWAYS or (alike and not (plain(second) in _OWNED or first.lower() in GIVEN or places.is_known(first)))
