"""An article as its page shows it: the table's row turned into blocks, names and notes. Pure but for the row it is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from octavo.addresses import web_address
from octavo.analysis import Span
from octavo.site.paper.words import parted

if TYPE_CHECKING:
    from octavo.site.library.models import Article, ArticleText

RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together: one paragraph, or the items of one list. `dateline` is true for the block that it stands before."""

    kind: str
    texts: tuple[str, ...]
    dateline: bool = False


def blocks(article: ArticleText, marked: Callable[[int, int], str] | None = None) -> list[Block]:
    """The paragraphs of an article; list items that follow one another are one list. `marked`: what stands for a part of its text."""
    cut = marked or (lambda start, end: article.text[start:end])
    found: list[Block] = []
    for kind, group in groupby(article.paragraphs, key=lambda span: span[0]):
        spans = [(start, end) for _, start, end in group]
        if kind == "list":
            found.append(Block("list", tuple(cut(*span) for span in spans)))
        else:
            found += [Block(kind, (cut(*part),)) for span in spans for part in _parts(article.text, *span)]
    first = next((place for place, block in enumerate(found) if block.kind == "text"), None)
    if first is not None and article.dateline_place:
        found[first] = Block("text", found[first].texts, dateline=True)
    return found


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Where the parts of a long paragraph stand (see `words.parted`)."""
    for part in parted(text[start:end]):
        start = text.index(part, start)
        yield start, start + len(part)
        start += len(part)


PARTIAL = {
    "summary": _("its source gives no more"),
    "paywall": _("the publisher’s page asks for a subscription"),
    "consent": _("the publisher’s page asks for consent first"),
    "blocked": _("the publisher’s page asks for a sign-in, or a proof that a person reads it"),
}
"""Why there is no more of an article, by what its row is marked with."""


def partial_note(partial: str, has_text: bool, pending: bool = False) -> str:
    """What stands under the text of a partial article, "" under that of a whole one. `pending`: its full text is still to be fetched."""
    if not partial:
        return ""
    what = gettext("This is a summary only") if partial == "summary" else gettext("This is the opening only")
    why = gettext("its full text is still to be fetched") if pending else PARTIAL[partial]
    return gettext("%(what)s: %(why)s.") % {"what": what if has_text else gettext("Only the headline came in"), "why": why}


def byline(article: Article) -> list[str]:
    """The names on an article, without those that stand above it anyway as its agency or publisher."""
    above = {article.agency, article.publisher.name if article.publisher else ""}
    return [name for name in article.byline if name not in above]


def outside_address(url: str) -> str:
    """The address if a reader may be sent there (see `octavo.addresses.web_address`), else ""."""
    return web_address(url) or ""


def language_tag(language: str) -> str:
    """A `lang` attribute from a language as the library keeps it; "" where it is no code."""
    return language if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?", language) else ""


def direction(language: str) -> str:
    """The `dir` attribute of a text in that language; "auto" where the language is not known."""
    if not language:
        return "auto"
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
