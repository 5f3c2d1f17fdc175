"""Which articles of some pages become new rows, which change rows that are there, and which say nothing new: decided, and put into rows
that nobody has written yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from octavo.reading.summaries import is_summary
from octavo.site.library import models, rows
from octavo.site.library.awaiting import telling
from octavo.site.library.intents import Held, Intent, Word, decide, may_change
from octavo.site.library.keeping.gone import gone_among
from octavo.site.library.parts import Entry, Imported, Name, Part, Taken
from octavo.site.library.standing import word_of
from octavo.site.library.writing import new_row


class Standing(NamedTuple):
    """An article of the library: the number of its row, what a reader sees of it, its address, and who tells it. `gone`: it was taken out,
    and nobody has a say in it."""

    pk: int
    seen: str
    url: str
    word: Word
    gone: bool = False


@dataclass(slots=True)
class Plan:
    """What is to be written: new and changed rows with the entry that each has its text from, what the changed ones told before (see
    `awaiting.telling`), the earlier versions, and what came of each part."""

    added: dict[Name, tuple[models.Article, Entry]] = field(default_factory=dict)
    changed: dict[Name, tuple[models.Article, Entry]] = field(default_factory=dict)
    told: dict[Name, tuple[object, ...]] = field(default_factory=dict)
    versions: list[models.ArticleVersion] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)


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


def changeable(parts: Iterable[Part], standing: dict[Name, Standing]) -> dict[Name, models.Article]:
    """The rows of the articles that some entry may change."""
    others = {
        there.pk
        for part in parts for entry in part.entries
        if (there := standing.get((entry.key, part.specimen))) and is_fresh(part, entry, there)
    }
    found = models.Article.objects.filter(pk__in=others).select_related("page", "publisher").defer("page__body", "sketch")
    return {(row.key, row.specimen): row for row in found} if others else {}


def planned(parts: Sequence[Part], standing: dict[Name, Standing], known: dict[Name, models.Article]) -> Plan:
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
