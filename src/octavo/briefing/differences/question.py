"""What a difference is about, in words of the articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from octavo.attribution.words.lists import listed
from octavo.briefing.differences.position import of_country
from octavo.briefing.differences.turning import CALLED_FALSE
from octavo.grouping.stories.terms import stem

LONGEST, WIDE = 12, 8
"""Words of a clause that names a question, and of a phrase that does."""
IDLE = 0.2
"""What each word of a phrase costs that is not looked for."""
BARE = 1.0
"""What a phrase of one word loses."""
_TOKEN = re.compile(r"[^\W_]+(?:[,.]\d+)*(?:['’-][^\W_]+)*|[,;:.!?—–“”\"()…]| - ")
_EDGE = " \t\n“”\"‘,.;:—–"
_POINTS = re.compile(r"(?:it|that|this|them|these|those|so|(?:the|that|this|any|all|his|her|their|its) (?:\w+ )?\w+)$", re.IGNORECASE)
_THERE = re.compile(r"there (?:is|are|was|were|had been|has been|have been) (?:a|an|any|no) ", re.IGNORECASE)
_CHARGE = re.compile(r"(?:[^\s,.;]+ ){1,8}?(?:of|with|for) (?P<what>(?:\w+ing|not) .+)", re.DOTALL)
_AFTER = re.compile(r",? (?:when|while|after|before|because|as|last|on (?=[A-Z]))\b|[,;.]")
"""Where what somebody is accused of has ended, and when and where it was follows."""
_BREAKS = listed("""
    , ; : . ! ? — – - “ ” " ( ) … and or but nor not never because while although after before when until since if unless whether who which
    whom whose that what how why where than as so is are was were be been being am has have had having do does did will would shall should
    can could may might must isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't i you he
    she it we they me him us them himself herself itself themselves this these those there also just even only any no his her its their my
    our your both each all some fact course
""")
"""What a phrase neither has nor reaches over."""
_LINKS = listed("of in on at to for with by from into over under about against between among through during a an the")
"""What a phrase may have inside, and begins behind or ends before."""

_EDGES = _BREAKS | _LINKS

def clause(content: str) -> str:
    """What is denied, where it is short enough to name a question and says by itself what it is: "any rest had been missed"."""
    bare = " ".join(re.sub(r"^that,? ", "", content.strip(), flags=re.IGNORECASE).split()).strip(_EDGE)
    named = _THERE.sub("", bare)
    bare = named if len(named.split()) > 2 else bare
    told = len(bare.split())
    return bare if 2 < told <= LONGEST and not _POINTS.match(bare) and "“" not in bare and '"' not in bare else ""


def charge(content: str) -> str:
    """What somebody is accused of, where it is short: "him of | having known of the photograph since 2024"."""
    match = _CHARGE.match(content)
    return clause(_AFTER.split(match["what"], maxsplit=1)[0]) if match else ""


def called_false(content: str) -> str:
    """What is said to be false, where it has a name: "the AP report was misleading"."""
    match = CALLED_FALSE.match(content)
    named = " ".join(content[: match.end("noun")].split()).strip(_EDGE) if match else ""
    bare = re.sub(r"^(?:that )?(?:all |any )?(?:the|that|this|those|these|such) ", "", named, flags=re.IGNORECASE)
    return bare if len(bare.split()) > 1 else ""


def phrase(texts: Iterable[str], words: Mapping[str, float]) -> str:
    """The whole phrase of the texts that has most of what some words, as stems with what they tell, tell; "" where none has any."""
    found = ((score, -place, named) for place, (score, named) in enumerate(_phrases(texts, words)))
    return max(found, default=(0.0, 0, ""))[2]


def apart(one: str, other: str) -> bool:
    """Whether two phrases have no word in common but small ones."""
    mine, theirs = ({_folded(word) for word in named.lower().split()} for named in (one, other))
    return not (mine & theirs) - _LINKS


def _phrases(texts: Iterable[str], words: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    """Phrases that begin and end where one may, each with what it is worth."""
    for text in texts:
        tokens = [(match.start(), match.end(), match[0].strip().lower().replace("’", "'")) for match in _TOKEN.finditer(text)]
        for first, (start, _, word) in enumerate(tokens):
            if word in _EDGES or (first and tokens[first - 1][2] not in _EDGES):
                continue
            seen: dict[str, float] = {}
            idle = 0
            for wide, (_, end, other) in enumerate(tokens[first : first + WIDE], first):
                if other in _BREAKS:
                    break
                folded = _folded(other)
                seen |= {folded: words[folded]} if folded in words else {}
                idle += folded not in words and other not in _LINKS and not other[0].isdigit()
                behind = tokens[wide + 1][2] if wide + 1 < len(tokens) else "."
                if seen and other not in _LINKS and behind in _EDGES:
                    worth = sum(seen[each] for each in sorted(seen)) - IDLE * idle - BARE * (wide == first)
                    yield round(worth, 6), text[start:end].removesuffix("'s")


def _folded(word: str) -> str:
    return of_country(stem(word.removesuffix("'s")))
