"""What the page of a search takes from the library for the results that it shows: a fixed number of queries, plain rows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.functions import Substr

from octavo.language.sentences import sentences
from octavo.site.library.models import Article, Statement
from octavo.site.library.searching.marking import Marker
from octavo.site.library.searching.wanted import LONGEST
from octavo.site.paper.searching.results import STATEMENTS, Spoken, Text, around
from octavo.site.paper.speakers.shelf import rows
from octavo.site.paper.words import shown_name


def texts_of(articles: Iterable[int]) -> dict[int, Text]:
    """The texts of those articles, with their sentences: as they were told when it was analysed, else told here. One query."""
    columns = ("pk", "opening", "language", "analysis__sentences")
    found = Article.objects.filter(pk__in=list(articles)).annotate(opening=Substr("text", 1, LONGEST)).values_list(*columns)
    return {pk: Text(text, _spans(known, len(text)) or sentences(text, language or "en")) for pk, text, language, known in found}


def said_in(statements: Mapping[int, Sequence[int]], articles: Iterable[int], marker: Marker) -> dict[int, list[Spoken]]:
    """Of those articles the statements with those numbers, the first STATEMENTS of each. Two queries, none for no statements."""
    wanted = [(article, number) for article in articles for number in statements.get(article, ())[:STATEMENTS]]
    found: defaultdict[int, list[Spoken]] = defaultdict(list)
    if not wanted:
        return found
    chosen = Statement.objects.filter(reduce(or_, (Q(article=article, number=number) for article, number in wanted)))
    pages = _pages(wanted)
    for row in rows(chosen.order_by("article", "number"), 0, len(wanted)):
        said = row.said
        found[row.article].append(Spoken(
            row.article, row.number, shown_name(row.name), pages.get((row.article, row.number)), said.deed, said.words,
            around(said.words, marker),
        ))
    return found


def _pages(wanted: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The speakers whose pages those statements stand on."""
    told = Statement.objects.filter(article__in={article for article, _ in wanted}, speaker__isnull=False)
    columns = told.values_list("article", "number", "speaker", "speaker__merged_into")
    return {(article, number): merged or speaker for article, number, speaker, merged in columns}


def _spans(stored: Iterable[Sequence[int]] | None, length: int) -> list[tuple[int, int]]:
    return [(start, end) for start, end in stored or () if end <= length]
