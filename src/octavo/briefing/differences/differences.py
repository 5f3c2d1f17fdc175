"""A story's sentences -> where its speakers differ: a handful of questions, each with its sides and their sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

from octavo.briefing.cleaning import cleaned
from octavo.briefing.differences.cues import Cues, cues, says_they_differ
from octavo.briefing.differences.denials import denials, replies
from octavo.briefing.differences.opposition import Opposition
from octavo.briefing.differences.places import Places, places
from octavo.briefing.differences.position import Position, Positions, positions
from octavo.briefing.differences.question import clause
from octavo.briefing.differences.showing import difference, side
from octavo.briefing.differences.sides import Question, merged, questions, stand_beside
from octavo.briefing.differences.stances import stances
from octavo.briefing.passages import Passage
from octavo.briefing.reports import Report, independent_reports
from octavo.briefing.speaking.cast import Who
from octavo.briefing.speaking.speakers import central_words
from octavo.briefs import Difference, Side

MOST = 4
"""Questions that are shown."""
TOLD = 0.75
"""The share of a denial's words that an article's own sentence must have to be what is denied."""
OWN = 0.5
"""What a difference with the article's own word counts for, see `_weight`: less than any between speakers."""


def differences(passages: Sequence[Passage]) -> tuple[Difference, ...]:
    """The sentences of a story's reports, copies too, in the order of the reports -> where its speakers differ, what matters most first;
    nothing where nobody does. Near linear in the number of sentences: statements are compared with those near them, and with those that
    share a word which few have."""
    known = positions(passages)
    at = places(known, passages)
    told = cues(passages, known, at)
    answers = [*denials(known, at), *replies(known, at)]
    found = questions(_surest([*answers, *stances(known, at), *told.oppositions]), known, at)
    stand_beside(found, told.beside, known)
    central = central_words(passages)
    quoted = _quoted(known)
    made = [(_weight(each, central, quoted), -number, difference(each, known, central)) for number, each in enumerate(merged(found))]
    answered = {each.other.number for each in answers}
    made += [(OWN, -len(found) - each.number, own) for each in known.all if each.denies and each.number not in answered
             for own in _of_the_article(each, told, at, known)]  # fmt: skip
    best = (each for *_, each in sorted(made, key=lambda each: each[:2], reverse=True))
    return tuple(islice(_named_apart(best), MOST))


def _named_apart(found: Iterable[Difference]) -> Iterator[Difference]:
    """Without those whose question has the name of one before: the report that two call misleading is one question."""
    seen: set[str] = set()
    for each in found:
        name = each.question.casefold()
        if not name or name not in seen:
            seen.add(name)
            yield each


def _surest(oppositions: Iterable[Opposition]) -> list[Opposition]:
    """Of each pair of statements what tells best that they do not agree."""
    best: dict[frozenset[int], Opposition] = {}
    for each in oppositions:
        pair = frozenset((each.one.number, each.other.number))
        if pair not in best or (best[pair].why != "denied" and each.score > best[pair].score):
            best[pair] = each
    return list(best.values())


def _quoted(known: Positions) -> Mapping[Who, int]:
    """How many independent reports quote each speaker."""
    reports: defaultdict[Who, list[Report]] = defaultdict(list)
    for each in known.all:
        reports[each.who] += [told.statement.passage.report for told in each.thing.told]
    return {who: independent_reports(some) for who, some in reports.items()}


def _weight(question: Question, central: Mapping[str, float], quoted: Mapping[Who, int]) -> float:
    """How much a question matters: how sure it is, how many reports quote those on each side, and how much of the story it is about."""
    words = question.oppositions[0].one.words | question.oppositions[0].other.words
    about = sum(sorted((central.get(word, 0.0) for word in words), reverse=True)[:3])
    heard = min(max(quoted[each.who] for each in some) for some in question.sides)
    return question.oppositions[0].score + 0.3 * min(heard, 4) + 0.3 * about


def _of_the_article(denial: Position, told: Cues, at: Places, known: Positions) -> Iterator[Difference]:
    """A denial of what no speaker but the article itself says."""
    before = [each for each in _before(denial, at) if denial.passage is not each and not each.attributions]
    if says_they_differ(denial.content):
        here = [each for each in told.telling if each.report is denial.passage.report and each is not denial.passage]
        found = next(iter(here), None)
    else:
        found = next((each for each in before if _has(denial.words, each.sense.words, known)), None)
    if found and (named := clause(denial.content)):
        own = Side((), cleaned(found.text), (found.citation,))
        yield Difference("denial", named, (own, side([denial], denial.words, known)))


def _has(words: Set[str], by: Set[str], known: Positions) -> bool:
    """Whether a sentence has nearly all of what is denied, in the same words."""
    return len(words & by) > 1 and sum(map(known.weight, sorted(words & by))) >= TOLD * sum(map(known.weight, sorted(words)))


def _before(denial: Position, at: Places) -> Iterator[Passage]:
    report, number = denial.passage.report.id, denial.passage.number
    return (at.passages[report, place] for place in range(number - 1, -1, -1) if (report, place) in at.passages)


