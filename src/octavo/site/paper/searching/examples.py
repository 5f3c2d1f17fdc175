"""What can be asked for, each with an example that is one click away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Example:
    """A query, and what it finds."""

    query: str
    finds: str | _StrPromise

    @property
    def parameters(self) -> str:
        """The query as an address says it."""
        return urlencode({"q": self.query})


EXAMPLES = (
    Example("ferry harbour", _("both words, in any form and any order")),
    Example('"ran aground"', _("a phrase")),
    Example("ferry OR tug", _("one of them at least")),
    Example("ferry -harbour", _("without a word")),
    Example("in:headline ferry", _("in headlines alone; in: takes a section too, as in in:politics")),
    Example('person:"Ines Dahl"', _("who is named in the article, or speaks there")),
    Example("said:Dahl ferry", _("what somebody said: words behind the name are sought in it")),
    Example("publisher:Pilot", _("what a paper shows")),
    Example("agency:Northwire", _("what an agency wrote, wherever it stands")),
    Example("ferry after:yesterday", _("from a day on; before: up to a day. Days are 2026-03-01, 2026-03, yesterday or Monday, and yours")),
    Example("has:copies ferry", _("texts that several papers carry")),
)
