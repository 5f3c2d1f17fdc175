from __future__ import annotations

from datetime import timedelta

import pytest

from tests.site.library.articles import MORNING, article, page, source


def fill(specimen: bool, number: int) -> None:
    """Put that many articles into one edition, and let the database count them: a plan for an empty table says nothing."""
    from django.db import connection

    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article

    import_page(page(), [article("first")], source())
    first = Article.objects.get()
    made = []
    for day in range(number):
        first.pk, first.key, first.specimen, first.ranked = None, f"day {day}", specimen, MORNING - timedelta(days=day)
        made.append(Article(**{field.attname: getattr(first, field.attname) for field in Article._meta.concrete_fields}))
    Article.objects.all().delete()
    Article.objects.bulk_create(made)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE library_article")


@pytest.mark.parametrize("specimen", [False, True])
def test_the_newest_of_an_edition_lie_in_their_order_in_an_index(library: str, specimen: bool) -> None:
    from octavo.site.library.models import Article
    from octavo.site.paper import shelf

    fill(specimen, 3_000)
    newest = Article.objects.edition(specimen).order_by("-ranked", "-pk").values_list("headline")[: shelf.NEWEST].explain()
    assert "edition_order" in newest, newest
    assert "Sort" not in newest, newest
    assert "TEMP B-TREE" not in newest, newest
    any_of_the_other = Article.objects.edition(not specimen).values_list("pk")[:1].explain()
    assert "edition_order" in any_of_the_other, any_of_the_other
