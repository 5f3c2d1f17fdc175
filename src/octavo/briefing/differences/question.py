"""What a difference is about, in words of the articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from octavo.briefing.differences.position import of_country
from octavo.grouping.stories.terms import stem

LONGEST = 12
"""Words of a clause that names a question."""
WIDE = 7
"""Words of a phrase that names one."""
_PHRASE = re.compile(r"[^,;:.!?—–“”\"()]+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_EDGE = " \t\n“”\"‘,.;:—–"
_POINTS = re.compile(r"(?:it|that|this|them|these|those|so|(?:the|that|this|any|all|his|her|their|its) (?:\w+ )?\w+)$", re.IGNORECASE)


def clause(content: str) -> str:
    """What is denied, where it is short enough to name a question and says by itself what it is: "any rest had been missed"."""
    bare = " ".join(re.sub(r"^that,? ", "", content.strip(), flags=re.IGNORECASE).split()).strip(_EDGE)
    told = len(bare.split())
    return bare if 2 < told <= LONGEST and not _POINTS.match(bare) and "“" not in bare and '"' not in bare else ""


def phrase(texts: Iterable[str], words: Mapping[str, float]) -> str:
    """The shortest stretch of the texts that has most of what some words, as stems with what they tell, tell; "" where none has any."""
    return max(((score, -place, found) for place, (score, found) in enumerate(_phrases(texts, words))), default=(0.0, 0, ""))[2]


def _phrases(texts: Iterable[str], words: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    for text in texts:
        for part in _PHRASE.findall(text):
            spots = [(match.start(), match.end(), _folded(match[0])) for match in _WORD.finditer(part)]
            for first, (start, _, word) in enumerate(spots):
                if word not in words:
                    continue
                seen: set[str] = set()
                for wide, (_, end, other) in enumerate(spots[first : first + WIDE]):
                    seen |= {other} & words.keys()
                    if other in words and not part[start:end].endswith(("'s", "’s")):
                        yield round(sum(words[each] for each in sorted(seen)) - 0.1 * (wide + 1 - len(seen)), 6), part[start:end]


def _folded(word: str) -> str:
    return of_country(stem(word.lower().removesuffix("'s").removesuffix("’s")))
