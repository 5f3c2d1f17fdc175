"""Whether one sentence says what another says: the words, and agreement in names, figures, days, negation and speaker.

Wary rather than eager: a report that is not counted is missed, one that is counted wrongly deceives.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from octavo.analysis import Act, Entity, Span
from octavo.briefing.passages import Passage
from octavo.briefing.saying.figures import Figure, figures
from octavo.briefing.saying.opposed import opposed
from octavo.briefing.saying.scopes import turned, weakened
from octavo.briefing.saying.sense import names
from octavo.briefing.saying.weights import weighing, weight
from octavo.grouping.stories.terms import words

ENOUGH = 0.8
"""The share of a sentence's words, by weight, that another needs to say the same."""
LONGEST = 2_000
"""Characters of a sentence that are looked at: what is longer is a list or no sentence."""
FEW = 4
"""Of so few words all are needed: one that differs is a quarter of what is said."""
LEAST = 3
"""What a claim is told by at least: its words, a name, a speaker, a negation, and each figure, which counts for two."""
FIGURE = 2
_PLAIN: frozenset[Act] = frozenset(("say",))
"""Acts that vouch for what is said, so that a report which says it without naming who did says the same."""
_STATING: frozenset[Act] = _PLAIN | {"warn", "believe", "expect"}
"""Acts of which reports take one for another."""
_DAYS = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october"
    r"|november|december|yesterday|today|tomorrow|tonight)\b"
)
QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
"""What stands in quotation marks."""
_NEAR = 3
"""Content words behind a figure among which is what it counts."""
_BOUND = re.compile(
    r"\b(?P<bound>more than|over|at least|above|up to|less than|fewer than|under|below|almost|nearly|about|around|some|roughly"
    r"|approximately|no (?:more|fewer|less) than)(?: the)? [$€£¥]?$",
    re.IGNORECASE,
)
_LOOSE = {"some": "about", "around": "about", "roughly": "about", "approximately": "about", "over": "more than", "above": "more than",
          "under": "less than", "fewer than": "less than", "below": "less than", "nearly": "almost"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a sentence with what it counts: the next words, and the bound before it ("more than") or "". `counts` is False where
    nothing stands behind it, so that `of` is what stands before: "The council says 112"."""

    value: str
    of: frozenset[str]
    bound: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """What a passage says, once its speaker is set apart.

    Words are stemmed. `names` are those of names, `rest` the others that weigh something, `weight` how much together; both without what
    says who said it, and without figures. `all` are all words, the small ones too, `quoted` those in quotation marks that weigh. For
    `turned` and `weakened` see `octavo.briefing.saying.scopes`; `speakers` are the words of each speaker's name, `acts` what they do;
    `asks`: it is a question.
    """

    names: frozenset[str]
    rest: frozenset[str]
    weight: float
    all: frozenset[str]
    quoted: frozenset[str]
    told: tuple[Told, ...]
    days: frozenset[str]
    turned: frozenset[str]
    weakened: frozenset[str]
    speakers: tuple[frozenset[str], ...]
    acts: frozenset[Act]
    asks: bool

    @property
    def claims(self) -> bool:
        """Whether it says enough to be told again: no question, and no "Everybody is safe"."""
        counted = sum(FIGURE for each in self.told if each.counts)
        told = len(self.rest) + bool(self.names) + bool(self.speakers) + bool(self.turned) + counted
        return not self.asks and bool(self.rest) and told >= LEAST


def statement(passage: Passage, text: str | None = None) -> Statement:
    """A passage -> what its first LONGEST characters say. `text`: as long, with blanks for what is passed over. Linear in their number."""
    text = (passage.text if text is None else text)[:LONGEST]
    core = without_speakers(passage, text)
    found = tuple(figures(core))
    named = frozenset(_names(passage, core))
    rest = frozenset(weighing(words(_blanked(core, ((each.start, each.end) for each in found))))) - named
    return Statement(
        names=named,
        rest=rest,
        weight=sum(map(weight, sorted(rest))),
        all=frozenset(words(text)),
        quoted=frozenset(weighing(word for piece in QUOTED.findall(text) for word in words(piece))),
        told=tuple(_told(core, found)),
        days=frozenset(_DAYS.findall(core.lower())),
        turned=turned(text),
        weakened=weakened(text),
        speakers=tuple(frozenset(words(each.speaker.name)) for each in passage.contents if each.speaker.name),
        acts=frozenset(each.act for each in passage.contents if each.speaker.kind != "none"),
        asks=passage.text.rstrip("\"'”’)» ").endswith("?"),
    )


def share(of: Statement, by: Statement) -> float:
    """The share, 0 to 1, of what one statement says of its names that another has, each word counted by how telling it is."""
    missing = sum(weight(word) for word in sorted(of.rest) if word not in by.all)
    return 1 - missing / of.weight if missing else float(bool(of.rest))


def says_the_same(one: Statement, other: Statement) -> float:
    """How much of what one says the other says too: 0 where they do not agree or too little is shared, else the share of its words."""
    if not one.claims or other.asks:
        return 0.0
    shared = share(one, other)
    enough = ENOUGH if len(one.rest) > FEW else 1
    return shared if shared >= enough and agrees(one, other) else 0.0


def agrees(one: Statement, other: Statement) -> bool:
    """Whether nothing that one says is missing or otherwise in the other: its names, figures, days, negations, and who says it."""
    return one.names <= other.all and agrees_but_for_names(one, other)


def agrees_but_for_names(one: Statement, other: Statement) -> bool:
    """As `agrees`, where names are looked after otherwise."""
    common = (one.rest | one.names) & other.all
    return (
        same_speakers(one, other)
        and same_scope(one.turned, other.turned, common)
        and same_scope(one.weakened, other.weakened, common)
        and not (one.days and other.days and not one.days & other.days)
        and all(_has_figure(figure, other.told) for figure in one.told)
        and not opposed(one.all, other.all)
    )


def same_speakers(one: Statement, other: Statement) -> bool:
    """Whether both have it from the same, doing the same; or one names nobody, and the other's only says it."""
    if one.speakers and other.speakers:
        return any(_same_name(each, by) for each in one.speakers for by in other.speakers) and _same_acts(one.acts, other.acts)
    return one.acts <= _PLAIN and other.acts <= _PLAIN


def _same_acts(one: frozenset[Act], other: frozenset[Act]) -> bool:
    return bool(one & other) or (one <= _STATING and other <= _STATING)


def _same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one or len({word for word in one & other if weight(word)}) >= 1


def same_scope(one: frozenset[str], other: frozenset[str], common: frozenset[str]) -> bool:
    """Whether what is turned, or weakened, in one is so in the other, as far as both say it; what one alone says and turns is missing."""
    mine, theirs = one & common, other & common
    if not mine:
        return not one and not theirs
    return bool(mine & theirs)


def _has_figure(one: Told, others: Iterable[Told]) -> bool:
    """Whether the figure is among others, and none of these counts rather what it counts: of "three hurt, five dead" no three are dead."""
    near = [(len(one.of & other.of), one.value == other.value and one.bound == other.bound) for other in others]
    closest = max((shared for shared, _ in near), default=0)
    return any(same and shared == closest and (shared or not one.of) for shared, same in near)


def _told(text: str, found: Sequence[Figure]) -> Iterable[Told]:
    for number, figure in enumerate(found):
        begins = found[number - 1].end if number else 0
        ends = found[number + 1].start if number + 1 < len(found) else len(text)
        behind = weighing(words(text[figure.end : ends]))[:_NEAR]
        near = behind or weighing(words(text[begins : figure.start]))[-_NEAR:]
        yield Told(figure.told, frozenset(near), _bound(text, figure), bool(behind))


def _bound(text: str, figure: Figure) -> str:
    match = _BOUND.search(text[max(0, figure.start - 30) : figure.start])
    said = match["bound"].lower() if match else ""
    return _LOOSE.get(said, said)


def _names(passage: Passage, core: str) -> Iterable[str]:
    """The words of the names, stemmed: of what has capitals, and of what was found to be a name where capitals say nothing."""
    for name in names(core):
        yield from words(name)
    entities = passage.report.analysis.entities
    for entity in entities[bisect_left(entities, passage.start, key=_start) : bisect_left(entities, passage.end, key=_start)]:
        yield from words(core[entity.start - passage.start : entity.end - passage.start])


def _start(entity: Entity) -> int:
    return entity.start


def without_speakers(passage: Passage, text: str) -> str:
    """The sentence with blanks where it says who said it."""
    spans = (span for each in passage.contents for span in (*each.source, *each.cue))
    return _blanked(text, ((start - passage.start, end - passage.start) for start, end in spans))


def _blanked(text: str, spans: Iterable[Span]) -> str:
    for start, end in spans:
        at, to = max(start, 0), min(end, len(text))
        if at < to:
            text = text[:at] + " " * (to - at) + text[to:]
    return text
