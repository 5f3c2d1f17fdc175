"""What stands behind a cue, and the verbs whose act depends on it: "asked whether" against "asked for", "called him a liar"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from octavo.analysis import Act, Found
from octavo.attribution.acts.cue_words import ACT_OF, NAMING, WEAK
from octavo.attribution.acts.judging_words import HARSH, WARM
from octavo.attribution.words.lemmas import plain_form
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import words

_REACH = 160
_WH = listed("about how if what when where whether which who whom whose why")
_NO_GERUND = listed("anything bring during evening everything king morning nothing ring something spring string thing")
_NEGATIONS = listed("never no not")


@dataclass(frozen=True, slots=True)
class Following:
    """The words (and marks) between a cue and its content, if it follows, and the first of the content, in small letters."""

    between: tuple[str, ...]
    content: tuple[str, ...]
    question: bool

    @property
    def all(self) -> tuple[str, ...]:
        """Both, in order."""
        return self.between + self.content


def following(text: str, found: Found) -> Following:
    """What follows the cue of an attribution: no more than some twenty words each way."""
    content = sorted(found.content)
    first, last = (content[0], content[-1]) if content else ((0, 0), (0, 0))
    opening = tuple(word.lower for word in words(text, first[0], min(first[1], first[0] + _REACH)))
    question = text[max(last[0], last[1] - 3) : last[1] + 1].rstrip(" \"'”’»").endswith("?")
    cue_end = max((end for _, end in found.cue), default=first[0])
    if not cue_end <= first[0] <= cue_end + _REACH:
        return Following((), opening, question)
    between = [
        word.lower
        for word in words(text, cue_end, first[0])
        if not any(start <= word.start < end for start, end in found.source)
    ]
    return Following(tuple(between), opening, question)


def act_by_what_follows(verb: str, after: Following) -> Act | None:
    """The act of a verb in its plain form where what follows decides it, else None: the verb's own act stands."""
    decide = _DECIDED.get(verb)
    return decide(after) if decide else None


def act_of_noun(nearest: Sequence[str]) -> Act | None:
    """The act of a noun among the few words behind a verb that has none: "expressed" concern, "offered" some advice."""
    forms = (plain_form(word, ACT_OF) for word in nearest)
    return next((ACT_OF[form] for form in forms if form and form not in WEAK and ACT_OF[form] != "say"), None)


def act_of_infinitive(after: Sequence[str]) -> Act | None:
    """The act of the verb behind "to", first of what follows, else None."""
    if len(after) < 2 or after[0] != "to":
        return None
    form = plain_form(after[1], ACT_OF)
    return ACT_OF[form] if form else None


def _asked(after: Following) -> Act:
    return "demand" if _of_someone(after.all, 10) or after.all[:1] in (("for",), ("that",)) else "ask"


def _told(after: Following) -> Act | None:
    return "demand" if _of_someone(after.all, 6) else None


def _of_someone(behind: Sequence[str], reach: int) -> bool:
    """Whether an infinitive is what is asked or told, at once or behind the words for one person: "him to leave"."""
    for word in behind[:reach]:
        if word == "to":
            return True
        if word in _WH or word == "that" or not word[0].isalnum():
            return False
    return False


def _called(after: Following) -> Act | None:
    match after.all[:1]:
        case ("for",) | ("on",) | ("upon",):
            return "demand"
        case ("out",):
            return "criticise"
    return _named(after)


def _named(after: Following) -> Act | None:
    behind = after.all
    for place, word in enumerate(behind):
        if not _NEGATIONS.isdisjoint(behind[max(0, place - 2) : place]):
            continue
        if word in HARSH:
            return "criticise"
        if word in WARM:
            return "praise"
    return None


def _suggested(after: Following) -> Act | None:
    first = after.content[:1]
    gerund = bool(first) and first[0].endswith("ing") and len(first[0]) > 4 and first[0] not in _NO_GERUND
    return "propose" if gerund or not {"ought", "should"}.isdisjoint(after.content) else None


def _questioned(after: Following) -> Act | None:
    return "ask" if after.all[:1] and after.all[0] in _WH - {"about"} else None


def _offered(after: Following) -> Act:
    return act_of_noun(after.all[:4]) or ("propose" if "to" in after.all[:1] else "say")


def _insisted(after: Following) -> Act | None:
    return "demand" if after.all[:1] in (("on",), ("upon",)) else None


def _agreed(after: Following) -> Act | None:
    return "promise" if after.all[:1] == ("to",) else None


_DECIDED: dict[str, Callable[[Following], Act | None]] = {
    **dict.fromkeys(NAMING, _named),
    "agree": _agreed,
    "ask": _asked,
    "call": _called,
    "insist": _insisted,
    "offer": _offered,
    "question": _questioned,
    "suggest": _suggested,
    "suggestion": _suggested,
    "tell": _told,
}
