"""Whom "he", "she", "they", "it", "who" and "which" stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from octavo.attribution.speakers.cast import Gender, Member, Mention
from octavo.attribution.speakers.scene import Heard, Scene
from octavo.attribution.speakers.wording import DETERMINERS, is_plural, plain
from octavo.attribution.speakers.words import BODIES, DOCUMENTS, PERSONS
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD

MENTIONS_MOST = 40
REACH = 2_500
_KNOWN_GENDER = 1.0
_SAID_BEFORE = re.compile(r"[\"”’,']\s(?:said|says|added|wrote|recalled|argued|noted|asked)\s(?:[\w.]+\s){0,3}$")
_SAID_AFTER = re.compile(r"\s(?:said|says|added|wrote|recalled|argued|noted|asked|told)\b")
"""Names before a pronoun, and characters, that are looked at."""
_ASKS = re.compile(r"\s(?:then\s|later\s)?(?:asked|asks)\s(?:[A-Z]|him\b|her\b|the\s)")
_ANSWERS = re.compile(r"\w+\s(?:\w+\s)?(?:admitted|answered|conceded|replied|responded)\b")

_AFTER_PREPOSITION = re.compile(r"\b(?:of|to|with|for|against|by|about|from|on|at|than|like|over|after|under)\s(?:[A-Z][\w.]*\s){0,3}$")


def person_before(scene: Scene, place: int, gender: Gender | None, least: float = -99.0) -> Member | Heard | None:
    """The person of that gender (any where None) whom a pronoun or "the senator" at `place` means best."""
    best: tuple[float, Member | Heard] | None = None
    asker = _asker(scene, place)
    for mention, standing in _people(scene, place):
        if mention.member is asker:
            continue
        if gender and mention.member.gender not in (None, gender):
            continue
        score = standing + (_KNOWN_GENDER if gender and mention.member.gender == gender else 0.0)
        if best is None or score > best[0]:
            best = score, mention.member
    for heard in reversed(scene.heard[-6:]):
        if heard.several or heard.phrase.pronoun == "i" or (asker and heard.member is asker):
            continue
        if heard.speaker.kind not in ("person", "unnamed") or (heard.gender and gender and heard.gender != gender):
            continue
        if (heard.phrase.head and plain(heard.phrase.head) not in PERSONS) or place - heard.start > REACH:
            continue
        less = 0.0 if heard.phrase.pronoun is None else 1.5 if heard.phrase.pronoun in ("who", "which") else 0.5
        score = 3.0 - less + _nearness(scene, heard.start, place) + _KNOWN_GENDER * (gender is not None and heard.gender == gender)
        if best is None or score > best[0]:
            best = score, heard.member or heard
    return best[1] if best and best[0] >= least else None


def _asker(scene: Scene, place: int) -> Member | None:
    """Who has just asked somebody, where a pronoun at `place` answers: "he" of "he replied" is the other one."""
    if not _ANSWERS.match(scene.text, place, place + 30):
        return None
    return next((heard.member for heard in reversed(scene.heard[-2:]) if heard.member and _ASKS.match(scene.text, heard.end)), None)


def _people(scene: Scene, place: int) -> Iterator[tuple[Mention, float]]:
    """The people named before `place`, and how well each stands there to be meant."""
    mentions = scene.cast.mentions
    last = scene.cast.before(place)
    for index in range(last - 1, max(-1, last - 1 - MENTIONS_MOST), -1):
        mention = mentions[index]
        if place - mention.start > REACH:
            return
        if mention.member.kind != "person" or mention.end > place:
            continue
        first = _is_first(scene, index)
        behind = _is_behind(scene, mention)
        here = scene.sentence(place) == scene.sentence(mention.start)
        subject = 1.0 * first + 1.5 * (first and here and not behind) + 1.5 * _speaks(scene, mention)
        less = 0.5 * mention.owns + 0.5 * behind + 2.5 * scene.aside(mention.start)
        yield mention, _nearness(scene, mention.start, place) + subject - less


def _speaks(scene: Scene, mention: Mention) -> bool:
    """Whether a verb of saying stands beside a name."""
    before = _SAID_BEFORE.search(scene.text, max(0, mention.start - 40), mention.start)
    return before is not None or _SAID_AFTER.match(scene.text, mention.end, mention.end + 12) is not None


def _is_behind(scene: Scene, mention: Mention) -> bool:
    """Whether a preposition stands before a name: it is no subject."""
    return _AFTER_PREPOSITION.search(scene.text, max(0, mention.start - 40), mention.start) is not None


def _is_before_role(scene: Scene, mention: Mention) -> bool:
    """Whether a name only says whose somebody is: "Harbour Party leader Ada Holt"."""
    after = WORD.match(scene.text, mention.end + 1)
    return after is not None and after.start() == mention.end + 1 and after[0].islower() and plain(after[0]) in PERSONS


def _is_first(scene: Scene, index: int) -> bool:
    """Whether a person is the first named in the sentence, but for owners ("Holt's colleague")."""
    mentions = scene.cast.mentions
    sentence = scene.sentence(mentions[index].start)
    for before in range(index - 1, max(-1, index - 6), -1):
        if scene.sentence(mentions[before].start) != sentence:
            break
        if mentions[before].member.kind == "person" and not mentions[before].owns and mentions[before].member is not mentions[index].member:
            return False
    return True


def _nearness(scene: Scene, start: int, place: int) -> float:
    return -1.0 * min(scene.sentence(place) - scene.sentence(start), 8) - 1.0 * min(scene.paragraph(place) - scene.paragraph(start), 6)


def _is_close(scene: Scene, start: int, place: int) -> bool:
    return scene.paragraph(place) - scene.paragraph(start) <= 1 and place - start < 800


def several_before(scene: Scene, place: int) -> Heard | str | None:
    """Whom "they" means: the group that has just spoken, or the nearest words for several people."""
    near = [
        heard for heard in reversed(scene.heard[-4:])
        if (heard.several or heard.speaker.kind == "organisation") and _is_close(scene, heard.start, place)
    ]
    sentence = max(scene.sentence_start(place), place - 500)
    if near and near[0].start >= sentence:
        return near[0]
    if noun := nearest_noun(scene, sentence, place):
        return noun
    return near[0] if near else nearest_noun(scene, max(scene.paragraph_start(place), place - 500), place)


def thing_before(scene: Scene, place: int) -> Member | Heard | None:
    """What "it" means: the body that has just spoken, or the body or place named last, at the beginning of a sentence rather."""
    best: tuple[float, Member | Heard] | None = None
    mentions = scene.cast.mentions
    last = scene.cast.before(place)
    for index in range(last - 1, max(-1, last - 1 - MENTIONS_MOST), -1):
        mention = mentions[index]
        if place - mention.start > REACH or mention.member.kind not in ("organisation", "place"):
            continue
        if mention.member.words == ("us",) and not scene.text.endswith(("the ", "The "), 0, mention.start):
            continue  # "U.S. diplomats"
        first = index == 0 or mentions[index - 1].owns or scene.sentence(mentions[index - 1].start) != scene.sentence(mention.start)
        score = _nearness(scene, mention.start, place) + 1.0 * first - 0.8 * mention.owns - 2.0 * scene.aside(mention.start)
        score += 0.5 * (mention.member.kind == "organisation") - 0.7 * _is_behind(scene, mention) - 1.0 * _is_before_role(scene, mention)
        if best is None or score > best[0]:
            best = score, mention.member
    for heard in reversed(scene.heard[-4:]):
        thing = heard.speaker.kind == "organisation" or (heard.phrase.head is not None and plain(heard.phrase.head) in DOCUMENTS | BODIES)
        if thing and place - heard.start < REACH:
            score = 3.0 + _nearness(scene, heard.start, place)
            if best is None or score > best[0]:
                best = score, heard.member or heard
    return best[1] if best else None


def nearest_noun(scene: Scene, start: int, end: int) -> str | None:
    """The last phrase for several people in text[start:end], outside what is said, with the words that belong to it."""
    words = list(WORD.finditer(scene.text, start, end))
    for index in range(len(words) - 1, -1, -1):
        word = plain(words[index][0])
        if is_plural(word) and word not in _QUANTITIES and not scene.said(words[index].start()):
            return _phrase_that_ends(scene.text, words, index)
    return None


_QUANTITIES = listed("""
all both each few many most no-one none one others percent public several some those who
""")


def _phrase_that_ends(text: str, words: list[re.Match[str]], index: int) -> str:
    first = index
    while first and index - first < 4 and text[words[first - 1].end() : words[first].start()] == " " and _modifies(words[first - 1][0]):
        first -= 1
        if words[first][0].lower() in DETERMINERS:
            break
    if first > 1 and words[first - 1][0] == "and" and is_plural(plain(words[index][0])) and is_plural(plain(words[first - 2][0])):
        return _phrase_that_ends(text, words, first - 2) + text[words[first - 2].end() : words[index].end()]
    return text[words[first].start() : words[index].end()]


def _modifies(word: str) -> bool:
    return word.lower() not in _NO_MODIFIERS and not word.endswith(("'s", "’s"))


_NO_MODIFIERS = listed("""
about against among and are as asked at be because been between but by for from had has have if in including into is like likely near
nor not of on or over placate said says so stipulated tell than that then to told under was were when which while who will with would
""")


def antecedent(scene: Scene, place: int, *, person_like: bool) -> Heard | Mention | str | None:
    """What stands right before a "who" or "which": a source, a name, or a phrase."""
    start = max(scene.paragraph_start(place), place - 300)
    before = scene.text[start:place].rstrip(" ,–—-(")
    end = start + len(before)
    if before.endswith((" and", " or", " but")) and scene.heard and scene.heard[-1].phrase.pronoun in ("who", "which"):
        return scene.heard[-1]
    for heard in reversed(scene.heard[-3:]):
        if heard.start < end <= heard.end + 3 and heard.phrase.pronoun is None:
            return heard
    if before.endswith((" of", " whom", " from", " with", " by", " to", " for", " among")):
        return antecedent_words(before.rsplit(" ", 1)[0], person_like=person_like)
    near = scene.cast.within(max(0, end - 80), end + 1)
    apposed = re.search(r"(?:,|\s[-–—]+)\s(?:an?|the)\s[^,.;]{3,60}$", before)
    if apposed:
        named = [mention for mention in near if abs(mention.end - (start + apposed.start())) < 2]
        if named and (person_like or named[-1].member.kind != "person"):
            return named[-1]
    if near and near[-1].end >= end - 1 and (not person_like or near[-1].member.kind in ("person", "other")):
        return near[-1]
    closing = re.search(r"[)\]\"”’']+$", before)
    if closing and near and near[-1].end >= end - len(closing[0]) - 12:
        return near[-1]
    return antecedent_words(before, person_like=person_like)


def antecedent_words(before: str, *, person_like: bool) -> str | None:
    """The noun phrase that ends a text: "an architect", "nervous Democrats on Capitol Hill"."""
    words = list(WORD.finditer(before))
    limit = max(0, len(words) - 14)
    for index in range(len(words) - 1, limit - 1, -1):
        word = plain(words[index][0])
        if word in PERSONS or is_plural(word):
            nominee = index > 1 and words[index - 1][0] in ("for", "of", "to") and plain(words[index - 2][0]) in PERSONS
            index -= 2 * nominee  # "the nominee for president"
            return _phrase_that_ends(before, words, index)
        if not person_like:
            break
        if index < len(words) - 1 and before[words[index].end() : words[index + 1].start()].strip():
            break
    return _phrase_that_ends(before, words, len(words) - 1) if words else None
