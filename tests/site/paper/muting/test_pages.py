"""Mutes and follows as a reader meets them: on the front page, on pages of stories, on pages of their own."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.library.placed import came, tell
from tests.site.readers.two_readers import two_readers

if TYPE_CHECKING:
    from django.test import Client


def text_of(answer: Any) -> str:
    """What stands on the page, tags taken out; those of names within a sentence leave no gap."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", re.sub(r"</?bdi[^>]*>", "", answer.content.decode())).split()))


def front(client: Client, query: str = "") -> str:
    return text_of(client.get(f"/{query}"))


def put(client: Client, what: str, value: str = "", effect: str = "mute", **fields: Any) -> Any:
    return client.post("/mutes/put/", {"what": what, "value": value, "effect": effect, "next": "/", **fields}, follow=True)


def rules() -> list[Any]:
    from octavo.site.readers.muting.models import ReaderRule

    return list(ReaderRule.objects.order_by("pk"))


@pytest.fixture
def paper(library: str) -> dict[str, int]:
    """Three stories: the tug in two papers, the whale, the quarry. Their numbers."""
    tug = tell("tug", came("tug1", "The tug lost power.", headline="Tug fails", publisher="The Pilot"))
    tell(tug, came("tug2", "It drifts.", headline="Ship adrift", publisher="Coast Daily", minutes=5))
    whale = tell("whale", came("whale", "Seen by many.", headline="A whale alone", publisher="The Pilot", minutes=10))
    quarry = tell("quarry", came("quarry", "Dust.", headline="Quarry closes", publisher="Courier", section="Sport", minutes=20))
    return {"tug": tug, "whale": whale, "quarry": quarry}


def test_what_cannot_be_undone_for_there_are_too_many_stays_as_it_is(library: str) -> None:
    from octavo.site.readers.muting.rules import MOST

    ada = two_readers().ada.browser
    put(ada, "words:", "whale")
    put(ada, "words:", "tug")
    whale, _tug = rules()
    one = {"what": "words:", "value": "tug", "effect": "mute", "next": "/"}
    token = html.unescape(re.search(r'name="deed" value="([^"]+)"', ada.post(f"/mutes/{whale.pk}/", one, follow=True).content.decode())[1])  # type: ignore[index]
    ada.post("/mutes/lines/", {"lines": "\n".join(f"mute words: number {number}" for number in range(MOST - 1))})
    before = {rule.key for rule in rules()}
    assert (len(before), "tug" in before) == (MOST, True)
    answer = ada.post("/mutes/undo/", {"deed": token})
    assert answer.status_code == 400
    assert f"You have {MOST} mutes and follows" in text_of(answer)
    assert {rule.key for rule in rules()} == before


def test_a_word_hides_what_is_there_says_so_and_is_undone(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    assert "A whale alone" in front(ada)
    told = put(ada, "words:", "WHALE")
    assert "You mute “WHALE” now" in text_of(told)
    assert "A whale alone" not in text_of(told)
    assert "1 story hidden by your mutes" in text_of(told)
    token = html.unescape(re.search(r'name="deed" value="([^"]+)"', told.content.decode())[1])  # type: ignore[index]
    undone = ada.post("/mutes/undo/", {"deed": token, "next": "/"}, follow=True)
    assert "It is undone." in text_of(undone)
    assert "A whale alone" in text_of(undone)
    assert not rules()


def test_it_is_hidden_from_one_reader_alone_and_from_what_comes(paper: dict[str, int]) -> None:
    people = two_readers()
    put(people.ada.browser, "words:", "whale")
    assert "A whale alone" in front(people.ben.browser)
    came("more", "Text.", headline="Whale again", minutes=30)
    assert "Whale again" in front(people.ben.browser)
    assert "Whale again" not in front(people.ada.browser)


def test_a_story_of_which_some_match_stays_with_true_counts(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    put(ada, "publisher:The Pilot")
    page = front(ada)
    assert "Tug fails" not in page
    assert "Ship adrift" in page
    assert "2 articles" in page or "2 papers" in page
    assert "1 article muted." in page
    assert "A whale alone" not in page
    hidden = text_of(ada.get("/mutes/hidden/"))
    assert "It hides 1 story. 2 articles in all." in hidden
    assert "Articles left out of stories that stay: Tug fails" in hidden


def test_where_no_story_is_hidden_whole_the_articles_are_counted(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    put(ada, "publisher:Coast Daily")
    assert "1 article left out by your mutes" in front(ada)


def test_what_is_muted_is_not_related(paper: dict[str, int]) -> None:
    from octavo.site.library.models import Article

    ada = two_readers().ada.browser
    address = f"/article/{Article.objects.get(key='tug1').pk}/"
    assert "Ship adrift" in text_of(ada.get(address))
    put(ada, "words:", "adrift")
    assert "Ship adrift" not in text_of(ada.get(address))


def test_mutes_are_taken_along_with_all_else(paper: dict[str, int]) -> None:
    from octavo.site.readers.accounts.exporting import everything_of

    ada = two_readers().ada
    put(ada.browser, "words:", "whale")
    assert [each["value"] for each in everything_of(ada.reader)["mutes"]] == ["whale"]


def test_hidden_stories_are_one_click_away_shown_once_and_let_go(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    put(ada, "words:", "whale")
    put(ada, "section:sport")
    page = ada.get("/mutes/hidden/")
    for words in ("“whale”", "the section Sport", "A whale alone", "Quarry closes", "Show once", "Remove this mute", "It hides 1 story."):
        assert words in text_of(page)
    one, two = rules()
    once = front(ada, f"?shown={one.pk}")
    assert "A whale alone" in once
    assert "Quarry closes" not in once
    assert "What your mutes hide is shown once." in once
    assert "Quarry closes" in front(ada, "?shown=all")
    assert "A whale alone" not in front(ada)
    let_go = ada.post(f"/mutes/{one.pk}/remove/", {"next": "/mutes/hidden/"}, follow=True)
    assert "It is removed: “whale”" in text_of(let_go)
    assert [rule.pk for rule in rules()] == [two.pk]


def test_a_word_in_the_text_behind_what_is_loaded_is_found(library: str) -> None:
    from octavo.site.library.searching.filling import fill_index

    tell("long", came("long", "Quiet words. " * 900 + "Then came the zeppelin.", headline="A long one"))
    tell("short", came("short", "Nothing.", headline="A short one", minutes=3))
    fill_index()
    ada = two_readers().ada.browser
    put(ada, "words:", "zeppelin", places=["text"])
    page = front(ada)
    assert "A long one" not in page
    assert "A short one" in page


def test_a_follow_lifts_and_is_stronger(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    for number in range(9):
        tell(f"n{number}", came(f"n{number}", "x", headline=f"Number {number}", publisher=f"P{number}", minutes=60 + number))
    put(ada, "words:", "whale", effect="follow")
    put(ada, f"story:{paper['whale']}")
    page = front(ada)
    assert "You follow" in page
    assert "You mute the story “A whale alone”, but you follow “whale”: a follow is stronger." in page
    assert "A whale alone" in text_of(ada.get("/mutes/following/"))


def test_a_muted_story_comes_back_with_new_reports(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    put(ada, f"story:{paper['whale']}", after="1")
    assert "A whale alone" not in front(ada)
    tell(paper["whale"], came("whale2", "Other.", headline="Whale two", publisher="Courier", minutes=50), voice="courier", outlet="courier")
    page = front(ada)
    assert "A whale alone" in page
    assert "You mute this story; it has 1 new independent report since." in page


def test_everything_hidden_has_a_way_back(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    for name in ("The Pilot", "Coast Daily", "Courier"):
        put(ada, f"publisher:{name}")
    page = ada.get("/")
    assert "Your mutes hide everything in this edition" in text_of(page)
    assert 'href="/mutes/hidden/"' in page.content.decode()
    assert "A whale alone" in front(ada, "?shown=all")


def test_lists_fold_away_and_say_how_many(paper: dict[str, int]) -> None:
    from octavo.site.library.models import Publisher

    ada = two_readers().ada.browser
    put(ada, "words:", "whale")
    pilot = Publisher.objects.get(name="The Pilot").pk
    page = text_of(ada.get(f"/publisher/{pilot}/"))
    assert "1 hidden here by your mutes" in page
    assert "Tug fails" in page
    put(ada, "publisher:The Pilot")
    assert "Tug fails" in text_of(ada.get(f"/publisher/{pilot}/"))
    assert "hidden here" in text_of(ada.get("/section/more/"))


def test_the_form_stands_on_pages_with_what_makes_sense_there(paper: dict[str, int]) -> None:
    from octavo.site.library.models import Article

    ada = two_readers().ada.browser
    story = ada.get(f"/story/{paper['tug']}/").content.decode()
    assert f'value="story:{paper["tug"]}"' in story
    article = ada.get(f"/article/{Article.objects.get(key='tug2').pk}/").content.decode()
    assert 'value="publisher:Coast Daily"' in article
    put(ada, "publisher:Coast Daily")
    assert "(you mute this)" in text_of(ada.get(f"/article/{Article.objects.get(key='tug2').pk}/"))


def test_settings_list_change_and_carry_the_rules(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    put(ada, "words:", "whale", **{"for": "week"})
    (rule,) = rules()
    assert rule.until - rule.made > timedelta(days=6)
    page = text_of(ada.get("/settings/mutes/"))
    assert "hides 1 article of this edition" in page
    assert "in headlines, in texts" in page
    form = ada.get(f"/mutes/{rule.pk}/").content.decode()
    assert 'value="whale"' in form
    wanted = {"what": "words:", "value": "tug", "effect": "mute", "places": ["headline"], "for": "ever"}
    changed = ada.post(f"/mutes/{rule.pk}/", wanted, follow=True)
    assert "It is saved: “tug”" in text_of(changed)
    lines = ada.get("/mutes/octavo-mutes.txt").content.decode()
    assert lines == "mute words in headline: tug\n"
    brought = ada.post("/mutes/lines/", {"lines": lines + "follow publisher: Courier\n"}, follow=True)
    assert "2 mutes and follows" in text_of(brought)
    assert len(rules()) == 2
    wrong = ada.post("/mutes/lines/", {"lines": "mute story: x\nfine"})
    assert wrong.status_code == 400
    assert "Line 1" in text_of(wrong)
    assert len(rules()) == 3


@pytest.mark.parametrize("value", ["", "   ", "\u0301", "x" * 10_000, "\x00"])
def test_bad_words_are_told_and_kept_in_the_form(paper: dict[str, int], value: str) -> None:
    ada = two_readers().ada.browser
    answer = put(ada, "words:", value)
    if value != "\x00":
        assert answer.status_code == 400
        assert "Nothing was changed." in text_of(answer)
        assert 'role="alert"' in answer.content.decode()
        assert not rules()


@pytest.mark.parametrize(("what", "value"), [
    ("story:999999", ""), ("story:" + "9" * 40, ""), ("person:99999", ""), ("section:none", ""), ("nothing:x", "y"), ("", ""),
    ("words:", "é" * 500),
])
def test_forged_forms_are_told(paper: dict[str, int], what: str, value: str) -> None:
    assert put(two_readers().ada.browser, what, value).status_code == 400


def test_signs_are_taken_as_they_stand(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    for value in (".*", "[a-z]+", "(", "\\", '"whale" OR', "€"):
        assert put(ada, "words:", value).status_code == 200
    assert "A whale alone" in front(ada)


def test_500_are_enough(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    assert ada.post("/mutes/lines/", {"lines": "\n".join(f"word{number}" for number in range(500))}).status_code == 302
    answer = put(ada, "words:", "one more")
    assert answer.status_code == 400
    assert "500" in text_of(answer)
    assert len(rules()) == 500
    assert "A whale alone" in front(ada)


def test_another_readers_rule_is_not_there(paper: dict[str, int]) -> None:
    people = two_readers()
    told = put(people.ada.browser, "words:", "whale")
    (rule,) = rules()
    token = html.unescape(re.search(r'name="deed" value="([^"]+)"', told.content.decode())[1])  # type: ignore[index]
    ben = people.ben.browser
    assert ben.post(f"/mutes/{rule.pk}/remove/").status_code == 404
    assert ben.get(f"/mutes/{rule.pk}/").status_code == 404
    assert ben.post(f"/mutes/{rule.pk}/", {"what": "words:", "value": "x", "effect": "mute"}).status_code == 404
    assert ben.post("/mutes/undo/", {"deed": token}).status_code == 400
    assert ben.post("/mutes/undo/", {"deed": token[:-3] + "xxx"}).status_code == 400
    assert "whale" not in text_of(ben.get(f"/?muting={token}")).lower().split("a whale alone")[0]
    assert len(rules()) == 1
    for path in ("/mutes/hidden/", "/mutes/following/", "/settings/mutes/"):
        assert people.nobody.get(path).status_code == 302


def test_the_way_back_is_in_the_paper(paper: dict[str, int]) -> None:
    ada = two_readers().ada.browser
    answer = ada.post("/mutes/put/", {"what": "words:", "value": "x", "effect": "mute", "next": "https://elsewhere.example/"})
    assert answer["Location"].startswith("/settings/mutes/")


def test_a_mute_goes_along_when_its_story_is_taken_in(paper: dict[str, int]) -> None:
    from octavo.site.library.choosing import merge_stories

    ada = two_readers().ada.browser
    put(ada, f"story:{paper['whale']}")
    merge_stories(paper["whale"], paper["quarry"], datetime(2026, 3, 3, tzinfo=UTC))
    page = front(ada)
    assert "A whale alone" not in page
    assert "Quarry closes" not in page


def test_queries_are_few_whatever_is_muted_and_how_much(paper: dict[str, int]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ada = two_readers().ada.browser

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            assert ada.get(path).status_code == 200
        return len(caught)

    put(ada, "words:", "whale", places=["headline", "text", "speakers"])
    paths = ("/", "/mutes/hidden/", "/mutes/following/", "/settings/mutes/")
    for path in paths:
        queries(path)
    few = [queries(path) for path in paths]
    ada.post("/mutes/lines/", {"lines": "\n".join(f"word{number}" for number in range(300))})
    for number in range(30):
        tell(f"m{number}", came(f"m{number}", headline=f"Whale {number}", minutes=number))
    for path in paths:
        queries(path)
    assert [queries(path) for path in paths] == few


def test_the_specimen_edition_has_mutes_too(library: str) -> None:
    from octavo.site.library.specimens import load_specimen
    from tests.site.paper.told import tell_specimen

    load_specimen()
    tell_specimen()
    ada = two_readers().ada.browser
    before = front(ada)
    assert "Marit" in before
    put(ada, "words:", "Marit")
    after = ada.get("/")
    assert "hidden by your mutes" in text_of(after)
    assert "Marit" not in " ".join(re.findall(r'class="(?:headline|line-headline)".*?</(?:h2|a)>', after.content.decode(), re.DOTALL))
