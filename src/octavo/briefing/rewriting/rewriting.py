"""A brief and a model -> its summary in the model's words, the names of its differences, an answer: what is borne out of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from octavo.briefing.checking.checker import checked, names_known, names_question
from octavo.briefing.checking.form import clean_letters, well_formed
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.wording import folded
from octavo.briefing.reports import Report
from octavo.briefing.rewriting.asking import ANSWER, REWRITE, Model, answer_of, sentences_of, with_data
from octavo.briefing.rewriting.material import of_brief, of_claims
from octavo.briefs import Brief, Claim, Difference

MOST_LINES, MOST_ANSWERS = 6, 3
LONGEST_QUESTION, LONGEST_NAME = 300, 80
"""Characters of a reader's question as a model is asked it, and of the name of a difference."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A summary in a model's words, each line borne out by its citations; the differences, named anew where their sentences have the words;
    how many sentences and names were dropped. An empty summary: the plain one is shown."""

    summary: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer in a model's words, each line borne out by its citations, and how many were dropped."""

    answers: tuple[Claim, ...] = ()
    dropped: int = 0


def rewritten(brief: Brief, reports: Iterable[Report], model: Model) -> Rewritten:
    """Have a model rewrite the summary of a brief, which `reports` are the reports of, and name its differences. Asks once, or not at all
    where there is nothing to rewrite. Raises what the model raises, and Unusable where its answer is none."""
    made, differing = of_brief(brief, reports)
    if not brief.summary or not made.given:
        return Rewritten((), brief.differences)
    named = [{"difference": number, "sentences": list(each)} for number, each in enumerate(differing, start=1) if each]
    answer = answer_of(model(REWRITE, with_data({"sentences": made.told(), "differences": named})))
    found = checked(sentences_of(answer.get("summary")), made.given)
    differences, lost = _named(brief.differences, differing, made.given, answer.get("questions"))
    extra = max(len(found.kept) - MOST_LINES, 0)
    return Rewritten(found.kept[:MOST_LINES], differences, found.count + extra + lost)


def answered(question: str, claims: Iterable[Claim], reports: Iterable[Report], model: Model) -> Answered:
    """Have a model answer a question from the sentences that were found for it. Asks once, or not at all where none was found. Raises as
    `rewritten` does."""
    made = of_claims(claims, reports)
    if not made.given:
        return Answered()
    asked = {"question": folded(question)[:LONGEST_QUESTION], "sentences": made.told()}
    answer = answer_of(model(ANSWER, with_data(asked)))
    found = checked(sentences_of(answer.get("answer")), made.given)
    return Answered(found.kept[:MOST_ANSWERS], found.count + max(len(found.kept) - MOST_ANSWERS, 0))


def _named(
    differences: Sequence[Difference], differing: Sequence[tuple[int, ...]], given: Sequence[Given], questions: Any,
) -> tuple[tuple[Difference, ...], int]:
    """The differences with the names that a model gave them, where all their words are those of their sentences; how many were not."""
    by_number, known, made, lost = {each.number: each for each in given}, names_known(given), list(differences), 0
    for each in questions[: len(made)] if isinstance(questions, list) else ():
        number, name = (each.get("difference"), each.get("text")) if isinstance(each, dict) else (None, None)
        place = number - 1 if isinstance(number, int) and not isinstance(number, bool) else -1
        sources = [by_number[one] for one in differing[place]] if 0 <= place < len(made) else []
        if isinstance(name, str) and sources and _is_a_name(folded(name), sources, known):
            made[place] = replace(made[place], question=folded(name))
        else:
            lost += 1
    return tuple(made), lost


def _is_a_name(name: str, sources: Sequence[Given], known: frozenset[str]) -> bool:
    letters = frozenset().union(*(clean_letters(each.text) for each in sources))
    looks = well_formed(f"{name[:1].upper()}{name[1:]}.", letters) and len(name) <= LONGEST_NAME and '"' not in name
    return looks and names_question(name, sources, known)
