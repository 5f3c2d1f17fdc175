"""`octavo reread`: every page in the library read again with today's reading.

It is the same page, better read: texts are set in place, no version is made, and an article keeps its row and its address. A text that a
later page has replaced is an earlier version, and stays one. Articles that are found for the first time are added. An article that is
no longer read from its page is kept as it is: nothing that a reader has seen is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Length

from octavo.article import Article
from octavo.errors import InputError, OctavoError
from octavo.grouping.copies.sketch import sketch, unpack
from octavo.pipeline import read_page
from octavo.site.library import models, rows
from octavo.site.library.awaiting import TELLING, expect
from octavo.site.library.bodies import Bases
from octavo.site.library.carrying import carry_out, publishers_of
from octavo.site.library.importing import CHUNK
from octavo.site.library.intents import completing, seen
from octavo.site.library.matching import Mark, match
from octavo.site.library.parts import Entry, Part, Placed, once
from octavo.site.library.state import renew_state
from octavo.site.library.unplaced import expect_places
from octavo.site.library.writing import explaining, save, writing
from octavo.words import count

Row = models.Article | models.ArticleVersion


@dataclass(frozen=True, slots=True)
class Reread:
    """How many pages were read again, how many articles are new or read differently, and how many pages could not be read."""

    pages: int
    changed: int
    failed: int

    def __str__(self) -> str:
        failed = f", {count(self.failed, 'page')} failed" if self.failed else ""
        return f"{count(self.pages, 'page')} read again, {count(self.changed, 'article')} changed{failed}"


@explaining()
def reread(progress: Callable[[int, int], None], complain: Callable[[OctavoError], object]) -> Reread:
    """Read all pages again, oldest first, one at a time.

    `progress` is called with the number of pages done and of all; `complain` with an error that names the page for each one that cannot
    be read, which never stops the rest.
    """
    # Those that are kept no longer have no bytes left to read, see `octavo.site.library.keeping`.
    full = models.FetchedPage.objects.annotate(size=Length("body")).filter(size__gt=0)
    keys = list(full.order_by("fetched", "pk").values_list("pk", flat=True))
    changed = failed = 0
    bases = Bases()
    for done, key in enumerate(keys, 1):
        page = models.FetchedPage.objects.select_related("source").get(pk=key)
        try:
            articles = _read(page, bases)
        except OctavoError as error:
            complain(error)
            failed += 1
        else:
            changed += renew(page, articles)
        progress(done, len(keys))
    return Reread(len(keys), changed, failed)


def _read(page: models.FetchedPage, bases: Bases) -> tuple[Article, ...]:
    try:
        return read_page(rows.page_of(page, bases))
    except OctavoError:
        raise
    except Exception as error:
        # A fault of the reading that one page brings out must not keep the others from being read.
        problem = f"page {page.pk} cannot be read ({type(error).__name__}: {error})"
        raise InputError(str(page), problem, "It stays as it was. Please report it with the page") from error


def renew(page: models.FetchedPage, articles: Sequence[Article]) -> int:
    """Set what the library has from that page to the articles just read from it; returns how many are new or changed."""
    entries = once(articles)
    specimen = page.source.kind == models.Source.Kind.SPECIMEN
    partners = _partners(page, entries, specimen)
    changed = 0
    for start in range(0, len(entries), CHUNK):
        chunk = entries[start : start + CHUNK]
        known = [(entry, partners[entry[0]]) for entry in chunk if entry[0] in partners]
        with writing():
            changed += _renew_articles(page, {pk: entry for entry, (model, pk) in known if model is models.Article}, specimen)
            changed += _renew_versions(page, {pk: entry for entry, (model, pk) in known if model is models.ArticleVersion})
            rest = [Entry(position, article) for position, article in chunk if position not in partners]
            imported = carry_out([Part(page, rest, specimen)])[0].imported
            changed += imported.added + imported.changed
    models.FetchedPage.objects.filter(pk=page.pk, complete=False).update(complete=True)
    return changed


def _partners(page: models.FetchedPage, entries: Sequence[Placed], specimen: bool) -> dict[int, tuple[type[Row], int]]:
    """Position of an article just read -> the row, an article's or an earlier version's, that holds its text from this page."""
    held: list[Mark] = []
    found: list[tuple[type[Row], int]] = []
    standing = models.Article.objects.filter(page=page).values_list("pk", "key", "headline", "position", "sketch")
    for pk, key, headline, position, packed in standing.iterator():
        held.append(Mark(key, headline, position, unpack(packed)))
        found.append((models.Article, pk))
    replaced = models.ArticleVersion.objects.filter(page=page).values_list("pk", "article__key", "headline", "text")
    for pk, key, headline, text in replaced.iterator():
        # Its place on the page is not kept: one that no article has.
        held.append(Mark(key, headline, -pk, sketch(text)))
        found.append((models.ArticleVersion, pk))
    elsewhere = _elsewhere(page, entries, specimen) - {mark.key for mark in held}
    read = [(position, article) for position, article in entries if rows.key_of(article) not in elsewhere]
    marks = [Mark(rows.key_of(article), rows.storable(article.headline), position, sketch(article.text)) for position, article in read]
    return {read[new][0]: found[old] for new, old in match(marks, held).items()}


def _elsewhere(page: models.FetchedPage, entries: Sequence[Placed], specimen: bool) -> set[str]:
    """The ids among those just read that another page's article has: such an article is never taken for one of this page."""
    found: set[str] = set()
    for start in range(0, len(entries), CHUNK):
        keys = [rows.key_of(article) for _, article in entries[start : start + CHUNK]]
        found.update(models.Article.objects.filter(key__in=keys, specimen=specimen).exclude(page=page).values_list("key", flat=True))
    return found


def _renew_articles(page: models.FetchedPage, entries: Mapping[int, Placed], specimen: bool) -> int:
    """Set the rows, where they still stand as this page has them. Those that the page was fetched for keep what a feed says of them."""
    standing = list(models.Article.objects.filter(pk__in=list(entries), page=page).select_related("publisher"))
    entries = {**entries, **_completing(standing, entries)}
    publishers = publishers_of(article for _, article in entries.values())
    keys = {rows.key_of(entries[row.pk][1]) for row in standing} - {row.key for row in standing}
    taken = set(models.Article.objects.filter(key__in=keys, specimen=specimen).values_list("key", flat=True))
    written: list[models.Article] = []
    told: list[models.Article] = []
    changed = 0
    for row in standing:
        position, article = entries[row.pk]
        publisher = publishers.get(rows.publisher_name(article))
        fields = rows.article_fields(article, position, seen(article)) | {"publisher_id": publisher and publisher.pk}
        fields["ranked"] = rows.ranking(fields["published"], row.arrived)
        if (key := rows.key_of(article)) not in taken:
            fields["key"] = key
        if different := _set(row, fields):
            written.append(row)
            told += [row] if different & TELLING else []
            changed += different != {"seen"}  # an earlier Octavo left it empty
    save(written)
    expect([], told)
    expect_places([], written)
    if changed:
        renew_state()
    return changed


def _completing(standing: Sequence[models.Article], entries: Mapping[int, Placed]) -> dict[int, Placed]:
    """The entries of those rows whose own page was followed: a feed may name an article by another address than its page does."""
    return {row.pk: (entries[row.pk][0], completing(rows.article_of(row), entries[row.pk][1])) for row in standing if row.followed}


def _renew_versions(page: models.FetchedPage, entries: Mapping[int, Placed]) -> int:
    earlier = list(models.ArticleVersion.objects.filter(pk__in=list(entries), page=page))
    changed = [row for row in earlier if _set(row, rows.text_fields(entries[row.pk][1]))]
    save(changed)
    return len(changed)


def _set(row: Row, fields: Mapping[str, Any]) -> set[str]:
    """Set the row, not yet saved; returns the names of what is different."""
    # PostgreSQL hands bytes out as a memoryview, which equals them.
    different = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    return set(different)
