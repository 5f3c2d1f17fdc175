"""Whether a sentence gives each statement to whom its source gives it, and states nothing that somebody only says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octavo.attribution.words.lists import listed
from octavo.briefing.checking.amounts import CALENDAR
from octavo.briefing.checking.given import Given, Said
from octavo.briefing.checking.wording import Word, content, key, words

SAYS = frozenset(map(key, listed("""
say tell state add claim argue insist warn deny accuse announce declare explain admit acknowledge confirm report write tweet post assert
contend maintain testify suggest respond reply promise vow pledge demand urge call ask believe think expect fear predict describe dismiss
reject dispute criticise criticize condemn praise blame allege recall remark note observe stress emphasise emphasize conclude estimate
hope want propose refuse threaten according concede complain caution repeat reiterate quote joke boast hint imply reveal disclose
""")))  # fmt: skip
"""In their common form: what is said by one of these is somebody's."""
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who"])
_OPENERS = listed("""
he she they it his her their its him them this that these those such there here i we my our you your
""")
SHARE = 0.6
"""Of a statement's content words, those that its source has within the words of that speaker."""
_BREAKS = re.compile(r"[;:]|, (?:and|but|while) ")


def speakers_hold(text: str, given: Given) -> bool:
    """Whether each "X said" of a folded text is an attribution by X of its source, with what X said there, and whether a text without one
    says something that the source says itself."""
    found = words(text)
    if found and found[0].small in _OPENERS and text[0] not in "\"'":
        return False
    if text == given.text:
        return not _nobody_before(found, given)
    cues = _cues(found, given)
    if any(said.direct and _within(said, text) and not cues for said in given.said):
        return False
    if not cues:
        return not _only_said(text, given)
    return all(_given_to(cue, cues, found, text, given) for cue in cues)


def _nobody_before(found: Sequence[Word], given: Given) -> bool:
    """Whether a sentence as it was printed has its statements from "she said", and names nobody before."""
    cues = _cues(found, given)
    pronouns = [place for place in cues if place and found[place - 1].small in _PRONOUNS]
    return any(not any(_names(word) for word in found[:place]) for place in pronouns)


def _names(word: Word) -> bool:
    return word.capital and word.tells and not word.first and word.small not in CALENDAR


def _cues(found: Sequence[Word], given: Given) -> list[int]:
    known = SAYS | {each.key for said in given.said for each in words(said.cue) if each.tells}
    inner = {word for said in given.said for word in content(said.content)} - {each.key for said in given.said for each in words(said.cue)}
    return [place for place, word in enumerate(found) if word.key in known - inner and not _is_noun(found, place)]


def _is_noun(found: Sequence[Word], place: int) -> bool:
    """Whether it is no verb there: "the report", "a call"."""
    before = found[place - 1].small if place else ""
    return before in {"the", "a", "an", "his", "her", "their", "its", "this", "that", "of", "no", "any"}


def _within(said: Said, text: str) -> bool:
    return bool(said.content) and said.content.strip(' ,."') in text


def _only_said(text: str, given: Given) -> bool:
    """Whether most of what a text says stands only in what somebody says in its source."""
    if not given.said:
        return False
    inside = {word for said in given.said for word in content(said.content)}
    bare = set(content(_frame(given)))
    ours = content(text)
    lifted = [word for word in ours if word in inside and word not in bare]
    return len(lifted) * 2 > len(ours)


def _frame(given: Given) -> str:
    """What the source says by itself."""
    outside = given.text
    for said in sorted(given.said, key=lambda each: -len(each.content)):
        if said.content:
            outside = outside.replace(said.content, " ; ")
    return outside


def _given_to(cue: int, cues: Sequence[int], found: Sequence[Word], text: str, given: Given) -> bool:
    """Whether one of the source's attributions has the speaker that a text names beside a cue, and its words."""
    framed = set(content(_frame(given)))
    for subject, rest in _readings(cue, cues, found, text):
        named = frozenset(word.small for word in subject if word.tells) or _meant(subject, found, cue, given)
        for said in given.said:
            if not named or not named & said.names or not _is_called(subject, said, given):
                continue
            there = {word.key for word in words(said.content)} | {word.key for word in words(said.cue)}
            told = [word.key for word in rest if word.tells and word.small not in said.names]
            # When and where it was said, which the source says by itself, is no part of it.
            aside = [word for word in told if word in framed and word not in there]
            own = len(told) - len(aside)
            if own and len(aside) <= own and sum(word in there for word in told) >= SHARE * own:
                return True
    return False


def _readings(cue: int, cues: Sequence[int], found: Sequence[Word], text: str) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Who may speak by a cue, and what is said: "X said Y", "Y, said X", "Y, X said", "according to X, Y"."""
    word = found[cue]
    start = max((match.end() for match in _BREAKS.finditer(text, 0, word.start)), default=0)
    ends = _BREAKS.search(text, word.end)
    until = ends.start() if ends else len(text)
    before = [each for each in found[:cue] if each.start >= start]
    behind = [each for each in found[cue + 1 :] if each.end <= until]
    earlier = max((place for place in cues if place < cue), default=-1)
    if word.small != "according":
        comma = max(text.rfind(",", start, word.start), text.rfind('"', start, word.start))
        yield before, behind
        yield found[earlier + 1 : cue], behind
        if comma > start:
            yield [each for each in before if each.start > comma], [each for each in before if each.end <= comma] + behind
    comma = text.find(",", word.end, until)
    end = comma if comma > 0 else until
    after = [each for each in behind if each.end <= end]
    if word.small == "according" or (before and re.search(r'[,"]["\s]*$', text[: word.start])):
        yield after, before + [each for each in behind if each.start > end]


def _meant(subject: Sequence[Word], found: Sequence[Word], cue: int, given: Given) -> frozenset[str]:
    """Whom "he" stands for: the one speaker of the source, where the text has named them before."""
    if not {word.small for word in subject} & _PRONOUNS or len({said.names for said in given.said}) != 1:
        return frozenset()
    return given.said[0].names & {word.small for word in found[:cue] if word.capital}


def _is_called(subject: Sequence[Word], said: Said, given: Given) -> bool:
    """Whether no word of a name in the subject is another's: the speaker is called by it, or it is a small word of the source."""
    named = [word for word in subject if word.capital and word.tells and (not word.first or word.small in given.capitals)]
    return all(word.small in said.names for word in named) and all(
        word.small in said.names or word.small in given.small for word in subject if word.tells
    )
