"""The core of what a sentence says: who did what, told by its main clause, and whether another statement agrees with it.

A lead tells several things at once, and no other desk puts just these into one sentence. Where both have a figure of the same thing, a day,
a negation or a speaker, these must agree; what only one has is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from octavo.analysis import Attribution, Span
from octavo.briefing.passages import Passage
from octavo.briefing.saying.clauses import main_clause, only, predicate
from octavo.briefing.saying.opposed import opposed
from octavo.briefing.saying.synonyms import interchangeable
from octavo.briefing.saying.times import says_when
from octavo.briefing.saying.weights import weight
from octavo.briefing.statement import LONGEST, Statement, Told, same_speakers, statement, without_speakers
from octavo.grouping.mentions import TITLES, mentions_in
from octavo.grouping.stories.terms import words

LEAST = 3
"""Words, names and figures of a core that can be told again."""
QUOTED = 3
"""Words of a quotation by which it is known, whatever its speaker does."""
_PERCENT = "percent"
_THE = re.compile(r"(?:The|Both|Two|Nobody|No one) (?=[^\WA-Z])")
_POINTS = re.compile(
    r"(?:he|she|it|they|we|i|you|his|her|its|their|this|that|these|those|there|one|some|both|nobody|everybody)\b"
    r"(?! (?:is|are|was|were) no)",
    re.IGNORECASE,
)
"""What opens a clause that names nobody, but for "There is no breach"."""
_TELLING = re.compile(
    r"\b(?:s(?:ay|ays|aid|aying)|t(?:ell|ells|old|elling)|according|add|warn|announce|report|confirm|wr(?:ite|ites|ote)|reveal|stat(?:e|es|ed)\b"
    r"|claim|insist|argu|explain|admit|conced|repl(?:y|ie)|not(?:e|es|ed|ing)\b|den(?:y|ie)|accus|alleg|believ|expect|th(?:ink|ought)|ask|demand"
    r"|promis|threat|estimat|forecast|reject|disput|suggest|predict|acknowledg|quot|show|testif|tweet|post)",
    re.IGNORECASE,
)
"""Cues that tell of something; what others say ("voted", "called", "quashed") is what happened."""


@dataclass(frozen=True, slots=True)
class Core:
    """What a sentence's main clause says: its words with their weights, its names, each by its words and the title before it; `does`
    is the word that says what is done, where one of its words does; `official`: that bodies, not people, say it."""

    says: Statement
    rest: tuple[tuple[str, float], ...]
    names: tuple[tuple[str, ...], ...]
    does: str | None
    official: bool

    @property
    def claims(self) -> bool:
        """Whether it says enough to be told again."""
        return self.says.claims and bool(self.rest) and len(self.rest) + len(self.names) + len(self.says.told) >= LEAST


def core_of(passage: Passage) -> Core:
    """A passage -> the core of what it says."""
    bare = telling(passage)
    text = bare.text[:LONGEST]
    told = without_speakers(bare, text)
    spans = main_clause(told)
    clause = only(told, spans)
    meant = tuple(each for each in bare.contents if _meet(each.content, spans, passage.start))
    says, does = statement(replace(bare, contents=meant), only(text, spans)), predicate(clause)
    points = _POINTS.match(clause.lstrip(" “\"'‘"))
    rest = () if points else tuple((word, weight(word)) for word in sorted(says.rest - TITLES) if not says_when(word))
    return Core(says, rest, tuple(_names(clause, says)), does if does in says.rest else None, official(meant))


def _names(text: str, says: Statement) -> Iterator[tuple[str, ...]]:
    """The names of a core, each by its words and the title before it, the last word last."""
    seen: set[str] = set()
    for mention in mentions_in(text):
        held = [word for each in mention.words for word in words(each) if word in says.names]
        if held and not seen.issuperset(held):
            seen.update(held)
            yield (*(words(mention.before) if mention.before in TITLES else ()), *held)
    for word in sorted(says.names - seen - TITLES):
        yield (word,)


def telling(passage: Passage) -> Passage:
    """Without the attributions whose cue is what happened."""
    text = passage.report.text
    kept = tuple(each for each in passage.contents if any(_TELLING.search(text, start, end) for start, end in each.cue))
    return passage if len(kept) == len(passage.contents) else replace(passage, contents=kept)


def official(contents: Iterable[Attribution]) -> bool:
    """Whether bodies say it, and nobody does more than that: what they vouch for is a fact that others may vouch for too."""
    said = tuple(contents)
    return bool(said) and all(each.speaker.kind != "person" and each.act == "say" for each in said)


def _meet(content: Iterable[Span], spans: Iterable[Span], begins: int) -> bool:
    """Whether some of a content stands in the pieces of a sentence that begins there."""
    kept = list(spans)
    return any(start < begins + to and end > begins + at for start, end in content for at, to in kept)


def agree(one: Statement, other: Statement, officials: bool) -> bool:
    """Whether nothing in which both can differ does; `officials`: bodies say both, so that it need not be the same one."""
    common = (one.rest | one.names) & other.all
    return (
        (same_speakers(one, other) or officials or (len(one.quoted) >= QUOTED and one.quoted <= other.quoted))
        and _turned_alike(one, other, common)
        and _alike(one.weakened & common, other.weakened & common)
        and not (one.days and other.days and not one.days & other.days)
        and not opposed(one.all, other.all)
    )


def _turned_alike(one: Statement, other: Statement, common: frozenset[str]) -> bool:
    mine, theirs = one.turned & common, other.turned & common
    return bool(mine & theirs) if mine or theirs else not one.turned & one.rest or bool(other.turned)


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine & theirs) or not (mine or theirs)


def has_figure(figure: Told, held: Sequence[Told]) -> bool | None:
    """Whether a figure is among others, none of which is nearer to what it counts; None: no other counts that."""
    near = [(_in_common(figure.of, other.of), (other.value, other.bound) == (figure.value, figure.bound)) for other in held]
    closest = max((shared for shared, _ in near), default=0)
    same = any(same and shared == closest for shared, same in near)
    if not same and figure.value.endswith(_PERCENT) and any(other.value.endswith(_PERCENT) for other in held):
        return False
    return same or (False if closest else None)


def _in_common(one: frozenset[str], other: frozenset[str]) -> int:
    return sum(any(interchangeable(word, by) for by in other) for word in one)


def goes_on(second: Passage, strangers: Iterable[str]) -> bool:
    """Whether a sentence speaks on of what the one before spoke of: it opens with "she", or with "the ship" and names nobody new."""
    return _POINTS.match(second.text) is not None or (_THE.match(second.text) is not None and not any(True for _ in strangers))


def together(one: Statement, other: Statement) -> Statement:
    """What two sentences say."""
    return Statement(
        one.names | other.names, one.rest | other.rest, one.weight + other.weight, one.all | other.all, one.quoted | other.quoted,
        (*one.told, *other.told), one.days | other.days, one.turned | other.turned, one.weakened | other.weakened,
        (*one.speakers, *other.speakers), one.acts | other.acts, one.asks or other.asks,
    )  # fmt: skip


def joined(first: Passage, second: Passage) -> Passage:
    """Two neighbouring sentences as one passage."""
    attributions, contents = (*first.attributions, *second.attributions), (*first.contents, *second.contents)
    return replace(first, end=second.end, attributions=attributions, contents=contents)
