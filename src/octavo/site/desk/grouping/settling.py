"""Whose texts the articles of a story carry, and which headline stands for it, once they are known together. As they came the first was
the origin; among all of them it is the agency's own text where one is credited, and the earliest else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from octavo.article import Article
from octavo.grouping.copies.placing import Carrier, carrier
from octavo.grouping.copies.settling import CopyGroup, carried, settle
from octavo.grouping.owners import Owners
from octavo.grouping.stories.facts import Report, headline
from octavo.site.library.models import ArticleVersion, Place
from octavo.site.library.placing import Text
from octavo.site.library.rows import article_of, fitting


def settled(places: Sequence[Place], owners: Owners | None = None) -> list[Text]:
    """Articles of one story, each with its article and publisher -> whose text each carries. One that carries a text which is not among
    these is left out."""
    known = owners or Owners()
    here = {place.pk for place in places}
    articles = {
        str(place.pk): replace(article_of(place.article), id=str(place.pk))
        for place in sorted(places, key=lambda each: each.pk) if {place.origin_id, place.earlier_id} <= {*here, None}
    }
    agencies = {article.agency.casefold(): article.agency for article in articles.values() if article.agency}
    carriers = {name: _carrier(article, agencies) for name, article in articles.items()}
    # Without their texts: of an article that comes again the newest text counts, and the earliest time.
    versions = ArticleVersion.objects.filter(article__in=[int(name) for name in articles]).values_list("article_id", "published")
    before = [replace(carriers[str(article)], published=published) for article, published in versions]
    groups = settle(sorted((*before, *carriers.values()), key=lambda each: int(each.id)), known)
    told = carried(groups, {str(place.pk): place.outlet for place in places})
    return [
        Text(int(name), _number(told[name].copy_of), _number(told[name].version_of), voice)
        for group in groups for voice in [_voice(articles[group.origin], group, agencies, known)] for name in (group.origin, *group.others)
    ]


def lead_of(places: Sequence[Place], texts: Iterable[Text]) -> int | None:
    """Articles of one story, each with its article and publisher, and whose texts they carry -> the number of that whose headline is the
    story's; None for no articles."""
    told = {text.article: text for text in texts}
    reports = []
    for place in sorted(places, key=lambda each: (each.article.ranked, each.pk)):
        article, text = place.article, told.get(place.pk)
        origin, voice = (text.origin, text.voice) if text else (place.origin_id, place.voice)
        name = article.publisher.name if article.publisher else ""
        reports.append(Report(str(place.pk), article.headline, name, voice, str(origin or place.pk), article.ranked))
    return int(headline(reports).id) if reports else None


def _carrier(article: Article, agencies: Mapping[str, str]) -> Carrier:
    """An article as it is compared. An agency that is its own publisher is known by its name, whatever its address is."""
    mine = carrier(article)
    return replace(mine, outlet=agencies.get((article.publisher or "").casefold(), mine.outlet))


def _voice(origin: Article, group: CopyGroup, agencies: Mapping[str, str], owners: Owners) -> str:
    agency = group.agency or agencies.get((origin.publisher or "").casefold())
    return fitting(owners.voice(origin.url, origin.publisher, agency), Place, "voice")


def _number(name: str | None) -> int | None:
    return None if name is None else int(name)
