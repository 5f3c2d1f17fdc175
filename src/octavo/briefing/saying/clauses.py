"""The main clause of a sentence: who did what, without what is put in, set before or hung behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from octavo.analysis import Span
from octavo.briefing.saying.weights import weighing
from octavo.grouping.stories.terms import words

LEAST = 4
"""Words that weigh something in a main clause, where the sentence has so many."""

_BOUND = re.compile(
    r"[,;:](?!\d)|[—–()]| - |\b(?:after|before|when|while|because|although|though|whereas|unless|until|which|who|whose|where|prompting"
    r"|leaving|sparing|forcing|amid|following|despite|so that"
    r"|(?<!charged )(?<!met )(?<!filled )(?<!deal )(?<!along )with|as (?=(?:the|it|he|she|they|its|his|her|their)\b))\b",
    re.IGNORECASE,
)
_LONGEST_WORD = 40
_APART = re.compile(
    r"\W*(?:which|who|whose|where|after|before|when|while|because|although|though|whereas|unless|until|if|since|once|as|having|despite|following|amid|asked"
    r"|told)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\W*(?:in|on|at|for|by|with|from|to|of|under|over|during|near|just|according)\b", re.IGNORECASE)
_SMALL = "is are was were am be been has have had will would can could may might must shall should do does did"
_IRREGULAR = """
    won beat fell rose ran took left put came went struck broke found held cut hit sent gave drew told said led lost met paid shut
    swung threw shot burnt got made saw knew began became stood sat spoke wrote read kept felt brought bought built caught chose
    dealt drove ate fought flew forgot froze grew hung heard hid hurt laid lay lent let lit meant rode rang sang sank sold shook
    shone slid slept spent split spread stole stuck swam swept swore taught thought wore wins falls rises says
"""
_VERB = re.compile(
    rf"\b(?:{'|'.join((*_SMALL.split(), *_IRREGULAR.split()))}"
    rf"|(?<!\bthe )(?<!\ba )(?<!\ban )\w{{2,{_LONGEST_WORD}}}ed"
    r"|\w{1,9}n['’]t)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    rf"(?:{'|'.join(_SMALL.split())})(?: been| all| still)? (?:off|on|out|up|down|in|over|back|away|at)\b", re.IGNORECASE
)


def main_clause(text: str) -> tuple[Span, ...]:
    """A sentence -> where its main clause stands in it, in pieces; the whole where none is told apart. Linear in its length.

    A rule of thumb with no parser behind it: of what commas and words like "after" part, the first that has a verb, with the words before
    it that have none (whom it is about); what comes in between and opens with "who", or has no verb, is left out. What follows is taken too
    until it has LEAST words that weigh something: "A woman has died after being hit by a car".
    """
    kept: list[Span] = []
    found, weighed = False, 0
    for start, end in _parts(text):
        part = text[start:end]
        verb = _VERB.search(part) is not None
        if not found and (_APART.match(part) or (_PREPOSITION.match(part) and (start or not verb)) or (not verb and kept)):
            continue
        kept.append((start, end))
        weighed += len(weighing(words(part)))
        found = found or verb
        if found and weighed >= LEAST:
            break
    return tuple(kept) if found else ((0, len(text)),)


def predicate(text: str) -> str | None:
    """The word, stemmed, that says what is done or how it is: the first from the first verb on that weighs something; none where that is
    a small word ("is off")."""
    verb = _VERB.search(text)
    if not verb or _PLACED.match(text, verb.start()):
        return None
    return next(iter(weighing(words(text[verb.start() :]))), None)


def only(text: str, spans: Iterable[Span]) -> str:
    """A text, as long, with blanks but for some spans."""
    place, kept = 0, []
    for start, end in spans:
        kept += [" " * (start - place), text[start:end]]
        place = end
    return "".join((*kept, " " * (len(text) - place)))


def _parts(text: str) -> Iterator[Span]:
    """What stands between its bounds; a word that is one belongs to what follows it."""
    start = 0
    for match in _BOUND.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.start() if match[0][0].isalpha() else match.end()
    if text[start:].strip():
        yield start, len(text)
