"""Whether a sentence turns around, or makes surer, what its source says: negations, doubts, conditions, times to come, opposites."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from octavo.attribution.words.lists import listed
from octavo.briefing.checking.amounts import CALENDAR
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.wording import key, words
from octavo.briefing.saying.negation import NO_NEGATION

_NOT = (
    r"not|never|no|nobody|none|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|barely|\w+n['’]t"
    r"|den(?:y|ies|ied|ying|ial)|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure)? to|rul(?:e|es|ed|ing) out|reject(?:s|ed|ing|ion)?"
    r"|lack(?:s|ed|ing)?|declin(?:e|es|ed|ing) to|unable|unlikely|stop(?:s|ped)? short of|dispute[sd]?|disputing|avoid(?:s|ed|ing)?"
    r"|prevent(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|false|untrue|wrong|fabricated|instead of|rather than|no longer|far from|forgot to"
    r"|stopped|halt(?:s|ed)?|block(?:s|ed|ing)?|cancel(?:s|led|ed|ling)?|withdr[ae]w[sn]?|ban(?:s|ned|ning)?"
)
_UNSURE = (
    r"may|might|could|possibl[ey]|perhaps|maybe|likely|potential(?:ly)?|apparently|allegedly|alleg(?:ed|es|ing|ation|ations)|reportedly"
    r"|suspect(?:s|ed|ing)?|believed|thought|feared|rumou?red|claim(?:s|ed|ing)?|seem(?:s|ed)?|appear(?:s|ed)?|accus(?:e|es|ed|ing|ation)"
    r"|charged|fears?|worr(?:y|ies|ied)|unconfirmed|presumably|probably|speculat(?:e|ed|ion)|doubt(?:s|ed|ful)?|unclear|risk(?:s|ed|ing)?"
)
_TO_COME = (
    r"will|would|shall|won['’]t|(?:is|are|was|were|be|been|due|set|plan\w*|expect\w*|schedul\w*|about|going|hop\w*|want\w*|vow\w*|promis\w*"
    r"|pledg\w*|agree\w*|aim\w*|intend\w*|prepar\w*|ready|decid\w*|ordered|urg\w*|propos\w*|offer\w*|threaten\w*) to|plan(?:s|ned|ning)?"
    r"|propos(?:e|es|ed|al|als)|expected|intends?|considering|['’]ll"
)
_GIVEN_THAT = r"if|unless|provided that|in case|as long as|only when"
_IF = r"whether|were to|would have|could have|should have|hypothetical(?:ly)?|in the event"
_OUGHT = (
    r"should|must|ought|ha(?:s|ve|d) to|need(?:s|ed)? to|call(?:s|ed|ing) (?:for|on)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|ask(?:s|ed)? to"
    r"|want(?:s|ed)?|recommend(?:s|ed|ing|ation)?|suggest(?:s|ed|ing)?|advis(?:e|es|ed)|call to|appeal(?:s|ed)? for|request(?:s|ed|ing)?"
)
_TRIED = r"tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|nearly|almost|threaten(?:s|ed|ing)?|plot(?:s|ted|ting)?|narrowly"
_WAS = (
    r"former|former(?:ly)?|ex|used to|once|previously|until|temporar(?:y|ily)|partly|partial(?:ly)?"
    r"|so-called|fake|mock|simulated|imitation|would-be"
)


def _sign(of: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{of})(?![\w])", re.IGNORECASE)


_NEGATION = _sign(_NOT)
_CONDITION = _sign(_GIVEN_THAT)
_SHADES = tuple(map(_sign, (_UNSURE, _TO_COME, _IF, _OUGHT, _TRIED, _WAS)))
_BREAK = re.compile(r"[,;:()\"]|(?<!\w)-(?!\w)|\.(?= |$)|\b(?:but|although|though|while|who|which|because|after|before|when"
    r"|and (?:may|might|will|would|could|should|must|can|has|had|was|were|is|are|did|does|do))\b", re.IGNORECASE)
_Scopes = tuple[tuple[str, ...], ...]
REACH = 3
"""Content words behind a doubt that it is about; a negation is about two."""

_OPPOSITES = """
increase rise grow climb gain raise up surge soar jump | decrease fall drop decline shrink lower down plunge cut reduce slump
guilty convict jail sentence condemn | acquit innocent clear exonerate pardon free release
win victory victor | lose defeat beaten
support back endorse favour favor | oppose criticise criticize attack resist
approve accept adopt pass grant | reject refuse deny veto block
open begin start launch resume | shut close end finish stop halt suspend
safe harmless secure | dangerous unsafe harmful risky deadly
alive survive survivor rescue live | kill drown perish
arrive enter join come | leave exit depart quit withdraw
buy hire employ recruit | sell fire dismiss sack
succeed success successful | fail failure unsuccessful
allow permit legal lawful | ban forbid prohibit illegal unlawful
confirm admit acknowledge agree | deny dispute disagree contradict
build create repair restore found | destroy demolish wreck damage
before early | after late
strong strengthen improve better good | weak weaken worsen worse bad
more many most | less few fewer least
war attack invade fighting | peace ceasefire truce
settle compromise | continue fight
true real genuine | false fake fabricated untrue
public open | secret private
north | south
east | west
left | right
first | last
male man boy husband father son brother | female woman girl wife mother daughter sister
rich | poor
happy glad praise welcome | angry furious condemn criticise
borrow | lend
victim | attacker suspect culprit
plaintiff | defendant
minimum | maximum
import | export
inside | outside
above | below
temporary | permanent
voluntary | forced
"""
_SIDES = [tuple(frozenset(map(key, side.split())) for side in line.split("|")) for line in _OPPOSITES.strip().splitlines()]
GRAVE = frozenset(map(key, listed("""
murder manslaughter rape rapist assault abuse molest paedophile pedophile terrorist terrorism terror genocide massacre slaughter execute
torture corrupt corruption bribe bribery fraud fraudster embezzle launder criminal crime felon thief theft steal rob robber robbery
smuggle traffic trafficker drug cocaine heroin drunk alcoholic addict liar lie lied lying traitor treason spy espionage nazi fascist
racist racism sexist antisemitic extremist militant radical mafia gang gangster cartel hoax scam scandal conspiracy conspire plot cover-up
coverup illegal unlawful guilty convict sue lawsuit indict arrest jail prison suicide bomb bomber bombing explosion kill killer poison
kidnap hostage hijack affair mistress prostitute bankrupt bankruptcy insolvent disease cancer virus infected hiv aids insane mad mentally
idiot stupid incompetent disgraced disgrace shameful evil monster dictator tyrant regime puppet crook crooked swindle cheat plagiarise
plagiarism fake fabricate resign fired sack dismiss impeach coup war invade invasion nuclear missile assassin assassinate behead stab
shoot gunman harass harassment blackmail extort
""")))  # fmt: skip
"""Words, in their common form, that say so grave a thing of somebody that nothing near in meaning stands in for them."""


def turns_none(text: str, given: Given) -> bool:
    """Whether what a folded text says is as denied, as sure, and no more the opposite, as what its source says."""
    if _CONDITION.search(given.text) and not _CONDITION.search(text):
        return False  # it may stand far from what hangs on it
    if not _as_denied(text, given.text) or not all(_as_shaded(shade, text, given.text) for shade in _SHADES):
        return False
    named = {word.small for word in given.words if word.capital and not word.first}
    ours, theirs = (frozenset(word.key for word in found if word.small not in named) for found in (words(text), given.words))
    return not any(_opposed(ours, theirs, *sides) or _exchanged(text, given.text, ours, theirs, *sides) for sides in _SIDES)


def _as_denied(text: str, source: str) -> bool:
    ours, theirs = _scopes(_NEGATION, text), _scopes(_NEGATION, source)
    said, there = frozenset(_content(text)), frozenset(_content(source))
    firsts = {scope[0] for scope in (*ours, *theirs) if scope} & said & there
    return _same_scopes(ours, theirs, said) and all(_times(word, ours) % 2 == _times(word, theirs) % 2 for word in firsts)


def _times(word: str, scopes: _Scopes) -> int:
    return sum(word in scope for scope in scopes)


def _same_scopes(ours: _Scopes, theirs: _Scopes, said: frozenset[str]) -> bool:
    """Whether each sign of a text is about what one of the source's is about, and each of the source's about what a text says is there."""
    if ours and not theirs:
        return False
    return all(not scope or any({*scope} & {*other} for other in theirs) for scope in ours) and all(
        not {*scope} & said or any({*scope} & {*own} for own in ours) for scope in theirs
    )


@lru_cache(maxsize=16_384)
def _scopes(sign: re.Pattern[str], text: str) -> _Scopes:
    """For each sign in a text the content words that it is about: the next ones of its part of the sentence."""
    bare = NO_NEGATION.sub(lambda match: " " * len(match[0]), text) if sign is _NEGATION else text
    reach = REACH - (sign is _NEGATION)
    found = []
    for match in sign.finditer(bare):
        if match[0] == "May":
            continue
        ends = _BREAK.search(bare, match.end())
        until = ends.start() if ends else len(bare)
        behind = [word.key for word in words(text) if match.end() <= word.start < until and _bears(word.printed, word.tells)]
        found.append(tuple(behind[:reach]))
    return tuple(found)


def _bears(printed: str, tells: bool) -> bool:
    """Whether a word can be denied: neither a name, a date nor another negation."""
    return tells and printed[0].islower() and printed.lower() not in CALENDAR and not _NEGATION.fullmatch(printed)


def _content(text: str) -> Iterator[str]:
    return (word.key for word in words(text) if _bears(word.printed, word.tells))


def _as_shaded(shade: re.Pattern[str], text: str, source: str) -> bool:
    return _same_scopes(_scopes(shade, text), _scopes(shade, source), frozenset(_content(text)))


def _opposed(ours: frozenset[str], theirs: frozenset[str], one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a text has a word of one side that its source lacks, which has one of the other side."""
    return any(
        ours & side - theirs - opposite and theirs & opposite for side, opposite in ((one, other), (other, one))
    )


def _exchanged(text: str, source: str, ours: frozenset[str], there: frozenset[str], one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one side, where the source has both, stands beside none of the words that it stands beside there."""
    if not (there & one and there & other):
        return False
    theirs = dict(_beside(source))
    return any(
        near and word in theirs and not near & theirs[word] and theirs[word] for word, near in _beside(text) if word in ours & (one | other)
    )


def _beside(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The content words of a text, each with those beside it in its part of the sentence."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    found = [(bisect_right(breaks, word.start), word.key) for word in words(text) if word.tells and word.small not in CALENDAR]
    for place, (part, word) in enumerate(found):
        yield word, frozenset(near for of, near in found[max(0, place - REACH) : place + REACH + 1] if of == part and near != word)
