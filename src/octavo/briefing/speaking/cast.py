"""Who of a story's articles is whom: each attribution with the speaker that it has over all of them.

As wary as the library is across all its articles (see `joining`), and a little less, since the articles of a story tell of one event: a
last name alone is the one person of that name, "the harbour master" the one person who is called so, and what has no name is one body
where it has one description. "A spokesman" is another in each text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from octavo.analysis import Attribution, Speaker, SpeakerKind
from octavo.attribution.words.lists import listed
from octavo.briefing.passages import Passage
from octavo.briefing.speaking.joining import Known, Stated, choose, fold, key_of

_INDEFINITE = listed("a an another one some other others two three four several many most few both")
_NOBODY = listed("anybody anyone everybody everyone nobody none people he she they we i it that this those these one who which")


@dataclass(frozen=True, slots=True, order=True)
class Who:
    """What a speaker of a story is told by: its kind, what names it, and which of those it is."""

    kind: str
    key: str
    apart: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """An attribution, the sentence in which its cue stands, and whose it is in the story."""

    passage: Passage
    attribution: Attribution
    who: Who


@dataclass(slots=True)
class _Person:
    statements: int = 0
    roles: list[Stated] = field(default_factory=list)


def statements(passages: Iterable[Passage]) -> tuple[Statement, ...]:
    """The statements of a story's sentences, in their order, those left out that nobody in particular makes."""
    told = [(passage, each) for passage in passages for each in passage.attributions if _is_somebody(each.speaker)]
    who = _whole_names(told)
    others = _Others(_by_last_name(who.values()), _by_office(told, who), _bodies(each.speaker for _, each in told))
    return tuple(
        Statement(passage, each, who.get((passage.report.id, each.speaker)) or others.who(passage, each.speaker)) for passage, each in told
    )


def shown_name(said: Sequence[Statement]) -> str:
    """What a speaker is called: by the name that most of its statements have, the fullest of those as common."""
    count = Counter(each.attribution.speaker.name or "" for each in said)
    longest = max(len(name.split()) for name in count) if said[0].who.kind == "person" else 0
    name = max(count, key=lambda name: (len(name.split()) == longest, count[name], len(name), name))
    return " ".join(name.split())


def shown_role(said: Sequence[Statement]) -> str | None:
    """What it is, in the articles' words: the role that most state, the first of those as common; else its affiliation."""
    for stated in ([each.attribution.speaker.role for each in said], [each.attribution.speaker.affiliation for each in said]):
        count = Counter(" ".join(role.split()) for role in stated if role and role.strip())
        if count:
            return count.most_common(1)[0][0]
    return None


def shown_kind(said: Sequence[Statement]) -> SpeakerKind:
    """What kind of speaker it is, by most of its statements."""
    return Counter(each.attribution.speaker.kind for each in said).most_common(1)[0][0]


def _is_somebody(speaker: Speaker) -> bool:
    words = fold(speaker.name or "").split()
    return speaker.kind != "none" and bool(words) and words[0] not in _NOBODY and any(word[0].isalpha() for word in words)


def _whole_names(told: Sequence[tuple[Passage, Attribution]]) -> dict[tuple[str, Speaker], Who]:
    """Those who have a whole name, by article and speaker: one of each name but where roles do not go together."""
    known: defaultdict[str, list[_Person]] = defaultdict(list)
    found: dict[tuple[str, Speaker], Who] = {}
    for report, key, some in _named(told):
        people = known[key]
        stated = list(dict.fromkeys((each.role or "", each.affiliation or "") for each in some))
        chosen = choose(stated, [Known(place, person.statements, tuple(person.roles)) for place, person in enumerate(people)])
        if chosen == "new":
            people.append(_Person())
            chosen = len(people) - 1
        if chosen is not None:
            people[chosen].statements += len(some)
            people[chosen].roles += [each for each in stated if any(each) and each not in people[chosen].roles]
        apart = report if chosen is None else str(chosen or "")
        found |= {(report, each): Who("person", key, apart) for each in some}
    return found


def _named(told: Sequence[tuple[Passage, Attribution]]) -> Iterable[tuple[str, str, list[Speaker]]]:
    """The people of each article, all that it says of each together."""
    groups: defaultdict[tuple[str, str], list[Speaker]] = defaultdict(list)
    for passage, each in told:
        if each.speaker.kind == "person" and (key := key_of(each.speaker)):
            groups[passage.report.id, key].append(each.speaker)
    return [(report, key, some) for (report, key), some in groups.items()]


def _by_last_name(people: Iterable[Who]) -> dict[str, Who]:
    """The people whose last name nobody else of the story has."""
    bearing: defaultdict[str, set[Who]] = defaultdict(set)
    for who in people:
        bearing[who.key.split()[-1]].add(who)
    return {name: next(iter(some)) for name, some in bearing.items() if len(some) == 1}


def _by_office(told: Sequence[tuple[Passage, Attribution]], who: Mapping[tuple[str, Speaker], Who]) -> dict[str, Who]:
    """The people who alone in the story have a role."""
    bearing: defaultdict[str, set[Who]] = defaultdict(set)
    for passage, each in told:
        person = who.get((passage.report.id, each.speaker))
        if person and (role := fold(each.speaker.role or "")):
            bearing[role].add(person)
    return {role: next(iter(some)) for role, some in bearing.items() if len(some) == 1}


def _bodies(speakers: Iterable[Speaker]) -> frozenset[str]:
    return frozenset(fold(speaker.name or "") for speaker in speakers if speaker.kind == "organisation")


@dataclass(frozen=True, slots=True)
class _Others:
    """What tells who somebody without a whole name is: the people of a last name, those of an office, the bodies."""

    last: Mapping[str, Who]
    offices: Mapping[str, Who]
    bodies: frozenset[str]

    def who(self, passage: Passage, speaker: Speaker) -> Who:
        key = fold(speaker.name or "")
        words = key.split()
        if speaker.kind == "person" and key not in self.bodies:
            return (self.last.get(key) if len(words) == 1 else None) or Who("person", key)
        if (speaker.name or "")[:4].lower() == "the " and (person := self.offices.get(key)):
            return person
        if len(words) == 1 and (speaker.name or "")[:4].lower() == "the ":
            longer = [body for body in sorted(self.bodies) if body.startswith(f"{key} of ")]
            key = longer[0] if len(longer) == 1 else key
        indefinite = speaker.kind in ("unnamed", "group") and (words[0] in _INDEFINITE or words[0].isdigit())
        return Who("body", key, passage.report.origin if indefinite else "")
