"""What was found in articles lies in the library as it was found, hangs on the text, and joins speakers across articles."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from octavo import Paragraph
from octavo.analysis import Occasion
from tests.site.library.analyses import (
    BREKKE,
    LINES,
    MODEL,
    OFFICIAL,
    analysed,
    analysis,
    hold,
    keep,
    person,
    put,
    speaking,
)
from tests.site.library.articles import MORNING, article, page, source


def statements() -> list[Any]:
    from octavo.site.library.models import Statement

    return list(Statement.objects.select_related("speaker", "article").order_by("article", "number"))


def test_an_article_in_english_waits_and_others_do_not(library: str) -> None:
    from octavo.site.library.models import Analysis

    put("english")
    put("short", "A text.", language=None)
    put("german", "Ein Text.", language="de")
    put("bare", "", language="en")
    found = {row.article.key: row for row in Analysis.objects.select_related("article")}
    assert set(found) == {"english", "short"}
    assert found["english"].waiting == found["english"].article.ranked


def test_a_text_without_end_is_refused_by_name(library: str) -> None:
    from octavo.site.library.models import Analysis

    put("endless", "word " * 200_001)
    row = Analysis.objects.get()
    assert row.waiting is None
    assert row.problem == "its text has more than 1,000,000 characters"


def test_what_was_found_is_written_down(library: str) -> None:
    from octavo.site.library.models import Analysis

    occasion = Occasion("in an interview with Kanal 5 on Monday", "Kanal 5", "reporters", date(2026, 3, 2))
    row = analysed(occasion=occasion)
    found = statements()
    assert [(each.number, each.name, each.kind, each.act, each.form) for each in found] == [
        (1, "Ida Brekke", "person", "say", "direct"),
        (2, "Alder Lines", "organisation", "deny", "indirect"),
        (3, "a senior official", "unnamed", "warn", "indirect"),
        (4, "", "none", "say", "indirect"),
    ]
    brekke = found[0]
    assert brekke.words == "“The ship will not sail before May,”"
    assert [row.text[start:end] for start, end in brekke.content] == [brekke.words]
    assert [row.text[start:end] for start, end in brekke.source] == ["harbour master Ida Brekke"]
    assert (brekke.role, brekke.affiliation, brekke.confidence) == ("harbour master", "Skerry harbour", 0.9)
    assert (brekke.occasion, brekke.outlet, brekke.addressee) == (occasion.text, "Kanal 5", "reporters")
    assert brekke.occasion_date == brekke.said_on == date(2026, 3, 2)
    assert [each.speaker and each.speaker.key for each in found] == ["ida brekke", "alder lines", None, None]
    done = Analysis.objects.get()
    assert (done.waiting, done.leased_by, done.model, done.problem) == (None, "", MODEL, "")
    assert done.entities == [[0, 1, "person"]]
    assert row.text[slice(*done.sentences[0])].startswith("“The ship")


def test_without_a_day_of_its_own_it_was_said_on_its_articles(library: str) -> None:
    analysed("dated", published=MORNING - timedelta(days=3))
    analysed("undated", published=None, minutes=24 * 60)
    assert {(each.article.key, each.said_on.day) for each in statements()} == {("dated", 28), ("undated", 4)}


def test_what_a_worker_no_longer_holds_is_thrown_away(library: str) -> None:
    row = put()
    assert keep((row, analysis(row.text))) == 0
    hold(row, worker="another")
    assert keep((row, analysis(row.text))) == 0
    hold(row)
    from octavo.site.library.importing import import_page

    import_page(page(b"new", 60, "https://post.example/ferry"), [article("ferry", "Another text.", language="en")], source())
    assert keep((row, analysis(row.text))) == 0
    assert statements() == []


def test_a_new_text_forgets_what_was_said_in_the_old_one(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Analysis, Speaker

    row = analysed()
    speaking("other", BREKKE)
    assert Speaker.objects.get(key="ida brekke").total == 2
    changed = article("ferry", "Another text.", language="en", published=row.published)
    import_page(page(b"new", 60, "https://post.example/ferry"), [changed], source())
    assert [each.article.key for each in statements()] == ["other"]
    assert Analysis.objects.get(pk=row.pk).waiting
    assert {each.key: each.total for each in Speaker.objects.all()} == {"ida brekke": 1, "alder lines": 0}


def test_another_headline_leaves_it(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.rows import article_of

    row = analysed()
    from dataclasses import replace

    again = replace(article_of(row), headline="Another headline")
    assert import_page(page(b"new", 60, "https://post.example/ferry"), [again], source()).changed == 1
    assert len(statements()) == 4


@pytest.mark.parametrize(("changes", "left"), [
    ({}, 4), ({"headline": "Read better"}, 4), ({"paragraphs": (Paragraph("text", "Read better."),)}, 0), ({"language": "de"}, 0),
])
def test_reading_again_keeps_what_was_found_where_the_text_is_the_same(library: str, changes: dict[str, Any], left: int) -> None:
    from dataclasses import replace

    from octavo.site.library.models import Analysis, FetchedPage
    from octavo.site.library.rereading import renew
    from octavo.site.library.rows import article_of

    row = analysed()
    renew(FetchedPage.objects.get(), [replace(article_of(row), **changes)])
    assert len(statements()) == left
    assert Analysis.objects.filter(waiting__isnull=False).exists() == ("paragraphs" in changes)


def test_a_better_model_replaces_what_the_one_before_found(library: str) -> None:
    from octavo.site.library.models import Analysis, Speaker

    row = analysed()
    Analysis.objects.update(waiting=row.ranked)
    hold(row)
    assert keep((row, analysis(row.text, [("Alder Lines", "denied", "that the crew had been on duty", LINES)])), model="better") == 1
    assert [each.name for each in statements()] == ["Alder Lines"]
    assert Analysis.objects.get().model == "better"
    assert {each.key: each.total for each in Speaker.objects.all()} == {"ida brekke": 0, "alder lines": 1}


def test_a_speaker_is_one_across_articles_papers_and_forms_of_the_name(library: str) -> None:
    from octavo.site.library.models import Speaker

    speaking("one", person("Ida Brekke", "harbour master"))
    speaking("two", person("Ms Ida Brekke"), publisher="The Pilot")
    speaking("three", person("IDA BREKKE", "port captain"))
    speaking("four", person("Brekke"))
    speaking("five", person("Ida Brekke and Jon Fell", kind="group"))
    speaker = Speaker.objects.get()
    assert (speaker.name, speaker.total, speaker.statements) == ("Ida Brekke", 3, 3)
    assert speaker.roles == [["harbour master", ""], ["port captain", ""]]


def test_two_people_of_one_name_stay_apart(library: str) -> None:
    from octavo.site.library.models import Speaker

    for number in range(3):
        speaking(f"minister{number}", person("Jon Fell", "transport minister"))
    speaking("plumber", person("Jon Fell", "Skerry plumber"))
    speaking("nobody knows", person("Jon Fell"))
    assert [(each.apart, each.total) for each in Speaker.objects.order_by("apart")] == [(0, 3), (1, 1)]
    assert [each.speaker for each in statements() if each.article.key == "nobody knows"] == [None]


def test_several_in_one_batch_join_as_if_one_after_the_other(library: str) -> None:
    from octavo.site.library.models import Speaker

    says = [("Jon Fell", "said", "that it rains", person("Jon Fell", "transport minister"))]
    others = [("Jon Fell", "said", "that it rains", person("Jon Fell", "plumber"))]
    rows = [put(f"n{number}", "Jon Fell said that it rains.") for number in range(4)]
    hold(*rows)
    assert keep(*((row, analysis(row.text, others if row is rows[2] else says)) for row in rows)) == 4
    assert sorted(Speaker.objects.values_list("apart", "total")) == [(0, 3), (1, 1)]


def test_the_specimen_edition_has_speakers_of_its_own(library: str) -> None:
    from octavo.site.library.models import Speaker

    speaking("one", BREKKE)
    speaking("one", BREKKE, kind="specimen")
    assert sorted(Speaker.objects.values_list("specimen", "key", "total")) == [(False, "ida brekke", 1), (True, "ida brekke", 1)]


def test_what_a_database_refuses_gets_there_in_another_form(library: str) -> None:
    name = "Ida \x00Brekke " + "x" * 900
    row = put("odd", "Ida said so.")
    hold(row)
    keep((row, analysis(row.text, [("Ida", "said", "so", person(name, "a" * 900, "b" * 900))])))
    assert len(statements()[0].name) == 500
    assert "\x00" not in statements()[0].name


def test_statements_do_not_grow_with_the_batch(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def counted(name: str, many: int) -> int:
        says = [(f"Ida Brekke{each}", "said", "so", person(f"Ida Brekke{each}", "harbour master")) for each in "ab"]
        rows = [put(f"{name}{number}", "Ida Brekkea said so and Ida Brekkeb said so.") for number in range(many)]
        hold(*rows)
        with CaptureQueriesContext(connection) as captured:
            assert keep(*((row, analysis(row.text, says)) for row in rows)) == many
        return len(captured)

    counted("first", 1)
    assert counted("one", 1) == counted("many", 12) <= 20


def test_unnamed_ones_stay_with_their_article(library: str) -> None:
    speaking("one", OFFICIAL)
    speaking("two", OFFICIAL)
    assert [each.speaker for each in statements()] == [None, None]


def test_articles_that_were_there_before_wait_too(library: str) -> None:
    from django.core.management import call_command

    from octavo.site.library.models import Analysis

    put("english")
    put("german", "Ein Text.", language="de")
    put("endless", "word " * 200_001)
    expected = set(Analysis.objects.values_list("article__key", "waiting", "problem"))
    for target in (["library", "0007"], []):
        call_command("migrate", *target, verbosity=0, skip_checks=True)
    assert set(Analysis.objects.values_list("article__key", "waiting", "problem")) == expected
    assert len(expected) == 2
    assert Analysis.objects.filter(sentences=[], attempts=0, leased_by="").count() == 2
