"""The page of a difference: two texts of which one carries the other, what was cut, added and changed, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from octavo.grouping.copies.changes import ParagraphChange, Piece, changes
from octavo.site.library.models import Article
from octavo.site.paper.article_view import direction, language_tag
from octavo.site.paper.stories import carrying
from octavo.site.paper.stories.frame import stories_page
from octavo.site.paper.stories.shelf import printed

NOTES = {"cut": _("Cut"), "added": _("Added"), "moved": _("Moved"), "changed": _("Changed"), "kept": ""}
SPELLING = _("Spelling")
"""What is said beside a paragraph, by its kind; and beside one where nothing but that was changed."""


@require_safe
def difference(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """What the other article made of this one's text."""
    rows = Article.objects.select_related("publisher", "place__story")
    one = get_object_or_404(rows, pk=pk)
    two = get_object_or_404(rows, pk=other, specimen=one.specimen)
    place = getattr(two, "place", None)
    language = language_tag(two.language)
    made = changes(*(printed(each.pk, each.headline, each.text) for each in (one, two)))
    return stories_page(request, "difference.html", one.specimen, {
        "one": one,
        "two": two,
        "change": made,
        "sum": carrying.told(made),
        "paragraphs": [told(each) for each in made.paragraphs],
        "kinds": {kind for each in made.paragraphs for kind in _kinds(each)},
        "copy": bool(place and place.origin_id == one.pk),
        "story": place.story if place else None,
        "language": language,
        "direction": direction(language),
    })


def told(paragraph: ParagraphChange) -> tuple[str, str, list[Piece]]:
    """What is said beside a paragraph, its kind, and its pieces as one reads them."""
    return _note(paragraph), paragraph.kind, list(_read(paragraph.pieces))


def _note(paragraph: ParagraphChange) -> str:
    return str(SPELLING if paragraph.kind == "changed" and _kinds(paragraph) <= {"kept", "respelled"} else NOTES[paragraph.kind])


def _read(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces as one reads a correction: what is gone, then what stands for it."""
    added: list[Piece] = []
    for piece in pieces:
        if piece.kind not in ("added", "cut"):
            yield from added
            added = []
        if piece.kind == "added":
            added.append(piece)
        else:
            yield piece
    yield from added


def _kinds(paragraph: ParagraphChange) -> set[str]:
    return {piece.kind for piece in paragraph.pieces}
