"""What `intents` decides about the articles of some pages, carried out inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

from octavo.article import Article
from octavo.site.library import models, rows
from octavo.site.library.awaiting import expect, telling
from octavo.site.library.bodies import pack
from octavo.site.library.keeping.gone import still_listed
from octavo.site.library.parts import Name, Part, Taken
from octavo.site.library.planning import Plan, changeable, planned, standing_of
from octavo.site.library.state import renew_state
from octavo.site.library.unplaced import expect_places
from octavo.site.library.writing import insert, save


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
    plan = planned(parts, standing, changeable(parts, standing))
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


