"""One source, in the scene of all that was said before it -> its speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from octavo.analysis import Span, Speaker, SpeakerKind
from octavo.attribution.speakers.affiliations import affiliation
from octavo.attribution.speakers.capitals import is_body
from octavo.attribution.speakers.cast import Gender, Member, Mention
from octavo.attribution.speakers.descriptions import body_meant, gender_of, is_new, named_later, person_meant, subject_before
from octavo.attribution.speakers.phrases import Phrase, parse
from octavo.attribution.speakers.pronouns import antecedent, person_before, several_before, thing_before
from octavo.attribution.speakers.scene import Heard, Scene
from octavo.attribution.speakers.wording import plain, tidy
from octavo.attribution.speakers.words import BODIES, PERSONS, UTTERANCES
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD
from octavo.language.given_names import FEMALE, MALE

AUTHOR = Speaker("the author", "unnamed")
"""Who "I" and "we" stand for outside quotations: the one who wrote the text, whom its words do not name."""

ROLE_MOST = 200
OPENING = 3
"""Paragraphs that may call somebody "a judge" who is named after them."""

_CAMEL = re.compile(r"^(?!Mc|Mac|De|Di|Du|La|Le|Van|Von|O')[A-Z][a-z]+[A-Z]")
_NATION = re.compile(r"(?:ans|ians|ists|ims|ites|crats)$")
_OF_THINGS = re.compile(r"[A-Z][a-z]+s\s(?:of|from|by)\s")
_OF = re.compile(r"\s(?:of|from|at|with)\s[^,;:()\n]+")
_MAKER = re.compile(r"\s(?:from|by)\s(.+)$")
_RELEASE = re.compile(r"(?:(?:[Aa]n?|[Tt]he)\s)?((?!An?\s|The\s)[A-Z].*?)\s(?:(?:news|press)\s)?(?:release|statement)")
_SMALL = listed("""
A All An Another Any Both Each Few Five Four Her His Its Many Most My No One Other Our Several Some That The Their These This Those
Three Two
""")


def hear(scene: Scene, span: Span, phrase: Phrase) -> Heard:
    """Who speaks where the source stands at `span` and reads as `phrase`."""
    if phrase.pronoun:
        return _pronoun(scene, span, phrase)
    if phrase.members:
        return _list(scene, span, phrase)
    return _name(scene, span, phrase) if phrase.name else _description(scene, span, phrase)


def _of_member(span: Span, phrase: Phrase, member: Member) -> Heard:
    kind: SpeakerKind = "organisation"
    if member.kind == "person" or (member.kind == "other" and not is_body(member.words)):
        kind = "person"
    role = _role(member) if kind == "person" else None
    body = (affiliation(role) if role else None) or (member.body if kind == "person" else None)
    return Heard(*span, Speaker(member.name, kind, role, body), phrase, member, member.gender)


def _role(member: Member) -> str | None:
    """The first role of more than one word, else the first."""
    roles = [role for role in member.roles if len(role) <= ROLE_MOST]
    return next((role for role in roles if " " in role), roles[0] if roles else None)


def _name(scene: Scene, span: Span, phrase: Phrase) -> Heard:
    name = phrase.name or ""
    words = tuple(plain(word) for word in WORD.findall(name))
    member = scene.cast.find(name, phrase.titles, span[0])
    if _only_opens(scene, span, phrase, member):
        whole = tidy(scene.text[slice(*span)])
        return Heard(*span, Speaker(whole, "group" if _NATION.search(name) else "unnamed"), Phrase(whole, head=words[0]))
    person = bool(phrase.roles) or any(title in PERSONS for title in phrase.titles)
    if _CAMEL.search(name) and not person and len(words) == 1:
        return Heard(*span, Speaker(member.name if member else name, "organisation"), phrase, member)
    if member and (len(member.words) >= len(words) or member.kind == "person"):
        member.body = member.body or _body_of(scene, span, name)
        heard = _of_member(span, phrase, member)
        return _not_one(heard, member, phrase) if not person else heard
    if not person and (is_body(words) or "the" in phrase.titles or (member is not None and member.kind in ("organisation", "place"))):
        return Heard(*span, Speaker(name, "organisation"), phrase)
    role = next(iter(phrase.roles), None)
    gender: Gender | None = "she" if words[:1] and words[0] in FEMALE else "he" if words[:1] and words[0] in MALE else None
    body = (affiliation(role) if role else None) or _body_of(scene, span, name)
    return Heard(*span, Speaker(name, "person", role, body), phrase, None, gender)


def _body_of(scene: Scene, span: Span, name: str) -> str | None:
    """The body that a source names right after a name: "Holt of the Harbour Board"."""
    place = scene.text.find(name, *span)
    of = _OF.match(scene.text, place + len(name), min(span[1], place + len(name) + ROLE_MOST)) if place >= 0 else None
    body = affiliation(of[0].strip()) if of else None
    words = [plain(word) for word in WORD.findall(body)] if body else []
    return body if words and is_body(words) else None


def _only_opens(scene: Scene, span: Span, phrase: Phrase, member: Member | None) -> bool:
    """Whether a word has its capital only from the sentence it opens: "Images from a satellite"."""
    name = phrase.name or ""
    if member and (member.kind != "other" or member.full or member.first != span[0]):
        return False
    opens = scene.sentence_start(span[0]) == span[0] and scene.text.startswith(name, span[0])
    return opens and _OF_THINGS.match(scene.text, span[0], span[1]) is not None


def _not_one(heard: Heard, member: Member, phrase: Phrase) -> Heard:
    """"The Hill" is no person, nor are "Mexicans" one or a body."""
    body = heard.speaker.kind != "person"
    if len(member.words) == 1 and _NATION.search(member.name) and not member.full and not (body and "the" in phrase.titles):
        return replace(heard, speaker=Speaker(phrase.text, "group"), several=True)
    if body:
        return heard
    return replace(heard, speaker=Speaker(member.name, "organisation"), member=member) if "the" in phrase.titles else heard


def _pronoun(scene: Scene, span: Span, phrase: Phrase) -> Heard:
    meant: Member | Heard | Mention | str | None = None
    match phrase.pronoun:
        case "he" | "she" as gender:
            meant = subject_before(scene, span[0], gender) or person_before(scene, span[0], gender)
            if isinstance(meant, Member) and meant.gender is None:
                meant.genders[gender] += 1
        case "they":
            meant = several_before(scene, span[0])
        case "it":
            meant = thing_before(scene, span[0])
        case "who" | "which":
            meant = antecedent(scene, span[0], person_like=phrase.pronoun == "who")
            if isinstance(meant, str) and (inner := parse(meant)).determiner == "the" and inner.head in PERSONS:
                meant = person_meant(scene, span[0], inner, opening=False) or meant
        case "i":
            if not (scene.heard and scene.said(span[0])):
                return Heard(*span, AUTHOR, phrase)
            meant = scene.heard[-1]
    return _meant(scene, span, phrase, meant)


def _meant(scene: Scene, span: Span, phrase: Phrase, meant: Member | Heard | Mention | str | None) -> Heard:
    """What was found, said of this source; the source's own words where nothing was."""
    match meant:
        case Member():
            return _of_member(span, phrase, meant)
        case Mention():
            return _of_member(span, phrase, meant.member)
        case Heard():
            return replace(meant, start=span[0], end=span[1], phrase=phrase if phrase.head else replace(phrase, head=meant.phrase.head))
        case str():
            inner = parse(meant)
            if inner.name:
                return replace(_name(scene, span, inner), phrase=phrase)
            if inner.text and not inner.pronoun:
                return replace(_as_it_stands(span, inner), phrase=replace(phrase, head=inner.head))
    return _as_it_stands(span, phrase)


def _list(scene: Scene, span: Span, phrase: Phrase) -> Heard:
    """A group, each named person of it by the fullest name."""
    words = phrase.text
    for member in phrase.members:
        parsed = parse(member)
        if not parsed.name or parsed.roles or " " in parsed.name:
            continue
        known = scene.cast.find(parsed.name, parsed.titles, span[0])
        if known and known.kind == "person" and known.name not in words:
            words = re.sub(rf"(?<!\w){re.escape(parsed.name)}(?!\w)", known.name.replace("\\", ""), words, count=1)
    return Heard(*span, Speaker(_cut(words), "group"), phrase, several=True)


def _description(scene: Scene, span: Span, phrase: Phrase) -> Heard:
    head = phrase.head or ""
    if head in UTTERANCES and (maker := _maker(scene, span, phrase)):
        return maker
    if phrase.several:
        return _as_it_stands(span, phrase)
    bare = not phrase.determiner and not phrase.possessive
    if bare and phrase.text[:1].isupper() and " " not in phrase.text:
        member = scene.cast.find(phrase.text, (), span[0])
        if member and member.full:
            return _of_member(span, phrase, member)  # "Dean", who is Howard Dean
    definite = phrase.determiner in ("the", "this", "that") and not is_new(phrase)
    opening = scene.paragraph(span[0]) <= OPENING
    meant: Member | Heard | str | None = None
    if head in PERSONS or head.endswith("year-old"):
        if definite or phrase.possessive or phrase.owner or (bare and scene.paragraph(span[0]) == 1):
            meant = person_meant(scene, span[0], phrase, opening=opening)
        if meant is None and opening and not phrase.owner and not phrase.possessive and not re.search(r"\s(?:for|at|of)\s", phrase.text):
            meant = named_later(scene, span[0], phrase)
    elif definite and len(WORD.findall(phrase.text)) <= 3:
        meant = body_meant(scene, span[0], phrase)
    return _meant(scene, span, phrase, meant)


def _maker(scene: Scene, span: Span, phrase: Phrase) -> Heard | None:
    """Whose saying a statement, letter or brief is."""
    if phrase.owner:
        return hear(scene, span, parse(phrase.owner))
    if phrase.possessive in ("his", "her", "its", "their"):
        return hear(scene, span, parse(phrase.possessive))
    if by := _MAKER.search(phrase.text):
        return hear(scene, span, parse(by[1]))
    if (of := _RELEASE.fullmatch(phrase.text)) and (words := [plain(word) for word in WORD.findall(of[1])]):
        member = scene.cast.find(of[1], (), span[0])
        if is_body(words) or (member and member.kind == "organisation"):
            return hear(scene, span, parse(of[1]))
    return None


def _as_it_stands(span: Span, phrase: Phrase) -> Heard:
    """A description, a group or a body by the source's own words."""
    head = phrase.head or ""
    kind: SpeakerKind = "unnamed"
    text = phrase.text
    if phrase.several or phrase.pronoun == "they":
        kind = "group"
    elif head in BODIES:
        kind = "organisation"
        text = re.sub(r"^[Tt]he\s(?=\S+\s\S)", "", text)
    speaker = Speaker(_cut(text), kind, None, affiliation(text) if kind == "unnamed" else None)
    return Heard(*span, speaker, phrase, None, gender_of(head), several=kind == "group")


def _cut(text: str) -> str:
    """A description without the capital that only the beginning of a sentence gave it."""
    first, space, rest = text.partition(" ")
    return first.lower() + space + rest if space and first in _SMALL else text
