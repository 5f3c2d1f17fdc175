"""Words -> the articles that have most of the telling ones, the newest first among equals.

No word costs more than LOOKED_AT steps or so, however common it is and however large the library: of a common word the newest articles
alone are looked at. So that an old article is found that has two common words together, the most telling ones are asked for in pairs too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations

from octavo.briefing.answers.question import Sought
from octavo.site.library.rows import storable
from octavo.site.library.searching.index import index
from octavo.site.library.searching.keys import article_of, window
from octavo.site.library.searching.wanted import Wanted
from octavo.site.library.writing import explaining

LOOKED_AT = 1_000
"""Articles that are looked at for each word, the newest."""
TOGETHER = 5
"""Words that are asked for in pairs too, the most telling ones."""
SYNONYM = 0.5
"""What a word counts that means nearly the same, where the word itself counts 1."""
MOST = 24
"""Words that are sought."""


@explaining()
def search(terms: Sequence[Sought], most: int, before: datetime | None = None, specimen: bool = False) -> list[int]:
    """The numbers of at most so many articles that have some of these words, the best first. One query.

    An article has the sum of what its words weigh; of those that have as much the newest comes first. `before` leaves out what ranks in
    that minute or later. Words stand for all their forms in English, capitals and accents aside; nothing in them is an operator.
    """
    kept = [term for term in terms if term.word.strip()][:MOST]
    asked = _asked(kept)
    if not asked:
        return []
    found = index().found([each for each, _ in asked], *window(specimen, before))
    has: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for number, key in found:
        own = has[key]
        for term, share in asked[number][1].items():
            own[term] = max(own.get(term, 0.0), share)
    weights = {key: sum(share * kept[term].weight for term, share in sorted(own.items())) for key, own in has.items()}
    return [article_of(key) for key in sorted(weights, key=lambda key: (-weights[key], -key))[:most]]


def _asked(terms: Sequence[Sought]) -> list[tuple[Wanted, Mapping[int, float]]]:
    """What the index is asked for, and how much of which term an article has that is found by it."""
    words = [_plain(term.word) for term in terms]
    asked: list[tuple[Wanted, Mapping[int, float]]] = [(Wanted([[word]], LOOKED_AT), {at: 1.0}) for at, word in enumerate(words)]
    near = [(at, [_plain(word) for word in term.near]) for at, term in enumerate(terms) if term.near]
    asked += [(Wanted([others], LOOKED_AT), {at: SYNONYM}) for at, others in near]
    first = sorted(sorted(range(len(terms)), key=lambda at: -terms[at].weight)[:TOGETHER])
    return [*asked, *((Wanted([[words[one]], [words[other]]], LOOKED_AT), {one: 1.0, other: 1.0}) for one, other in combinations(first, 2))]


def _plain(word: str) -> str:
    """That word as a database takes it."""
    return storable(word).replace("\ufffd", " ")
