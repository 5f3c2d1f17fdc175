"""Who the source of each attribution stands for.

The source's own words come first (a name with its titles, a description, a pronoun); then what the text says of that name elsewhere;
then who is near. Entities only help to tell a person's name from a body's. Where nothing tells, the source's own words stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octavo.analysis import NOBODY, Entity, Found, Span, Speaker
from octavo.attribution.speakers.apostrophes import joined, parted
from octavo.attribution.speakers.cast import Cast
from octavo.attribution.speakers.hearing import hear
from octavo.attribution.speakers.phrases import Phrase, parse
from octavo.attribution.speakers.scene import Heard, Scene
from octavo.attribution.speakers.wording import PHRASE_MOST, plain
from octavo.attribution.words.spans import WORD

PIECES_MOST = 8
"""Pieces of a source that are looked at."""

HEADLINE_REACH = 6
"""Attributions after a headline in which its "Judge" or "Poll" may be called in full."""

NO_ONE = frozenset(("no one", "no-one", "nobody", "none"))
"""Sources that say that there is no speaker."""
TURNS = frozenset(("Q", "A"))
"""What stands before the questions and answers of an interview: whose they are is not said."""

GOES_ON_MOST = 160
"""Characters between two statements of one sentence."""
QUOTATION_REACH = 8
"""Characters between two quotations of which the second goes on with the first."""

_PARTICIPLE = re.compile(r"(?:\w+ly )?[a-z]+ing\b")
_JOINED = re.compile(r"[\s,](?:and|but|then)(?: (?:then|also|later))?\s*$")
_SENTENCE_END = re.compile(r"[.?!][\"”’')]*\s|\n")
_OPENS = re.compile(r"[\"“‘'«]")


def speakers(text: str, sentences: Sequence[Span], entities: Sequence[Entity], found: Sequence[Found]) -> tuple[Speaker, ...]:
    """The speaker of each attribution, in the order of `found`.

    A name is the fullest that the text gives, a description loses its relative clauses; role and affiliation are the article's words.
    Time grows with the length of the text and the number of attributions.
    """
    text = joined(text)
    cast = Cast(text, entities)
    order = sorted(range(len(found)), key=lambda index: (_place(found[index]), index))
    sources = [_source(text, found[index]) for index in order]
    for span, phrase in filter(None, sources):
        if phrase.name and (member := cast.find(phrase.name, phrase.titles, span[0])):
            member.learn(phrase.titles, phrase.roles)
    scene = Scene(text, sentences, cast, found)
    chosen: dict[int, Speaker] = {}
    previous: tuple[Found, Speaker] | None = None
    for number, index in enumerate(order):
        source = sources[number]
        if source is not None and (plain(source[1].text) in NO_ONE or source[1].text in TURNS):
            chosen[index] = NOBODY
        elif source is None or not source[1].text:
            chosen[index] = _runs_on(text, found[index], previous)
        else:
            heard = _hear(scene, *source, [after[1] for after in sources[number + 1 : number + 1 + HEADLINE_REACH] if after])
            scene.heard.append(heard)
            chosen[index] = heard.speaker
        previous = found[index], chosen[index]
    return tuple(parted(chosen[index]) for index in range(len(found)))


def _hear(scene: Scene, span: Span, phrase: Phrase, following: Sequence[Phrase]) -> Heard:
    """Who speaks; a headline's bare "Poll" is "a Bloomberg poll" where that speaks next."""
    if phrase.head and not phrase.determiner and scene.paragraph(span[0]) == 1:
        words = {plain(word) for word in WORD.findall(phrase.text)}
        for other in following:
            if other.head == phrase.head and words <= {plain(word) for word in WORD.findall(other.text)}:
                return hear(scene, span, other)
    return hear(scene, span, phrase)


def _source(text: str, each: Found) -> tuple[Span, Phrase] | None:
    """Where a source stands and its parts; None where there is none."""
    return (_whole(text, each.source[0]), parse(_words(text, each.source))) if each.source else None


def _place(each: Found) -> int:
    return (each.source or each.cue or each.content or ((0, 0),))[0][0]


def _whole(text: str, span: Span) -> Span:
    """The span, made to hold whole words: few letters are missing where the one who marked it slipped."""
    start, end = span
    least, most = max(0, start - 30), min(len(text), end + 30)
    while least < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < most and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _words(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    last = 0
    for start, end in (_whole(text, span) for span in spans[:PIECES_MOST]):
        comma = "," if pieces and "," in text[last : min(start, last + 5)] else ""
        pieces.append(f"{comma} {text[start : min(end, start + PHRASE_MOST)]}")
        last = end
    return "".join(pieces)


def _runs_on(text: str, each: Found, previous: tuple[Found, Speaker] | None) -> Speaker:
    """The speaker of the attribution before, where this one has no source and its words only go on with that one."""
    if previous is None or not each.content or not previous[0].content:
        return NOBODY
    end = max(span[1] for span in (*previous[0].content, *previous[0].cue, *previous[0].source))
    return previous[1] if (_same_sentence(text, end, each.cue[0]) if each.cue else _same_quotation(text, end, each.content[0])) else NOBODY


def _same_sentence(text: str, end: int, cue: Span) -> bool:
    """Whether a cue goes on with the subject before it: "he said no, adding that …", "she spoke of it and warned …"."""
    between = text[end : cue[0]]
    if not 0 < len(between) < GOES_ON_MOST or _SENTENCE_END.search(between):
        return False
    return bool(_PARTICIPLE.match(text, *cue) or _JOINED.search(between))


def _same_quotation(text: str, end: int, content: Span) -> bool:
    """Whether words without a cue stand in quotation marks right after what was said before."""
    start = content[0]
    return bool(_OPENS.match(text, start) or _OPENS.match(text, max(0, start - 1))) and 0 <= start - end < QUOTATION_REACH
