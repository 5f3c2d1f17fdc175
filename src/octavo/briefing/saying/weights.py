"""How much each word of a sentence weighs, where two sentences are held against each other word by word.

Unlike `octavo.grouping.stories.terms.telling`, which asks what an event is told by, common words count too ("looked", "first"): of two
sentences about one event the common words are what differs. Only words that say nothing by themselves weigh nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from octavo.grouping.stories.terms import stem, telling

COMMON = 1.0
"""What a word weighs that most articles have."""
_EMPTY = """
a an the this that these those it its he him his she her hers they them their theirs we us our ours you your yours i me my mine who whom
whose which what when where why how there here and or but if as at by for from in into of off on onto to with without than then so such
about after before between during over under up down out through until while because although though since against among around is are
was were be been being am has have had having do does did doing will would shall should can could may might must not no nor neither
never nobody nothing none only also too very just even still already yet again more most much many some any all both each every either
other another own same said say says saying told tell tells according one ones mr mrs ms dr per cent percent s t d ll re ve m
don didn doesn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain let
himself herself itself themselves whether like within upon everybody everyone somebody someone anybody anyone toward towards
"""
_SILENT = frozenset(word for each in _EMPTY.split() for word in (each, stem(each)))


@lru_cache(maxsize=65_536)
def weight(word: str) -> float:
    """What a stemmed word weighs: from 0 for "the" over COMMON to 2.9 for the rarest."""
    return 0.0 if word in _SILENT or word.partition("'")[0] in _SILENT else telling(word) or COMMON


def weighing(words: Iterable[str]) -> list[str]:
    """Those of some words, in their order, that weigh something."""
    return [word for word in words if weight(word)]
