from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.site.library.articles import MORNING, article, page, source


def test_imports_at_the_same_time_add_each_article_once(library: str) -> None:
    from django.db import connection

    from octavo.site.library.importing import Imported, import_page
    from octavo.site.library.models import Article, FetchedPage, Publisher

    def run(number: int) -> Imported:
        try:
            articles = [article(f"{key}", publisher=f"Paper {key}") for key in range(20)]
            return import_page(page(b"%d" % (number % 3)), articles, source())
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(run, range(12)))
    assert sum(outcome.added for outcome in outcomes) == 20
    assert sum(outcome.kept for outcome in outcomes) == 220
    assert (Article.objects.count(), Publisher.objects.count(), FetchedPage.objects.count()) == (20, 20, 3)


def test_a_new_row_is_the_one_that_django_makes(site: None) -> None:
    from octavo.site.library.models import Article
    from octavo.site.library.writing import new_row

    given = {"key": "ferry", "specimen": True, "arrived": MORNING}
    row, made = new_row(Article, **given), Article(**given)
    names = [field.attname for field in Article._meta.concrete_fields]
    assert {name: getattr(row, name) for name in names} == {name: getattr(made, name) for name in names}
    assert row._state.adding
    assert row.credits is not new_row(Article, **given).credits


def test_whoever_comes_to_read_does_not_wait_for_who_writes(library: str) -> None:
    from django.db import connection

    from octavo.site.library.models import Publisher
    from octavo.site.library.writing import writing

    def read() -> int:
        try:
            return Publisher.objects.count()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, writing():
        Publisher.objects.create(name="The Pilot")
        assert pool.submit(read).result(10) == 0
