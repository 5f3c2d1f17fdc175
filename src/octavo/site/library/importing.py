"""Pages and their articles into the library: what `intents` decides is carried out here.

A page is written in one transaction, a very long one (a feed of thousands of entries) in one transaction per CHUNK articles: killed
at any point, each article is there whole or not at all, and importing the page again completes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.utils import timezone

from octavo.article import Article, Page
from octavo.pipeline import read_page
from octavo.site.library import models, rows
from octavo.site.library.intents import Held, Intent, decide
from octavo.site.library.state import renew_state
from octavo.site.library.writing import explaining, writing
from octavo.words import count

CHUNK = 500
"""Articles in a transaction: some megabytes at most, and under half a second, so that other writers never wait long."""

FILES = "files"
"""The address of the source that all imported files belong to; each page's name says which file it was."""


Row = TypeVar("Row", models.Article, models.ArticleVersion)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many articles were new, changed, and already there."""

    added: int = 0
    changed: int = 0
    kept: int = 0

    def __add__(self, other: Imported) -> Imported:
        return Imported(self.added + other.added, self.changed + other.changed, self.kept + other.kept)

    def __str__(self) -> str:
        parts = [f"{count(self.added, 'article')} added"] if self.added else []
        parts += [f"{count(self.changed, 'article')} changed"] if self.changed else []
        parts += [f"{self.kept:,} already there"] if self.kept and parts else []
        return ", ".join(parts) or f"nothing new ({count(self.kept, 'article')} already there)"


@explaining()
def import_file(page: Page) -> Imported:
    """Read a page that was given as a file and import it. Raises InputError where there is nothing to read in it."""
    return import_page(page, read_page(page), source_of(models.Source.Kind.FILE, FILES, "Files"))


def source_of(kind: models.Source.Kind, address: str, title: str) -> models.Source:
    """The source of that address (at most 2,000 ASCII characters), made where there is none."""
    with writing():
        return models.Source.objects.get_or_create(address=address, defaults={"kind": kind, "title": title, "added": timezone.now()})[0]


def import_page(page: Page, articles: Sequence[Article], source: models.Source) -> Imported:
    """Put the page and the articles that were read from it, the main article first, into the library.

    The same bytes of the same address from the same source change nothing the second time. The number of queries depends on the
    number of chunks alone (on SQLite, where Django splits a long INSERT, on the number of articles in steps of about 35).
    """
    entries = once(articles)
    done = Imported(kept=len(articles) - len(entries))
    row = _stored(page, source)
    # Compressed before the transaction, so that other writers do not wait for it.
    fields = {} if row else rows.page_fields(page)
    for start in range(0, max(len(entries), 1), CHUNK):
        with writing():
            row = _stored(page, source) or models.FetchedPage.objects.create(source=source, **fields)
            if row.complete:
                return done + Imported(kept=len(entries) - start)
            done += carry_out(entries[start : start + CHUNK], row, specimen=source.kind == models.Source.Kind.SPECIMEN)
            if start + CHUNK >= len(entries):
                models.FetchedPage.objects.filter(pk=row.pk).update(complete=True)
    return done


def once(articles: Iterable[Article]) -> list[tuple[int, Article]]:
    """Articles -> (position, article), each id's first alone: a feed may name an address twice."""
    firsts: dict[str, tuple[int, Article]] = {}
    for position, article in enumerate(articles):
        firsts.setdefault(rows.key_of(article), (position, article))
    return list(firsts.values())


def _stored(page: Page, source: models.Source) -> models.FetchedPage | None:
    return models.FetchedPage.objects.defer("body").filter(source=source, digest=rows.digest_of(page)).first()


def carry_out(entries: Sequence[tuple[int, Article]], page: models.FetchedPage, *, specimen: bool) -> Imported:
    """(position, article) with distinct ids, read from that page -> the library, inside the caller's `writing()`.

    At most seven statements, whatever the number of entries: the articles and publishers that are there; new publishers and the
    publishers again; articles, versions and changed articles written; the library's state.
    """
    keys = {rows.key_of(article): (position, article) for position, article in entries}
    known = {row.key: row for row in _known(keys, specimen)}
    publishers = publishers_of(article for _, article in entries)
    added, changed, versions = [], [], []
    for key, (position, article) in keys.items():
        row = known.get(key)
        held = Held(rows.article_of(row), row.page.url, row.page.fetched) if row else None
        intent = decide(held, article, page.url, page.fetched)
        if intent is Intent.KEEP:
            continue
        if row is None:
            row = models.Article(key=key, specimen=specimen, arrived=page.fetched)
            added.append(row)
        else:
            if intent is Intent.REPLACE:
                versions.append(version_of(row, page))
            row.changed = page.fetched
            changed.append(row)
        put(row, article, position, page, publishers)
    models.Article.objects.bulk_create(added)
    models.ArticleVersion.objects.bulk_create(versions)
    save(changed)
    if added or changed:
        renew_state()
    return Imported(len(added), len(changed), len(keys) - len(added) - len(changed))


def _known(keys: Iterable[str], specimen: bool) -> Iterable[models.Article]:
    found = models.Article.objects.filter(key__in=list(keys), specimen=specimen)
    return found.select_related("page", "publisher").defer("page__body", "sketch")


def publishers_of(articles: Iterable[Article]) -> dict[str, models.Publisher]:
    """The publishers' rows by name, new ones made: three statements at most."""
    names = {name for article in articles if (name := rows.publisher_name(article))}
    found = _publishers(names)
    if missing := sorted(names - found.keys()):
        models.Publisher.objects.bulk_create([models.Publisher(name=name) for name in missing], ignore_conflicts=True)
        found |= _publishers(missing)
    return found


def _publishers(names: Iterable[str]) -> dict[str, models.Publisher]:
    return {publisher.name: publisher for publisher in models.Publisher.objects.filter(name__in=list(names))}


def put(row: models.Article, article: Article, position: int, page: models.FetchedPage, publishers: dict[str, models.Publisher]) -> None:
    """Set the row, not yet saved, to the article as that page has it; its key and the time of its arrival stay."""
    row.page, row.publisher = page, publishers.get(rows.publisher_name(article))
    for name, value in rows.article_fields(article, position, row.arrived).items():
        setattr(row, name, value)


def version_of(row: models.Article, page: models.FetchedPage) -> models.ArticleVersion:
    """The text of the row as it stands, as an earlier version that the page replaced."""
    text = {name: getattr(row, name) for name in rows.TEXT_FIELDS}
    return models.ArticleVersion(article=row, page=row.page, replaced=page.fetched, **text)


def save(changed: Sequence[Row]) -> None:
    """Write rows of one table that are there already, in one statement: an INSERT that updates, since Django's bulk_update is a CASE for
    each field."""
    if changed:
        model = type(changed[0])
        fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
        model._default_manager.bulk_create(changed, update_conflicts=True, unique_fields=["id"], update_fields=fields)
