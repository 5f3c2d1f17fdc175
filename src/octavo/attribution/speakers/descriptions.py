"""Whom "the senator", "the official", "the fund" and "the poll" stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from octavo.attribution.speakers.cast import Gender, Member
from octavo.attribution.speakers.phrases import Phrase
from octavo.attribution.speakers.pronouns import MENTIONS_MOST, person_before
from octavo.attribution.speakers.scene import Heard, Scene
from octavo.attribution.speakers.wording import DETERMINERS, plain
from octavo.attribution.speakers.words import ANONYMOUS, BODIES, DOCUMENTS, FEMALE_WORDS, MALE_WORDS, PERSONS, STANDS_FOR
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD

_YEAR_OLD = re.compile(r"\d+-year-old$")
_LEAST, _LEAST_OF_AGE = -1.0, -4.0
_SUBJECT = re.compile(r"\b(The|the|A|An|One|My|His|Her|Our) ((?:(?!of\b|in\b|for\b|to\b|at\b)[\w-]+ ?){1,4})")
_KIN = listed("""
aunt boyfriend brother cousin daughter ex-husband ex-wife father girlfriend grandfather grandmother husband mother nephew niece parent
sister son uncle widow wife
""")
_OTHER = re.compile(r"\b(?:separate|another|second|third|other|different)\b")
_NEW = re.compile(r"(?:an?|another|one|some|separate|second|third|other|different)\b", re.IGNORECASE)
_RESEARCH = listed("analysis paper poll report research review study survey")
_FULLER = re.compile(
    r"(?:\b(?:a|an|the)\s)?((?:[A-Z](?:\w*|(?:\.[A-Z])+\.?)(?:['’]s)?|[a-z]+-[a-z]+|federal|appeals|recent|new|national|state|local)\s){1,4}$"
)
_NEAREST = listed("""
agency airline bank broadcaster charity club company firm fund group magazine network newspaper organisation organization outlet
publication school site startup studio team union university website
""")


def gender_of(head: str) -> Gender | None:
    """The gender that the last word of a description tells."""
    return "she" if head in FEMALE_WORDS else "he" if head in MALE_WORDS else None


def is_new(phrase: Phrase) -> bool:
    """Whether the description brings in somebody who was not there before: "a NATO official", "a separate NATO official"."""
    return _NEW.match(phrase.text) is not None or _OTHER.search(phrase.text) is not None


def person_meant(scene: Scene, place: int, phrase: Phrase, *, opening: bool) -> Member | Heard | str | None:
    """Whom a definite description of one person means; None where it stays a description. In the `opening` of a text that may be somebody
    who is named later."""
    head = phrase.head or ""
    if head in ANONYMOUS and (heard := _unnamed(scene, phrase)):
        return heard
    if phrase.possessive and head in ANONYMOUS - _KIN:
        owner = person_before(scene, place, "she" if phrase.possessive == "her" else "he")
        return _by_role(scene, place, replace(phrase, owner=owner.words[-1] if isinstance(owner, Member) else "his"))
    member = _by_role(scene, place, phrase)
    if member is None and opening and not phrase.possessive:
        member = named_later(scene, place, phrase)
        if member and phrase.owner and not _modifiers(phrase) & member.about:
            member = None
    if member is not None or phrase.owner or phrase.possessive:
        return member
    if head in ANONYMOUS | {"man", "woman"} and not _modifiers(phrase) and (words := _introduced(scene.text, place, head)):
        return words
    if head in ANONYMOUS or (head not in PERSONS and not _YEAR_OLD.match(head)) or re.search(r"\s(?:of|for|at|to)\s", phrase.text):
        return None
    meant = person_before(scene, place, gender_of(head), least=_LEAST_OF_AGE if _YEAR_OLD.match(head) else _LEAST)
    if isinstance(meant, Member):
        meant.known_as.add(head)
    return meant


def subject_before(scene: Scene, place: int, gender: Gender) -> Member | str | None:
    """Whom "the president" means that begins the sentence of a "his", where the sentence names nobody before it; or the words "a Berlin
    woman"."""
    start = max(scene.sentence_start(place), place - 300)
    if any(mention.member.kind == "person" for mention in scene.cast.within(start, place)):
        return None
    for subject in _SUBJECT.finditer(scene.text, start, place):
        words = subject[2].split()
        index = next((index for index, word in enumerate(words) if word in PERSONS), None)
        if index is None or gender_of(words[index]) not in (None, gender) or scene.said(subject.start()):
            continue
        text = " ".join((subject[1], *words[: index + 1]))
        if subject[1].lower() != "the":
            return text
        member = _by_role(scene, subject.start(), Phrase(text, head=words[index]))
        return member if member and member.gender in (None, gender) else None
    return None


def named_later(scene: Scene, place: int, phrase: Phrase) -> Member | None:
    """The only person of that role whom the text names after its beginning: "a judge ruled", then "Justice Ada Holt wrote"."""
    head = phrase.head or ""
    first = scene.cast.before(place)
    later = [mention.member for mention in scene.cast.mentions[first : first + MENTIONS_MOST]]
    fitting = {id(member): member for member in later if member.kind == "person" and _strength(head, member)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _modifiers(phrase: Phrase) -> set[str]:
    return {plain(word) for word in WORD.findall(phrase.text)} - DETERMINERS - {phrase.head or ""}


def _unnamed(scene: Scene, phrase: Phrase) -> Heard | None:
    """The last unnamed speaker whose description holds the words of this one."""
    for heard in reversed(scene.heard[-30:]):
        if heard.speaker.kind == "unnamed" and heard.phrase.head == phrase.head and not heard.several:
            known = {plain(word) for word in WORD.findall(heard.speaker.name or "")}
            if _modifiers(phrase) <= known:
                return heard
    return None


def _by_role(scene: Scene, place: int, phrase: Phrase) -> Member | None:
    """The person nearest before (else the one named later) whose title or role holds the head of the description."""
    head = phrase.head or ""
    mentions = scene.cast.mentions
    gender = gender_of(head)
    last = scene.cast.before(place)
    best: tuple[float, Member] | None = None
    wanted = _modifiers(phrase)
    seen: set[int] = set()
    for index in range(last - 1, max(-1, last - 1 - 2 * MENTIONS_MOST), -1):
        member = mentions[index].member
        if id(member) in seen or member.kind != "person" or (gender and member.gender not in (None, gender)):
            continue
        seen.add(id(member))
        strength = _strength(head, member)
        if not strength or (phrase.owner and not {plain(word) for word in WORD.findall(phrase.owner)} & member.about):
            continue
        places = {word for word in wanted if word in member.about}
        score = 3.0 * strength + 1.5 * len(places) - 0.15 * (last - index) - 2.0 * scene.aside(mentions[index].start)
        if ("former" in wanted or "ex" in wanted) != ("former" in member.about):
            score -= 0.5
        if best is None or score > best[0]:
            best = score, member
    return best[1] if best else None


def _strength(head: str, member: Member) -> float:
    if head in member.known_as:
        return 1.0
    return 0.6 if member.known_as & STANDS_FOR.get(head, frozenset()) else 0.0


def body_meant(scene: Scene, place: int, phrase: Phrase) -> Member | Heard | str | None:
    """What a definite description of a body or document means: a name that holds its head, an earlier speaker, earlier words."""
    head = phrase.head or ""
    if heard := _heard_of(scene, place, phrase):
        return heard
    if head in ("city", "state", "country", "nation"):
        return None
    mentions = scene.cast.mentions
    last = scene.cast.before(place)
    nearest: Member | None = None
    for index in range(last - 1, max(-1, last - 1 - MENTIONS_MOST), -1):
        member = mentions[index].member
        if member.kind in ("organisation", "other") and head in member.words and len(member.words) > 1:
            return member
        if nearest is None and member.kind == "organisation" and not scene.said(mentions[index].start):
            nearest = member
    if head in BODIES | DOCUMENTS and not _modifiers(phrase) and (words := _earlier(scene.text, place, head)):
        return words
    return nearest if head in _NEAREST else None


def _introduced(text: str, place: int, head: str) -> str | None:
    """The words by which somebody came in: "a police officer" before "the officer"."""
    start = max(0, place - 3_000)
    found = [match[0] for match in re.finditer(rf"\b(?:[Aa]n?|[Oo]ne)\s(?:[\w-]+\s){{0,3}}?{re.escape(head)}\b", text[start:place])]
    return found[-1] if found and not re.search(r"\b(?:of|for|to|and|that|who)\b", found[-1]) else None


def _heard_of(scene: Scene, place: int, phrase: Phrase) -> Heard | None:
    """The last speaker whose description, or name, has this head and these words; of documents, the last one near."""
    head, wanted = phrase.head or "", _modifiers(phrase)
    for heard in reversed(scene.heard[-30:]):
        name = {plain(word) for word in WORD.findall(heard.speaker.name or "")}
        if head in name and len(name - DETERMINERS) > 1 and wanted <= name and (heard.phrase.head == head or heard.member is not None):
            return heard
    if head in _RESEARCH and scene.heard:
        heard = scene.heard[-1]
        if heard.phrase.head in _RESEARCH and scene.paragraph(place) - scene.paragraph(heard.start) <= 1:
            return heard
    return None


def _earlier(text: str, place: int, head: str) -> str | None:
    """The last fuller phrase with this head before `place`: "the Clinton campaign", "a federal appeals court"."""
    window = text[max(0, place - 3_000) : place]
    found = list(re.finditer(rf"\b{re.escape(head)}\b", window, re.IGNORECASE))
    for match in reversed(found[-8:]):
        before = _FULLER.search(window, max(0, match.start() - 60), match.start())
        if before:
            return (before[0] + match[0]).strip()
    return None
