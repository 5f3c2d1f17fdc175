"""The phrases of a line of words that say when, where, to whom or through whom: each begins at one place and is read to its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from octavo.attribution.acts.cue_words import ACT_OF
from octavo.attribution.occasions.days import day_phrase, day_within
from octavo.attribution.occasions.noun_phrases import QUOTES, is_adverb, listeners_end, noun_phrase_end
from octavo.attribution.occasions.outlets import outlet_within, spoken_to
from octavo.attribution.occasions.words import (
    ADVERBS,
    BY_WORDS,
    EVENTS,
    GIVEN,
    GIVING,
    LISTENERS,
    ON_WORDS,
    OUTLETS,
    PLACES,
    SPEAKING,
    TELLING,
    WRITINGS,
)
from octavo.attribution.words.lemmas import plain_form
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word

_IN = listed("at during in through via")
_SHARED = listed("appearance conference debate event rally")
"""Events that are held with somebody and not for him."""
_TAKING = listed("take takes taking took turned")
_AFTER = listed("after before following")
_PLACE_PREPOSITIONS = listed("aboard at from in inside near outside")
_DETERMINERS = listed("a an another her his its last my one our that the their this")
_MADE_PARTICIPLES = listed(
    "aired broadcast conducted held hosted issued organised organized posted published recorded released sponsored taped"
)

CONTENT, SOURCE = "<content>", "<source>"
"""What stands in a line for the content and for the source of its attribution."""
_ENDS = frozenset({"", ",", ".", "at", "in", "on", "that", "to", CONTENT, SOURCE})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [start, end) of a line that tell of an occasion. `outlet` and `addressee` are places of the line as well."""

    start: int
    end: int
    weight: int
    day: date | None = None
    outlet: tuple[int, int] | None = None
    addressee: tuple[int, int] | None = None


TIME, PLACE, VENUE, PEOPLE = 1, 2, 3, 4
"""How much a phrase tells: of two that stand apart the weightier is shown."""


class Reader:
    """Reads the phrases of one line."""

    def __init__(self, line: Sequence[Word], published: date | None, persons: frozenset[int]) -> None:
        """`persons`: the offsets at which names of persons begin."""
        self._line = line
        self._published = published
        self._persons = persons
        self._chains: dict[int, tuple[Phrase, ...]] = {}

    def chain(self, at: int, behind: Phrase | None = None) -> tuple[Phrase, ...]:
        """The phrases that follow on each other from a place, over commas and adverbs between them; first the one they stand behind."""
        if behind:
            return self._read_on(at, [behind])
        if at not in self._chains:
            self._chains[at] = self._read_on(at, [])
        return self._chains[at]

    def _read_on(self, at: int, found: list[Phrase]) -> tuple[Phrase, ...]:
        while at < len(self._line):
            phrase = self._next(at, found)
            if phrase is None:
                break
            found.append(phrase)
            at = phrase.end
        return tuple(found)

    def person_begins(self, start: int, end: int) -> bool:
        """Whether the name of a person begins among the words [start, end)."""
        return any(word.start in self._persons for word in self._line[start:end])

    def told(self, at: int) -> Phrase | None:
        """Who is spoken to by the verb at a place: "told reporters", "spoke to a gathering of bakers", "sent Mr. Roe a letter"."""
        line, verb = self._line, self._lower(at)
        if plain_form(verb, TELLING) is not None:
            start = at + 1
            end = listeners_end(line, start)
            sure = verb in {"addressed", "addressing", "telling", "tells", "told", "tell"}
            day = None if end is None else day_phrase(line, end, None)
            behind = 0 if end is None else day[0] if day else end
            if end is None or not (sure or self._lower(behind + (self._lower(behind) in {",", ":"})) in {"", CONTENT, "that"}):
                return None
            return self._people(at, start, end)
        if verb in _TAKING and self._lower(at + 1) == "to" and self._lower(at + 2) in ON_WORDS:
            return Phrase(at, at + 3, VENUE)
        if verb in GIVING:
            end = noun_phrase_end(line, at + 1)
            article = next((place for place in range(at + 2, end) if self._lower(place) in {"a", "an"}), None)
            if article and any(self._lower(place) in GIVEN for place in range(article, end)) and line[at + 1].capital:
                return Phrase(at, end, PEOPLE, addressee=(at + 1, article))
        return None

    def given(self, at: int) -> Phrase | None:
        """What is brought out by the verb at a place: "issued a statement"."""
        if self._lower(at) not in GIVING or self._lower(at + 1) not in _DETERMINERS | {"statements"}:
            return None
        return self._headed(at, at + 1, GIVEN)

    def _lower(self, at: int) -> str:
        return self._line[at].lower if 0 <= at < len(self._line) else ""

    def _is_possessive(self, at: int) -> bool:
        return at < len(self._line) and self._line[at].possessive

    def _ends_phrase(self, at: int) -> bool:
        return self._lower(at) in _ENDS or day_phrase(self._line, at, None) is not None

    def _next(self, at: int, before: Sequence[Phrase]) -> Phrase | None:
        place = at
        for _ in range(4):
            found = self._phrase(place, before)
            if found or place >= len(self._line):
                return found
            word = self._lower(place)
            if word != "," and word not in ADVERBS and not is_adverb(self._line[place]) and word not in QUOTES:
                return None
            place += 1
        return None

    def _phrase(self, at: int, before: Sequence[Phrase]) -> Phrase | None:
        timed = day_phrase(self._line, at, self._published)
        spoken = self._listeners(at, before) or self._venue(at)
        if timed and (spoken is None or spoken.end <= timed[0]):
            return Phrase(at, timed[0], TIME, timed[1])
        return spoken or self._place(at, before) or self._made(at, before)

    def _venue(self, at: int) -> Phrase | None:
        preposition, start = self._lower(at), at + 1
        if preposition == "ahead" and self._lower(start) == "of":
            return self._headed(at, at + 2, EVENTS)
        if preposition in _AFTER:
            event = self._headed(at, start, EVENTS) if self._lower(start) in _DETERMINERS or self._is_possessive(start) else None
            return event if event and self._ends_phrase(event.end) else None
        if preposition in _IN:
            return self._headed(at, start, WRITINGS | EVENTS | (PLACES if preposition == "at" else frozenset()))
        if preposition == "by" or (preposition == "over" and self._lower(start + 1) in BY_WORDS):
            return self._headed(at, start, BY_WORDS)
        if preposition == "on":
            found = self._headed(at, start, ON_WORDS)
            if found:
                return found
            outlet = outlet_within(self._line, start, noun_phrase_end(self._line, start))
            return Phrase(at, noun_phrase_end(self._line, start), VENUE, outlet=outlet) if outlet and outlet[0] <= start + 2 else None
        return None

    def _headed(self, at: int, start: int, heads: frozenset[str]) -> Phrase | None:
        """A phrase from `at` whose noun phrase from `start` has one of the heads as its last noun; with what says more of it."""
        end = noun_phrase_end(self._line, start)
        if self._lower(end) == "," and start < end <= start + 3 and not self._line[end - 1].capital:
            end = noun_phrase_end(self._line, end + 1)  # "a long, rambling speech"
        backwards = range(end - 1, start - 1, -1)
        head = next((place for place in backwards if self._lower(place) in heads and not self._is_possessive(place)), None)
        if head is None:
            return None
        if head < end - 1 and not self._line[head].capital:
            end = head + 1
        phrase = Phrase(at, end, VENUE, day_within(self._line, start, end, self._published), outlet_within(self._line, start, end))
        return self._of(phrase)

    def _of(self, phrase: Phrase) -> Phrase:
        """The phrase with its "of the Bakers' Union"."""
        if self._lower(phrase.end) != "of":
            return phrase
        end = noun_phrase_end(self._line, phrase.end + 1, over=frozenset({"of"}))
        return replace(phrase, end=end) if end > phrase.end + 1 else phrase

    def _place(self, at: int, before: Sequence[Phrase]) -> Phrase | None:
        if self._lower(at) not in _PLACE_PREPOSITIONS or (self._lower(at) == "from" and not before):
            return None
        start = at + 1 + (self._lower(at + 1) == "the")
        if start >= len(self._line) or not self._line[start].capital or self._lower(start) in OUTLETS:
            return None
        end = noun_phrase_end(self._line, start)
        if end == start or not self._line[end - 1].capital:
            return None
        while self._lower(end) == "," and end + 1 < len(self._line) and self._line[end + 1].capital:
            further = noun_phrase_end(self._line, end + 1)
            names = self._line[end + 1 : further]
            if not 1 <= len(names) <= 2 or not all(word.capital for word in names) or not self._ends_phrase(further):
                break
            end = further + (self._lower(further) == "." and self._lower(further + 1) == ",")
        outlet = outlet_within(self._line, at + 1, end) if self._lower(at) == "in" else None
        return Phrase(at, end, VENUE if outlet else PLACE, outlet=outlet)

    def _listeners(self, at: int, before: Sequence[Phrase]) -> Phrase | None:
        """"To Congress" and "with Politico" behind a speaking verb or a writing or event; "for The Times" and "by" too of an outlet."""
        preposition, start = self._lower(at), at + 1
        if preposition not in {"before", "by", "for", "to", "with"}:
            return None
        after_speaking = self._lower(at - 1) in SPEAKING | ADVERBS | {SOURCE}
        after_venue = bool(before) and any(phrase.weight >= VENUE for phrase in before)
        after_act = preposition == "to" and plain_form(self._lower(at - 1), ACT_OF) is not None
        after_content = self._lower(at - 1) == CONTENT and preposition == "to"
        if not (after_venue or after_content or after_act or (after_speaking and preposition in {"before", "to", "with"})):
            return None
        end = listeners_end(self._line, start)
        if end is None:
            return None
        if preposition == "with" and self._lower(at - 1) in _SHARED:
            return Phrase(at, end, TIME)
        found = self._people(at, start, end)
        if preposition in {"by", "for"} and not found.outlet:
            return None
        listeners = any(word.lower in LISTENERS for word in self._line[start:end])
        named = any(word.capital for word in self._line[start:end]) and (after_venue or after_speaking)
        people = listeners or named or (after_venue and preposition == "to")
        if found.outlet:
            return found
        return found if people and (after_venue or preposition != "with" or self._lower(end - 1) in LISTENERS) else None

    def _people(self, at: int, start: int, end: int) -> Phrase:
        """Those at words [start, end): an outlet, an outlet's own man ("CNN's Ann Roe"), or an addressee."""
        outlet, addressee = spoken_to(self._line, start, end, self._persons)
        if outlet is None and self._sounds_like_outlet(at, start, end):
            outlet, addressee = addressee, None
        return Phrase(at, end, PEOPLE, outlet=outlet, addressee=addressee)

    def _sounds_like_outlet(self, at: int, start: int, end: int) -> bool:
        """An interview with a single name that is no person's was given to an outlet: "in an interview with Politico"."""
        return (
            self._lower(at) == "with"
            and self._lower(at - 1) in {"interview", "interviews"}
            and end == start + 1
            and self._line[start].capital
            and self._line[start].start not in self._persons
        )

    def _made(self, at: int, before: Sequence[Phrase]) -> Phrase | None:
        """"Held by the Bakers' Union", "published on Tuesday", of the phrase before."""
        if not before or before[-1].end != at or self._lower(at) not in _MADE_PARTICIPLES:
            return None
        timed = day_phrase(self._line, at + 1, self._published)
        if timed:
            return Phrase(at, timed[0], TIME, timed[1])
        if self._lower(at + 1) not in {"at", "by", "in", "on"}:
            return None
        end = noun_phrase_end(self._line, at + 2, over=frozenset({"of"}))
        return Phrase(at, end, TIME, outlet=outlet_within(self._line, at + 2, end)) if end > at + 2 else None


