"""Text -> the names it prints, told by their capitals, with what stands around each: titles, roles, marks of possession."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from octavo.attribution.speakers.apostrophes import holds_apostrophe
from octavo.attribution.speakers.roles import apposition, office
from octavo.attribution.speakers.wording import DETERMINERS, LITTLE, PARTICLES, SUFFIXES, is_capital, is_survey, is_title, plain
from octavo.attribution.speakers.words import ABBREVIATIONS, BODY_NAMES, HONORIFICS, PERSONS, TITLES
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD
from octavo.language.given_names import GIVEN

_LINE = re.compile(r"[^\n]+")
_JOINT = re.compile(r"[ \xa0]")
_DOTTED = re.compile(r"\.[ \xa0]?")
_OPENS = re.compile(r"[.!?:;—–\"“”‘(\[•*]\s*$|''\s*$|^\s*$|\s-+\s*$")
_AFTER = re.compile(r"(?:\.|\s?\([^()\n]{0,40}\)|['’]s?)?,[ \xa0]([^\n]{1,200})")
_STOPS = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bSt)(?<!\b[A-Z])[.;:!?]\s|[\"“”]|\s[-–—]")
_OPENERS = listed("""
a according after again all also although americans an and apr april as asked at aug august because before both but by dec december
democrats despite during each earlier even feb february for fri friday from he her here his how however i if in indeed instead it its
jan january jul july jun june just last later like many mar march maybe meanwhile mon monday more most much my next no nor not nov
november now oct october of on once one only or our over perhaps republicans sat saturday sep sept september she since so some speaking
still sun sunday that the their then there these they this those though three thu thursday to today tomorrow tue tuesday two under until
we wed wednesday well what when where while who why with yes yesterday yet you your
""") - {"may"}
_ALWAYS = listed("""
americans april aug august dec december democrats feb february friday i jan january july june monday nov november oct october
republicans saturday sept september sunday thursday tuesday wednesday
""")
_OF_BODIES = listed("bureau centers centres court house institutes ministry secretariat")
_RELATIVE_VERB = re.compile(r" [a-z]+ed(?=[.,;:!?\"”’)]|\s?[-–—])")
"""The verb that ends "the court reporter Holt murdered": Holt is no court reporter."""
_VERBS = listed("""
added also are argued asked called did does had has have is noted said says told was were will would
""")
HEADLINE_MOST = 120
"""Characters of a first line that may be a headline, where any word may be capitalised before a name."""

_BEGIN_BODIES = BODY_NAMES | _OF_BODIES
_NO_OPENERS = TITLES | GIVEN
_NO_ROLE_WORDS = DETERMINERS | _OPENERS | _VERBS
_ROLE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as it is printed once: its span, its words in small letters, the titles before it in small letters and in full, and the
    article's own words for its role, before it and after it. `the`: the article stands before it; `owns`: "'s" follows."""

    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    the: bool = False
    owns: bool = False
    headline: bool = False


def printed(text: str) -> list[Printed]:
    """The names of a text in its order. Those of a line in title case are single words, as its capitals tell nothing."""
    small = {word for word in WORD.findall(text) if word.islower()}
    return [name for line in _LINE.finditer(text) for name in _line(text, line, small)]


def _line(text: str, line: re.Match[str], small: set[str]) -> Iterator[Printed]:
    words = list(WORD.finditer(text, line.start(), line.end()))
    if in_title_case([word[0] for word in words]):
        yield from _of_headline(text, words)
        return
    index = 0
    while index < len(words):
        if not _begins(text, line.start(), words, index, small):
            index += 1
            continue
        stop = index + 1
        while stop < len(words) and _goes_on(text, words, stop):
            stop += 1
        while words[stop - 1][0] in PARTICLES or words[stop - 1][0] in ("of", "for", "on"):
            stop -= 1
        if stop - index > 2 and all(word[0].isupper() for word in words[index:stop]):
            yield from _of_headline(text, words[index:stop])
        else:
            yield from _run(text, line, words, index, stop, small)
        index = stop


def _of_headline(text: str, words: list[re.Match[str]]) -> Iterator[Printed]:
    """Each capitalised word of a line in title case; a given name and what follows it are one name."""
    index = 0
    while index < len(words):
        word, count = words[index], 1
        lower = plain(word[0])
        if lower in GIVEN and not _owns(word) and index + 1 < len(words) and is_capital(words[index + 1][0]):
            count = 2 if text[word.end() : words[index + 1].start()] == " " and plain(words[index + 1][0]) not in _OPENERS else 1
        last = words[index + count - 1]
        if is_capital(word[0]) and lower not in _OPENERS:
            name = tuple(plain(each[0]) for each in words[index : index + count])
            yield Printed(word.start(), _end(last), name, (), (), owns=_owns(last), headline=True)
        index += count


def in_title_case(words: list[str]) -> bool:
    """Whether a line capitalises nearly every word."""
    long = [word for word in words[1:] if len(word) > 3 and not word[0].isdigit()]
    return len(long) > 2 and len(words) < 40 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _begins(text: str, line_start: int, words: list[re.Match[str]], index: int, small: set[str]) -> bool:
    word = words[index][0]
    if not is_capital(word) or plain(word) in _ALWAYS or (len(word) == 1 and not text.startswith(".", words[index].end())):
        return False
    if _OPENS.search(text, max(line_start, words[index].start() - 4), words[index].start()):
        lower = plain(word)
        alone = index + 1 == len(words) or not is_capital(words[index + 1][0])
        return lower not in _OPENERS and not ((lower in small or lower in PERSONS) and alone)
    return plain(word) not in _OPENERS or (word.isupper() and len(word) > 1)


def _goes_on(text: str, words: list[re.Match[str]], index: int) -> bool:
    before, word = words[index - 1][0], words[index][0]
    gap = text[words[index - 1].end() : words[index].start()]
    if _owns(words[index - 1]):
        return False
    short = len(before) == 1 or before.lower() in ABBREVIATIONS or (before.isupper() and "." in before)
    if not _JOINT.fullmatch(gap) and not (short and _DOTTED.fullmatch(gap)):
        return gap in (", ", " ,") and plain(word) in SUFFIXES and word[0].isupper()
    if is_capital(word):
        shouted = index > 1 and before.isupper() and words[index - 2][0].isupper() and len(before) > 3 and len(words[index - 2][0]) > 3
        return plain(word) not in _ALWAYS and (word.isupper() or not shouted)
    if word in ("of", "for", "on") and plain(before) in _BEGIN_BODIES:
        following = words[index + 1][0] if index + 1 < len(words) else ""
        if following == "the" and index + 2 < len(words):
            following = words[index + 2][0]
        return is_capital(following) and plain(following) not in _ALWAYS and "\n" not in text[words[index].end() : words[index].end() + 2]
    if word == "the" and index > 1 and before in ("of", "for", "on"):
        return True
    if word not in PARTICLES or index + 1 == len(words):
        return False
    return is_capital(words[index + 1][0]) and text[words[index].end() : words[index + 1].start()] == " "


def _run(text: str, line: re.Match[str], words: list[re.Match[str]], start: int, stop: int, small: set[str]) -> Iterator[Printed]:
    """The name in a run of capitals, without the titles before it."""
    body = is_body([plain(word[0]) for word in words[start:stop]])
    name = start if body else _without_titles(text, line, words, start, stop, small)
    if name == stop:
        return
    first = start - 2 if _of_office(words, start) else start
    while first > 0 and start - first < _ROLE_WORDS and _before_role(text, line.start(), words, first):
        first -= 1
    if first < start and plain(words[start - 1][0]) not in PERSONS | {"of"}:
        first = start
    begun = 0 < first < start and (words[first - 1][0].lower() in DETERMINERS or _owns(words[first - 1]))
    if begun and stop - name == 1 and _RELATIVE_VERB.match(text, _end(words[stop - 1])):
        first = start
    before = office(text[words[first].start() : words[name].start()].strip())
    apposed = () if body else _apposed(text, line, words, start, stop)
    titles = tuple(plain(word[0]) for word in words[first:name])
    known = any(title in PERSONS or is_title(title) for title in titles)
    roles = tuple(role for role in (before if known else "", *apposed) if role and plain(role) not in HONORIFICS)
    end = _end(words[stop - 1])
    if plain(words[stop - 1][0]) in ("jr", "sr") and text[end : end + 1] == ".":
        end += 1
    yield Printed(
        words[name].start(), end, tuple(plain(word[0]) for word in words[name:stop]), titles, roles,
        the=start > 0 and words[start - 1][0].lower() == "the", owns=_owns(words[stop - 1]),
    )


def _of_office(words: list[re.Match[str]], start: int) -> bool:
    """"State Marco Rubio" after "Secretary of"."""
    return start > 1 and words[start - 1][0] == "of" and plain(words[start - 2][0]) in ("secretary", "minister")


def _without_titles(text: str, line: re.Match[str], words: list[re.Match[str]], start: int, stop: int, small: set[str]) -> int:
    """Where the name begins in a run that is no body's."""
    name = start
    if stop - start > 1 and _OPENS.search(text, max(line.start(), words[start].start() - 4), words[start].start()):
        first = plain(words[start][0])
        name = start + (first in small and first not in _NO_OPENERS)  # "Say Mexico demanded", "Can Ada Holt win?"
    if line.start() == 0 and len(line[0]) < HEADLINE_MOST and start == 0 and stop - start == 2 and plain(words[0][0]) not in _NO_OPENERS:
        name = start + 1  # "Derelict Holt and Ferris"
    if stop - name > 2 and plain(words[name][0]) not in _NO_OPENERS and plain(words[name + 1][0]) in GIVEN and len(words[name][0]) > 2:
        name += 1
    if _of_office(words, start):
        name = start + 1
    name = max((index + 1 for index in range(start, stop) if _is_title(words, index, stop)), default=name)
    while name < stop and words[name][0] in LITTLE:
        name += 1
    return name


def _is_title(words: list[re.Match[str]], index: int, stop: int) -> bool:
    """Whether a word of a run is a title; the last one only where it never is a name ("James Baker")."""
    return plain(words[index][0]) in TITLES or (index + 1 < stop and is_title(words[index][0]))


def _apposed(text: str, line: re.Match[str], words: list[re.Match[str]], start: int, stop: int) -> tuple[str, ...]:
    """The role that follows a name; none after "in Chelsea, the mayor said", where a sentence goes on."""
    after = _AFTER.match(text, _end(words[stop - 1]), line.end())
    if after is None or (start > 0 and words[start - 1][0].lower() in ("in", "at", "near", "from", "on")):
        return ()
    return tuple(role for role in apposition(_STOPS.split(after[1], maxsplit=1)[0]) if not _VERBS & set(role.lower().split()))


def is_body(words: Sequence[str]) -> bool:
    """Whether the words of a name, in small letters, are a body's: its last is, or the one before "of"."""
    return words[-1] in BODY_NAMES or is_survey(words) or any(map(holds_apostrophe, words)) or any(
        word in ("of", "for", "on") and before in _BEGIN_BODIES for before, word in pairwise(words)
    )


def _before_role(text: str, line_start: int, words: list[re.Match[str]], index: int) -> bool:
    """Whether the word before `words[index]` may belong to the role of the name that follows."""
    word = words[index - 1]
    gap = text[word.end() : words[index].start()]
    lower = word[0].lower()
    if word.start() < line_start or not (_JOINT.fullmatch(gap) or (_DOTTED.fullmatch(gap) and lower in ABBREVIATIONS)):
        return False
    return lower not in _NO_ROLE_WORDS and not lower.endswith(("ed", "ing", "ly")) and not _owns(word)


def _owns(word: re.Match[str]) -> bool:
    return word[0].endswith(("'s", "’s"))


def _end(word: re.Match[str]) -> int:
    return word.end() - 2 if _owns(word) else word.end()
