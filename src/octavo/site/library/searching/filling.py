"""The articles that were in the library before it had an index are indexed, the newest first, in steps."""

from __future__ import annotations

from django.db.models import Max

from octavo.site.library.models import Article
from octavo.site.library.searching.index import index
from octavo.site.library.writing import writing

STEP = 500
"""Numbers of articles that go in a transaction: under half a second, so that other writers never wait long."""


def fill_index() -> None:
    """Index all articles that are not yet. Cut off at any moment, what was done is done, and calling it again goes on."""
    last = Article.objects.aggregate(last=Max("pk"))["last"] or 0
    while last > 0:
        with writing():
            index().fill(last - STEP + 1, last)
        last -= STEP


def make_index_anew() -> None:
    """Throw the index away and index all articles."""
    with writing():
        index().remove()
        index().make()
    fill_index()
