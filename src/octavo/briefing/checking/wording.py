"""The words of a sentence as they are compared: brought to one form, without those that only hold a sentence together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from octavo.attribution.words.lists import listed
from octavo.briefing.saying.figures import figures
from octavo.folding import plain_marks
from octavo.grouping.stories.terms import stem

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_BLANKS = re.compile(r"\s+")

FUNCTION = listed("""
a an the and or but nor so yet as at by for from in into of off on onto out over per to up upon via with within about above across after
against along amid among around before behind below beneath beside besides between beyond despite down during except inside near outside
since than through throughout till toward towards under until when where while which who whom whose what that this these those there here
then thus also too very more most less least much many some any all both each every either neither such own same other another not no
never i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself itself themselves
am is are was were be been being do does did done doing have has had having can could may might must shall should will would ought if
unless whether because although though however how why just only even still again already ever rather quite didn't doesn't don't isn't
aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't cannot shouldn't mustn't
""")
"""Words that only hold a sentence together; those of them that can turn what it says are looked at by `turns` and `amounts`."""

NEUTRAL = listed("""
say tell add accord report include meanwhile news article story later earlier people person
""")
"""In their common form: words that a sentence may have of its own, since they say nothing of anybody."""

_SAME = """
say said says saying told tells telling stated states stating added adds adding
kill killed kills killing died dies dying dead death deaths fatal fatally deadly
hurt injured injures injure injury injuries wounded wounds wound
begin began begun begins beginning start started starts starting
end ended ends ending finish finished finishes
buy bought buys buying purchase purchased acquire acquired
sink sank sunk sinks sinking
rise rose risen rises rising
fall fell fallen falls falling
win won wins winning
lose lost loses losing loss
quit quits quitting resign resigned resigns resigning resignation
arrest arrested arrests arresting detained detain detains
child children
man men
woman women
person people
go went gone goes going
leave left leaves leaving
take took taken takes taking
give gave given gives giving
make made makes making
find found finds finding
hold held holds holding
keep kept keeps keeping
come came comes coming
see saw seen sees seeing
know knew known knows knowing
think thought thinks thinking
speak spoke spoken speaks speaking
write wrote written writes writing
break broke broken breaks breaking
build built builds building
pay paid pays paying
meet met meets meeting
send sent sends sending
lead led leads leading
run ran runs running
bring brought brings bringing
catch caught catches catching
steal stole stolen steals stealing theft
grow grew grown grows growing
choose chose chosen chooses choosing
drive drove driven drives driving
fly flew flown flies flying
shoot shot shoots shooting
strike struck strikes striking
vote voted votes voting
car cars vehicle vehicles
company companies firm firms
jail jailed prison imprisoned
shut shuts close closes closed closing
cut cuts cutting reduce reduced reduces reducing
deny denied denies denying denial
refuse refused refuses refusing refusal
decide decided decides deciding decision
accuse accused accuses accusing accusation
investigate investigated investigating investigation inquiry
announce announced announces announcing announcement
approve approved approves approving approval
agree agreed agrees agreeing agreement
propose proposed proposes proposing proposal
destroy destroyed destroys destroying destruction
rescue rescued rescues rescuing
home homes house houses
"""
_FORMS = {form: line.split()[0] for line in _SAME.strip().splitlines() for form in line.split()}
_NOUNS = listed("""
child children man men woman women person people car cars vehicle vehicles company companies firm firms home homes house houses death deaths
resignation resignations decision inquiry announcement approval agreement proposal destruction denial refusal accusation theft loss
""")
_VERBS = frozenset(_FORMS) - _NOUNS


def verb_forms() -> frozenset[str]:
    """Forms of common verbs, in small letters."""
    return _VERBS


@dataclass(frozen=True, slots=True)
class Word:
    """A word at text[start:end]: as it is `printed`, without a mark of possession, and the `key` that its forms have in common."""

    printed: str
    key: str
    start: int
    end: int
    first: bool

    @property
    def small(self) -> str:
        """In small letters."""
        return self.printed.lower()

    @property
    def capital(self) -> bool:
        """Whether it is printed as a name is."""
        return self.printed[0].isupper()

    @property
    def tells(self) -> bool:
        """Whether it is a content word."""
        return self.small not in FUNCTION and len(self.printed) > 1 and not self.printed.isdigit()


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """What all forms of a word in small letters have in common."""
    same = _FORMS.get(word)
    if same:
        return same
    stemmed = stem(word)
    return _FORMS.get(stemmed, stemmed)


def folded(text: str) -> str:
    """A text with plain quotation marks and dashes, single blanks and composed letters."""
    return _BLANKS.sub(" ", plain_marks(unicodedata.normalize("NFC", text))).strip()


@lru_cache(maxsize=8_192)
def words(text: str) -> tuple[Word, ...]:
    """The words of a folded text, those of its figures left out. `first`: a sentence begins with it."""
    plain = _INITIALS.sub(lambda match: match[0].replace(".", "").ljust(len(match[0])), text)
    counted = [(figure.start, figure.end) for figure in figures(text)]
    return tuple(word for word in _words(plain) if not any(start < word.end and word.start < end for start, end in counted))


def content(text: str) -> tuple[str, ...]:
    """The keys of the content words of a folded text, in their order."""
    return tuple(word.key for word in words(text) if word.tells)


def _words(text: str) -> Iterator[Word]:
    end = 0
    for match in _TOKEN.finditer(text):
        printed = _POSSESSIVE.sub("", match[0]) or match[0]
        first = end == 0 or re.search(r"[.!?:]['\")]* +['\"(]*$|\n", text[end : match.start()]) is not None
        yield Word(printed, key(printed.lower()), match.start(), match.start() + len(printed), first)
        end = match.end()
