"""What stands in a text and may be a reason in words: people, places, things, figures, phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octavo.grouping.name_kinds import is_body, is_press, is_wide
from octavo.grouping.names import NO_NAMES, OPENING, Name, names

FeatureKind = Literal["person", "place", "thing", "figure", "phrase", "word"]

LOOKED_AT = 6000
"""Characters of a text in which reasons are looked for."""
OF_A_WORD = 0.5

_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{5,20}(?![\w’'-])")
_FIGURE = re.compile(
    r"(?<![\w.,-])(?<!\d[.,] )(?:(?P<money>(?:US)?[$€£¥]\d+(?:[.,]\d+)*(?: ?(?:million|billion|trillion|bn|m))?)"
    r"|(?P<score>\d{1,3}-\d{1,3})(?![\w-])"
    r"|(?P<counted>\d+(?:[.,]\d+)*"
    r"(?:%|-year [a-z]{3,20}|(?!-year\b(?!-))(?:-[a-z]{3,14}){1,2}| (?:percent|per cent|(?:million |billion )?[a-z]{3,20}))))")
_MORE = re.compile(r" ([a-z]{3,20})(?![\w’'-])")
_OF = re.compile(r" of (?:the |an? |its |his |her |their )?[^\W\d_]{3,20}(?![\w’'-])")
NOUN = 3
"""Words that what is counted has at most."""
_MANY = {"people", "men", "women", "children", "police", "dead", "killed", "injured", "wounded", "missing"}
_OF_WHAT = {
    "members", "kinds", "parts", "pieces", "metres", "meters", "kilometres", "kilometers", "miles", "feet", "yards", "inches", "degrees",
    "tonnes", "tons", "pounds",
}
"""What is said of it alone tells nothing."""
_YEAR = re.compile(r"(?:19|20)\d\d ")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$")
_PHRASE = re.compile(r"(?<![\w’'-])(?=([^\W\d_]{4,20}) ([^\W\d_]{4,20})(?![\w’'-]))")
_NAMED_BEFORE = re.compile(r"\b([A-Z][\w.]*) $")
LONGEST = 20
"""Letters of a word that is looked at."""
_LITTLE_WORDS = """
about above across again against ahead also although always among another anything around away back because become been being
below best better between beyond both brought came cannot come could described despite does doing done down each either else enough even
ever every everyone few found further gave get getting give given goes going gone good great have having here himself however into itself
just keep kept know known late later least left less like likely little long made make making many may might more most much must near nearly
need never next none nothing often once only onto other others over part people perhaps put quite rather really said same saying says
see seen several shall she should since some something soon such take taken taking tell than that their them then there these they thing
things think this those though through time times today told took toward towards under until upon used using very want wanted well went were
whether which while whole whose will with within without would year years your month months week weeks hours days minutes ago
including added asked according reported reports report called expected announced news
million billion percent number lot first second third half early recent recently morning evening night afternoon tonight already
yet still almost nearly roughly more less per and the but for nor not are was has had did its his her him who how why all any out off too
two three four five six seven eight nine ten dozen hundred thousand
"""
LITTLE = NO_NAMES | frozenset(_LITTLE_WORDS.split())
"""Words, in small letters, that say nothing of what a text is about."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Words of a text, as they stand there. `strength` grows with how prominent they are: a name's prominence, 1 to 8."""

    kind: FeatureKind
    text: str
    strength: float


@lru_cache(maxsize=1024)
def features(headline: str, text: str) -> Mapping[str, Feature]:
    """The features of an article, by their text in small letters. All of them stand in the headline or the first LOOKED_AT characters."""
    text = text[:LOOKED_AT]
    whole = f"{headline}\n{text}"
    small = whole.lower()
    found: dict[str, Feature] = {}
    opening = len(headline) + OPENING
    for each in (*_named(names(headline, text)), *_figures(whole), *_phrases(whole, opening), *_words(whole[:opening], len(headline))):
        if each.text.lower() in small:
            found.setdefault(each.text.lower(), each)
    return found


def _named(found: Mapping[str, Name]) -> Iterator[Feature]:
    for key, name in found.items():
        last = [word for word in name.text.split() if name.alone and word.lower().replace(".", "") == key]
        for form in dict.fromkeys((*name.forms, name.text, *last)):
            yield Feature(_kind(name, form), form, name.prominence - 0.1 * (form != name.text))


def _kind(name: Name, form: str) -> FeatureKind:
    """What a form of a name says: "the Department" says no more than a word, and half the world no more than a place."""
    if name.person:
        return "person"
    if " " not in form and is_body(form):
        return "word"
    return "place" if name.place or is_wide(form) or is_press(form) else "thing"


def _figures(whole: str) -> Iterator[Feature]:
    """Numbers with the whole of what they count; money; results of matches. Bare years and days are none."""
    met: Counter[str] = Counter()
    for match in _FIGURE.finditer(whole):
        counted = match["counted"]
        before = _NAMED_BEFORE.search(whole, max(0, match.start() - LONGEST), match.start())
        if counted and before and (before[1].lower() not in LITTLE or _MONTH.match(before[1])):
            continue  # "Section 11 allows", "May 9 deadlines": a name's number, a day.
        if counted and (counted.split()[-1] in LITTLE - _MANY or _YEAR.match(counted)):
            continue
        whole_noun = _with_noun(counted, whole, match.end()) if counted else match[0]
        if whole_noun:
            met[whole_noun] += 1
    for text, times in met.items():
        yield Feature("figure", text, min(times, 4) + (whole.find(text) < OPENING))


def _with_noun(counted: str, whole: str, end: int) -> str:
    """A number and a word, which ends there, -> with the rest of its noun: "61 seagoing vessels", "58 members of the crew"; "" where that
    cannot be told."""
    number, _, word = counted.rpartition(" ")
    if not number or word in ("percent", "cent"):
        return counted
    for _ in range(NOUN):
        if word in _MANY or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            of = _OF.match(whole, end)
            return "" if word in _OF_WHAT and not of else counted + (of[0] if of and word in _OF_WHAT else "")
        more = _MORE.match(whole, end)
        if more is None or more[1] in LITTLE - _MANY:
            return ""
        word, end, counted = more[1], more.end(), counted + more[0]
    return ""


def _phrases(whole: str, opening: int) -> Iterator[Feature]:
    """Two words side by side that are no little ones, not both with a capital."""
    met: dict[str, list[int]] = {}
    for match in _PHRASE.finditer(whole):
        words = match[1], match[2]
        before = _NAMED_BEFORE.search(whole, max(0, match.start() - LONGEST), match.start()) if words[0][0].isupper() else None
        if before and before[1].lower() not in LITTLE:
            continue
        if any(word.lower() in LITTLE or word.endswith("ly") for word in words) or all(word[0].isupper() for word in words):
            continue
        met.setdefault(f"{words[0]} {words[1]}", []).append(match.start())
    for text, places in met.items():
        yield Feature("phrase", text, min(len(places), 4) + (places[0] < opening))


def _words(opening: str, headline: int) -> Iterator[Feature]:
    """Words of a headline and a beginning, for texts that share nothing better. In a beginning only those in small letters; a headline may
    have capitals everywhere."""
    for match in _WORD.finditer(opening):
        word = match[0]
        if (word.islower() or match.start() < headline) and word.lower() not in LITTLE and not word.lower().endswith("ly"):
            yield Feature("word", word, OF_A_WORD)
