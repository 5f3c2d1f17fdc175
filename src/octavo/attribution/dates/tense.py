"""Whether a phrase for a time speaks of what was or of what is to come, by the verb that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word

_PAST = listed(
    """
    was were had did began begun bound bought brought broke broken built came caught chose chosen dealt dug drew drawn drank drove driven
    ate eaten fell fallen fed felt fought found fled flew flown forgot forgotten froze frozen gave given got gotten grew grown hung heard
    held hid hidden kept knew known laid lain led left lent lit lost made meant met paid ran rang risen rose rode ridden said saw seen
    sold sent shook shaken shot shown sank sunk sat slept slid spoke spoken spent stole stolen stood stuck struck swam swept swore sworn
    swung took taken taught told tore torn thought threw thrown understood upheld went woke won withdrew withdrawn withheld wore worn wound
    wrote written became beat beaten bore born bred clung crept dreamt fled overturned strode stung sped spun sprang swollen sought
    """
)
_EITHER = listed("beat burst cost cut hit hurt let put quit read rid set shed shut split spread thrust upset")
"""What is past or not by its looks, and past where nothing before it says otherwise."""
_SHORT_PAST = listed("aged died dyed lied owed tied used vied")
_NO_PAST = listed(
    "bleed breed embed exceed greed hundred indeed kindred naked proceed sacred speed succeed unused wicked"
)
_COMING = listed("will shall would could should can may might must 'll due expected scheduled planned planning upcoming likely ready hopes")
_NOT_COMING = listed("won't wouldn't couldn't shouldn't can't cannot")
_INTENDING = listed(
    """
    about agreed aim aims ask asked am are be decided due expect expected expects going hope hopes intend intends is likely need needs order
    ordered plan planned planning plans pledged prepares preparing promised promises ready scheduled set threaten threatened threatens urged
    vote voted vowed want wanted wants was were
    """
)
"""Before "to", what is to come; "was to speak" was to come too when it was written."""
_NO_VERB = listed("a an the his her its their our my your this that these those some all both each one two three no more other such")
_BIDDING = listed("advised asked called directed instructed invited ordered told urged warned")
"""Somebody "to" do what is to come: "told small craft to stay in harbour"."""
_BEING = listed("am are be being is 's")
_SHUT = listed("; : “ ” \" — – ― ( ) . ? !")
_NEW_CLAUSE = listed(
    """
    after although as because before but if once since that though unless until what when where whether which while who whom whose
    """
)
_FARTHEST = 16


def ahead(line: Sequence[Word], start: int, end: int) -> bool | None:
    """Whether the words [start, end) are a time to come; None where no verb near them says.

    The nearest verb before them in their clause decides, else the first behind them.
    """
    before = _verb(line, range(start - 1, max(start - 1 - _FARTHEST, -1), -1))
    return before if before is not None else _verb(line, range(end, min(end + _FARTHEST, len(line))))


def _verb(line: Sequence[Word], places: Iterable[int]) -> bool | None:
    for at in places:
        word = line[at].lower
        if (word in _SHUT and not _in_a_time(line, at)) or (word in _NEW_CLAUSE and not _is_preposition(line, at)):
            return None
        found = _time_of(line, at)
        if found is not None:
            return found
    return None


def _in_a_time(line: Sequence[Word], at: int) -> bool:
    """The colon of "22:51"."""
    return 0 < at < len(line) - 1 and line[at - 1].lower.isdigit() and line[at + 1].lower.isdigit()


def _is_preposition(line: Sequence[Word], at: int) -> bool:
    """"Until May", "before Friday": no clause begins."""
    if at + 1 == len(line) or line[at].lower not in {"after", "as", "before", "since", "until"}:
        return False
    return line[at + 1].capital or line[at + 1].lower.isdigit()


def _time_of(line: Sequence[Word], at: int) -> bool | None:
    """What a word tells of the time of its clause: past False, to come True, nothing None."""
    word = line[at].lower
    back = [line[place].lower for place in range(max(at - 3, 0), at)]
    if word in _COMING or word in _NOT_COMING:
        if word == "may" and line[at].capital:
            return None
        return None if word in {"likely", "ready", "planned", "scheduled"} and not back else not _had(line, at)
    if word == "to" and back and at + 1 < len(line) and not line[at + 1].capital and line[at + 1].lower not in _NO_VERB:
        bidden = any(line[place].lower in _BIDDING for place in range(max(at - 5, 0), at - 1))
        return True if bidden or back[-1] in _INTENDING else None
    past = word in _PAST or (word in _EITHER and not line[at].capital) or (
        word.endswith("ed") and (len(word) > 4 or word in _SHORT_PAST) and word not in _NO_PAST and not line[at].capital
    )
    if not past:
        return None
    bare = [each for each in back if each != "not" and not each.endswith("ly")]
    if word in _EITHER and bare and (bare[-1] in _COMING or bare[-1] in {"to", "the", "a", "an", "in"}):
        return None
    if bare and bare[-1] == "be":
        return None
    return bool(bare and bare[-1] in _BEING and word not in {"was", "were", "had", "did"})


def _had(line: Sequence[Word], at: int) -> bool:
    """"Would have", "may have": what was, after all."""
    return at + 1 < len(line) and line[at + 1].lower == "have" and at + 2 < len(line) and (
        line[at + 2].lower in _PAST or line[at + 2].lower.endswith(("ed", "en"))
    )
