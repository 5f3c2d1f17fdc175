"""What a statement asserts: whether it is a clause, what it says is not so, and what it only speaks of as possible or wished."""

from __future__ import annotations

import re
from dataclasses import dataclass

from octavo.analysis import Attribution
from octavo.attribution.words.lists import listed
from octavo.briefing.saying.scopes import weakened
from octavo.briefing.saying.weights import weight
from octavo.grouping.stories.terms import stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:.!?—–]")
_NOT = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot)\b(?! only\b| doubt\b)"
    r"|n ?['’] ?t\b"
    r"|\btoo [^,.;:]{1,40}? to\b",
    re.IGNORECASE,
)
_SKIPPED = frozenset(map(stem, listed("""
    able actual actually any anyone anything anywhere at be been being certain certainly constitute contain
    currently ever evidence exist
    existence existing fact few further going had has have having in into is it likely made make may much necessarily
    of one pose posed present
    real really reason represent represented seem serious simply single slightest such sufficient that the there to true under very want
    wanted wants was were will yet
""")))
"""What stands between a negation and what it is about: "no evidence of any such | plan", "not able to | settle"."""
_ENOUGH = re.compile(r"[^,.;:]{1,25}? enough to\b", re.IGNORECASE)
_CLAUSE_ENDS = listed(", ; : . ! ? — – but because while although after before when until since if who which whom")
_LEADS_AWAY = listed("to for from by as than during under over")
SCOPE, _FAR = 3, 120
"""What a negation bears on: so many words, within so many characters."""
FALSE = re.compile(r"\b(?:fabricated|imagined|imaginary|fake|bogus|invented)\b", re.IGNORECASE)
"""What says that a thing is none."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|shall|must|may|might|do|does|did|cannot)\b|n ?['’] ?t\b"
    r"|\b(?:he|she|it|they|we|you|i|there|that|who)['’](?:s|re|ll|d|ve|m)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?<=.)\b(?:who|which|that|whom|whose|where)\b", re.IGNORECASE)
_NO_CLAUSE = re.compile(r"[“\"‘']?(?:about|of|for|on|with|as|to|from|against|in|into|over|like|between)\b", re.IGNORECASE)
_PHRASE = 5
"""Words of what is quoted up to which it may be a mere phrase."""
_CONDITION = re.compile(r"[“\"‘']?(?:as long as|so long as|provided|in case|even if|only if|should)\b", re.IGNORECASE)
_WHAT_FOR = re.compile(
    r"\b(?<!enough )(?<!going )(?<!able )(?<!continue )(?<!continues )(?<!continued )to (?P<what>[a-z]+(?:[^\W\d_]|[ -])*)"
)
_WHAT = 4
"""Words behind "to" that are only what somebody means to do or to avoid."""


def is_clause(said: Attribution, content: str) -> bool:
    """Whether it says that something is so, rather than what is spoken of: "that she left", not "about a law"."""
    if _NO_CLAUSE.match(content) or _CONDITION.match(content):
        return False
    if content[:5].lower() == "that " or (said.form == "direct" and len(content.split()) > _PHRASE):
        return True
    verb, relative = _VERB.search(content), _RELATIVE.search(content)
    return verb is not None and (relative is None or verb.start() < relative.start())


def speaks_of(content: str) -> bool:
    """Whether it is what is said, if only as a name for it: "the threat in existential terms", but not "about the threat"."""
    return not (_NO_CLAUSE.match(content) or _CONDITION.match(content))


@dataclass(frozen=True, slots=True)
class Refused:
    """What a negation bears on, as the first stems behind it that are more than a help, in their order, and whom or what it is said of, as
    the last stems of the clause before it: "Russia was not strong enough to represent a | threat"."""

    of: tuple[str, ...]
    what: tuple[str, ...]


def refused(content: str) -> tuple[Refused, ...]:
    """What each negation bears on, and what is called false: "the fabricated | Russian threat"."""
    found = [Refused(_before(content, match.start()), _behind(content, _enough(content, match.end()))) for match in _NOT.finditer(content)]
    found += [Refused((), _behind(content, match.end())) for match in FALSE.finditer(content)]
    return tuple(dict.fromkeys(each for each in found if each.what))


def _enough(content: str, start: int) -> int:
    match = _ENOUGH.match(content, start)
    return match.end() if match else start


def _before(content: str, end: int) -> tuple[str, ...]:
    found: list[str] = []
    for word in map(str.lower, reversed(_WORD.findall(content, max(end - _FAR, 0), end))):
        if word in _CLAUSE_ENDS or len(found) == SCOPE:
            break
        if (folded := stem(word)) not in _SKIPPED and weight(folded):
            found.append(folded)
    return tuple(reversed(found))


def _behind(content: str, start: int) -> tuple[str, ...]:
    found: list[str] = []
    for word in map(str.lower, _WORD.findall(content, start, start + _FAR)):
        if word in _CLAUSE_ENDS or (found and word in _LEADS_AWAY) or len(found) == SCOPE:
            break
        if (folded := stem(word)) not in _SKIPPED and weight(folded):
            found.append(folded)
    return tuple(found)


def unreal(content: str) -> frozenset[str]:
    """The stems of what is only possible, wished, or what something is for: "may close", "used to injure and kill", "to avoid a crisis"."""
    purposes = (match["what"].split()[:_WHAT] for match in _WHAT_FOR.finditer(content))
    return weakened(content) | {stem(word.lower()) for some in purposes for word in some}


def is_headline(content: str) -> bool:
    """Whether it is written as a headline, with a capital for each word, so that it is the article's words and no speaker's."""
    long = [word for word in re.findall(r"[^\W\d_]+", content) if len(word) > 3]
    return len(long) > 3 and all(word[0].isupper() for word in long)
