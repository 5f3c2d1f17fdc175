"""What a reader's rules hide and lift of some articles. Pure: articles and rules in, who is hidden by what out; the time comes in.

Words are sought in all texts at once (`phrases`), all else is looked up by what it is called, so that the cost is that of the articles and
the rules together. A follow is stronger than a mute: what somebody asked to see first is never hidden from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from octavo.site.readers.muting.phrases import Phrases, words_of
from octavo.site.readers.muting.rules import (
    AGENCY,
    FOLLOW,
    HEADLINE,
    MUTE,
    PERSON,
    PUBLISHER,
    SECTION,
    SPEAKERS,
    STORY,
    TEXT,
    WORDS,
    Rule,
)

WHOLE = frozenset((STORY, SECTION))
"""Kinds of rules that are about stories, not about single articles of them."""

_IS, _LAST_NAME, _FULL_NAME = range(3)
"""What a found phrase tells of its rule: that it is met, or one half of it: a person's last name in the headline, the
whole name in the text."""

_Sign = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """An article as rules look at it: all words and names folded (`rules.key_of`), "" and 0 for what is not known.

    `section` is the paper's section that its story stands in, as it is called in addresses; `voices` are (number, name) of who speaks.
    """

    pk: int
    headline: str = field(repr=False)
    text: str = field(repr=False, default="")
    story: int = 0
    publisher: str = ""
    agency: str = ""
    section: str = ""
    voices: frozenset[tuple[int, str]] = frozenset()

    @property
    def home(self) -> tuple[int, int]:
        """What it stands in on a page: its story, or itself alone."""
        return (self.story, 0) if self.story else (0, self.pk)


@dataclass(frozen=True, slots=True)
class Sifted:
    """What came of it, by the numbers of articles: which rule hides each and which lifts it. By `Told.home`: which mute would have hidden a
    story that is followed, and which muted story came back because it changed."""

    hidden: Mapping[int, Rule] = field(default_factory=dict)
    followed: Mapping[int, Rule] = field(default_factory=dict)
    despite: Mapping[tuple[int, int], Rule] = field(default_factory=dict)
    back: Mapping[tuple[int, int], Rule] = field(default_factory=dict)


def sift(rows: Iterable[Told], rules: Sequence[Rule], now: datetime) -> Sifted:
    """What those rules, as far as they hold at that time, hide and lift. Of several that hide an article the first is named."""
    held = [rule for rule in rules if rule.holds(now)]
    finder = _Finder(held)
    met = [(row, [held[place] for place in sorted(finder.met_by(row))]) for row in rows]
    lifted = {row.home for row, some in met for rule in some if rule.effect == FOLLOW}
    hidden: dict[int, Rule] = {}
    followed: dict[int, Rule] = {}
    despite: dict[tuple[int, int], Rule] = {}
    back: dict[tuple[int, int], Rule] = {}
    for row, some in met:
        follow = next((rule for rule in some if rule.effect == FOLLOW), None)
        mutes = [rule for rule in some if rule.effect == MUTE and not rule.news]
        for rule in (rule for rule in some if rule.effect == MUTE and rule.news):
            back[row.home] = rule
        # Of a story that is followed, a mute of single articles hides those that the follow is not about.
        strong = [] if follow else [rule for rule in mutes if not (row.home in lifted and rule.kind in WHOLE)]
        if follow:
            followed[row.pk] = follow
        if strong:
            hidden[row.pk] = strong[0]
        elif mutes:
            despite.setdefault(row.home, mutes[0])
    return Sifted(hidden, followed, despite, back)


def asks_for(rules: Iterable[Rule], place: str) -> bool:
    """Whether any rule looks there: in the text, at who speaks. A person's name in a headline is held against the text too."""
    return any(place in rule.places or (rule.kind == PERSON and place == TEXT and HEADLINE in rule.places) for rule in rules)


class _Finder:
    """Rules, made ready to be held against many articles; they are known by their places in the list."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._named: dict[str, defaultdict[str, list[int]]] = {kind: defaultdict(list) for kind in (PUBLISHER, AGENCY, SECTION, STORY)}
        self._numbers: defaultdict[int, list[int]] = defaultdict(list)
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        sought: dict[str, list[tuple[str, _Sign]]] = {HEADLINE: [], TEXT: [], SPEAKERS: []}
        for place, rule in enumerate(rules):
            if rule.kind in self._named:
                self._named[rule.kind][rule.key].append(place)
            elif rule.kind == WORDS:
                for where in rule.places:
                    sought[where].append((rule.key, (place, _IS)))
            else:
                self._add_person(rule, place, sought)
        self._headlines, self._texts, self._voices = (Phrases(sought[where]) for where in (HEADLINE, TEXT, SPEAKERS))

    def _add_person(self, rule: Rule, place: int, sought: Mapping[str, list[tuple[str, _Sign]]]) -> None:
        if SPEAKERS in rule.places and rule.number:
            self._numbers[rule.number].append(place)
        elif SPEAKERS in rule.places:
            self._names[rule.key].append(place)
        for where in rule.places & {HEADLINE, TEXT}:
            sought[where].append((rule.key, (place, _IS)))
        words = words_of(rule.key)
        if HEADLINE in rule.places and len(words) > 1:
            sought[HEADLINE].append((words[-1], (place, _LAST_NAME)))
            sought[TEXT].append((rule.key, (place, _FULL_NAME)))

    def met_by(self, row: Told) -> set[int]:
        """The rules that an article meets."""
        found = {place for places in self._looked_up(row) for place in places}
        signs = self._headlines.found_in(row.headline) | self._texts.found_in(row.text)
        if self._voices:
            signs.update(sign for _, name in row.voices for sign in self._voices.found_in(name))
        found.update(place for place, told in signs if told == _IS or (told == _LAST_NAME and (place, _FULL_NAME) in signs))
        return found

    def _looked_up(self, row: Told) -> Iterator[Sequence[int]]:
        named = ((PUBLISHER, row.publisher), (AGENCY, row.agency), (SECTION, row.section), (STORY, str(row.story or "")))
        yield from (self._named[kind].get(key, ()) for kind, key in named if key)
        if self._numbers or self._names:
            for number, name in row.voices:
                yield self._numbers.get(number, ())
                yield self._names.get(name, ())
