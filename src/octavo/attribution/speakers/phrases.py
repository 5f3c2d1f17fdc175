"""A noun phrase that speaks -> its parts: a pronoun, a name with its role, or a description; what follows it; its owner.

    "Philippe Dickinson, the deputy director of the Initiative at the Council," -> name, role
    "a separate NATO official, also speaking on condition of anonymity,"        -> description, head "official"
    "Ivana Trump's brief"                                                       -> description, head "brief", owner "Ivana Trump"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from octavo.attribution.speakers.roles import RELATIVE, apposition, office, person_role, without_determiner
from octavo.attribution.speakers.wording import (
    DETERMINERS,
    EDGE,
    LITTLE,
    PARTICLES,
    PHRASE_MOST,
    is_capital,
    is_plural,
    is_survey,
    is_title,
    is_trade,
    plain,
    tidy,
)
from octavo.attribution.speakers.words import BODIES, BODY_NAMES, DOCUMENTS, HONORIFICS, NAMESAKES, PEOPLE, PERSONS, SPEAKERS, TITLES
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import WORD

_ARTICLE = re.compile(r"[Tt]he ")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|,\s[RDI]-[A-Z][\w.]*")
_LEADING = re.compile(r"(?:according to|in the words of|by|from|in|for|to|of|as|and|but|while|when|said|says|even|also|only)\s+", re.I)
_PREPOSITION = re.compile(
    r"\s(?:of|for|at|from|in|inside|with|within|without|on|to|by|about|against|close to|familiar with|near|under|over|behind|among|across|"
    r"during|after|before|outside|around|between|including|like|such as|representing|working|running(?!\smates?\b)|handling|speaking|"
    r"overseeing|worried|involved|briefed|interviewed|surveyed|polled)\s"
)
_QUANTITY = re.compile(
    r"(?:at least |about |some |nearly |more than |roughly )?(?:\d+\s?%|one or more\b|(?:\w+\s)?[\w.]+ (?:percent|per cent)\b|"
    r"(?:an?|the|two|three)\s(?:\w+\s)?(?:number|majority|handful|dozen|third|half|quarter|couple|host|group|pair|minority|plurality|percent|"
    r"percentage|fifths)\sof\b)",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"(?<=\w)\s(?:himself|herself|itself|themselves|also|today|yesterday)$")
_ANYONE = re.compile(r"(?:those|anyone|everyone|anybody|everybody)\b", re.IGNORECASE)
_MANY = listed("all fellow few many most other several some these those")
_AND = re.compile(r",?\s(?:and|&)\s")
_LIST = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")
_NO_MEMBER = re.compile(r"(?:of|from|in|at)\s|\d+(?:$|\sof\b)")
_NAME_IN_FULL = re.compile(r"[A-Z][\w.]+ [A-Z][\w.-]+")
_CITY = re.compile(r"(?:of|from|in)\s")
_PREPOSITIONS = frozenset(("including", "like", "representing")) | listed("""
& about against among and at behind by for from in inside near of on over to under with within
""")
_SAID_OF = listed("""
alike built done drawn everywhere given held known led made nationwide said seen sent set shown taken that who written
""")
_CALLED = re.compile(r"\s(?:called|named|identified as|known as)\s((?:[A-Z][\w’'-]+\s?){2,4})$")
_DAYS = listed("Friday Monday Saturday Sunday Thursday Tuesday Wednesday")
_OF_OFFICE = frozenset(("department", "minister", "ministry", "secretary", "undersecretary"))
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"), **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "both", "each", "those", "these"), "they"),
    **dict.fromkeys(("it", "its", "itself", "this"), "it"), **dict.fromkeys(("who", "whom", "whose"), "who"),
    **dict.fromkeys(("which", "that"), "which"),
    **dict.fromkeys(("i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves"), "i"), "you": "you",
}
_OF_THEM = re.compile(r"[\w\s]{1,40}\bof (them|whom|which)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a noun phrase. One of `pronoun` ("he", "she", "they", "it", "who", "which", "i", "you"), `name` (words that begin with
    capitals, no title), `members` and `head` (the noun of a description, small) is there; `text` is the phrase without what follows it.

    `roles` are the article's words for what the named one is; `titles` the capitalised words before the name; `owner` is who stands
    before "'s" and `possessive` the pronoun ("her") that begins the phrase; `members` are the parts of a list.
    """

    text: str
    pronoun: str | None = None
    name: str | None = None
    head: str | None = None
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    owner: str | None = None
    possessive: str | None = None
    after: str = ""
    members: tuple[str, ...] = field(default=())

    @property
    def determiner(self) -> str:
        """The word that begins the description where it is one, in small letters."""
        first = self.text.split(" ", 1)[0].lower()
        return first if first in DETERMINERS else ""

    @property
    def several(self) -> bool:
        """Whether the description is of several people."""
        if self.head and self.text.split(" ", 1)[0].lower() in _MANY and self.head.endswith("s"):
            return True
        return bool(self.members) or (self.head is not None and is_plural(self.head)) or _QUANTITY.match(self.text) is not None


def parse(text: str) -> Phrase:
    """A noun phrase, as it stands in the article, in its parts."""
    line = _ITSELF.sub("", tidy(_PARENTHESIS.sub("", text[:PHRASE_MOST])))
    while (leading := _LEADING.match(line)) and leading.end() < len(line):
        line = line[leading.end() :]
    if line.lower() in _PRONOUNS:
        return Phrase(line, pronoun=_PRONOUNS[line.lower()])
    if of_them := _OF_THEM.match(line):
        return Phrase(line, pronoun="who" if of_them[1] != "them" else "they")
    if members := _members(line):
        comma, last = line.find(", "), _AND.search(line)
        return Phrase(line[:comma] if last and last.start() < comma else RELATIVE.sub("", line), members=members)
    main, after = _main(line)
    parsed = _single(main, after)
    if parsed.name is None and parsed.head and after:
        first, rest = _main(after)
        named = _single(first, rest)
        if named.name and person_role(parsed.text) and not _CITY.match(first) and named.text == first:
            roles = without_determiner(parsed.text), *named.roles
            return Phrase(named.text, name=named.name, titles=named.titles, roles=roles, after=rest)
    return _called(line, parsed) or parsed


def _called(line: str, parsed: Phrase) -> Phrase | None:
    """The one whom a description names at its end: "another union figure, a spokesman called Abel Reit"."""
    called = _CALLED.search(line) if parsed.name is None and not parsed.several else None
    role = line[: called.start()].rsplit(", ", 1)[-1] if called else ""
    return Phrase(called[1], name=called[1], roles=(without_determiner(role),)) if called and person_role(role) else None


def _main(line: str) -> tuple[str, str]:
    """What stands before the first comma or relative clause, and what follows it. "King Jr., ..." keeps its suffix."""
    line = re.sub(r",\s+(?=(?:Jr|Sr)\b)", " ", line)
    relative = None if _ANYONE.match(line) else RELATIVE.search(line)
    cut = min(found for found in (line.find(", "), line.find("; "), relative.start() if relative else -1, len(line)) if found >= 0)
    return line[:cut].strip(EDGE) or line, line[cut:].strip(EDGE + "—")


def _members(line: str) -> tuple[str, ...]:
    """The parts of "A, B and C", none where the line is no list."""
    line = RELATIVE.sub("", line)
    last = _AND.search(line)
    if last is None:
        return ()
    comma = line.find(", ")
    if last.start() < comma:  # "China and the United States, the world's two biggest polluters"
        line = line[:comma]
    parts = [part for part in _LIST.split(line) if part]
    if len(parts) < 2 or any(_NO_MEMBER.match(part) for part in parts[1:]):
        return ()
    if 0 <= comma < last.start() and not all(is_capital(part) or part.startswith("the ") for part in parts):
        return ()
    if 0 <= comma < last.start() and any(part.startswith(("the ", "a ", "an ")) and person_role(part) for part in parts[1:]):
        return ()
    apposed = 0 <= comma < last.start() and _NAME_IN_FULL.fullmatch(parts[0]) and " " in parts[1] and is_trade(parts[1].split()[-1])
    return () if apposed or _one_thing(*parts[:2]) else tuple(parts)


def _one_thing(first: str, second: str) -> bool:
    """Whether "first and second" is one: "the Department of Health and Human Services", "his wife and adviser Ada Holt"."""
    words = WORD.findall(first)
    if not words or not WORD.search(second):
        return True
    last, begins = plain(words[-1]), second.split(" ", 1)[0].lower()
    if {plain(word) for word in words} & BODY_NAMES and re.search(r"\b(?:of|for|on)\b", first):
        return True
    ends_body = is_capital(second) and plain(WORD.findall(second)[-1]) in BODY_NAMES
    if (first.startswith(("the ", "The ")) or "'s " in first or "’s " in first) and ends_body and last not in BODY_NAMES:
        return not words[-1].isupper()
    singular = (last in PERSONS or last in TITLES or last == "lady") and not is_plural(last)
    ends = plain((WORD.findall(_PREPOSITION.split(second)[0]) or [""])[-1])
    if not singular or begins in DETERMINERS:
        return False
    named = _single(*_main(second))
    return ends in PERSONS or (named.name is not None and bool(named.roles))


def _single(main: str, after: str) -> Phrase:
    """One noun phrase: a name where it ends in one, else a description."""
    owner, possessive = _owner(main)
    words = list(WORD.finditer(main))
    if not words:
        return Phrase(main, head=main.lower() or None, after=after)
    preposition = _PREPOSITION.search(main, words[0].end())
    if preposition and _is_body(main, preposition.start()):
        return Phrase(main, name=_ARTICLE.sub("", main), after=after)
    begin = _name_start(main, words)
    said_of = _said_of([word[0] for word in words])
    many = words[0][0].lower() in _MANY and len(words) > 1 and words[-1][0].endswith("s")
    if begin is not None and ((said_of is not None and said_of < begin) or many):
        begin = None  # "a CBS poll released Monday", "many African-Americans"
    if begin is None and preposition and main[: preposition.start()].split(" ", 1)[0].lower() not in ("a", "an"):
        before = list(WORD.finditer(main, 0, preposition.start()))  # "Mark Kirk of Illinois"
        if before and (begin := _name_start(main[: preposition.start()], before)) is not None:
            main, words = main[: preposition.start()], before
    if begin is not None and not _of_somebody(main, words[begin].start(), preposition):
        role = office(without_determiner(main[: words[begin].start()].strip()))
        known = any(plain(word) in PERSONS or is_title(word) for word in WORD.findall(role))
        roles = (role if known else "", *apposition(after))
        return Phrase(
            main, name=main[words[begin].start() :], titles=tuple(plain(word[0]) for word in words[:begin]),
            roles=tuple(each for each in roles if each and plain(each) not in HONORIFICS), possessive=possessive, after=after,
        )
    heads = WORD.findall(main[: preposition.start()] if preposition else main)
    return Phrase(main, head=_head(heads), owner=owner, possessive=possessive, after=after)


def _of_somebody(main: str, name: int, preposition: re.Match[str] | None) -> bool:
    """Whether a name at the end only belongs to what the phrase is of: "a lawyer for nominee Ada Holt", "a study by Ada Holt"."""
    if preposition is None or preposition.start() > name:
        return False
    first, *rest = WORD.findall(main[: preposition.start()])
    head = plain([first, *rest][-1])
    if head not in SPEAKERS:
        return any(word.islower() for word in WORD.findall(main[preposition.end() : name])) and head not in TITLES
    return preposition[0].strip() != "of" or first.lower() in DETERMINERS or head not in PERSONS


def _said_of(words: list[str]) -> int | None:
    """The index of a noun that a participle follows: "documents made public"; None where there is none."""
    for index, (word, after) in enumerate(pairwise(words)):
        participle = after in _SAID_OF or (after.islower() and after.endswith(("ed", "ing")) and plain(after) not in SPEAKERS)
        if participle and plain(word) in SPEAKERS:
            return index
    return None


def _head(words: list[str]) -> str:
    """The noun of a description, before what is said of it: "documents" of "documents made public", "inspector" of "inspector general"."""
    said_of = _said_of(words)
    if said_of is not None:
        return plain(words[said_of])
    if len(words) > 1 and words[-1].lower() in ("general", "elect", "emeritus", "designate") and plain(words[-2]) in PERSONS:
        return plain(words[-2])
    return plain(words[-1])


def _is_body(main: str, end: int) -> bool:
    """Whether the words before a preposition begin a body's name: "the Committee for a Responsible Budget"."""
    first = _ARTICLE.sub("", main[:end])
    words = WORD.findall(first)
    follows = [plain(word) for word in WORD.findall(main[end:])]
    return (
        bool(words) and all(is_capital(word) for word in words) and plain(words[-1]) in BODY_NAMES | {"bureau", "department", "committee"}
        and any(is_capital(word) for word in WORD.findall(main[end:])) and not set(follows) & PERSONS
    )


def _owner(main: str) -> tuple[str | None, str | None]:
    """Who stands before "'s", and the possessive pronoun that begins a phrase."""
    first, _, rest = main.partition(" ")
    possessive = first.lower() if rest and first.lower() in ("his", "her", "its", "their", "my", "our", "whose") else None
    owner = re.match(r"(.{1,80}?)(?:['’]s|(?<=s)['’])\s+\S", main)
    return (owner[1] if owner and not _PREPOSITION.search(owner[1]) else None), possessive


def _name_start(main: str, words: list[re.Match[str]]) -> int | None:
    """The index of the word at which the name begins that ends the phrase; None where none does."""
    start = len(words)
    while start and _in_name(main, words, start - 1):
        start -= 1
    while start < len(words) and words[start][0].lower() in LITTLE:
        start += 1
    if start == len(words):
        return None
    last = plain(words[-1][0])
    survey = is_survey([plain(word[0]) for word in words[start:]])
    before = [plain(word[0]) for word in words[max(0, start - 2) : start]]
    if before and (before[-1] in _PREPOSITIONS or (before[-1] in DETERMINERS and before[0] in _PREPOSITIONS)) and not (
        start >= 2 and before[0] in _OF_OFFICE and before[-1] == "of"
    ):
        return None
    if survey or (last in BODY_NAMES and len(words) - start > 1):
        return start
    several = len(words) == 1 and is_plural(last) and last[:-1] not in NAMESAKES
    alone = len(words) - start == 1 and not start and last in PERSONS | BODIES - {"congress", "parliament"}
    if several or alone or last in PEOPLE | DOCUMENTS:
        return None
    if last in BODY_NAMES:
        return start
    begin = start
    for index in range(start, len(words)):  # "Secretary of State Marco Rubio", "House Majority Leader Kevin McCarthy"
        of_state = index >= 2 and words[index - 1][0] == "of" and plain(words[index - 2][0]) in _OF_OFFICE
        if of_state or plain(words[index][0]) in TITLES or (index + 1 < len(words) and is_title(words[index][0])):
            begin = index + 1
    if begin < len(words):
        return begin
    return start if words[-1][0].isupper() and last not in PERSONS else None


def _in_name(main: str, words: list[re.Match[str]], index: int) -> bool:
    word = words[index][0]
    if index + 1 < len(words):
        gap = main[words[index].end() : words[index + 1].start()]
        # "the Seafarers' Union" is one name, "the Democrats' Pelosi" is two.
        owned = gap.startswith(("'", "’")) and not (word.endswith("s") and plain(words[-1][0]) in BODY_NAMES)
        if gap.strip(".’'\" “”") or owned or "'s" in word or "’s" in word:
            return False
    if word in _DAYS:
        return False
    return is_capital(word) or (word in PARTICLES and 0 < index < len(words) - 1 and is_capital(words[index - 1][0]))
