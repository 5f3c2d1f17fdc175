"""The people and bodies of a text: all printed forms of a name brought together, the fullest of them, and what is known of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from octavo.analysis import Entity
from octavo.attribution.speakers.capitals import Printed, is_body, printed
from octavo.attribution.speakers.things import is_firm, is_thing
from octavo.attribution.speakers.wording import LITTLE, SUFFIXES, plain
from octavo.attribution.speakers.words import COMPANIES, FEMALE_WORDS, HONORIFICS, MALE_WORDS, PEOPLE, PERSONS, TITLES
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD
from octavo.language.given_names import FEMALE, GIVEN
from octavo.reading.parts import places

Kind = Literal["person", "organisation", "place", "other"]
Gender = Literal["he", "she"]
_LITTLE = listed("a an and at by de for in of on the to")
_PREPOSITIONS = listed("at by for from in of on to with")
_NO_SHORT_NAMES = listed("committee congress house party senate street")
_PLACE_WORDS = listed("""
africa america american arabia emirates eu kingdom korea states uk united us usa zealand
""")

FORMS_MOST = 20
"""Places of a name that are looked at for what it is called."""


@dataclass(slots=True, eq=False)
class Member:
    """One person or body of the text. `name` is the fullest printed form; `roles` the article's words in the order of the text;
    `known_as` the heads of them, small and in full ("senator"), `about` all their words; `full` how often it is printed with two
    words or more, `fullest_at` where; `body` is the one that an "of" after the name gives: "Holt of the Harbour Board".
    """

    words: tuple[str, ...]
    name: str
    kind: Kind
    full: int = 0
    roles: list[str] = field(default_factory=list)
    known_as: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    genders: Counter[Gender] = field(default_factory=Counter)
    first: int = 0
    fullest_at: list[int] = field(default_factory=list)
    body: str | None = None

    @property
    def gender(self) -> Gender | None:
        """"he" or "she" where honorifics, roles and given names agree; None where nothing tells."""
        he, she = self.genders["he"], self.genders["she"]
        return None if he == she else "he" if he > she else "she"

    def guess(self) -> None:
        """Takes in what the given name tells of the gender."""
        if self.words[0] in GIVEN:
            self.genders["she" if self.words[0] in FEMALE else "he"] += 1

    def learn(self, titles: Iterable[str], roles: Iterable[str]) -> None:
        """Takes in what stands before or after one printed form."""
        for title in titles:
            self.known_as.add(title)
            self.about.add(title)
        for role in roles:
            if role not in self.roles:
                self.roles.append(role)
            words = [plain(word) for word in WORD.findall(role)]
            self.about.update(words)
            end = next((index for index, word in enumerate(words) if index and word in _PREPOSITIONS), len(words))
            self.known_as.update(word for word in words[:end] if word in PERSONS)
        for word in (*titles, *(plain(word) for role in roles for word in WORD.findall(role)[-3:])):
            if word in HONORIFICS:
                self.genders["he" if HONORIFICS[word] == "he" else "she"] += 5
            elif word in FEMALE_WORDS:
                self.genders["she"] += 2
            elif word in MALE_WORDS:
                self.genders["he"] += 2


@dataclass(frozen=True, slots=True)
class Mention:
    """One printed form and whom it stands for."""

    start: int
    end: int
    member: Member
    owns: bool


class Cast:
    """All names of one text, found by their words and by their place. Linear in the text, but for sorting."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self._by_last: dict[str, list[Member]] = defaultdict(list)
        self._by_word: dict[str, list[Member]] = defaultdict(list)
        self._alone: dict[str, Member] = {}
        self._spellings: dict[str, Member] | None = None
        names = printed(text)
        kinds = _kinds(names, entities)
        lasts = {_surname(name.words) for name in names if not name.headline}
        plainly = [name for name in names if not name.headline or (len(name.words) > 1 and _surname(name.words) in lasts)]
        self._gather(plainly, kinds)
        self._acronyms = {
            "".join(word[0] for word in member.words if word not in _LITTLE): member
            for members in self._by_last.values() for member in members if member.words[0] not in GIVEN and len(member.words) > 1
        }
        for letters, member in self._acronyms.items():
            short = self._alone.get(letters)
            if short and short.name.isupper() and member.kind in ("person", "other") and not (member.known_as or member.genders):
                member.kind = "organisation"
        self.mentions = [mention for name in names if (mention := self._mention(name))]
        self._starts = [mention.start for mention in self.mentions]

    def before(self, place: int) -> int:
        """How many mentions begin before `place`."""
        return bisect_left(self._starts, place)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a span."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def find(self, name: str, titles: Sequence[str] = (), place: int = 0) -> Member | None:
        """Whom a name stands for, printed at `place` after `titles`; None for one that the text prints nowhere else."""
        words = tuple(plain(word) for word in WORD.findall(name))
        if words and len(words) > 1 and words[0] == "the":
            words = words[1:]
        return self._find(words, titles, place) if words else None

    def _find(self, words: tuple[str, ...], titles: Sequence[str], place: int) -> Member | None:
        last = _surname(words)
        if len(words) > 1:
            fits = [member for member in self._by_last.get(last, ()) if _one_name(member.words, words)]
            if not fits and len(words) == 2:
                fits = [member for member in self._by_word.get(words[0], ()) if set(words) <= set(member.words)]
            return max(fits, key=lambda member: (member.full, len(member.words)), default=None)
        candidates = self._called(last)
        if last in self._acronyms and not any(_surname(member.words) == last for member in candidates):
            return self._acronyms[last]
        return _choose(candidates, titles, place) if candidates else self._alone.get(last)

    def _called(self, word: str) -> list[Member]:
        """Who may be called by this word alone: "the House" is not the White House, nor is Mexico the Bank of Mexico."""
        if word in _NO_SHORT_NAMES or word in COMPANIES:
            return []
        members = self._by_last.get(word) or self._by_word.get(word) or []
        return [member for member in members if member.kind == "person"] if places.is_known(word) else members

    def _gather(self, names: list[Printed], kinds: dict[int, Counter[Kind]]) -> None:
        by_words: dict[tuple[str, ...], list[Printed]] = defaultdict(list)
        for name in names:
            by_words[name.words].append(name)
        alone = {words[0] for words in by_words if len(words) == 1}
        for words, forms in sorted(by_words.items(), key=lambda item: (-len(item[0]), item[1][0].start)):
            if len(words) == 1:
                continue
            kind = self._kind(words, forms, kinds, _surname(words) in alone)
            member = next((known for known in self._by_last[_surname(words)] if known.kind == kind and _one_name(known.words, words)), None)
            if member is None:
                member = self._new(words, forms[0], kind)
            self._learn(member, forms)
        for words, forms in by_words.items():
            if len(words) > 1:
                continue
            if candidates := self._called(words[0]):
                for form in forms:
                    member = _choose(candidates, form.titles, form.start)
                    member.learn(form.titles, form.roles)
                    member.full += words[0] == member.words[0]
            elif len(forms) < 3 and (meant := self._misspelt(words[0])):
                self._by_word[words[0]].append(meant)
            else:
                member = Member(words, self._slice(forms[0]), self._kind(words, forms, kinds, True), first=forms[0].start)
                self._alone[words[0]] = member
                member.guess()
                self._learn(member, forms)

    def _kind(self, words: tuple[str, ...], forms: list[Printed], kinds: dict[int, Counter[Kind]], alone: bool) -> Kind:
        some = forms[:FORMS_MOST]
        if any(is_thing(self.text, form.start, form.end) for form in some):
            return "other"
        firm = any(is_firm(self.text, form.start, form.end) for form in some)
        return _kind(words, forms, kinds, alone=alone, firm=firm)

    def _misspelt(self, word: str) -> Member | None:
        """The person whose surname is this word but for one letter: "Wines" for Leslie Wimes."""
        if len(word) < 5 or places.is_known(word):
            return None
        if self._spellings is None:
            self._spellings = {
                variant: member for last, members in self._by_last.items() if len(last) >= 5
                for member in members if member.kind == "person" for variant in _without_a_letter(last)
            }
        member = next((self._spellings[variant] for variant in _without_a_letter(word) if variant in self._spellings), None)
        return member if member and _surname(member.words)[0] == word[0] and _surname(member.words) != word else None

    def _new(self, words: tuple[str, ...], form: Printed, kind: Kind) -> Member:
        member = Member(words, self._slice(form), kind, first=form.start)
        self._by_last[_surname(words)].append(member)
        if kind == "person":
            for word in words[:-1]:
                if len(word) > 1 and word not in SUFFIXES | LITTLE:
                    self._by_word[word].append(member)
            member.guess()
        else:
            for word in words[:-1]:
                if word not in _LITTLE and len(word) > 3 and kind == "organisation" and not self._by_word[word]:
                    self._by_word[word].append(member)
        return member

    def _learn(self, member: Member, forms: list[Printed]) -> None:
        for form in forms:
            member.learn(form.titles, form.roles)
        if len(forms[0].words) > 1:
            member.full += len(forms)
            member.fullest_at = sorted((*member.fullest_at, *(form.start for form in forms)))
        member.first = min(member.first, forms[0].start)

    def _slice(self, form: Printed) -> str:
        return " ".join(self.text[form.start : form.end].split())

    def _mention(self, name: Printed) -> Mention | None:
        member = self._find(name.words, name.titles, name.start)
        if member is None:
            return None
        return Mention(name.start, name.end, member, name.owns)


def _without_a_letter(word: str) -> list[str]:
    """The word, and the word without each of its letters but the first: those of two words meet where one letter differs."""
    return [word, *(word[:index] + word[index + 1 :] for index in range(1, min(len(word), 20)))]


def _surname(words: Sequence[str]) -> str:
    return next((word for word in reversed(words) if word not in SUFFIXES), words[-1])


def _one_name(full: Sequence[str], short: Sequence[str]) -> bool:
    """Whether `short` is a shorter form of `full`: "Paul Ryan" of "Paul D. Ryan", "Peña Nieto" of "Enrique Peña Nieto"."""
    if _surname(full) != _surname(short) or ("sr" in full) != ("sr" in short):
        return False
    rest = iter(full)
    if all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in short if word not in SUFFIXES):
        return True
    long_short, long_full = [w for w in short if len(w) > 1], [w for w in full if len(w) > 1]
    return len(long_short) > 1 and long_short == long_full


def _choose(members: Sequence[Member], titles: Sequence[str], place: int) -> Member:
    """Whom of those who share it a single word names: by honorific and title, by what stands nearest, by how often it is named in full."""
    if len(members) == 1:
        return members[0]
    said = {HONORIFICS[title] for title in titles if title in HONORIFICS}
    fitting = [member for member in members if not said or member.gender is None or member.gender in said] or list(members)

    def fits(member: Member) -> tuple[float, int]:
        nearest = bisect_right(member.fullest_at, place)
        distance = place - member.fullest_at[nearest - 1] if nearest else 10_000
        alike = len({title for title in titles if title not in HONORIFICS} & member.known_as)
        near = 2.0 if distance < 300 else 1.0 if distance < 700 else 0.0
        return 3.0 * alike + near + min(member.full, 6) * 0.7 + (member.kind == "person"), -member.first

    return max(fitting, key=fits)


def _kinds(names: list[Printed], entities: Sequence[Entity]) -> dict[int, Counter[Kind]]:
    """start of a name -> the kinds of the entities that meet it."""
    ordered = sorted(entities, key=lambda entity: (entity.start, entity.end))
    found: dict[int, Counter[Kind]] = {}
    first = 0
    for name in names:
        while first < len(ordered) and ordered[first].end <= name.start:
            first += 1
        index, votes = first, Counter[Kind]()
        while index < len(ordered) and index < first + 8 and ordered[index].start < name.end:
            if ordered[index].end >= name.end:
                votes[ordered[index].kind] += 1
            index += 1
        found[name.start] = votes
    return found


def _kind(words: tuple[str, ...], forms: list[Printed], kinds: dict[int, Counter[Kind]], *, alone: bool, firm: bool) -> Kind:
    """Person, body or place, by the words of the name, what stands around it (`firm`: it is called one) and what the entities say."""
    votes = sum((kinds[form.start] for form in forms), Counter[Kind]())
    total = len(forms)
    title = sum(any(word in HONORIFICS or word in PERSONS or word in TITLES for word in form.titles) for form in forms)
    given = len(words) > 1 and words[0] in GIVEN and not places.is_known(words[0])
    person = 3.0 * (title > 0) + 2.0 * votes["person"] / total + 2.5 * given + 0.5 * (alone and 1 < len(words) < 5)
    the = sum(form.the for form in forms) / total
    known = places.is_known(" ".join(words)) or all(word in _PLACE_WORDS or word in ("north", "south", "new", "saudi") for word in words)
    place = 2.5 * known + 2.0 * votes["place"] / total
    body = 3.0 * firm + 4.0 * (is_body(words) or words[-1] in PEOPLE) + 2.0 * votes["organisation"] / total + 1.5 * the
    best = max(person, place, body)
    if best < 1:
        if votes:
            return votes.most_common(1)[0][0]
        return "person" if 1 < len(words) < 4 and alone else "other"
    return "person" if best == person else "organisation" if best == body else "place"
