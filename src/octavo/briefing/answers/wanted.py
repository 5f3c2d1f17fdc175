"""Whether a sentence holds the kind of thing that a question asks for, beyond what the question itself says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from octavo.briefing.answers.question import Question
from octavo.briefing.answers.words import Want
from octavo.briefing.saying.figures import figures
from octavo.grouping.mentions import NO_NAMES, TOKEN

_MONTH = (
    r"jan(?:uary|uar|uari)?|feb(?:ruary|ruar|ruari)?|mar(?:ch|s)|märz|april|june|juni|july|juli|aug(?:ust|usti)?|sept?(?:ember)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?"
)
_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:man|tirs|ons|tors|fre|lør|søn)dag\w*|montag|dienstag|mittwoch|donnerstag|freitag"
    r"|samstag|sonntag"
)
_TIME = re.compile(
    rf"\b(?:{_DAY}|{_MONTH}|may \d|\d (?:may|mai)|(?:1[5-9]|20)\d\d|\d{{1,2}}[:.]\d\d|\d{{1,2}} ?[ap]\.? ?m\b|o['’]clock"
    r"|noon|midnight|midday|dawn|dusk"
    r"|today|yesterday|tomorrow|tonight|overnight|(?:this|that|last|next|every|each|the (?:following|same|next|previous)) "
    r"(?:day|week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|winter|hour|season|decade|century)|ago"
    r"|(?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|earlier|before|after|from now)"
    r"|(?:within|in|for|until|since|before|after) (?:a|an|\w+) (?:days?|weeks?|months?|years?|hours?|minutes?)|nineties|eighties)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.? ?m\b|\bo['’]clock\b|\b(?:noon|midnight|midday|dawn|dusk)\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"\d|\b(?:half|quarters?|thirds?|dozens?|hundreds|thousands|millions|billions|twice|thrice|double|triple|couple|all|both"
    r"|none|nobody|no one|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|tre|fire|fem|seks|sju|syv|åtte|otte|ni|ti"
    r"|elleve|tolv|trois|quatre|cinq"
    r"|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|on|near|off|inside|outside|into|onto|from|under|behind|beside|between|along|across|around|above|below|towards?|to"
    r"|over|north|south|east|west|im|auf|bei|på|ved|fra|dans|à)\s(?:of\s)?(?:the|a|an|its|his|her|their|two|three|den|der|dem|la|le)?\s?\w{3,}",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|thanks to|so that|in order to|caus(?:e|es|ed|ing)|led to|result(?:s|ed|ing)? (?:of|in|from)"
    r"|reasons?|blam(?:e|es|ed|ing)|why|therefore|hence|prompt(?:s|ed|ing)|forc(?:es|ed|ing)|made|making|mean(?:s|t) that|after|for fear"
    r"|to (?:avoid|prevent|keep|make)|triggered|stem(?:s|med) from|explain(?:s|ed)?|would have|could not"
    r"|weil|wegen|damit|deshalb|fordi|derfor|parce que|porque)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"[\"“”„«»]|\b(?:said|says|say|saying|told|tells|according to|called|calls|described|denied|denies|argued|argues|insisted|added"
    r"|warned|wrote|claimed|claims|thinks?|thought|believes?|believed|doubts?|doubted|rejected|dismissed|promised|asked|replied|answered|sagt\w*|sa|sier)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:by|from) (?:a|an|the|two|three|his|her|their)\b|\b(?:he|she|they|man|woman|men|women|student|captain|officer|officials?|minister"
    r"|keeper|driver|director|coach|chief|head|spokes\w+|owner|workers?|player|members?)\b",
    re.IGNORECASE,
)


def holds(question: Question, text: str) -> float:
    """How well a sentence holds what is asked for: 1 it does, 0 it does not, between where it may. 1 where any sentence may."""
    return _HOLDS[question.wants](question, text) if question.wants in _HOLDS else 1.0


def _figure(question: Question, text: str) -> float:
    own = {term.stem for term in question.terms}
    if any(f"#{figure.value}" not in own for figure in figures(text)):
        return 1.0
    return 0.7 if _FIGURE.search(text) else 0.0


def _time(question: Question, text: str) -> float:
    if question.clock:
        return 1.0 if _CLOCK.search(text) else 0.2 if _TIME.search(text) else 0.0
    own = {term.word for term in question.terms}
    return float(any(match[0].lower() not in own for match in _TIME.finditer(text)))


def _names(question: Question, text: str) -> bool:
    own = {term.word for term in question.terms}
    found = [match[0] for match in TOKEN.finditer(text)][1:]
    return any(each[0].isupper() and each.lower() not in own and each.lower() not in NO_NAMES for each in found)


def _person(question: Question, text: str) -> float:
    return 1.0 if _names(question, text) else 0.6 if _SOMEBODY.search(text) else 0.0


def _place(question: Question, text: str) -> float:
    return float(_PLACE.search(text) is not None) * (1.0 if _names(question, text) else 0.7)


_HOLDS: Mapping[Want, Callable[[Question, str], float]] = {
    "figure": _figure,
    "time": _time,
    "person": _person,
    "place": _place,
    "reason": lambda _, text: float(_REASON.search(text) is not None),
    "saying": lambda _, text: float(_SAYING.search(text) is not None),
}
