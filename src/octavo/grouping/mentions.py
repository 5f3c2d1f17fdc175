"""Where a text prints a name: runs of words with capitals, with what stands before and behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from octavo.grouping.name_kinds import is_body
from octavo.language.given_names import GIVEN

GIVEN_REST = 5
"""Letters behind the hyphen of a given name at most."""
_MADE_OF = frozenset(("based", "born", "led", "run", "owned", "era", "style", "like", "wide", "bound", "made", "free", "elect"))
"""What a name is made an adjective with."""
AFTER = 24
"""Characters behind a name that are looked at."""

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’.-]\w+)*")
_COMPOUND = re.compile(r"-(?P<rest>[^\WA-Z]\w*)$")
_SENTENCE_BREAK = re.compile(r"[^\w\s,'’/&-]")
_POSSESSIVE = re.compile(r"['’]s$")
SHORTENED = re.compile(r"['’](?:m|d|ll|ve|re|t)$")
_JOINT = re.compile(r"['’]? ")
_WITHIN_NAMES = frozenset(("de", "van", "von", "del", "bin", "al"))
_TITLES = """
president vice prime minister ministers deputy secretary general chancellor king queen prince princess sir lord lady dame mayor governor
senator representative congressman congresswoman judge justice chief officer director chairman chairwoman chair professor doctor dr mr mrs
ms captain colonel sergeant detective inspector foreign finance interior defence defense spokesman spokeswoman spokesperson pope state
former acting senior ambassador commissioner ministry government parliament councilman councilwoman coach gov sen rep gen lt sgt capt det
democrat republican
"""
_OPENERS = """
the a an i and or in on at of for to by from with but he she they it we you i this that these those there if when while as after before his
her their its our your my no not yes so some many most all both each one two three what who how why where still yesterday today tomorrow
meanwhile however according earlier later last next since during once thus instead despite although though because such even named whether
unlike under over within without upon until among between against amid typically additionally finally recently currently previously
originally initially reportedly allegedly apparently clearly eventually generally officially only possibly presumably probably similarly
specifically suddenly supposedly ultimately unfortunately usually perhaps maybe now then also just nearly almost nobody everyone latest
"""
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december mon tue tues wed thu thur thurs fri sat jan feb mar apr jun jul aug sept sep oct nov dec am pm gmt utc est edt et pt pst pdt
christmas easter
"""
_PAGE = """
posted updated published photo photos video click read image copyright reporting editing story source police management staff
"""
_BEFORE_GIVEN = frozenset(("saint", "st", "san", "santa", "port", "fort", "ft", "mount", "mt", "cape", "lake", "new"))
SHORT = frozenset(("Mt", "St", "Ft", "Jos", "Wm", "Chas"))
"""What many names begin with, shortened: a full stop behind it ends no sentence, and alone it names nothing."""
TITLES = frozenset(_TITLES.split())
"""Words of a title, before a name."""

NO_NAMES = TITLES | frozenset((_OPENERS + _CALENDAR + _PAGE).split())
"""What is capitalised and names nobody: a title belongs to many, and a sentence begins with any word."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed name: its words, where they start, whether they open a sentence, the word `before` in small letters ("" where they do), and
    AFTER characters behind."""

    words: tuple[str, ...]
    start: int
    opens: bool
    before: str
    after: str

    @property
    def after_the(self) -> bool:
        """Whether "the" stands before it."""
        return self.before == "the"


def words_of(text: str) -> list[str]:
    """The words of a text, without marks of possession."""
    return [_POSSESSIVE.sub("", token) for token in TOKEN.findall(text)]


def mentions_in(text: str) -> Iterator[Mention]:
    """Runs of capitalised words; a title, a weekday or the word that begins a sentence parts them."""
    run: list[str] = []
    start, opens, before, last, end, joint = 0, True, "", 0, 0, ""
    previous = ""
    for match in TOKEN.finditer(text):
        gap, token = text[end : match.start()], match[0]
        breaks = end == 0 or _SENTENCE_BREAK.search(gap) is not None
        word = _POSSESSIVE.sub("", token)
        initial = len(word) == 1 and bool(run)
        head = SHORTENED.sub("", word).lower()
        named = word[0].isupper() and (len(word) > 1 or initial) and head not in NO_NAMES and not _is_compound(word, run)
        within = bool(run) and _goes_on(run, word)
        if run and (len(run[-1]) == 1 or run[-1] in SHORT) and gap == ". " and named:
            breaks = False
            gap, run[-1] = " ", f"{run[-1]}."
        if run and (breaks or not _JOINT.fullmatch(gap) or not (named or within)):
            yield Mention(tuple(run), start, opens, before, text[last : last + AFTER])
            run, joint = [], ""
        elif run and named and not joint:
            run[-1] += gap.rstrip()
        if named:
            if not run:
                start, opens, before = match.start(), breaks, "" if breaks else previous.lower()
            run += [joint, word] if joint else [word]
            joint, last = "", match.start() + len(word)
        elif within:
            joint = word
        if run and word != token:
            yield Mention(tuple(run), start, opens, before, text[last : last + AFTER])
            run, joint = [], ""
        previous, end = token, match.end()
    if run:
        yield Mention(tuple(run), start, opens, before, text[last : last + AFTER])


def _is_compound(word: str, run: Sequence[str]) -> bool:
    """Whether a word is an adjective made of a name ("Reef-based"); "Ki-moon" after "Ban" is a name."""
    compound = _COMPOUND.search(word)
    return compound is not None and (not run or len(compound["rest"]) > GIVEN_REST or compound["rest"] in _MADE_OF)


def _goes_on(run: Sequence[str], word: str) -> bool:
    """Whether a small word may stand within a name: "Bay of Reef", "Rita van Holt"; not "Jon Fell of Alder Lines" or "Rat der Stadt"."""
    given = run[0].lower() in GIVEN
    if word == "of":
        return not given and (len(run) == 1 or is_body(run[-1]))
    return word in _WITHIN_NAMES or (word == "der" and given)


def without_opener(mention: Mention, small: Set[str], alone: Set[str]) -> Mention:
    """"Ferry Marit sank", "Shares of Northwind fell": what begins a sentence and is a common word elsewhere in the text, or what stands
    there before the "of" of a name that is printed without it, belongs to no name."""
    first, *rest = mention.words
    if not mention.opens or not rest:
        return mention
    if rest[0] == "of" and rest[1] in alone:
        rest = rest[1:]
    elif first.lower() not in small:
        return mention
    return replace(mention, words=tuple(rest), opens=False, before="")


def without_office(mention: Mention, telling: bool) -> Mention:
    """"Die Bürgermeisterin Anna Brandt", "Named Jon Fell coach.": what has its capital for another reason, before a given and a last
    name."""
    words = [word.lower() for word in mention.words]
    first = next((place for place, word in enumerate(words) if word in GIVEN), 0)
    if (telling and not mention.opens) or not 0 < first < len(words) - 1 or words[first - 1] in _BEFORE_GIVEN or is_body(words[-1]):
        return mention
    return replace(mention, words=mention.words[first:], opens=False, before=words[first - 1])
