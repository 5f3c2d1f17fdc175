"""Rules as lines of text, to be taken along and brought in: "mute words in headline, text until 2026-03-31: card tricks". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _

from octavo.site.messages import numeral
from octavo.site.numbers import number_of
from octavo.site.readers.muting.rules import KINDS, MOST, SECTION, STORY, WORDS, Rule, Wish, key_of
from octavo.site.readers.muting.wishing import end_of_day, wish
from octavo.site.readers.refusing import Refused

_LINE = re.compile(
    r"(?P<effect>mute|follow)\s+(?P<kind>" + "|".join(KINDS) + r")(?:\s+(?P<number>\d{1,15}))?"
    r"(?:\s+in\s+(?P<places>(?:headline|text|speakers)(?:\s*,\s*(?:headline|text|speakers)){0,2}))?"
    r"(?:\s+until\s+(?P<until>\d{4}-\d\d-\d\d))?(?:\s+back\s+after\s+(?P<after>\d{1,4}))?\s*:(?P<value>.*)",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_FILE = 200_000
"""Characters of a list that is brought in."""


def lines_of(rules: Iterable[Rule], now: datetime) -> str:
    """Rules -> a line each; days are those of `now`'s zone."""
    return "".join(_line(rule, now) + "\n" for rule in rules)


def wishes_of(text: str, now: datetime) -> tuple[list[Wish], list[tuple[int, str]]]:
    """Lines -> the rules, and (number of the line, why it is none) for each that cannot be one. Empty lines and those that begin with "#"
    are passed over; a line of another form than `lines_of` gives is a word or phrase to be muted. Raises Refused where it is too long."""
    if len(text) > LONGEST_FILE:
        told = _("The list is too long: %(most)s characters are as many as can be brought in at once.")
        raise Refused(told % {"most": numeral(LONGEST_FILE)})
    wishes: list[Wish] = []
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                wishes.append(_wish(line.strip(), now))
            except Refused as refused:
                wrong.append((number, str(refused)))
    if len(wishes) > MOST:
        told = _("The list has %(number)s lines; %(most)s are as many as one reader may have.")
        raise Refused(told % {"number": len(wishes), "most": MOST})
    return wishes, wrong


def _line(rule: Rule, now: datetime) -> str:
    parts = [rule.effect, rule.kind, rule.key if rule.kind == STORY else "", f"in {', '.join(sorted(rule.places))}" if rule.places else ""]
    # The day that ends when the rule does.
    parts += [f"until {(rule.until - timedelta(seconds=1)).astimezone(now.tzinfo):%Y-%m-%d}" if rule.until else ""]
    parts += [f"back after {rule.breaks_after}" if rule.breaks_after else ""]
    return f"{' '.join(filter(None, parts))}: {rule.value}"


def _wish(line: str, now: datetime) -> Wish:
    found = _LINE.fullmatch(line)
    if found is None:
        return wish("mute", WORDS, line)
    effect, kind = found["effect"].lower(), found["kind"].lower()
    number = number_of(found["number"] or "")
    if kind == STORY and not number:
        raise Refused(_("A story is known by its number: “mute story 12: its headline”."))
    key = str(number) if kind == STORY else key_of(found["value"]).replace(" ", "-") if kind == SECTION else ""
    until = end_of_day(found["until"], now.tzinfo or UTC, now) if found["until"] else None
    return wish(
        effect, kind, found["value"] or "", key=key, places=[place.strip().lower() for place in (found["places"] or "").split(",")],
        until=until, story=number or None, breaks_after=number_of(found["after"] or ""),
    )
