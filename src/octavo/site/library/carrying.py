"""What `intents` decides about the articles of some pages, carried out inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Model

from octavo.article import Article, Page
from octavo.reading.summaries import is_summary
from octavo.site.library import models, rows
from octavo.site.library.awaiting import expect, telling
from octavo.site.library.bodies import pack
from octavo.site.library.intents import Held, Intent, Word, decide, may_change, seen
from octavo.site.library.keeping.gone import gone_among, still_listed
from octavo.site.library.standing import word_of
from octavo.site.library.state import renew_state
from octavo.site.library.unplaced import expect_places
from octavo.site.library.writing import insert, new_row
from octavo.words import count

Row = TypeVar("Row", bound=Model)

Placed = tuple[int, Article]
"""An Article just read and its place on the page."""

Name = tuple[str, bool]
"""What names an article in the library: its key, and whether it belongs to the specimen edition."""


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


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a page: the numbers, and the rows, saved, of its new articles and of those that were a stranger's until it told them."""

    imported: Imported = Imported()
    added: tuple[models.Article, ...] = ()
    came_home: tuple[models.Article, ...] = ()

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.imported + other.imported, self.added + other.added, self.came_home + other.came_home)


class Standing(NamedTuple):
    """An article of the library: the number of its row, what a reader sees of it, its address, and who tells it. `gone`: it was taken out,
    and nobody has a say in it."""

    pk: int
    seen: str
    url: str
    word: Word
    gone: bool = False


@dataclass(frozen=True)
class Entry:
    """An Article just read and its place on the page, with what the library makes of it: made when first asked for, once."""

    position: int
    article: Article

    @cached_property
    def key(self) -> str:
        """Its id, as it is stored."""
        return rows.key_of(self.article)

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The fields of its row, see `rows.article_fields`."""
        return rows.article_fields(self.article, self.position, self.seen)

    @cached_property
    def seen(self) -> str:
        """What a reader sees of it, see `intents.seen`."""
        return seen(self.article)

    def make(self) -> None:
        """Have all of it made, so that it need not be when others wait."""
        _ = self.fields


@dataclass(slots=True)
class Part:
    """A page, or a part of a very long one, that is to be carried out: the row of the page, and entries with distinct keys.

    A row without a primary key is not in the library yet: it is written where something was taken from it, or `keep` says so; `page`
    is what its body is then made of.
    """

    row: models.FetchedPage
    entries: Sequence[Entry]
    specimen: bool
    page: Page | None = None
    keep: bool = False


@dataclass(slots=True)
class Plan:
    """What is to be written: new and changed rows with the entry that each has its text from, what the changed ones told before (see
    `awaiting.telling`), the earlier versions, and what came of each part."""

    added: dict[Name, tuple[models.Article, Entry]] = field(default_factory=dict)
    changed: dict[Name, tuple[models.Article, Entry]] = field(default_factory=dict)
    told: dict[Name, tuple[object, ...]] = field(default_factory=dict)
    versions: list[models.ArticleVersion] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)


def once(articles: Iterable[Article]) -> list[Placed]:
    """Articles -> (position, article), each id's first alone: a feed may name an address twice."""
    firsts: dict[str, Placed] = {}
    for position, article in enumerate(articles):
        firsts.setdefault(rows.key_of(article), (position, article))
    return list(firsts.values())


def carry_out(parts: Sequence[Part]) -> list[Taken]:
    """The entries of those parts, one part after the other -> the library, inside the caller's `writing()`.

    At most 22 statements, whatever the number of parts and entries (where Django splits a long INSERT, one for each piece): which
    articles are there, which were taken out (and that they are listed), and those that may have changed; the publishers, new ones, and
    the publishers again; pages and articles written, and the numbers that these got; versions and changed articles written; which articles
    wait to be analysed, and what was found in those that changed; which wait to be placed; the library's state.
    """
    standing = standing_of(parts)
    if gone := [key for (key, _), there in standing.items() if there.gone]:
        still_listed(gone, max(part.row.fetched for part in parts))
    plan = _planned(parts, standing, _may_change(parts, standing))
    _store_pages(parts, plan)
    put = [*plan.added.values(), *plan.changed.values()]
    publishers = publishers_of(entry.article for _, entry in put)
    for row, entry in put:
        row.page = row.page  # It may have been written just now.
        row.publisher = publishers.get(rows.publisher_name(entry.article))
    _add({name: row for name, (row, _) in plan.added.items()})
    for version in plan.versions:
        version.article, version.page = version.article, version.page
    models.ArticleVersion.objects.bulk_create(plan.versions)
    save([row for row, _ in plan.changed.values()])
    expect([row for row, _ in plan.added.values()], [row for name, (row, _) in plan.changed.items() if telling(row) != plan.told[name]])
    expect_places([row for row, _ in plan.added.values()], [row for row, _ in plan.changed.values()])
    if put:
        renew_state()
    return plan.taken


def standing_of(parts: Iterable[Part]) -> dict[Name, Standing]:
    """Those articles of the parts that are in the library, and those that were taken out of it."""
    keys = {entry.key for part in parts for entry in part.entries}
    columns = ("key", "specimen", "pk", "seen", "url", "at_home", "page__source_id")
    found = models.Article.objects.filter(key__in=keys).values_list(*columns)
    there = {(key, specimen): Standing(pk, said, url, Word(home, source)) for key, specimen, pk, said, url, home, source in found}
    new = {entry.key for part in parts if not part.specimen for entry in part.entries if (entry.key, False) not in there}
    return there | {(key, False): Standing(0, "", "", Word(False, 0), gone=True) for key in gone_among(new)}


def is_fresh(part: Part, entry: Entry, there: Standing | None) -> bool:
    """Whether the entry may say what the library does not hold, and may change it: something else, or the same as its own site has it."""
    if there is None:
        return True
    if there.gone:
        return False
    if there.word.at_home and there.seen == entry.seen:
        return False
    word = _word(part, entry, there.url)
    return may_change(there.word, word) and (word.at_home != there.word.at_home or there.seen != entry.seen)


def _word(part: Part, entry: Entry, held_url: str) -> Word:
    return word_of(entry.key, (entry.article.url, held_url), part.row.url, part.row.source)


def _may_change(parts: Iterable[Part], standing: dict[Name, Standing]) -> dict[Name, models.Article]:
    """The rows of the articles that some entry may change."""
    others = {
        there.pk
        for part in parts for entry in part.entries
        if (there := standing.get((entry.key, part.specimen))) and is_fresh(part, entry, there)
    }
    found = models.Article.objects.filter(pk__in=others).select_related("page", "publisher").defer("page__body", "sketch")
    return {(row.key, row.specimen): row for row in found} if others else {}


def _planned(parts: Sequence[Part], standing: dict[Name, Standing], known: dict[Name, models.Article]) -> Plan:
    """Decide about each entry. `known` grows by the new rows: an article that stands on two of the pages ends as if they had been
    imported one after the other."""
    plan = Plan()
    for part in parts:
        added, came_home, changed = [], [], 0
        for entry in part.entries:
            name = (entry.key, part.specimen)
            row = known.get(name)
            if row is None and name in standing:
                continue  # It says what the library holds, or has no say, or was taken out.
            word = _word(part, entry, row.url if row else "")
            intent = decide(_held(row) if row else None, entry.article, part.row.url, part.row.fetched, word)
            if intent is Intent.KEEP:
                continue
            if row is None:
                row = known[name] = new_row(models.Article, key=entry.key, specimen=part.specimen, arrived=part.row.fetched)
                added.append(row)
                plan.added[name] = (row, entry)
            else:
                if intent is Intent.REPLACE:
                    plan.versions.append(version_of(row, part.row))
                if row.seen != entry.seen:
                    row.changed = part.row.fetched
                    changed += 1
                if word.at_home and not row.at_home:
                    came_home.append(row)
                plan.told.setdefault(name, telling(row))
                (plan.added if name in plan.added else plan.changed)[name] = (row, entry)
            put(row, entry, part.row)
            row.at_home = word.at_home
        imported = Imported(len(added), changed, len(part.entries) - len(added) - changed)
        plan.taken.append(Taken(imported, tuple(added), tuple(came_home)))
    return plan


def _held(row: models.Article) -> Held:
    word = Word(row.at_home, row.page.source_id)
    return Held(rows.article_of(row), row.page.url, row.page.fetched, bool(row.partial), word)


def _add(new: dict[Name, models.Article]) -> None:
    """Write new rows, and learn the numbers that they got."""
    insert(list(new.values()))
    keys = {key for key, _ in new}
    numbers = models.Article.objects.filter(key__in=keys).values_list("key", "specimen", "pk") if new else ()
    for key, specimen, pk in numbers:
        if (key, specimen) in new:
            row = new[key, specimen]
            row.pk, row._state.adding, row._state.db = pk, False, connection.alias


def _store_pages(parts: Sequence[Part], plan: Plan) -> None:
    """Write the rows of the pages that something was taken from, or that are to be kept anyway."""
    new = []
    for part, taken in zip(parts, plan.taken, strict=True):
        if not part.row.pk and (part.keep or taken.imported.added or taken.imported.changed or taken.came_home):
            new.append(part)
    pack_bodies(new)
    models.FetchedPage.objects.bulk_create([part.row for part in new])


def pack_bodies(parts: Iterable[Part]) -> None:
    """Have the bodies of pages ready to be written; nothing where they are. One query at most."""
    pack((part.row, part.page.body) for part in parts if part.page and not part.row.pk)


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


def put(row: models.Article, entry: Entry, page: models.FetchedPage) -> None:
    """Set the row, not yet saved, to the article as that page has it; its key, its publisher and the time of its arrival stay.

    A mark that it is partial stays while its text is no more than a summary.
    """
    row.page = page
    row.partial = row.partial if row.partial and is_summary(entry.article) else ""
    for name, value in entry.fields.items():
        setattr(row, name, value)
    row.ranked = rows.ranking(row.published, row.arrived)


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
        model._default_manager.bulk_create(changed, update_conflicts=True, unique_fields=[model._meta.pk.name], update_fields=fields)
