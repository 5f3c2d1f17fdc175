"""A question and what may answer it -> the sentences that do, best first, or none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter

from octavo.briefing.answers.question import ANSWERS, Question, asked, folded
from octavo.briefing.answers.traits import traits
from octavo.briefing.answers.weighing import AS_GOOD, ENOUGH, weighed
from octavo.briefing.corroboration import Corroboration
from octavo.briefing.passages import Passage
from octavo.briefing.reports import EARLIEST
from octavo.briefing.statement import Statement, says_the_same
from octavo.briefs import Claim

OUTDONE = 3.0
"""By how much the best answer is better than one that is no longer given."""


def answer(question: str, candidates: Iterable[Passage], most: int = ANSWERS) -> tuple[Claim, ...]:
    """The sentences among the candidates that answer a question, at most so many, best first; empty where nothing does.

    `candidates`: sentences of reports of any number of stories, in any order, best all of an article, since a sentence is read in the light
    of those around it. Each answer says who else carries it; of those that answer equally well the newest comes first, and of one day the
    best supported. What is printed in several copies is one answer. Time grows with the words of the candidates alone.
    """
    read, known = asked(question), sorted(candidates, key=_place)
    if not known or not read.terms:
        return ()
    places, told = traits(read, known)
    looked = [known[place] for place in places.tolist()]
    found = [
        (score, passage)
        for score, passage in zip(weighed(told).tolist(), looked, strict=True)
        if score > ENOUGH and _has_phrases(read, passage.text)
    ]
    best = max(map(itemgetter(0), found), default=0.0)
    support, shown = Corroboration(looked), {}
    for score, passage in sorted(found, key=itemgetter(0), reverse=True):
        told_by = folded(passage.text)
        if score > best - OUTDONE and told_by not in shown:
            claim = support.claim(passage)
            published = passage.report.article.published or EARLIEST
            rank = round((best - score) / AS_GOOD), -published.toordinal(), -claim.independent_reports, -score
            shown[told_by] = rank, claim, support.likes.of(passage).says
    return _each_once(sorted(shown.values(), key=lambda each: (each[0], each[1].citations)), most)


def _each_once(ranked: Iterable[tuple[object, Claim, Statement]], most: int) -> tuple[Claim, ...]:
    """The first so many of which none says only what one before it says: where a desk changed a word of a copy that is one answer, where it
    changed a figure it is another."""
    told: list[tuple[Claim, Statement]] = []
    for _, claim, says in ranked:
        if len(told) == most:
            break
        if not any(says_the_same(says, better) for _, better in told):
            told.append((claim, says))
    return tuple(claim for claim, _ in told)


def _has_phrases(question: Question, text: str) -> bool:
    return not question.phrases or all(phrase in folded(text) for phrase in question.phrases)


def _place(passage: Passage) -> tuple[datetime, str, int]:
    return passage.report.article.published or EARLIEST, passage.report.id, passage.number
