"""A question and sentences -> traits: for each sentence the few numbers by which it is told whether it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.briefing.answers.likeness import SYNONYM, Numbers, direction, likeness, meant
from octavo.briefing.answers.question import Question, Term
from octavo.briefing.answers.wanted import holds
from octavo.briefing.answers.words import WANTS
from octavo.briefing.passages import Passage
from octavo.briefing.saying.figures import figures
from octavo.grouping.stories.terms import stem

BEFORE, BEHIND, HEADLINE, ARTICLE = 0.8, 0.5, 0.75, 0.5
"""What a word counts that stands in the sentence before (twice so in the one before that), the one behind, the headline, or anywhere in the
article."""
ABOUT, OFTEN, SURE = 0.85, 4.0, 0.5
"""What a word counts of which the article is full, in how many sentences it is that, and how near a word of a sentence must come to it."""
LOOKED_AT = 400
"""Sentences that are looked at closely: those that cover most of the question."""
TELLING = 1.3
"""How telling a word is that must not be missing."""
FEWEST = 0.3
"""What it says at least that few of the sentences have a word, as a logarithm."""
NEAR = 4
"""Words behind a figure among which what it counts stands."""

TRAITS = (
    "one", "covered", "covered exactly", "covered near", "covered in article", "weakest", "weaker", "weakest near",
    "words", "words exactly", "words near", "names", "names near", "names in article", "rarest", "rarest near", "focus",
    "meant", "counted", *(f"holds {want}" for want in WANTS if want not in ("thing", "whether")), "lacks",
)
"""What the columns of `traits` are."""

_WORD = re.compile(r"[^\W_]+|[$€£%]")


@dataclass(frozen=True, slots=True)
class Cover:
    """How far sentences cover a question, each (terms, sentences), 0 to 1: by their own words; with the sentence before, the one behind and
    the headline; with the whole article."""

    own: Numbers
    near: Numbers
    article: Numbers


def cover(terms: Sequence[Term], passages: Sequence[Passage]) -> Cover:
    """How far each sentence covers the terms. The sentences of one article stand one behind the other. Linear in their words."""
    own = likeness(terms, [passage.text for passage in passages])
    starts = [at for at, each in enumerate(passages) if not at or each.report is not passages[at - 1].report]
    lengths = np.diff([*starts, len(passages)])
    headlines = np.repeat(likeness(terms, [passages[at].report.article.headline for at in starts]), lengths, axis=1)
    often = np.minimum(np.add.reduceat(np.where(own > SURE, own, 0), starts, axis=1), OFTEN) / OFTEN
    about = np.repeat(often, lengths, axis=1)
    whole = np.maximum(np.repeat(np.maximum.reduceat(own, starts, axis=1), lengths, axis=1) * ARTICLE, ABOUT * about)
    before, behind, follows = np.zeros_like(own), np.zeros_like(own), _follows(passages)
    before[:, 1:] = np.where(follows[1:], own[:, :-1], 0)
    behind[:, :-1] = np.where(follows[1:], own[:, 1:], 0)
    before[:, 1:] = np.maximum(before[:, 1:], np.where(follows[1:], BEFORE * before[:, :-1], 0))
    near = np.maximum.reduce([own, BEFORE * before, BEHIND * behind, HEADLINE * headlines])
    named = np.array([term.name for term in terms])
    near[named] = np.maximum(near[named], ABOUT * about[named])
    return Cover(own, near, np.maximum(near, whole))


def weighted(terms: Sequence[Term], covers: Cover) -> Numbers:
    """What each term counts, all together 1: how telling it is in news, and how few of these sentences have it."""
    seldom = np.log((covers.own.shape[1] + 1) / (np.square(covers.own).sum(axis=1) + 1))
    found = np.array([term.weight for term in terms]) * np.sqrt(np.maximum(seldom, FEWEST))
    shares: Numbers = (found / found.sum()).astype(np.float32)
    return shares


def traits(question: Question, passages: Sequence[Passage]) -> tuple[NDArray[np.int64], Numbers]:
    """The places of the sentences that are worth a close look, at most LOOKED_AT, in their order, and (places, TRAITS)."""
    covers = cover(question.terms, passages)
    weights = weighted(question.terms, covers)
    rank = weights @ covers.near + weights @ covers.own
    places = np.sort(np.lexsort((np.arange(len(rank)), -rank))[:LOOKED_AT])
    places = places[(covers.own[:, places] > 0).any(axis=0)]
    if not places.size:
        return places, np.zeros((0, len(TRAITS)), np.float32)
    own, near, article = covers.own[:, places], covers.near[:, places], covers.article[:, places]
    matters = np.array([term.weight >= TELLING for term in question.terms])
    if not matters.any():
        matters[:] = True
    lowest = np.sort(article[matters], axis=0)
    named = np.array([term.name for term in question.terms])
    rarest = np.argsort(-np.where(named, weights * 0.01, weights), kind="stable")[:2]
    focus = [at for at, term in enumerate(question.terms) if question.wants == "thing" and term.word in question.counted and not term.name]
    looked = [passages[place] for place in places]
    texts = [passage.text for passage in looked]
    held = np.array([holds(question, text) for text in texts], np.float32)
    wants = [want for want in WANTS if want not in ("thing", "whether")]

    def share(which: NDArray[np.bool_], covered: Numbers) -> Numbers:
        told: Numbers = weights[which] @ covered[which] / weights[which].sum() if which.any() else np.full(len(places), 0.5)
        return told

    columns = [
        np.ones(len(places)), weights @ own, weights @ (own == 1), weights @ near, weights @ article,
        lowest[0], lowest[:2].mean(axis=0), near[matters].min(axis=0),
        share(~named, own), share(~named, own == 1), share(~named, near), share(named, own), share(named, near), share(named, article),
        own[rarest].max(axis=0), near[rarest].max(axis=0),
        own[focus].max(axis=0) if focus else np.full(len(places), 0.5),
        meant(texts) @ _direction(question),
        np.array([counts(question, text) for text in texts]),
        *(held * (question.wants == want) for want in wants),
        1 - held,
    ]  # fmt: skip
    return places, np.stack(columns, axis=1).astype(np.float32)


def counts(question: Question, text: str) -> float:
    """How near what a figure of the text counts comes to what the question asks the number of, 0 to 1; 0 where it asks for none."""
    if question.wants != "figure" or not (question.counted or question.units):
        return 0.0
    best = 0.0
    for figure in figures(text):
        behind = [word.lower() for word in _WORD.findall(text[figure.start : figure.end + 60])][: NEAR + 2]
        if question.units.intersection(map(stem, behind)) or (figure.unit and {stem(figure.unit), "%"} & question.units):
            return 1.0
        for word in behind[1:]:
            for counted in question.counted:
                best = max(best, 1.0 if stem(word) == stem(counted) else SYNONYM * float(direction(word) @ direction(counted)))
    return best


def _direction(question: Question) -> Numbers:
    (direction,) = meant([" ".join(term.word for term in question.terms)])
    found: Numbers = direction
    return found


def _follows(passages: Sequence[Passage]) -> NDArray[np.bool_]:
    """Whether each sentence stands right behind the one before it in one article."""
    return np.array([
        at > 0 and each.report is passages[at - 1].report and each.number == passages[at - 1].number + 1 for at, each in enumerate(passages)
    ])
