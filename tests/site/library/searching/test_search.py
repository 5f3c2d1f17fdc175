"""The index of the library: what is found, in which order, and that it always says what the articles say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from octavo.briefing.answers.question import Sought
from octavo.site.library.searching.keys import article_of, window
from tests.site.library.articles import MORNING, article, page, source
from tests.site.library.placed import came, many


def words(*told: str, **weights: float) -> list[Sought]:
    return [*(Sought(word, 1.0) for word in told), *(Sought(word, weight) for word, weight in weights.items())]


def keys(*told: str, most: int = 10, **asked: object) -> list[str]:
    """The keys of the articles that are found by these words."""
    from octavo.site.library.models import Article
    from octavo.site.library.searching.search import search

    named = dict(Article.objects.values_list("pk", "key"))
    return [named[pk] for pk in search(words(*told), most, **asked)]  # type: ignore[arg-type]


def test_words_in_headline_and_text_are_found_in_all_their_forms(library: str) -> None:
    came("ferry", "Two tugs pulled the ferry off the sand.", headline="Ferry afloat")
    came("dam", "The dam at Ålvik was closed.", headline="Dam closed", minutes=1)
    assert keys("pulling") == ["ferry"]
    assert keys("AFLOAT") == ["ferry"]
    assert keys("alvik") == keys("Ålvik") == ["dam"]
    assert keys("nothing") == []
    assert keys("the sand") == ["ferry"]
    assert keys("sand the ferry") == [], "a phrase stands in its order"


def test_other_scripts_are_found_in_small_and_large_letters(library: str) -> None:
    came("moscow", "МОСКВА объявила о решении.", headline="Решение")
    came("harbour", "الميناء مغلق اليوم", headline="ميناء", minutes=1)
    came("east", "Østre havn er stengt.", headline="Havn", minutes=2)
    assert keys("москва") == keys("Москва") == ["moscow"]
    assert keys("مغلق") == ["harbour"]
    assert keys("østre") == keys("ØSTRE") == ["east"]


def test_the_more_telling_words_the_better_and_the_newest_among_equals(library: str) -> None:
    from octavo.site.library.models import Article
    from octavo.site.library.searching.search import search

    came("both", "The ferry struck the quay.", minutes=0, headline="a")
    came("ferry", "The ferry sailed.", minutes=1, headline="b")
    came("quay", "The quay is new.", minutes=2, headline="c")
    came("boat", "The boat sailed.", minutes=3, headline="d")
    found = search([Sought("ferry", 2.0, ("boat",)), Sought("quay", 1.5)], 10)
    named = dict(Article.objects.values_list("pk", "key"))
    assert [named[pk] for pk in found] == ["both", "ferry", "quay", "boat"]
    assert keys("ferry", "quay", most=2) == ["both", "quay"]


def test_windows_of_time_and_the_two_editions(library: str) -> None:
    came("early", "A ferry.", minutes=0)
    came("late", "A ferry.", minutes=10)
    came("invented", "A ferry.", minutes=5, kind="specimen")
    assert keys("ferry") == ["late", "early"]
    assert keys("ferry", specimen=True) == ["invented"]
    assert keys("ferry", before=MORNING + timedelta(minutes=10)) == ["early"]
    assert keys("ferry", before=MORNING) == []


def test_an_old_article_with_two_common_words_is_found_behind_many_with_one(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.searching import search

    monkeypatch.setattr(search, "LOOKED_AT", 5)
    came("old", "The ferry struck the quay.", headline="a")
    for number in range(12):
        came(f"new{number}", "A quay." if number % 2 else "A ferry.", minutes=1 + number, headline="b")
    assert keys("ferry", "quay")[0] == "old"


def test_the_index_follows_every_change(library: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article, Place

    came("ferry", "A lighthouse.")
    import_page(page(b"later", minutes=60, url="https://post.example/ferry"), [article("ferry", "A tug.", modified=MORNING)], source())
    assert (keys("tug"), keys("lighthouse")) == (["ferry"], [])
    Article.objects.update(ranked=MORNING - timedelta(days=9))
    assert keys("tug", before=MORNING - timedelta(days=8)) == ["ferry"]
    Article.objects.update(headline="Otters")
    assert keys("otter") == ["ferry"]
    Place.objects.all().delete()
    Article.objects.all().delete()
    assert keys("tug") == []


@pytest.mark.parametrize(
    "hostile",
    [
        '"', '""', "*", "ferry*", "NEAR(a b)", "^ferry", "text:ferry", "ferry)", "((", "-", "AND", "\x00", "\ud800", "' OR 1=1 --", "%s",
        "{}", ":*&|!<->",
    ],
)
def test_nothing_in_a_word_is_an_operator(library: str, hostile: str) -> None:
    from octavo.site.library.searching.search import search

    came("ferry", "A ferry.")
    assert set(keys(hostile)) <= {"ferry"}
    assert search(words(hostile, "ferry"), 5)


def test_no_words_find_nothing(library: str) -> None:
    assert keys() == keys("") == keys(" ") == []


@pytest.mark.parametrize("unit", ["\U00020000\U00020001 ", "a-b", "http://ab.cd/e?f ", "x" * 3000 + " ", "\u0301", "0.1e5,-", "a.bc/d "])
def test_very_long_texts_are_indexed_in_part_and_stop_nothing(library: str, unit: str) -> None:
    came("long", "Otters. " + "".join(unit + chr(0x4E00 + number % 20000) for number in range(400_000 // (len(unit) + 1))))
    assert keys("otters") == ["long"]


def test_what_was_there_before_the_index_is_indexed_in_steps(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.models import Article
    from octavo.site.library.searching import filling
    from octavo.site.library.searching.index import index

    index().remove()
    many("otter", 12)
    index().make()
    came("new", "A ferry.")
    changed = Article.objects.get(key="otter3")
    changed.text = "A seal."
    changed.save()
    Article.objects.filter(key="otter4").update(ranked=MORNING)
    monkeypatch.setattr(filling, "STEP", 5)
    filling.fill_index()
    filling.fill_index()
    found = keys("ferry", most=99)
    assert sorted(found) == sorted(Article.objects.values_list("key", flat=True))
    assert keys("seal") == ["otter3"]
    assert keys("matter of otter7") == ["otter7"]


def test_keys_order_by_time_and_keep_the_editions_apart() -> None:
    low, high = window(False, None)
    apart = window(True, None)
    assert apart[0] < apart[1] < low < high < 2**63
    assert apart[0] > -(2**63)
    before = window(False, datetime(2026, 1, 1, tzinfo=UTC))[1]
    assert low < before < high
    assert article_of(before) == 2**28 - 1
    assert window(False, datetime(1, 1, 1, tzinfo=UTC))[1] > low
