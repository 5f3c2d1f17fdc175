"""Which articles a worker takes, keeps and gives back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.site.library.analyses import MODEL, analysed, keep, put
from tests.site.library.articles import MORNING

NOW = MORNING + timedelta(days=1)


def rows() -> dict[str, Any]:
    from octavo.site.library.models import Analysis

    return {row.article.key: row for row in Analysis.objects.select_related("article")}


def claimed(worker: str = "one", minutes: float = 0, model: str = "better") -> list[str]:
    from octavo.site.desk.analysing.claiming import claim
    from octavo.site.library.models import Article

    keys = dict(Article.objects.values_list("pk", "key"))
    return [keys[text.pk] for text in claim(worker, NOW + timedelta(minutes=minutes), model)]


def test_the_newest_come_first_and_nobody_takes_them_twice(library: str) -> None:
    from octavo.site.desk.analysing.claiming import waiting, waits

    assert not waits(NOW)
    for number in range(3):
        put(f"n{number}", minutes=number)
    put("german", "Ein Text.", language="de")
    assert (waits(NOW), waiting()) == (True, 3)
    assert claimed() == ["n2", "n1", "n0"]
    assert claimed("two") == []
    assert (waits(NOW), waiting()) == (False, 3)


def test_what_goes_together_is_bounded(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.analysing import claiming

    monkeypatch.setattr(claiming, "CHARACTERS", 100)
    for number, length in enumerate((300, 40, 40, 40)):
        put(f"n{number}", "x" * length, minutes=number)
    assert claimed() == ["n3", "n2"]
    assert claimed() == ["n1"]
    assert claimed() == ["n0"]


def test_a_lease_that_is_not_renewed_runs_out(library: str) -> None:
    from octavo.site.desk.analysing.claiming import renew

    put()
    assert claimed() == ["ferry"]
    assert claimed("two", 1) == []
    renew("one", NOW + timedelta(minutes=1))
    assert claimed("two", 2.5) == []
    assert claimed("two", 3.5) == ["ferry"]


def test_what_breaks_its_worker_is_taken_alone_and_given_up_at_last(library: str) -> None:
    from octavo.site.desk.analysing.claiming import give_back

    put("good", minutes=1)
    put("bad")
    assert claimed() == ["good", "bad"]
    give_back("one", died=True)
    assert claimed("two") == ["good"]
    assert claimed("three") == ["bad"]
    give_back("three", died=True)
    assert claimed("four") == ["bad"]
    give_back("four", died=True)
    assert claimed("five") == []
    assert rows()["bad"].problem == "it breaks what analyses it each time"
    assert rows()["bad"].waiting is None
    assert rows()["good"].waiting


def test_being_told_to_stop_costs_nothing(library: str) -> None:
    from octavo.site.desk.analysing.claiming import give_back

    put()
    for _ in range(5):
        assert claimed() == ["ferry"]
        give_back("one", died=False)
    assert rows()["ferry"].attempts == 0


def test_what_cannot_be_analysed_says_why(library: str) -> None:
    from octavo.site.desk.analysing.claiming import give_up

    row = put()
    claimed()
    give_up("another", "better", [(row.pk, "not mine")])
    assert rows()["ferry"].waiting
    give_up("one", "better", [(row.pk, "Octavo stumbled over it (KeyError)")])
    assert (rows()["ferry"].waiting, rows()["ferry"].problem) == (None, "Octavo stumbled over it (KeyError)")


def test_what_one_model_gave_up_another_looks_at_once(library: str) -> None:
    from octavo.site.desk.analysing.claiming import expect_all_of_other_models, give_up

    row = put()
    claimed()
    give_up("one", "better", [(row.pk, "Octavo stumbled over it (KeyError)")])
    expect_all_of_other_models("better")
    assert claimed() == []
    expect_all_of_other_models("best")
    assert claimed() == ["ferry"]
    give_up("one", "best", [(row.pk, "Octavo stumbled over it (KeyError)")])
    expect_all_of_other_models("best")
    assert claimed() == []


def test_what_is_done_again_waits_behind_all_that_is_new(library: str) -> None:
    from octavo.site.desk.analysing.claiming import expect_all_of_other_models

    for number in range(2):
        analysed(f"known{number}", minutes=number)
    expect_all_of_other_models("better")
    put("new but of last week", minutes=-10_000)
    put("new", minutes=-1)
    assert claimed() == ["new", "new but of last week", "known1", "known0"]


def test_another_model_does_it_all_again(library: str) -> None:
    from octavo.site.desk.analysing.claiming import expect_all_of_other_models

    row = analysed()
    expect_all_of_other_models(MODEL)
    assert claimed() == []
    expect_all_of_other_models("better")
    assert rows()["ferry"].waiting == row.ranked
    assert claimed("tests") == ["ferry"]
    from tests.site.library.analyses import analysis

    keep((row, analysis(row.text)), model="better")
    expect_all_of_other_models("better")
    assert claimed() == []


def test_the_queue_lies_in_its_order_in_an_index(library: str) -> None:
    from django.db import connection

    from octavo.site.desk.analysing.claiming import BATCH
    from octavo.site.library.models import Analysis, Article

    first = put()
    fields = [field.attname for field in Article._meta.concrete_fields]
    values = {name: getattr(first, name) for name in fields if name != "id"}
    articles = Article.objects.bulk_create([Article(**values | {"key": f"k{number}"}) for number in range(3_000)])
    Analysis.objects.bulk_create(Analysis(article=each, waiting=None if place % 10 else MORNING) for place, each in enumerate(articles))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE library_analysis")
    plan = Analysis.objects.filter(waiting__isnull=False).order_by("again", "-waiting").values_list("pk")[:BATCH].explain()
    assert "analysis_turn" in plan, plan
