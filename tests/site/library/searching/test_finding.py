"""What a query finds: each operator, in windows, with a number of queries and of steps that no size of the library changes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from octavo.site.library.searching.asked import asked
from tests.site.library.analyses import analysed
from tests.site.library.articles import MORNING
from tests.site.library.placed import came, many, tell

NOW = MORNING + timedelta(hours=4)


def keys(query: str, **options: Any) -> list[str]:
    """The keys of what is found, in order, story by story."""
    from octavo.site.library.models import Article
    from octavo.site.library.searching.finding import find

    named = dict(Article.objects.values_list("pk", "key"))
    found = find(asked(query, NOW), False, **options)
    return [named[hit.article] for story in found.stories for hit in story]


def test_words_phrases_either_and_without(library: str) -> None:
    came("ferry", "Two tugs pulled the ferry off the sand.", headline="Afloat")
    came("dam", "The dam was closed while a ferry waited.", headline="Dam closed", minutes=1)
    came("otter", "Otters came back to the sound.", headline="Otters", minutes=2)
    assert keys("ferry") == keys("FERRIES") == ["dam", "ferry"]
    assert keys("ferry tug") == keys('"pulled the ferry"') == ["ferry"]
    assert keys("ferry -tugs") == keys("closing ferry") == ["dam"]
    assert keys("otter OR tug") == ["otter", "ferry"]
    assert keys('otter OR "dam was closed"') == ["otter", "dam"]
    assert keys("in:headline dam") == ["dam"]
    assert keys("in:headline ferry") == []
    assert keys("the ferry") == ["dam", "ferry"], "small words are not sought"
    assert keys("ferry zzyzx") == []


def test_publishers_agencies_and_sections_are_sought_with_words(library: str) -> None:
    came("a", "A ferry.", publisher="The Harbour Post", section="World news / Europe")
    came("b", "A ferry.", publisher="Østre Pilot", agency="Northwire", minutes=1)
    came("c", "A dam.", publisher="Pilot", headline="Dam", minutes=2)
    assert keys('publisher:"harbour post"') == keys("publisher:post ferry") == ["a"]
    assert keys("publisher:pilot") == ["c"], "the one that is called so"
    assert keys("publisher:østre") == keys("agency:northwire") == ["b"]
    assert keys("ferry -agency:northwire") == keys("in:world") == ["a"]
    assert keys("publisher:nobody") == keys("publisher:nobody ferry") == []
    assert keys("publisher:post OR agency:northwire") == ["b", "a"]
    assert keys("ferry -publisher:nobody") == ["b", "a"]


def test_what_changes_on_an_article_is_found_by_it(library: str) -> None:
    from octavo.site.library.models import Article, Publisher

    came("a", "A ferry.", publisher="Post")
    Article.objects.update(publisher=Publisher.objects.create(name="Pilot"), agency="Northwire", section="Sport")
    assert keys("publisher:post") == []
    assert keys("publisher:pilot") == keys("agency:northwire") == keys("in:sport") == ["a"]


def test_days_are_the_readers(library: str) -> None:
    came("early", "A ferry.", minutes=-24 * 60)
    came("late", "A ferry.")
    assert keys("ferry after:today") == keys("after:2026-03-03") == ["late"]
    assert keys("ferry before:today") == keys("before:2026-03-03") == keys("ferry after:yesterday before:today") == ["early"]
    assert keys("ferry after:2026-03 before:2026-03-01") == keys("ferry after:2027") == keys("ferry before:0001-01-01") == []
    assert keys("after:0001-01-01") == keys("before:9999-12-31") == ["late", "early"]


def test_who_said_what(library: str) -> None:
    analysed("first")
    came("other", "Ida Brekke was seen at the quay before May.", minutes=1)
    assert keys("said:Brekke") == keys('said:"Ida Brekke" sailing') == keys("said:brekke May") == ["first"]
    assert keys('said:"senior official" ferry') == ["first"]
    assert keys("said:Brekke duty") == keys("said:Fell") == [], "the words are those of somebody else"
    assert keys("person:brekke") == ["other", "first"]


def test_statements_are_named(library: str) -> None:
    from octavo.site.library.searching.finding import find

    article = analysed("first")
    assert find(asked("said:Brekke sailing", NOW), False).statements == {article.pk: (1,)}
    assert find(asked("ferry", NOW), False).statements is None


def test_a_merged_speaker_is_found_under_each_name(library: str) -> None:
    from octavo.site.library.models import Speaker

    analysed("first")
    came("second", "Anna Vik came to the quay.", minutes=1)
    one = Speaker.objects.get(key="ida brekke")
    other = Speaker.objects.create(kind="person", key="anna vik", name="Anna Vik", merged_into=one, merged_with=one)
    assert keys("person:brekke") == keys("person:vik") == ["second", "first"]
    assert keys('said:"Anna Vik"') == ["first"]
    other.delete()
    assert keys("person:vik") == ["second"]


def test_copies(library: str) -> None:
    first, copy, alone = came("first", "A ferry."), came("copy", "A ferry!", minutes=1), came("alone", "One ferry.", minutes=2)
    story = tell("new", first)
    tell(story, copy, origin=first.pk)
    tell("own", alone)
    assert keys("ferry has:copies") == keys("has:copies") == ["copy", "first"]


def test_stories_stand_once_and_the_best_come_first(library: str) -> None:
    from octavo.site.library.searching.finding import find

    one, two = came("one", "A ferry.", headline="a"), came("two", "The ferry again.", headline="b", minutes=2)
    came("three", "Ferries.", headline="c", minutes=1)
    came("named", "Nothing else.", headline="The ferry", minutes=-9)
    tell("new", one, two)
    found = find(asked("ferry", NOW), False)
    assert [hit.article for hit in found.stories[0]] == [two.pk, one.pk]
    assert (len(found.stories), found.total, found.older) == (3, 4, None)
    assert keys("ferry", order="best")[0] == "named"


def test_only_a_window_of_a_common_word_is_looked_at_and_older_ones_follow(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.searching import finding

    monkeypatch.setattr(finding, "LOOKED_AT", 5)
    for number in range(13):
        came(f"n{number}", "A ferry." if number % 4 else "A ferry and an otter.", minutes=number, headline="x")
    seen, upto = [], None
    while True:
        found = finding.find(asked("ferry", NOW), False, upto=upto)
        seen += [hit.key for story in found.stories for hit in story]
        upto = found.older
        if upto is None:
            break
    assert len(seen) == len(set(seen)) == 13
    assert seen == sorted(seen, reverse=True)
    # Each of two words is common in it, and few articles have both.
    for number in range(12):
        came(f"o{number}", "An otter.", minutes=20 + number, headline="x")
    found = finding.find(asked("ferry otter", NOW), False)
    assert found.among
    assert found.older is not None
    assert not found.missing


def test_what_no_article_has_is_named(library: str) -> None:
    from octavo.site.library.searching.finding import find

    came("ferry", "A ferry.")
    assert find(asked("ferry zzyzx OR qwrtp publisher:nobody", NOW), False).missing == ("zzyzx / qwrtp", "nobody")


def test_only_what_must_not_be_there_is_nothing_and_with_a_day_the_rest(library: str) -> None:
    came("ferry", "A ferry.")
    came("otter", "An otter.", headline="Otter", minutes=1)
    assert keys("-ferry") == []
    assert keys("-ferry after:today") == ["otter"]
    assert keys("-the after:today") == ["otter", "ferry"]


def steps(query: str) -> int:
    """Steps of SQLite's machine that a query takes, in thousands of a hundred, and the queries that it makes."""
    from octavo.site.library.searching.finding import find

    taken = 0

    def one() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.ensure_connection()
    connection.connection.set_progress_handler(one, 100)
    try:
        find(asked(query, NOW), False, "best")
    finally:
        connection.connection.set_progress_handler(None, 0)
    return taken


QUERIES = (
    "ferry", "ferry harbour", "publisher:post", "publisher:post ferry", "ferry -otter", "after:2026-01-01", "has:copies ferry",
    "said:Brekke",
)


def test_steps_and_queries_stay_where_the_library_grows(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.searching import finding

    monkeypatch.setattr(finding, "LOOKED_AT", 100)

    def counted(query: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            finding.find(asked(query, NOW), False, "best")
        return len(caught)

    many("few", 300)
    few = {query: (steps(query), counted(query)) for query in QUERIES}
    for part in range(6):
        many(f"more{part}", 500, minutes=10 + 10 * part)
    for query in QUERIES:
        taken, made = steps(query), counted(query)
        assert made <= 8
        assert taken <= few[query][0] * 2 + 20, (query, taken, few[query])
