"""What readers save for later, and the names that they give to it. What is saved, tagged or highlighted stays in the library."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import datetime

from django.db.models import Count

from octavo.messages import message as _
from octavo.site.library.keeping_articles import keep, let_go
from octavo.site.library.models import Article
from octavo.site.library.writing import GoneMeanwhile, explaining, writing
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import Saved, Tag, Tagged
from octavo.site.readers.refusing import Refused

LONGEST = 60
"""Characters of a tag's name."""

MOST = 500
"""Tags of a reader."""

OF_ONE = 30
"""Tags of an article."""

_JOINERS = "\u200c\u200d"
"""Signs that nobody sees and that words of some scripts need."""


def save(reader: User, articles: Collection[int], now: datetime) -> None:
    """Save those articles for later; those that are saved keep their time, numbers of none are passed over.

    Raises GoneMeanwhile where there is none of them."""
    with writing():
        found = list(Article.objects.filter(pk__in=list(articles)).order_by("pk").values_list("pk", flat=True))
        if articles and not found:
            raise GoneMeanwhile
        Saved.objects.bulk_create([Saved(reader=reader, article_id=pk, at=now) for pk in found], ignore_conflicts=True)
        for pk in found:
            keep(pk, f"saved:{reader.pk}")


def unsave(reader: User, articles: Collection[int]) -> None:
    """Those articles are not saved any more; their tags stay."""
    with writing():
        Saved.objects.filter(reader=reader, article__in=list(articles)).delete()
        for pk in articles:
            let_go(pk, f"saved:{reader.pk}")


@explaining()
def saved_among(reader: User, articles: Collection[int]) -> frozenset[int]:
    """Which of those articles the reader has saved. One query."""
    return frozenset(Saved.objects.filter(reader=reader.pk, article__in=list(articles)).values_list("article", flat=True))


def name_of_tag(written: str) -> str:
    """What somebody wrote as a tag's name -> the name: on one line, without signs that nobody sees. Raises Refused where nothing is
    left, or too much."""
    cut = written[: 20 * LONGEST]
    shown = "".join(" " if unicodedata.category(each)[0] in "CZ" and each not in _JOINERS else each for each in cut)
    name = " ".join(unicodedata.normalize("NFC", shown).replace(",", " ").split())
    if not name:
        raise Refused(_("a tag needs a name of letters or figures"))
    if len(name) > LONGEST:
        raise Refused(_("“%(name)s…” is too long for a tag: it may have %(most)s characters", name=name[:20], most=LONGEST))
    return name


@explaining()
def tags_of(reader: User) -> list[tuple[Tag, int]]:
    """The reader's tags by name, each with how many articles have it. One query."""
    found = Tag.objects.filter(reader=reader).annotate(articles=Count("tagged")).order_by("folded")
    return [(tag, tag.articles) for tag in found]


@explaining()
def tags_on(reader: User, article: int) -> list[str]:
    """The names of the tags that the reader gave to an article, in order. One query."""
    return list(Tag.objects.filter(reader=reader.pk, tagged__article=article).order_by("folded").values_list("name", flat=True))


def tag(reader: User, article: int, names: Collection[str], now: datetime) -> None:
    """Those names, as `name_of_tag` gives them, are the article's tags, and no others. A tag that nothing has any more stays.

    Raises Refused where they are too many.
    """
    wanted = {_folded(name): name for name in names}
    if len(wanted) > OF_ONE:
        raise Refused(_("an article has at most %(most)s tags; these are %(many)s", most=OF_ONE, many=len(wanted)))
    with writing():
        known = {row.folded: row for row in Tag.objects.filter(reader=reader)}
        new = [Tag(reader=reader, name=name, folded=key) for key, name in wanted.items() if key not in known]
        if len(known) + len(new) > MOST:
            raise Refused(_("%(most)s tags are the most that somebody can have: remove one first", most=MOST))
        known |= {row.folded: row for row in Tag.objects.bulk_create(new)}
        Tagged.objects.filter(tag__reader=reader, article=article).exclude(tag__folded__in=wanted).delete()
        rows = [Tagged(tag=known[key], article_id=article, at=now) for key in wanted]
        Tagged.objects.bulk_create(rows, ignore_conflicts=True)
        _kept(reader, [article])


def rename_tag(reader: User, number: int, name: str) -> Tag | None:
    """Give a tag another name; where another tag has that one, both are one from then on. None where the reader has none of that number."""
    with writing():
        row = Tag.objects.filter(reader=reader, pk=number).first()
        if row is None:
            return None
        other = Tag.objects.filter(reader=reader, folded=_folded(name)).exclude(pk=number).first()
        if other is None:
            row.name, row.folded = name, _folded(name)
            row.save()
            return row
        there = Tagged.objects.filter(tag=other).values("article")
        Tagged.objects.filter(tag=row).exclude(article__in=there).update(tag=other)
        row.delete()
        return other


def remove_tag(reader: User, number: int) -> bool:
    """Take a tag from all articles; False where the reader has none of that number."""
    with writing():
        row = Tag.objects.filter(reader=reader, pk=number).first()
        if row is None:
            return False
        articles = list(row.tagged.values_list("article", flat=True))
        row.delete()
        _kept(reader, articles)
    return True


def _kept(reader: User, articles: Collection[int]) -> None:
    """Those that have a tag are kept, the others are not kept for that."""
    tagged = set(Tagged.objects.filter(tag__reader=reader, article__in=list(articles)).values_list("article", flat=True))
    for pk in articles:
        (keep if pk in tagged else let_go)(pk, f"tagged:{reader.pk}")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()[:200]
