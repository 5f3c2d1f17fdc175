"""The names that a text prints, told by its capitals alone: what it is about, and how prominently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from octavo.grouping.name_kinds import is_body, is_wide, person_signs, sounds_like_a_place
from octavo.language.given_names import GIVEN

OPENING = 400
"""Characters that count as a text's beginning."""
SELDOM, MOSTLY = 0.3, 0.5
"""Shares of a name's mentions: used more than seldom as a place's it is no person's, mostly so it is a place's."""
GIVEN_REST = 5
"""Letters behind the hyphen of a given name at most."""
_MADE_OF = frozenset(("based", "born", "led", "run", "owned", "era", "style", "like", "wide", "bound", "made", "free", "area", "type", "only"))
AFTER = 24
"""Characters behind a name that are looked at."""

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’.-]\w+)*")
_COMPOUND = re.compile(r"-(?P<rest>[^\WA-Z]\w*)$")
_SENTENCE_BREAK = re.compile(r"[^\w\s,'’/&-]")
_POSSESSIVE = re.compile(r"['’]s$")
_SHORTENED = re.compile(r"['’](?:m|d|ll|ve|re|t)$")
_OWNS = re.compile(r"['’]s\b|, which\b")
_JOINT = re.compile(r"['’]? ")
_WITHIN_NAMES = frozenset(("de", "van", "von", "del", "bin", "al"))
_TITLES = """
president vice prime minister ministers deputy secretary general chancellor king queen prince princess sir lord lady dame mayor governor
senator representative congressman congresswoman judge justice chief officer director chairman chairwoman chair professor doctor dr mr mrs
ms captain colonel sergeant detective inspector foreign finance interior defence defense spokesman spokeswoman spokesperson pope state
former acting senior ambassador commissioner ministry government parliament councilman councilwoman coach gov sen rep gen lt sgt capt det
democrat republican
"""
_OPENERS = """
the a an i and or in on at of for to by from with but he she they it we you i this that these those there if when while as after before his
her their its our your my no not yes so some many most all both each one two three what who how why where still yesterday today tomorrow
meanwhile however according earlier later last next since during once thus instead despite although though because such even named whether
unlike under over within without upon until among between against amid typically additionally finally recently currently previously
originally initially reportedly allegedly apparently clearly eventually generally officially only possibly presumably probably similarly
specifically suddenly supposedly ultimately unfortunately usually perhaps maybe now then also just nearly almost nobody everyone latest
"""
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december mon tue tues wed thu thur thurs fri sat jan feb mar apr jun jul aug sept sep oct nov dec am pm gmt utc est edt et pt pst pdt
christmas easter
"""
_PAGE = """
posted updated published photo photos video click read image copyright reporting editing story source police management staff
"""
_SHORT = frozenset(("Mt", "St", "Ft", "Jos", "Wm", "Chas"))
_NOUNS_HAVE_CAPITALS = frozenset(("der", "die", "das", "und", "nicht", "ist", "mit", "auf"))
"""Little words of German, whose nouns have capitals: there they tell no names."""
_BEFORE_GIVEN = frozenset(("saint", "st", "san", "santa", "port", "fort", "ft", "mount", "mt", "cape", "lake", "new"))
_ENDINGS = frozenset(("inc", "corp", "co", "ltd", "llc", "plc", "gmbh", "ag", "sa", "jr", "sr", "ii", "iii"))
TITLES = frozenset(_TITLES.split())
"""Words of a title, before a name."""

NO_NAMES = TITLES | frozenset((_OPENERS + _CALENDAR + _PAGE).split())
"""What is capitalised and names nobody: a title belongs to many, and a sentence begins with any word."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its fullest printed form, "the" before it where the text mostly says so. `prominence`: mentions, up to four; one
    more for the beginning of the text, three more for the headline. `person`: a title, what it does, or its use says so ("Fell" for "Jon
    Fell"); `place`: much happens in it; `alone`: its last word alone is printed for it. `forms`: all forms of several words, since a text
    may be about two Fells."""

    text: str
    article: bool
    prominence: int
    in_headline: bool = False
    person: bool = False
    place: bool = False
    alone: bool = False
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    words: tuple[str, ...]
    start: int
    opens: bool
    before: str
    after: str

    @property
    def after_the(self) -> bool:
        return self.before == "the"


@lru_cache(maxsize=2048)
def names(headline: str, text: str) -> Mapping[str, Name]:
    """Headline and text -> the names in them, by their last word in small letters ("Vladimir Putin" and "Putin" are one name).

    Pages ask for the same newest articles again and again, so what was found is kept. Linear in the length of the text.
    """
    headline_words = {word.lower() for word in _words(headline)}
    return {key: _name(mentions, _is_in(headline_words, mentions)) for key, mentions in _by_key(headline, text).items()}


def _is_in(words: Set[str], mentions: Sequence[_Mention]) -> bool:
    """Whether a headline of those words has the name, in any of its forms."""
    return any(all(word.lower() in words for word in _last(mention.words)) for mention in mentions)


def _by_key(headline: str, text: str) -> dict[str, list[_Mention]]:
    """The mentions of each name, in the order of the text, those of the headline alone last."""
    small = {token for token in _TOKEN.findall(text) if token.islower()}
    printed = list(_mentions(_without_crossheads(text)))
    alone = {mention.words[0] for mention in printed if len(mention.words) == 1}
    telling = len(small & _NOUNS_HAVE_CAPITALS) < 2
    mentions = [_without_opener(_without_office(mention, telling), small, alone) for mention in printed]
    in_text = {_key(mention.words) for mention in mentions}
    if not _in_title_case(headline):
        mentions += (_without_office(mention, telling) for mention in _mentions(headline) if _key(mention.words) not in in_text)
    kept: dict[str, list[_Mention]] = {}
    for mention in mentions:
        kept.setdefault(_key(mention.words), []).append(mention)
    return {key: each for key, each in _family_names_first(kept).items() if _is_named(each, small, telling)}


def _is_named(mentions: Sequence[_Mention], small: Set[str], telling: bool) -> bool:
    """Whether mentions are a name's: of several words, or a word that has its capital within a sentence too and is common nowhere in the
    text, or that opens several and says or owns something, as no "Regardless" does, nor "Officials"."""
    if any(len(mention.words) > 1 for mention in mentions):
        return True
    word = mentions[0].words[0]
    if not telling or word.lower() in small:
        return False
    if not all(mention.opens for mention in mentions):
        return True
    acts = any(person_signs(1, mention.before, mention.after) or _OWNS.match(mention.after) for mention in mentions)
    return len(mentions) > 1 and acts and not word.endswith("s")


def _family_names_first(found: dict[str, list[_Mention]]) -> dict[str, list[_Mention]]:
    """"Lin" is "Lin Daoren" where the text calls a person so, and nobody by the other word."""
    starts: dict[str, set[str]] = {}
    for key, mentions in found.items():
        for mention in mentions:
            if len(mention.words) > 1:
                starts.setdefault(mention.words[0].lower(), set()).add(key)
    for first, keys in starts.items():
        whole = next(iter(keys))
        short = found.get(first, [])
        alone = bool(short) and len(keys) == 1 and first != whole and all(len(mention.words) == 1 for mention in short)
        if not alone or any(len(mention.words) == 1 for mention in found[whole]) or is_body(" ".join(found[whole][0].words)):
            continue
        if any(person_signs(1, mention.before, mention.after) for mention in short):
            found[whole] = sorted(found[whole] + found.pop(first), key=lambda mention: mention.start)
    return found


def _name(mentions: Sequence[_Mention], in_headline: bool) -> Name:
    times, the = len(mentions), sum(mention.after_the for mention in mentions)
    fullest = _fullest(mentions)
    text = " ".join(fullest)
    alone = any(len(mention.words) == 1 for mention in mentions)
    bare = any(len(mention.words) == 1 and not mention.after_the for mention in mentions)
    place = sum(sounds_like_a_place(mention.before, mention.after) for mention in mentions)
    signs = max(person_signs(len(mention.words), mention.before, mention.after) for mention in mentions)
    enough = bare or signs > 0 or fullest[0].lower() in GIVEN if len(fullest) > 1 else signs > 1
    told = len(fullest) > 1 and signs > 1
    wide = is_wide(text) and not (told or (len(fullest) > 1 and fullest[0].lower() in GIVEN))
    return Name(
        text, 2 * the > times, min(times, 4) + (mentions[0].start < OPENING) + 3 * in_headline,
        in_headline=in_headline,
        person=enough and not (2 * the > times or wide or (is_body(text) and not told) or place > SELDOM * times),
        place=wide or place >= MOSTLY * times,
        alone=alone,
        forms=tuple(dict.fromkeys(" ".join(mention.words) for mention in mentions if len(mention.words) > 1)),
    )


def _fullest(mentions: Sequence[_Mention]) -> tuple[str, ...]:
    """The form of several words that is printed most, inside a sentence rather than where one begins; the longer of two alike."""
    count = Counter(mention.words for mention in mentions)
    inside = {mention.words for mention in mentions if not mention.opens}
    return max(count, key=lambda words: (len(words) > 1, count[words], words in inside, *_fullness(words)))


def _key(words: tuple[str, ...]) -> str:
    """The last word, in small letters, that is no company's ending; the whole for "Bank of Reef", which is not Reef, and two words
    where the last is any body's: one Council is not the other."""
    return " ".join(_last(words)).lower().replace(".", "")


def _last(words: tuple[str, ...]) -> tuple[str, ...]:
    if "of" in words:
        return words
    told = [word for word in words if word.lower().rstrip(".") not in _ENDINGS] or list(words)
    return tuple(told[-2:] if len(told) > 1 and is_body(told[-1]) else told[-1:])


def _fullness(words: tuple[str, ...]) -> tuple[int, bool]:
    """More words are fuller; of two alike, the one that is not set in capitals."""
    return len(words), not " ".join(words).isupper()


def _words(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", token) for token in _TOKEN.findall(text)]


def _mentions(text: str) -> Iterator[_Mention]:
    """Runs of capitalised words; a title, a weekday or the word that begins a sentence parts them."""
    run: list[str] = []
    start, opens, before, last, end, joint = 0, True, "", 0, 0, ""
    previous = ""
    for match in _TOKEN.finditer(text):
        gap, token = text[end : match.start()], match[0]
        breaks = end == 0 or _SENTENCE_BREAK.search(gap) is not None
        word = _POSSESSIVE.sub("", token)
        initial = len(word) == 1 and bool(run)
        head = _SHORTENED.sub("", word).lower()
        named = word[0].isupper() and (len(word) > 1 or initial) and head not in NO_NAMES and not _is_compound(word, run)
        within = bool(run) and _goes_on(run, word)
        if run and (len(run[-1]) == 1 or run[-1] in _SHORT) and gap == ". " and named:
            breaks = False
            gap, run[-1] = " ", f"{run[-1]}."
        if run and (breaks or not _JOINT.fullmatch(gap) or not (named or within)):
            yield _Mention(tuple(run), start, opens, before, text[last : last + AFTER])
            run, joint = [], ""
        elif run and named and not joint:
            run[-1] += gap.rstrip()
        if named:
            if not run:
                start, opens, before = match.start(), breaks, "" if breaks else previous.lower()
            run += [joint, word] if joint else [word]
            joint, last = "", match.start() + len(word)
        elif within:
            joint = word
        if run and word != token:
            yield _Mention(tuple(run), start, opens, before, text[last : last + AFTER])
            run, joint = [], ""
        previous, end = token, match.end()
    if run:
        yield _Mention(tuple(run), start, opens, before, text[last : last + AFTER])


def _is_compound(word: str, run: Sequence[str]) -> bool:
    """Whether a word is an adjective made of a name ("Reef-based"); "Ki-moon" after "Ban" is a name."""
    compound = _COMPOUND.search(word)
    return compound is not None and (not run or len(compound["rest"]) > GIVEN_REST or compound["rest"] in _MADE_OF)


def _goes_on(run: Sequence[str], word: str) -> bool:
    """Whether a small word may stand within a name: "Bay of Reef", "Rita van Holt"; not "Jon Fell of Alder Lines" or "Rat der Stadt"."""
    given = run[0].lower() in GIVEN
    if word == "of":
        return not given and (len(run) == 1 or is_body(run[-1]))
    return word in _WITHIN_NAMES or (word == "der" and given)


def _without_opener(mention: _Mention, small: Set[str], alone: Set[str]) -> _Mention:
    """"Ferry Marit sank", "Shares of Northwind fell": what begins a sentence and is a common word elsewhere in the text, or what stands
    there before the "of" of a name that is printed without it, belongs to no name."""
    first, *rest = mention.words
    if not mention.opens or not rest:
        return mention
    if rest[0] == "of" and rest[1] in alone:
        rest = rest[1:]
    elif first.lower() not in small:
        return mention
    return replace(mention, words=tuple(rest), opens=False, before="")


def _without_office(mention: _Mention, telling: bool) -> _Mention:
    """"Die Bürgermeisterin Anna Brandt", "Named Jon Fell coach.": what has its capital for another reason, before a given and a last
    name."""
    words = [word.lower() for word in mention.words]
    first = next((place for place, word in enumerate(words) if word in GIVEN), 0)
    if (telling and not mention.opens) or not 0 < first < len(words) - 1 or words[first - 1] in _BEFORE_GIVEN or is_body(words[-1]):
        return mention
    return replace(mention, words=mention.words[first:], opens=False, before=words[first - 1])


def _without_crossheads(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.isupper())


def _in_title_case(headline: str) -> bool:
    """Whether a headline capitalises nearly every word, or all letters, so that its capitals tell nothing."""
    if headline.isupper():
        return True
    words = [word for word in _words(headline)[1:] if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
