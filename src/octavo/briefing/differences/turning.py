"""What a statement does with what it speaks of: which words it says are not so, whether it is for or against, whether it asserts at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from octavo.analysis import Act, Attribution
from octavo.attribution.words.lemmas import plain_form
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import words
from octavo.briefing.differences.asserting import FALSE
from octavo.briefing.saying.negation import places
from octavo.grouping.stories.terms import stem

REACH = 7
"""Words behind a negation that it turns around, up to the end of the clause."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:.!?—–]")
_CLAUSE_ENDS = listed(", ; : . ! ? — – but and because while although after before when until since if who which whom")
_LEADS_AWAY = listed("to for from by at as than on during under over")
_LEADS_ON = listed("""
    enough want wants wanted going able have has had need needs likely unlikely seek seeks intend intends plan plans reason reasons nothing
    rely depend support place call calls agree agreed based responsible about
""")
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
NEAR_IF = 30
"""Characters before a negation in which "if" makes it one of what would be."""
_TOO = re.compile(r"\btoo [^,.;:]{1,40}? to\b", re.IGNORECASE)
_OPEN = re.compile(
    r"[“\"‘']?(?:if|unless|how|what|why|when|where|who)\b|.*\b(?:whether|no immediate)\b|.*\?[”\"’']*\s*$", re.IGNORECASE | re.DOTALL
)
_SHOULD_NOT = re.compile(
    r"\b(?:no need|unnecessary|needless|(?:should|must|ought)(?: not|n['’]t)|would be (?:wrong|a mistake|premature)"
    r"|(?:is|are|was|were|be) (?:premature|against|opposed to))\b",
    re.IGNORECASE,
)
_NEEDLESS = re.compile(r"\b(?:no need|unnecessary|needless|not needed|premature)\b", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:should|must|ought to|needs? to|in favou?r of|(?:a )?good idea)\b(?! not|n['’]t)", re.IGNORECASE)
_DENYING = listed("""
    contest contradict counter debunk denial deny disagree disavow dismiss dispute doubt pooh-pooh rebuff rebut rebuttal refute reject
    rejection repudiate
""")
_NO_DENIAL = re.compile(
    r"(?:to|him|her|them|us|bail|entry|access|comment)\b"
    r"|(?:\w+['’]?s? ){0,3}(?:requests?|motions?|petitions?|applications?|appeals?|bail)\b",
    re.IGNORECASE,
)
CALLED_FALSE = re.compile(
    r"[“\"‘']?(?:that )?(?:all |any )?(?:the|that|this|those|these|his|her|their|its|such|\w+['’]s?) (?:\w+ )?"
    r"(?P<noun>claim|charge|report|allegation|accusation|criticism|suggestion|idea|comparison|figure|estimate|stor(?:y|ie)|account|comment|remark"
    r"|statement|rumou?r|assertion)s?(?: \w+){0,4}? (?:is|was|are|were)(?: \w+)? "
    r"(?:untrue|false|baseless|groundless|unfounded|nonsense|absurd|ridiculous|lies?|wrong|insult|misleading|exaggerated|rubbish|fabricated"
    r"|invented|inaccurate|incorrect|outrageous|slander\w*)\b",
    re.IGNORECASE,
)
_PLAIN: frozenset[Act] = frozenset(("say", "believe", "criticise"))
_FOR: frozenset[Act] = frozenset(("praise", "propose", "demand", "promise"))
_TO_BE: frozenset[Act] = frozenset(("demand", "propose", "promise"))
_AGAINST: frozenset[Act] = frozenset(("deny", "dispute", "criticise"))


def turned_words(content: str) -> frozenset[str]:
    """The stems that stand behind a negation of their clause, or behind what says that a thing is none: "the fabricated threat"."""
    turned: set[str] = {stem(word.lower()) for match in FALSE.finditer(content) for word in re.findall(r"\w+", content[match.end() :])[:2]}
    for end in (*places(content), *(match.end() for match in _TOO.finditer(content))):
        if not _IF.search(content, max(0, end - NEAR_IF), end):
            turned ^= set(_scope(content, end))
    return frozenset(turned)


def _scope(content: str, end: int) -> Iterator[str]:
    """The stems from a negation on to where what it says is not so ends: "not strong enough to be a threat", "not ready | for a threat"."""
    before = ""
    for count, match in enumerate(_WORD.finditer(content, end)):
        word = match[0].lower()
        if count == REACH or word in _CLAUSE_ENDS or (word in _LEADS_AWAY and before not in _LEADS_ON):
            return
        before = word
        yield stem(word)


def denies(text: str, said: Attribution, content: str) -> bool:
    """Whether somebody says that what is said is not so, or that what is asked for will not be; "denied bail" is neither."""
    if said.negated or said.act not in ("deny", "dispute"):
        return False
    cue = [word.lower for start, end in said.cue for word in words(text, start, end)]
    return any(plain_form(word, _DENYING) for word in cue) and not _NO_DENIAL.match(content)


def calls_false(said: Attribution, content: str) -> bool:
    """Whether somebody says of what another said that it is not so: "the comparison was an insult", "those claims are baseless"."""
    return said.act in _PLAIN and not said.negated and CALLED_FALSE.match(content) is not None


def attitude(said: Attribution, content: str) -> int:
    """1 for what somebody is for, -1 for what he is against, 0 where it is neither."""
    by_act = 1 if said.act in _FOR else -1 if said.act in _AGAINST else 0
    if by_act:
        return -by_act if said.negated else by_act
    return -1 if _SHOULD_NOT.search(content) else 1 if _SHOULD.search(content) else 0


def says_needless(content: str) -> bool:
    """Whether it says of something that it need not be."""
    return _NEEDLESS.search(content) is not None


def wishes(said: Attribution, content: str) -> bool:
    """Whether it says what should or will be, rather than what is."""
    return said.act in _TO_BE or any(each.search(content) for each in (_SHOULD, _SHOULD_NOT))


def is_open(content: str) -> bool:
    """Whether it says that nothing is so: a question, or what would follow."""
    return _OPEN.match(content) is not None
