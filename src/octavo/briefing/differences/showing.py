"""A question and its sides -> the difference that is shown: its name, and for each side who stands there and a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from octavo.analysis import Act, Span
from octavo.briefing.cleaning import cleaned
from octavo.briefing.differences.opposition import Opposition
from octavo.briefing.differences.position import Position, Positions
from octavo.briefing.differences.question import apart, called_false, charge, clause, phrase
from octavo.briefing.differences.sides import Question, groups
from octavo.briefing.saying.sense import sense
from octavo.briefing.speaking.alike import Told
from octavo.briefing.speaking.cast import shown_name
from octavo.briefing.speaking.speakers import citations
from octavo.briefs import Difference, DifferenceKind, Line, Side
from octavo.grouping.stories.terms import telling

_PLAIN: frozenset[Act] = frozenset(("say", "believe", "expect", "warn"))
"""Acts whose words say by themselves what the speaker holds; who denies what stands there must be seen to deny it."""


def difference(question: Question, known: Positions, central: Mapping[str, float]) -> Difference:
    """As it is shown. `central` is what the story is about, see `octavo.briefing.speaking.speakers.central_words`."""
    kind: DifferenceKind = "denial" if any(each.why == "denied" for each in question.oppositions) else "positions"
    shared = frozenset(word for each in question.oppositions for word in each.words)
    parts = groups(question, known)
    spoken = Counter(each.who for each in known.all)
    opposed = {each.number for found in question.oppositions for each in (found.one, found.other)}
    told = any(each.why == "contrasted" for each in question.oppositions)  # by the article, so that whoever stands there may be shown first
    sides = []
    for place, part in enumerate(parts):
        elsewhere = {each.passage for number, others in enumerate(parts) if number != place for each in others}
        order = sorted(
            part,
            key=lambda each: (
                not (told or each.number in opposed), each.passage in elsewhere, _told_by(each), -spoken[each.who], each.number
            ),
        )  # fmt: skip
        sides.append(side(order, shared, known))
    return Difference(kind, _named(question, central), tuple(sides))


def side(some: Sequence[Position], shared: frozenset[str], known: Positions) -> Side:
    """Those on one side, with the line of the first, and a citation of each other."""
    thing = some[0].thing
    line = _line(thing.shown, shared, known)
    own = citations(thing.told, thing.shown)[len(thing.shown.line.citations) :]
    others = [citation for each in some[1:] for citation in _line(each.thing.shown, shared, known).citations[:1]]
    names = dict.fromkeys(shown_name([told.statement for told in each.thing.told]) for each in some)
    return Side(tuple(names), line.text, tuple(dict.fromkeys((*line.citations, *own, *others))))


def _named(question: Question, central: Mapping[str, float]) -> str:
    """What is denied, or what somebody is accused of; else the phrase of what was said that has most of what both sides speak of, and
    where it is a question of several statements, one of the rest."""
    surest = question.oppositions[0]
    if surest.why == "denied" and (named := _denied(surest)):
        return named
    texts = [each.content for each in (surest.one, surest.other, *(each for some in question.sides for each in some))]
    one, other = (frozenset(word for each in some for word in each.words) for some in question.sides)
    first = phrase(texts[:2], _weights(surest.words, central, 1.0)) or phrase(texts, _weights(one & other, central, 1.0))
    if not first:
        plain = surest.one.words - surest.one.names
        return phrase(texts[:2], _weights(plain, central, 0.0)) or phrase(texts, _weights(one | other, central, 0.0))
    left = one & other - sense(first).words if len(question.oppositions) > 1 else frozenset()
    second = phrase(texts, _weights(left, central, 1.0))
    return ", ".join(filter(None, (first, second if len(second.split()) > 1 and apart(first, second) else "")))


def _denied(denial: Opposition) -> str:
    """The name of what is denied, rejected or called false, where it has one."""
    said = denial.other.said.act in ("deny", "dispute") and denial.other.denies
    if denial.other.denies and not said:
        return called_false(denial.other.content) or clause(denial.other.content)
    accused = charge(denial.one.content) if denial.one.said.act == "accuse" else ""
    own = clause(denial.other.content) if said else ""
    return (own if denial.other.clause else "") or accused or own or clause(denial.one.content)


def _weights(words: Collection[str], central: Mapping[str, float], least: float) -> Mapping[str, float]:
    return {word: telling(word) * (least + central.get(word, 0.0)) for word in sorted(words)}


def _told_by(position: Position) -> int:
    """0 where the words are the speaker's own, 1 where they are told, 2 where only the article's sentence tells them."""
    return 2 if position.thing.shown.is_whole or position.said.act not in _PLAIN else int(position.said.form != "direct")


def _line(told: Told, shared: frozenset[str], known: Positions) -> Line:
    """The line of a statement, or the sentence of what was said that has more of the words that matter."""
    passage, said = told.statement.passage, told.statement.attribution
    if said.negated or said.act not in _PLAIN:
        return Line(cleaned(passage.text), (passage.citation,))

    def matter(words: Iterable[str]) -> float:
        return sum(known.weight(word) for word in sorted(words) if word in shared)

    span, text = max(_sentences(told), key=lambda each: matter(sense(each[1]).words), default=((0, 0), ""))
    if matter(sense(text).words) <= matter(told.sense.words):
        return told.line
    return Line(" ".join(text.split()), (passage.report.cite(span),))


def _sentences(told: Told) -> Iterator[tuple[Span, str]]:
    """The sentences of what was said, as far as they are."""
    report = told.statement.passage.report
    for start, end in told.statement.attribution.content:
        for first, last in report.analysis.sentences:
            span = (max(start, first), min(end, last))
            if span[0] < span[1]:
                yield span, report.text[slice(*span)]
