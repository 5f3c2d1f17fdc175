"""Sentences for people that another language can say too, made where nothing knows in which language they will be read.

They are English as they stand, for the command line and for whoever imports Octavo; the site asks them for the sentence in the language of
a page (`octavo.site.messages.in_words`). Import these functions by the names that gettext's tools look for:

    from octavo.messages import gettext_noop
    from octavo.messages import message as _
    from octavo.messages import messages as ngettext
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its sentence for one of ours, for one of two by a number, how it writes a number, and names one behind the other."""

    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]
    numeral: Callable[[int], str]
    joined: Callable[[Sequence[str]], str]


class Message(str):
    """A sentence, or a part of one, in English; it knows what it was made of.

    Numbers, lists and messages among its values are said as each language says them.
    """

    _made_of: tuple[str, dict[str, Any], str, int]

    def __new__(cls, one: str, values: dict[str, Any], many: str = "", number: int = 1) -> Message:
        """`one` and, for all numbers but one, `many` are patterns as `%` takes them, with named values."""
        made = super().__new__(cls, _filled(ENGLISH, one, values, many, number))
        made._made_of = one, values, many, number
        return made

    def __getnewargs__(self) -> tuple[str, dict[str, Any], str, int]:  # type: ignore[override]
        return self._made_of

    def said(self, tongue: Tongue) -> str:
        """The sentence in that language."""
        return _filled(tongue, *self._made_of)


def message(pattern: str, /, **values: Any) -> Message:
    """A sentence: `_("it is longer than %(most)s characters", most=300)`. A percent sign in it is written twice."""
    return Message(pattern, values)


def messages(one: str, many: str, number: int, /, **values: Any) -> Message:
    """The sentence for that number, which stands in both as `%(n)s`: `ngettext("%(n)s paper", "%(n)s papers", 3)`."""
    return Message(one, {"n": number} | values, many, number)


def gettext_noop(pattern: str) -> str:
    """Mark a pattern that `Message` takes later."""
    return pattern


def joined(names: Sequence[str]) -> str:
    """"a", "a and b", "a, b and c"; nothing for no names."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


ENGLISH = Tongue(str, lambda one, many, number: one if number == 1 else many, lambda number: f"{number:,}", joined)


def _filled(tongue: Tongue, one: str, values: dict[str, Any], many: str, number: int) -> str:
    said = tongue.ngettext(one, many, number) if many else tongue.gettext(one)
    return said % {name: _value(tongue, value) for name, value in values.items()}


def _value(tongue: Tongue, value: Any) -> Any:
    if isinstance(value, Message):
        return value.said(tongue)
    if type(value) is int:
        return tongue.numeral(value)
    return tongue.joined([_value(tongue, each) for each in value]) if isinstance(value, list | tuple) else value
