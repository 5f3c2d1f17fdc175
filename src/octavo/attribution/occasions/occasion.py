"""Where, to whom, through whom and when something was said, as its sentence gives it: "told reporters in a Tuesday briefing".

The sentence is read as a line of words in which the attribution's own source and content stand as one word each, so that nothing
inside the content is taken for the occasion of saying it. Phrases count where they belong to the cue: in it, right behind it, behind
its source or content, at the head of the sentence, or with the verb that the cue goes on from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from octavo.analysis import Entity, Found, Occasion, Span
from octavo.attribution.occasions.noun_phrases import is_adverb, noun_phrase_end, span_of
from octavo.attribution.occasions.outlets import outlet_within
from octavo.attribution.occasions.phrases import CONTENT, PEOPLE, PLACE, SOURCE, Phrase, Reader
from octavo.attribution.occasions.words import ADVERBS, BARRIERS, OTHER_REPORTS, OUTLET_NOUNS, STOPS
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word, words

_REACH = 300
"""How far from the cue its sentence is read, in characters."""
_NEAR = 30
"""How far apart two phrases may stand that are shown as one."""
_OPENINGS = listed("\" “ ” ' ‘ ’ ( and but however meanwhile so still then yet")
_CLAUSE_OPENINGS = listed(", ; : and but that")
_SPEAKING_PARTICIPLES = listed("addressing appearing campaigning speaking stumping talking testifying writing")
_GOING_ON = listed(", and by then while")
_QUOTING = listed("cited cites quoted quotes reported reports")
_REPORT_ENDS = listed(". , ; earlier last late on today yesterday monday tuesday wednesday thursday friday saturday sunday")
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class _Line:
    words: tuple[Word, ...]
    cue: frozenset[int]
    """The places of the cue's words."""


def occasion(
    text: str, found: Found, sentences: Sequence[Span], entities: Sequence[Entity], published: date | None
) -> Occasion | None:
    """The occasion of an attribution, or None where its sentence tells of none. Sentences and entities are those of the text, in order.
    `found` is as `octavo.attribution.spans.quoting.as_quoted` gives it, so that its source is who is quoted and not who quotes.

    `text` of the occasion is a stretch of the article; its date is known only where `published`, the article's day, is.
    """
    if not found.cue:
        return None
    start, end = _around(found, sentences, len(text))
    line = _line(text, found, start, end)
    if not line.cue:
        return None
    reader = Reader(line.words, published, _persons(entities, start, end))
    phrases = sorted({phrase for chain in _chains(line, reader) for phrase in chain}, key=lambda phrase: (phrase.start, -phrase.end))
    return _told_of(text, line.words, _apart(phrases))


def _around(found: Found, sentences: Sequence[Span], length: int) -> Span:
    """The stretch of text to read: the sentences that the cue touches, no farther than reach."""
    first = min(found.cue)[0]
    last = min(max(end for _, end in found.cue), first + _REACH)
    before = bisect_right(sentences, (first, length)) - 1
    start = sentences[before][0] if before >= 0 and sentences[before][1] > first else first
    within = bisect_left(sentences, (last, 0)) - 1
    end = max(last, sentences[within][1]) if within >= 0 else last
    for source_start, source_end in found.source:
        if start - _NEAR <= source_end <= start:
            start = source_start
    return max(start, first - _REACH, 0), min(end, last + _REACH, length)


def _line(text: str, found: Found, start: int, end: int) -> _Line:
    """The words between two offsets, with the source and each piece of content as one word, and the cue's words marked."""
    marks = sorted([(*span, SOURCE) for span in found.source] + [(*span, CONTENT) for span in found.content])
    listed_words: list[Word] = []
    place = start
    for mark_start, mark_end, name in marks:
        if mark_end <= start or mark_start >= end:
            continue
        listed_words += words(text, place, max(place, mark_start))
        listed_words.append(Word(max(mark_start, start), min(mark_end, end), name, capital=False, possessive=False))
        place = max(place, mark_end)
    listed_words += words(text, place, max(place, end))
    in_cue = frozenset(
        at for at, word in enumerate(listed_words) if any(word.start < cue_end and cue_start < word.end for cue_start, cue_end in found.cue)
    )
    return _Line(tuple(listed_words), in_cue)


def _persons(entities: Sequence[Entity], start: int, end: int) -> frozenset[int]:
    first, last = bisect_left(entities, start, key=_START), bisect_left(entities, end, key=_START)
    return frozenset(entity.start for entity in entities[first:last] if entity.kind == "person")


def _chains(line: _Line, reader: Reader) -> Iterator[tuple[Phrase, ...]]:
    """The phrases that belong to the cue, chain by chain."""
    first_cue = min(line.cue)
    sources = [at for at, word in enumerate(line.words) if word.lower == SOURCE]
    for at in sorted(line.cue):
        yield from _of_verb(reader, at)
    yield reader.chain(first_cue)
    for at, word in enumerate(line.words):
        if word.lower == SOURCE:
            yield tuple(phrase for phrase in reader.chain(at + 1) if at > first_cue or phrase.weight != PLACE)
        elif word.lower == CONTENT:
            yield _behind_content(reader.chain(at + 1))
        elif word.lower in OTHER_REPORTS and at not in line.cue:
            chains = tuple(_of_verb(reader, at))
            if _goes_on(line, max((phrase.end for chain in chains for phrase in chain), default=at + 1), at, first_cue):
                yield from chains
    subject = min([first_cue, *sources])
    for at in range(subject):
        if at == 0 or line.words[at - 1].lower in _CLAUSE_OPENINGS:
            yield _at_head(line, reader, at, subject)
    yield _leading_on(line, reader, first_cue)
    yield _through(line, reader, subject)


def _of_verb(reader: Reader, at: int) -> Iterator[tuple[Phrase, ...]]:
    people = reader.told(at) or reader.given(at)
    if people:
        yield reader.chain(people.end, people)
    else:
        yield reader.chain(at + 1)


def _behind_content(chain: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """What follows the content at once may still be of saying, but not a place alone, which is rather part of it."""
    return chain if chain and chain[0].weight != PLACE else ()


def _goes_on(line: _Line, end: int, verb: int, first_cue: int) -> bool:
    """Whether the cue goes on from another verb's phrase: "said in a statement, adding"; "said Ann Roe, speaking at a rally"."""
    if verb > first_cue:
        return line.words[verb].lower.endswith("ing") and line.words[verb - 1].lower in {",", SOURCE}
    between = line.words[end:first_cue]
    if line.words[first_cue].lower == "adding" and between and between[0].lower in {"that", CONTENT}:
        return True
    return all(word.lower in _GOING_ON | ADVERBS | {SOURCE} or is_adverb(word) for word in between)


def _leading_on(line: _Line, reader: Reader, first_cue: int) -> tuple[Phrase, ...]:
    """The phrases just before a cue that goes on from another clause: "scolded them in an email to members, accusing"."""
    if not (line.words[first_cue].lower.endswith("ing") or line.words[first_cue - 1].lower == "and"):
        return ()
    for at in range(max(0, first_cue - _FARTHEST), first_cue):
        chain = reader.chain(at)
        if chain and chain[0].start == at and chain[-1].end < first_cue and any(phrase.weight != PLACE for phrase in chain):
            between = line.words[chain[-1].end : first_cue]
            if all(word.lower in {",", "and"} or word.lower in ADVERBS or is_adverb(word) for word in between):
                return chain
    return ()


def _at_head(line: _Line, reader: Reader, clause: int, subject: int) -> tuple[Phrase, ...]:
    """The phrases at the head of the clause that begins at a word, where it is the cue's: "At a rally on Tuesday, Ann Roe said"."""
    at = clause
    while at < subject and line.words[at].lower in _OPENINGS:
        at += 1
    if line.words[at].lower in {"in", "while"} and at + 1 < subject and line.words[at + 1].lower in _SPEAKING_PARTICIPLES:
        at += 1
    speaking = line.words[at].lower in _SPEAKING_PARTICIPLES
    chain = _from(at, reader.chain(at + speaking))
    if not chain or chain[-1].end > subject or all(phrase.weight == PLACE for phrase in chain):
        return ()
    between = [word.lower for word in line.words[chain[-1].end : subject]]
    farthest = _FARTHEST if clause == 0 else 1
    if CONTENT in between or len(between) > farthest:
        return ()
    # "On Monday, after the vote, Ann Roe said"; "In a note sent as it rained, Ann Roe said"
    set_off = len(between) > 1 and between[-1] == "," and (between[0] == "," or between[0].endswith(("ing", "ed")))
    return chain if set_off or BARRIERS.isdisjoint(between) else ()


def _from(at: int, chain: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases with the first of them from a word on: "Speaking to reporters"."""
    return (replace(chain[0], start=at), *chain[1:]) if chain else ()


_FARTHEST, _CLOSE = 25, 4


def _through(line: _Line, reader: Reader, subject: int) -> tuple[Phrase, ...]:
    """The outlet that is said to have it: "Anadolu quoted Roe as saying", "she said, according to The Post", "she said, CNN reported"."""
    found: list[Phrase] = []
    lower = [word.lower for word in line.words]
    for at, word in enumerate(lower):
        if word == "according" and at not in line.cue and lower[at + 1 : at + 2] == ["to"]:
            end = noun_phrase_end(line.words, at + 2, over=frozenset({"of"}))
            outlet = outlet_within(line.words, at + 2, end)
            if outlet:
                found.append(Phrase(at, end, PEOPLE, outlet=outlet))
        elif word in _QUOTING and (at in line.cue or _leads_on(lower[at:subject]) or (at > subject and _ends(lower, at))):
            begin = at
            while begin > max(0, at - _CLOSE - 4) and lower[begin - 1][0].isalnum() and lower[begin - 1] not in BARRIERS | STOPS:
                begin -= 1
            said_before = at > max(line.cue)
            if said_before and lower[begin - 1] != ",":
                continue
            sure = (said_before or word.startswith("quot")) and not reader.person_begins(begin, at)
            name = _quoting_outlet(line, begin, at, sure)
            if name:
                last = next((place for place in range(min(len(lower), at + 5) - 1, at - 1, -1) if lower[place] in {"saying", "that"}), at)
                found.append(Phrase(name[0], last + 1, PEOPLE, outlet=name))
        elif word == "by" and any(lower[place] in _QUOTING for place in line.cue):
            end = noun_phrase_end(line.words, at + 1, over=frozenset({"of"}))
            start = at + 1 + (lower[at + 1 : at + 2] == ["the"])
            if any(other.capital for other in line.words[start:end]):
                begin = at - (at > 0 and lower[at - 1] in _QUOTING)
                found.append(Phrase(begin, end, PEOPLE, outlet=outlet_within(line.words, start, end) or (start, end)))
    return tuple(found)


def _quoting_outlet(line: _Line, start: int, end: int, sure: bool) -> tuple[int, int] | None:
    """Who quotes, of the words before the verb: an outlet that is known, or any name where the verb is to quote."""
    named = outlet_within(line.words, start, end)
    if named or start == end or not line.cue.isdisjoint(range(start, end)):
        return named
    start += line.words[start].lower == "the"
    names = line.words[start:end]
    called = bool(names) and names[0].capital and names[-1].lower in OUTLET_NOUNS
    return (start, end) if called or (sure and names and all(word.capital for word in names)) else None


def _ends(lower: Sequence[str], at: int) -> bool:
    """Whether nothing that was reported follows the verb: "she said, Reuters reported on Monday"."""
    return at + 1 == len(lower) or lower[at + 1] in _REPORT_ENDS


def _leads_on(between: Sequence[str]) -> bool:
    """Whether the words from another's "reported" to the subject lead to nothing else: "Reuters reported that"."""
    return 0 < len(between) <= _CLOSE and BARRIERS.isdisjoint(between)


def _apart(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases without those that lie in one that begins before them."""
    kept: list[Phrase] = []
    for phrase in phrases:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
        elif phrase.weight > kept[-1].weight and phrase.end >= kept[-1].end:
            kept[-1] = replace(phrase, start=kept[-1].start, day=phrase.day or kept[-1].day)
    return tuple(kept)


def _told_of(text: str, line: Sequence[Word], phrases: Sequence[Phrase]) -> Occasion | None:
    """One occasion of all the phrases: its words are those of the weightiest run, its fields what any of them gives."""
    if not phrases:
        return None
    runs: list[list[Phrase]] = []
    for phrase in phrases:
        if runs and _near(line, runs[-1][-1], phrase):
            runs[-1].append(phrase)
        else:
            runs.append([phrase])
    shown = max(runs, key=lambda run: (max(phrase.weight for phrase in run), len(run)))
    ordered = [*shown, *phrases]
    start, end = _with_closing_mark(text, *span_of(line, shown[0].start, shown[-1].end, text))
    return Occasion(
        text[start:end],
        _words(text, line, next((phrase.outlet for phrase in ordered if phrase.outlet), None)),
        _words(text, line, next((phrase.addressee for phrase in ordered if phrase.addressee), None)),
        next((phrase.day for phrase in ordered if phrase.day), None),
    )


def _with_closing_mark(text: str, start: int, end: int) -> Span:
    """The span, on to the mark that closes a name in it: on ABC's "This Week"."""
    for opening, closing in (('"', '"'), ("“", "”")):
        marks = text.count(opening, start, end) + (closing != opening) * text.count(closing, start, end)
        if marks % 2:
            place = text.find(closing, end, end + 2)
            return (start, place + 1) if place >= 0 else (start, end)
    return start, end


def _near(line: Sequence[Word], one: Phrase, other: Phrase) -> bool:
    between = line[one.end : other.start]
    return line[other.start].start - line[one.end - 1].end <= _NEAR and all(word.lower not in {CONTENT, SOURCE} for word in between)


def _words(text: str, line: Sequence[Word], places: tuple[int, int] | None) -> str | None:
    if places is None:
        return None
    start, end = span_of(line, *places, text)
    return text[start:end]
