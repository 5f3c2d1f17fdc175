"""What a sentence leans on: words that point to something said before it, and names that were given in full before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.briefing.cleaning import cleaned
from octavo.briefing.passages import Passage
from octavo.grouping.mentions import mentions_in

_MARKS = "\"'“‘«([ "
_POINTING = re.compile(
    r"(?:he|she|it|they|his|hers?|its|theirs?|him|them|himself|herself|themselves|itself|such|both|neither|either|another|others?|each"
    r"|this(?! (?:year|month|week|weekend|morning|afternoon|evening|summer|spring|winter|autumn|fall|season)\b)|that|these(?! days\b)"
    r"|those(?! (?:who|whose|with|in|on|of)\b)|(?:one|some|many|most|all|two|three) of (?:them|these|those|this|that|his|her|its|their)"
    r"|(?:two|three) (?:others|more)|the (?:latter|same|following|pair|couple|others?|two|three|former(?= (?:is|was|has|had|said)))"
    r"|there(?! (?:is|are|was|were|has|have|had|will|would|could|may|might|can|should|must|seems?|remains?)\b|['’])|here|which"
    r"|(?:if|not|even) (?:so|then|that)|(?:until|since|by|after|before|despite|for) (?:then|that|this)\b(?! (?:year|month|week))|as such"
    r"|yes|no,|well,|ok|okay)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she|him|his|hers?|himself|herself)\b", re.IGNORECASE)
_THINGS = re.compile(r"\b(?:they|them|their|theirs|it|its)\b", re.IGNORECASE)
_HE = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:an?|the|mr|mrs|ms|dr)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|could|may|might|can|should|must|seems?|remains?)\b|['’])", re.IGNORECASE
)
_GOING_ON = re.compile(
    r"\b(?:also|as well|likewise|in turn|instead|however|meanwhile|too|another|the (?:former|latter|two))\b"
    r"|^(?:the (?:man|woman|boy|girl|men|women|suspect|victims?|move|decision|incident|announcement|remarks?|comments?|statement|question"
    r"|answer|result|reason|idea|problem|trend|news|issue|claims?|revelation|exchange|response|reply|tweet|post|message|letter|video|clip"
    r"|interview|speech|figures?|survey|poll|study|book|article|ad|piece))\b",
    re.IGNORECASE,
)
_NEAR = 4
"""Words in which a sentence that begins with "In his speech," comes to whom it means."""
_FAR = 12
"""Words after which "he said" can mean somebody of the same sentence."""


def leans(passage: Passage) -> bool:
    """Whether it says "he", "this" or "the latter" of what only an earlier sentence names."""
    line = cleaned(passage.text).lstrip(_MARKS)
    return bool(_POINTING.match(line) or _ELSEWHERE.search(line)) or _no_person(line) or _no_things(line) or _said_of_nobody(passage)


def goes_on(passage: Passage) -> bool:
    """Whether it goes on from another sentence ("also", "the decision"), though it can be read alone."""
    return bool(_GOING_ON.search(cleaned(passage.text)))


def last_names(names: Iterable[tuple[str, ...]]) -> set[str]:
    """Of names of several words the last word, by which those who have read them know who is meant."""
    return {words[-1] for words in names if len(words) > 1}


def known_in(text: str) -> set[str]:
    """The last names that a text gives with a first one somewhere."""
    return last_names(names_in(text))


def names_in(text: str) -> tuple[tuple[str, ...], ...]:
    """The names that a text prints, each by its words."""
    return tuple(mention.words for mention in mentions_in(text))


def _named(text: str) -> bool:
    return any(True for _ in mentions_in(text))


def _no_person(line: str) -> bool:
    found = _PERSON.search(line)
    if not found:
        return False
    before = line[: found.start()]
    if _SOMEBODY.search(before) or _named(before):
        return False
    _, comma, behind = line[found.start() :].partition(", ")
    return not (comma and len(before.split()) < _NEAR and behind[:1].isupper())


def _no_things(line: str) -> bool:
    found = _THINGS.search(line)
    return found is not None and len(line[: found.start()].split()) < 2 and not _named(line[: found.start()])


def _said_of_nobody(passage: Passage) -> bool:
    """"…," he said; and "Police said he had fled", whose speaker "he" cannot be."""
    text, begin = passage.report.text, passage.start
    for each in passage.attributions:
        for start, end in each.source:
            if start >= begin and _PERSON.fullmatch(text, start, end) and len(text[begin:start].split()) < _FAR:
                return True
        start = each.content[0][0] if each.content else begin
        near = start > begin and len(text[begin:start].split()) < 2 * _NEAR
        if near and each.speaker.kind != "person" and _HE.match(text[start : start + 8].lstrip(_MARKS)):
            return True
    return False
