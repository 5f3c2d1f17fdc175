"""Articles as a reader's rules look at them: folded, with who speaks in them, and as much of their text as decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol

from django.db.models.functions import Substr

from octavo.folding import plain
from octavo.site.library.models import Article, Statement
from octavo.site.library.rows import storable
from octavo.site.library.searching.index import index
from octavo.site.library.searching.keys import article_of, window
from octavo.site.library.searching.wanted import LONGEST, Wanted
from octavo.site.paper.sections import Section
from octavo.site.readers.muting.deciding import Told, asks_for
from octavo.site.readers.muting.rules import HEADLINE, PERSON, TEXT, Rule, key_of

LOOKED_UP = 2_000
"""Articles that are looked up for the words of a reader's rules, the newest."""


class Listed(Protocol):
    """What a list has of an article, a row of an edition for one: so much can be folded away by mutes. `text` is what is loaded of it."""

    @property
    def pk(self) -> int: ...  # noqa: D102
    @property
    def headline(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def publisher(self) -> str: ...  # noqa: D102
    @property
    def agency(self) -> str: ...  # noqa: D102
    @property
    def story(self) -> int: ...  # noqa: D102


Voices = Mapping[int, frozenset[tuple[int, str]]]
"""(Number, name) of who speaks, by the numbers of articles."""


def told(rows: Iterable[Listed], sections: Mapping[int, str], voices: Voices | None = None, folded: bool = True) -> list[Told]:
    """Rows -> as rules look at them. `sections`: the section of each by its number; `folded`: whether any rule looks at words."""
    name_of = cache(key_of)
    fold_words = plain if folded else _nothing
    return [
        Told(
            row.pk, fold_words(row.headline), fold_words(row.text), row.story, name_of(row.publisher), name_of(row.agency),
            sections.get(row.pk, ""), (voices or {}).get(row.pk, frozenset()),
        )
        for row in rows
    ]


def sections_by_row(filed: Iterable[tuple[Section, Iterable[Iterable[Listed]]]]) -> dict[int, str]:
    """The sections of an edition, each with the articles of its stories -> the section of each article."""
    return {row.pk: section.slug for section, stories in filed for rows in stories for row in rows}


def voices_in(articles: Collection[int]) -> Voices:
    """Who speaks in those articles. One query."""
    heard: defaultdict[int, set[tuple[int, str]]] = defaultdict(set)
    name_of = cache(key_of)
    said = Statement.objects.filter(article__in=articles).exclude(name="").order_by()
    for article, speaker, merged, name in said.values_list("article", "speaker", "speaker__merged_into", "name").distinct():
        heard[article].add((merged or speaker or 0, name_of(name)))
    return {article: frozenset(some) for article, some in heard.items()}


def with_whole_texts(some: Sequence[Told], loaded: Mapping[int, int], rules: Iterable[Rule], specimen: bool) -> list[Told]:
    """Those whose whole text the index says may have the words of a rule, with that text; the others as they are. Two queries, none where
    no rule looks at texts. `loaded`: how many characters each has already."""
    phrases = [storable(rule.value) for rule in rules if TEXT in rule.places or (rule.kind == PERSON and HEADLINE in rule.places)]
    cut = {each.pk for each in some}
    if not phrases or not cut:
        return list(some)
    found = {article_of(key) for _, key in index().found([Wanted([list(dict.fromkeys(phrases))], LOOKED_UP)], *window(specimen, None))}
    texts = dict(
        Article.objects.filter(pk__in=found & cut).annotate(opening=Substr("text", 1, LONGEST)).values_list("pk", "opening"),
    )
    return [
        replace(each, text=plain(texts[each.pk])) if len(texts.get(each.pk, "")) > loaded.get(each.pk, 0) else each for each in some
    ]


def looks_at_words(rules: Iterable[Rule]) -> bool:
    """Whether any rule looks at headlines or texts."""
    return asks_for(rules, HEADLINE) or asks_for(rules, TEXT)


def _nothing(_: str) -> str:
    return ""
