"""What rooms that know no language say, in the language of the page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext

from octavo.errors import InputError
from octavo.fetching.failures import FetchError
from octavo.messages import Message, Tongue


def in_words(said: str | Promise) -> str:
    """A message in the language of the page; any other text as it stands."""
    return said.said(PAGE) if isinstance(said, Message) else str(said)


def error_in_words(error: Exception) -> str:
    """An error as a page says it beside what it is about: what happened, and what to do next."""
    if isinstance(error, FetchError | InputError):
        what, advice = (in_words(part).rstrip(".") for part in (error.problem, error.advice))
        return f"{capfirst(what)}." + (f" {advice}." if advice else "")
    return in_words(error.args[0]) if error.args and isinstance(error.args[0], str) else str(error)


def speaks_english() -> bool:
    """Whether the page is in the language in which problems are kept."""
    return (get_language() or "en").partition("-")[0] == "en"


def as_met(problem: str) -> str:
    """A problem as it was met and kept, in English: quoted where the page speaks another language."""
    return problem if speaks_english() or not problem else format_html('<q lang="en" dir="ltr">{}</q>', problem)


def sentence(pattern: str, **values: str) -> SafeString:
    """A sentence of the paper with values in it that may be HTML."""
    return mark_safe(escape(pattern) % {name: conditional_escape(value) for name, value in values.items()})  # noqa: S308 - all is escaped


def numeral(number: int) -> str:
    """A whole number as the language of the page writes it: "12,000"."""
    return number_format(number, 0, use_l10n=True, force_grouping=True)


def joined(names: Sequence[str]) -> str:
    """"a", "a and b", "a, b and c" in the language of the page; nothing for no names."""
    if len(names) < 2:
        return "".join(names)
    return gettext("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


PAGE = Tongue(gettext, ngettext, numeral, joined)
"""The language of the page that is being made."""
