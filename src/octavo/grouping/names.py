"""The names that a text prints, told by its capitals alone: what it is about, and how prominently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from octavo.grouping.mentions import NO_NAMES, SHORT, TITLES, TOKEN, Mention, mentions_in, without_office, without_opener, words_of
from octavo.grouping.name_kinds import is_body, is_wide, person_signs, sounds_like_a_place
from octavo.language.given_names import GIVEN

__all__ = ["NO_NAMES", "OPENING", "TITLES", "Name", "names"]

OPENING = 400
"""Characters that count as a text's beginning."""
SELDOM, MOSTLY = 0.3, 0.5
"""Shares of a name's mentions: used more than seldom as a place's it is no person's, mostly so it is a place's."""

_OWNS = re.compile(r"['’]s\b|, which\b")
_NOUNS_HAVE_CAPITALS = frozenset(("der", "die", "das", "und", "nicht", "ist", "mit", "auf"))
"""Little words of German, whose nouns have capitals: there they tell no names."""
_ENDINGS = frozenset(("inc", "corp", "co", "ltd", "llc", "plc", "gmbh", "ag", "sa", "jr", "sr", "ii", "iii"))


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


@lru_cache(maxsize=2048)
def names(headline: str, text: str) -> Mapping[str, Name]:
    """Headline and text -> the names in them, by their last word in small letters ("Vladimir Putin" and "Putin" are one name).

    Pages ask for the same newest articles again and again, so what was found is kept. Linear in the length of the text.
    """
    headline_words = {word.lower() for word in words_of(headline)}
    return {key: _name(mentions, _is_in(headline_words, mentions)) for key, mentions in _by_key(headline, text).items()}


def _is_in(words: Set[str], mentions: Sequence[Mention]) -> bool:
    """Whether a headline of those words has the name, in any of its forms."""
    return any(all(word.lower() in words for word in _last(mention.words)) for mention in mentions)


def _by_key(headline: str, text: str) -> dict[str, list[Mention]]:
    """The mentions of each name, in the order of the text, those of the headline alone last."""
    small = {token for token in TOKEN.findall(text) if token.islower()}
    printed = list(mentions_in(_without_crossheads(text)))
    alone = {mention.words[0] for mention in printed if len(mention.words) == 1}
    telling = len(small & _NOUNS_HAVE_CAPITALS) < 2
    mentions = [without_opener(without_office(mention, telling), small, alone) for mention in printed]
    in_text = {_key(mention.words) for mention in mentions}
    if not _in_title_case(headline):
        mentions += (without_office(mention, telling) for mention in mentions_in(headline) if _key(mention.words) not in in_text)
    kept: dict[str, list[Mention]] = {}
    for mention in mentions:
        kept.setdefault(_key(mention.words), []).append(mention)
    return {key: each for key, each in _family_names_first(kept).items() if _is_named(each, small, telling)}


def _is_named(mentions: Sequence[Mention], small: Set[str], telling: bool) -> bool:
    """Whether mentions are a name's: of several words, or a word that has its capital within a sentence too and is common nowhere in the
    text, or that opens several and says or owns something, as no "Regardless" does, nor "Officials"."""
    if any(len(mention.words) > 1 for mention in mentions):
        return True
    word = mentions[0].words[0]
    if not telling or word.lower() in small or word in SHORT:
        return False
    if not all(mention.opens for mention in mentions):
        return True
    acts = any(person_signs(1, mention.before, mention.after) or _OWNS.match(mention.after) for mention in mentions)
    return len(mentions) > 1 and acts and not word.endswith("s")


def _family_names_first(found: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
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


def _name(mentions: Sequence[Mention], in_headline: bool) -> Name:
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


def _fullest(mentions: Sequence[Mention]) -> tuple[str, ...]:
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


def _without_crossheads(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.isupper())


def _in_title_case(headline: str) -> bool:
    """Whether a headline capitalises nearly every word, or all letters, so that its capitals tell nothing."""
    if headline.isupper():
        return True
    words = [word for word in words_of(headline)[1:] if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
