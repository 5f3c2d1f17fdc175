"""What the cue of an attribution does: "denied" denies, "did not rule out" denies nothing, "called for" demands.

The words of the cue, in their plain forms, are looked up from left to right; phrases come before single words, and words that are
unmistakable before those that merely report. A few verbs ask what stands behind them (`following`). Negations are counted up to the
word that decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from octavo.analysis import Act, Found
from octavo.attribution.acts.cue_phrases import LONGEST, PHRASE_WORDS, PHRASES, UNDENIED
from octavo.attribution.acts.cue_words import (
    ACT_OF,
    LIGHT,
    NEGATIONS,
    NO_NEGATION,
    PLAIN_VERBS_ONLY_INFLECTED,
    REFUSING,
    REPORTING,
    SHORTFALLS,
    SILENCE,
    WEAK,
)
from octavo.attribution.acts.following import Following, act_by_what_follows, act_of_infinitive, act_of_noun, following
from octavo.attribution.words.lemmas import plain_form
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import words

_KNOWN = frozenset(ACT_OF) | PHRASE_WORDS | REFUSING | SHORTFALLS | SILENCE | LIGHT | NO_NEGATION | {"be", "do", "have"}
_DETERMINERS = listed("a an any her his its my our some the their these this those your")
_AUXILIARIES = listed("be can could did do have may might must not shall should to will would")
_PRONOUNS = listed("he i it she that there they we what whether who you")
_PREPOSITIONS = listed("about after at before by during from in on via with")
_WEAK, _REPORTS, _CERTAIN = 1, 2, 3
_LOOK_BACK = 40
_LONGEST_CUE = 400

_NEGATED_BEFORE = re.compile(
    r"\b(?:(?:ca|did|do|does|had|has|have|could|is|was|were|wo|would)(?:n['’]t| not)|cannot|never|without|no longer"
    r"|(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|unwilling|unable) to)"
    r"(?:\s+(?:\w+ly|even|yet|also|have|be|been))*\s*$",
    re.IGNORECASE,
)
_INVERTED_BEFORE = re.compile(
    r"\b(?:nor|neither|never|not once|at no time)\s+(?:can|could|did|do|does|had|has|have|is|was|were|will|would)\s*$", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:no one|nobody|none|neither|no|not)\b(?! (?:only|just|long))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _CueWord:
    as_is: str
    plain: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """A word or phrase of the cue that could decide, how much it weighs, and whether negations before it count."""

    act: Act
    weight: int
    place: int
    denied: bool = True


def act(text: str, found: Found) -> tuple[Act, bool]:
    """What the cue does, and whether it says that it was not done. A cue that says nothing of its own ("—", "in") says."""
    cue = _cue_words(text, found)
    after = following(text, found)
    decides = max(_readings(cue, after), key=lambda reading: (reading.weight, -reading.place), default=None)
    outside = _negated_outside(text, found)
    if decides is not None:
        said_nothing = decides.weight == _REPORTS and any(word.as_is == "nothing" for word in cue[decides.place + 1 : decides.place + 2])
        return decides.act, outside ^ said_nothing ^ (decides.denied and _negated(cue[: decides.place]))
    plain = {word.plain for word in cue}
    if not plain.isdisjoint(REFUSING):
        denied = outside != _negated([word for word in cue if word.plain not in REFUSING])
        done = act_of_infinitive(after.all)
        return (done, not denied) if done else ("deny", denied)
    if not plain.isdisjoint(SHORTFALLS | SILENCE):
        denied = outside != _negated([word for word in cue if word.plain not in SHORTFALLS])
        return act_of_infinitive(after.all) or "say", not denied
    light = None if plain.isdisjoint(LIGHT) else act_of_noun(after.content[:4])
    return light or "say", outside != _negated(cue)


def _cue_words(text: str, found: Found) -> list[_CueWord]:
    """The cue's words that count: no articles, and no adverbs but those that have a place in a list."""
    listed: list[_CueWord] = []
    for start, end in sorted(found.cue):
        for word in words(text, start, min(end, start + _LONGEST_CUE)):
            lower = "not" if word.lower.endswith("n't") else word.lower
            plain = plain_form(lower, _KNOWN) or lower
            if lower not in _DETERMINERS and (plain in _KNOWN or not lower.endswith("ly")):
                listed.append(_CueWord(lower, plain))
    return listed


def _readings(cue: Sequence[_CueWord], after: Following) -> Iterator[_Reading]:
    """What each word or phrase of the cue would have it do, up to where what was said begins."""
    behind = [word for word in after.all[:3] if word not in _DETERMINERS]
    plain = [word.plain for word in cue] + [plain_form(word, _KNOWN) or word for word in behind]
    place, reported = 0, False
    while place < len(cue):
        word = cue[place]
        if reported and word.plain in _PRONOUNS:
            return
        if reported and word.plain in _PREPOSITIONS:
            place = _past_circumstance(cue, place)
            continue
        length = next((size for size in range(LONGEST, 1, -1) if tuple(plain[place : place + size]) in PHRASES), 0)
        if length:
            phrase = tuple(plain[place : place + length])
            yield _Reading(PHRASES[phrase], _CERTAIN, place, denied=phrase not in UNDENIED)
            place += length
            continue
        if word.plain in ACT_OF and not _is_something_else(cue, place):
            done = act_by_what_follows(word.plain, after) if place == len(cue) - 1 or word.plain != "tell" else None
            done = done or ACT_OF[word.plain]
            yield _Reading(done, _WEAK if word.plain in WEAK else _REPORTS if done == "say" else _CERTAIN, place)
            reported = reported or word.plain in REPORTING
        place += 1


def _past_circumstance(cue: Sequence[_CueWord], place: int) -> int:
    """The place behind "in a statement on Monday": where a comma, an "and" or a participle goes on to say what was done."""
    for at in range(place + 1, len(cue)):
        if cue[at].as_is in {",", "and", "that"} or cue[at].plain in _PRONOUNS:
            return at
        if cue[at].as_is.endswith("ing") and cue[at].plain in ACT_OF and at > place + 1:
            return at
    return len(cue)


def _is_something_else(cue: Sequence[_CueWord], place: int) -> bool:
    word = cue[place]
    return word.as_is in PLAIN_VERBS_ONLY_INFLECTED and place > 0 and cue[place - 1].plain not in _AUXILIARIES


def _negated(before: Sequence[_CueWord]) -> bool:
    """Whether the words before the one that decides turn it round: an odd number of negations that nothing takes back."""
    turned = False
    for place, word in enumerate(before):
        negates = word.as_is in NEGATIONS or word.plain in REFUSING or word.plain in SHORTFALLS
        taken_back = any(later.plain in NO_NEGATION for later in before[place + 1 : place + 3])
        turned ^= negates and not taken_back
    return turned


def _negated_outside(text: str, found: Found) -> bool:
    """Whether a negation stands just before the cue, or is its source: "nor did he confirm", "nobody believes"."""
    if not found.cue:
        return False
    source = min(found.source, default=None)
    turned = source is not None and _NOBODY.match(text, source[0], source[1]) is not None
    start = min(found.cue)[0]
    others = (*found.source, *found.content)
    lowest = max((end for _, end in others if end <= start), default=0)
    before = text[max(lowest, start - _LOOK_BACK) : start]
    turned ^= _NEGATED_BEFORE.search(before) is not None
    if source is not None and source[0] < start:
        ends = max((end for _, end in found.content if end <= source[0]), default=0)
        turned ^= _INVERTED_BEFORE.search(text[max(ends, source[0] - _LOOK_BACK) : source[0]]) is not None
    return turned
