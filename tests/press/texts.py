"""Words of invented papers: a headline and sentences, the same for the same seed."""

from __future__ import annotations

from functools import lru_cache
from random import Random

_WHO = ("The harbour board", "A council committee", "The ferry company", "Councillor Aske Lund", "The grain exchange", "A court in Varnes",
        "The teachers' union", "Mayor Ilse Brandvik", "The river authority", "A panel of engineers", "The opposition", "The Meridian Trust")
_DID = ("approved", "rejected", "postponed", "published", "questioned", "defended", "withdrew", "outlined", "welcomed", "criticised")
_WHAT = ("a plan for the causeway", "the new timetable", "a report on the quarry", "the budget for the museum", "an offer for the mill",
         "repairs of the northern lock", "a ban on night flights", "the price of grain", "a bridge to Skerry", "the housing programme")
_WHEN = ("on Monday", "after a long debate", "despite a protest", "at the end of the week", "in a letter to residents", "in spring",
         "for the second time", "a day before the vote", "without giving a reason", "by a narrow majority")


def headline(seed: str) -> str:
    """A headline of about seven words; the seed's last part makes it one of its kind."""
    some = Random(seed)
    return f"{some.choice(_WHO)} {some.choice(_DID)} {some.choice(_WHAT)} ({seed.rpartition('-')[2]})"


@lru_cache(20_000)
def sentences(seed: str, words: int) -> tuple[str, ...]:
    """Sentences of `words` words together, or a few more."""
    some, found, left = Random(seed), [], words
    while left > 0:
        sentence = f"{some.choice(_WHO)} {some.choice(_DID)} {some.choice(_WHAT)} {some.choice(_WHEN)}, {some.randint(2, 99)} people heard."
        found.append(sentence)
        left -= sentence.count(" ") + 1
    return tuple(found)


def paragraphs(seed: str, words: int) -> list[str]:
    """The same in paragraphs of three sentences."""
    said = sentences(seed, words)
    return [" ".join(said[start : start + 3]) for start in range(0, len(said), 3)]
