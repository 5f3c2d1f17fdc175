"""Every page of the site, by its URLconf, in a generated library: so that what holds for all of them holds for a new one too.

A page that needs a number or a name of something gets one from EXAMPLES, by how its address begins; where that page is not there, the test
says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.pages_text import Shape

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.test import Client
    from django.urls import URLPattern, URLResolver

EXAMPLES = {
    "article/<int:pk>": "article",
    "article/<int:pk>/difference/<int:other>": "copy",
    "story/<int:pk>": "story",
    "speakers/<int:pk>": "speaker",
    "speakers/<int:pk>/feed/<str:key>": "feed-key",
    "reading/folder/<path:name>": "Folder",
    "reading/tags/<int:pk>": "tag",
    "reading/highlights/<int:pk>": "highlight",
    "reading/actions/<int:pk>": "article",
    "mutes/<int:pk>": "rule",
    "comments/on/article/<int:pk>": "article",
    "comments/on/story/<int:pk>": "story",
    "comments/<int:pk>": "comment",
    "comments/readers/<int:pk>": "reader",
    "search/saved/<int:pk>": "search",
    "search/saved/<int:pk>/feed/<str:key>": "search-key",
    "section/<str:slug>": "world",
    "images/<int:pk>/<int:width>": "480",
    "settings/readers/<int:pk>": "reader",
}
"""What stands in a page's address where the URLconf has a converter: itself, or the name of what `numbers` knows; else 1."""
OTHERWISE = {
    "images/<int:pk>/<int:width>/": 404,
    "article/<int:pk>/translation/": 404,
    "sources/owners/change/": 404,
    "sources/owners/remove/": 404,
    "sources/owners/put-back/": 404,
    "sign-in/again/": 403,
    "sign-up/": 403,
    "sign-up/<str:key>/": 403,
    "settings/signing-in/passkeys/add/": 403,
    "settings/signing-in/passkeys/<int:pk>/remove/": 403,
}
"""What pages answer that have nothing for whoever asks: the article has no picture and no translation, nothing was said of owners, the
reader is in without having signed in, and nobody may join."""
SMALL = Shape(block=60, largest=12)
LARGE = Shape(block=600, largest=120)
_CONVERTER = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Visited:
    """A page that was asked for: its place in the URLconf, its address, what it answered."""

    route: str
    address: str
    response: HttpResponseBase


def fill(shape: Shape) -> None:
    """Fill the empty library with one block of that shape; sources, readers, what these do and what they say are as many times more."""
    from benchmarks.pages_library import Filling
    from benchmarks.pages_readers import populate
    from octavo.site.library.models import Source
    from octavo.site.library.state import renew_state

    share = shape.block // SMALL.block
    for _ in Filling(shape.block, shape, feeds=6 * share, readers=2 + share).fill():
        pass
    Source.objects.filter(pk__lte=3 * share).update(folder="Folder")
    populate(shape.block)
    _own(share)
    renew_state()


def _own(many: int) -> None:
    """What the owner has besides: invitations, and rules that hide nothing of the pages that are compared; all articles but one have
    pictures, so that the lead has."""
    from benchmarks.pages_library import LAST
    from octavo.site.library.models import Article
    from octavo.site.readers.models import Invitation
    from octavo.site.readers.muting.keeping import put
    from octavo.site.readers.muting.wishing import wish
    from octavo.site.readers.owner import owner

    put(owner(), [wish("mute", "words", f"unwritten{number}", places=("headline", "text")) for number in range(many)], LAST)
    Article.objects.filter(pk=1).update(image=None)
    Article.objects.filter(pk__gt=1).update(image={"url": "https://paper1.example/1.jpg", "alt": "", "caption": "", "credit": ""})
    Invitation.objects.bulk_create([Invitation(made=LAST, expires=LAST, whom=f"Guest {number}") for number in range(many)])


def numbers() -> dict[str, Any]:
    """What the examples that are not given as they are stand for in the library as it is."""
    from octavo.site.library.models import Place, Speaker, Story
    from octavo.site.paper.searching.feed import key_of as key_of_search
    from octavo.site.paper.speakers.keys import key_of
    from octavo.site.readers.comments.models import Comment
    from octavo.site.readers.models import User
    from octavo.site.readers.muting.models import ReaderRule
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.models import Highlight, Tag
    from octavo.site.readers.searches.models import SavedSearch

    me = owner()
    copy = Place.objects.filter(origin__isnull=False).order_by("-article")[0]
    speaker = Speaker.objects.order_by("-total", "pk")[0]
    search = SavedSearch.objects.filter(reader=me)[0]
    return {
        "article": copy.origin_id,
        "copy": copy.pk,
        "story": Story.objects.order_by("-size", "pk")[0].pk,
        "speaker": speaker.pk,
        "feed-key": key_of(speaker),
        "tag": Tag.objects.filter(reader=me)[0].pk,
        "highlight": Highlight.objects.filter(reader=me)[0].pk,
        "search": search.pk,
        "search-key": key_of_search(search),
        "rule": ReaderRule.objects.filter(reader=me)[0].pk,
        "comment": Comment.objects.filter(writer=me, article__isnull=False)[0].pk,
        "reader": User.objects.exclude(pk=me.pk)[0].pk,
    }


def visit(client: Client) -> Iterator[Visited]:
    """Ask for every page with GET, in the order of the URLconf. What answers 405 is no page but a deed, and is left out."""
    for route, address in addresses().items():
        response = client.get(address)
        if response.status_code == 405:
            continue
        good = {OTHERWISE[route]} if route in OTHERWISE else {200, 302, 303}
        assert response.status_code in good, f"{address} answers {response.status_code}: has EXAMPLES of tests/site/walk.py one for it?"
        yield Visited(route, address, response)


def addresses() -> dict[str, str]:
    """The route of each page, and of each deed, with an address of it in the library as it is."""
    known = numbers()
    return {route: "/" + _filled(route, known) for route in routes()}


def routes() -> list[str]:
    """The route of each page, once, in the order of the URLconf: "article/<int:pk>/"."""
    from django.urls import get_resolver

    return list(dict.fromkeys(_below(get_resolver().url_patterns, "")))


def _below(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        route = before + _plain(str(pattern.pattern))
        inner = getattr(pattern, "url_patterns", None)
        yield from [route] if inner is None else _below(inner, route)


def _plain(pattern: str) -> str:
    """A regular expression as a route: `^renew/(?P<key>\\w+)/$` is `renew/<key>/`."""
    return re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", pattern.removeprefix("^").removesuffix("$"))


def _filled(route: str, known: dict[str, Any]) -> str:
    def example(found: re.Match[str]) -> str:
        named = EXAMPLES.get(route[: found.end()], "1")
        return str(known.get(named, named))

    return _CONVERTER.sub(example, route)
