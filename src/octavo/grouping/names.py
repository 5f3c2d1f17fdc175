"""The names that a text prints, told by its capitals alone: what it is about, and how prominently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import lru_cache

OPENING = 400
"""Characters that count as a text's beginning."""

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’.-]\w+)*")
_COMPOUND = re.compile(r"-[^\WA-Z]\w*$")
_SENTENCE_BREAK = re.compile(r"[^\w\s,'’/&-]")
_POSSESSIVE = re.compile(r"['’]s$")
_JOINT = re.compile(r"['’]? ")
_WITHIN_NAMES = frozenset(("of", "de", "van", "von", "der", "del", "bin", "al"))
_TITLES = """
president vice prime minister ministers deputy secretary general chancellor king queen prince princess sir lord lady dame mayor governor
senator representative congressman congresswoman judge justice chief officer director chairman chairwoman chair professor doctor dr mr mrs
ms captain colonel sergeant detective inspector foreign finance interior defence defense spokesman spokeswoman spokesperson pope state
former acting senior ambassador commissioner ministry government parliament
"""
_OPENERS = """
the a an and or in on at of for to by from with but he she they it we you i this that these those there if when while as after before his
her their its our your my no not yes so some many most all both each one two three what who how why where still yesterday today tomorrow
meanwhile however according earlier later last next since during
"""
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december
"""
TITLES = frozenset(_TITLES.split())
"""Words of a title, before a name."""

NO_NAMES = TITLES | frozenset((_OPENERS + _CALENDAR).split())
"""What is capitalised and names nobody: a title belongs to many, and a sentence begins with any word."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its fullest printed form, "the" before it where the text mostly says so. `prominence`: mentions, up to four; one
    more for the beginning of the text, three more for the headline. `person`: the text says the last word alone for the whole."""

    text: str
    article: bool
    prominence: int
    in_headline: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    words: tuple[str, ...]
    start: int
    opens: bool
    after_the: bool


@lru_cache(maxsize=2048)
def names(headline: str, text: str) -> Mapping[str, Name]:
    """Headline and text -> the names in them, by their last word in small letters ("Vladimir Putin" and "Putin" are one name).

    Pages ask for the same newest articles again and again, so what was found is kept. Linear in the length of the text.
    """
    small = {token for token in _TOKEN.findall(text) if token.islower()}
    mentions = [_without_opener(mention, small) for mention in _mentions(_without_crossheads(text))]
    in_text = {_key(mention) for mention in mentions}
    if not _in_title_case(headline):
        mentions += (mention for mention in _mentions(headline) if _key(mention) not in in_text)
    known = {_key(mention) for mention in mentions if not mention.opens or len(mention.words) > 1}
    in_headline = {word.lower() for word in _words(headline)}
    count: Counter[str] = Counter()
    the: Counter[str] = Counter()
    alone: set[str] = set()
    first: dict[str, int] = {}
    fullest: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        if (key := _key(mention)) not in known:
            continue
        count[key] += 1
        the[key] += mention.after_the
        if len(mention.words) == 1 and not mention.after_the:
            alone.add(key)
        first.setdefault(key, mention.start)
        fullest[key] = max(fullest.get(key, ()), mention.words, key=_fullness)
    return {
        key: Name(
            " ".join(fullest[key]), 2 * the[key] > times, min(times, 4) + (first[key] < OPENING) + 3 * (key in in_headline),
            in_headline=key in in_headline, person=key in alone and len(fullest[key]) > 1 and not the[key],
        )
        for key, times in count.items()
    }


def _key(mention: _Mention) -> str:
    return mention.words[-1].lower().replace(".", "")


def _fullness(words: tuple[str, ...]) -> tuple[int, bool]:
    """More words are fuller; of two alike, the one that is not set in capitals."""
    return len(words), not " ".join(words).isupper()


def _words(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", token) for token in _TOKEN.findall(text)]


def _mentions(text: str) -> Iterator[_Mention]:
    """Runs of capitalised words; a title, a weekday or the word that begins a sentence parts them."""
    run: list[str] = []
    start, opens, after_the, end, joint = 0, True, False, 0, ""
    previous = ""
    for match in _TOKEN.finditer(text):
        gap, token = text[end : match.start()], match[0]
        breaks = end == 0 or _SENTENCE_BREAK.search(gap) is not None
        word = _POSSESSIVE.sub("", token)
        named = word[0].isupper() and len(word) > 1 and word.lower() not in NO_NAMES and not _COMPOUND.search(word)
        if run and (breaks or not _JOINT.fullmatch(gap) or not (named or word in _WITHIN_NAMES)):
            yield _Mention(tuple(run), start, opens, after_the)
            run, joint = [], ""
        elif run and named and not joint:
            run[-1] += gap.rstrip()
        if named:
            if not run:
                start, opens, after_the = match.start(), breaks, previous.lower() == "the"
            run += [joint, word] if joint else [word]
            joint = ""
        elif run and word in _WITHIN_NAMES:
            joint = word
        if run and word != token:
            yield _Mention(tuple(run), start, opens, after_the)
            run, joint = [], ""
        previous, end = token, match.end()
    if run:
        yield _Mention(tuple(run), start, opens, after_the)


def _without_opener(mention: _Mention, small: Set[str]) -> _Mention:
    """"Ferry Marit sank": what begins a sentence and is a common word elsewhere in the text belongs to no name."""
    first, *rest = mention.words
    return replace(mention, words=tuple(rest), opens=False) if mention.opens and rest and first.lower() in small else mention


def _without_crossheads(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.isupper())


def _in_title_case(headline: str) -> bool:
    """Whether a headline capitalises nearly every word, so that its capitals tell nothing."""
    words = [word for word in _words(headline)[1:] if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
