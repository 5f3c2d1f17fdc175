"""What a reader does with an article and a story, on their pages, and that nobody does it for another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.library.placed import came, tell

if TYPE_CHECKING:
    from django.test import Client


def _read(*articles: int) -> set[int]:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import read_among

    return set(read_among(owner(), articles))


def test_opening_an_article_marks_it_as_read_and_no_fetch_ahead_does(site_client: Client) -> None:
    article = came("a")
    site_client.head(f"/article/{article.pk}/")
    site_client.get(f"/article/{article.pk}/", headers={"Sec-Purpose": "prefetch"})
    assert _read(article.pk) == set()
    site_client.get(f"/article/{article.pk}/")
    assert _read(article.pk) == {article.pk}


def test_a_story_read_is_marked_and_new_again_with_a_new_report_but_not_with_a_copy(site_client: Client) -> None:
    from octavo.site.library.models import Article

    first, second = came("a", publisher="A"), came("b", "Of its own, at length.", publisher="B", minutes=1)
    story = tell("s", first, second)
    assert "read-mark" not in site_client.get("/").content.decode()
    site_client.get(f"/story/{story}/")
    assert _read(first.pk, second.pk) == {first.pk, second.pk}
    assert "read-mark" in site_client.get("/").content.decode()
    tell(story, came("copy", publisher="C", minutes=2), origin=first.pk)
    assert "read-mark" in site_client.get("/").content.decode()
    tell(story, came("new", "A report of another.", publisher="D", minutes=3))
    html = site_client.get("/").content.decode()
    assert "renewed-mark" in html
    assert "read-mark" not in html
    assert Article.objects.count() == 4


def test_saving_works_without_a_script_and_comes_back(site_client: Client) -> None:
    article = came("a")
    page = site_client.get(f"/article/{article.pk}/").content.decode()
    assert "Save for later" in page
    answer = site_client.post("/reading/save/", {"article": article.pk, "save": "1", "next": f"/article/{article.pk}/?cite=0-3"})
    assert answer["Location"] == f"/article/{article.pk}/?cite=0-3&told=saved"
    page = site_client.get(answer["Location"]).content.decode()
    assert "It is saved for later" in page
    assert "Saved: let it go" in page
    assert "Ferry to stay" in site_client.get("/reading/saved/").content.decode()
    site_client.post("/reading/save/", {"article": article.pk, "save": "0"})
    assert "Nothing is saved yet" in site_client.get("/reading/saved/").content.decode()


def test_a_script_is_answered_in_short(site_client: Client) -> None:
    article = came("a")
    answer = site_client.post("/reading/mark/", {"article": article.pk, "read": "1"}, headers={"X-Octavo-Script": "1"})
    assert (answer.status_code, answer.content) == (200, b"It is read.")
    assert _read(article.pk) == {article.pk}


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example", "evil", "\x00", ""])
def test_nobody_is_sent_anywhere_else(site_client: Client, to: str) -> None:
    answer = site_client.post("/reading/save/", {"article": came("a").pk, "next": to})
    assert answer["Location"] == "/?told=saved"


@pytest.mark.parametrize("path", [
    "save/", "mark/", "tag/", "words/", "left/", "all/", "undo/", "tags/1/rename/", "tags/1/remove/", "highlights/1/note/",
    "highlights/1/remove/",
])
def test_what_changes_something_is_posted_with_its_token(site_client: Client, path: str) -> None:
    from django.test import Client

    assert site_client.get(f"/reading/{path}").status_code == (200 if path == "all/" else 405)
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    assert strict.post(f"/reading/{path}", {"article": came("a").pk}).status_code == 403


@pytest.mark.parametrize(("path", "fields"), [
    ("save/", {}), ("save/", {"article": "x"}), ("save/", {"article": "9" * 40}), ("save/", {"article": "-1"}), ("mark/", {"story": "77"}),
    ("mark/", {"article": "\x00"}), ("tag/", {"article": "77"}), ("words/", {"article": "77", "words": "x"}),
    ("tags/77/rename/", {"name": "x"}), ("tags/77/remove/", {}), ("highlights/77/note/", {"note": "x"}), ("highlights/77/remove/", {}),
    ("all/", {"section": "none"}),
])
def test_what_is_not_there_is_said_so(site_client: Client, path: str, fields: dict[str, str]) -> None:
    assert site_client.post(f"/reading/{path}", fields).status_code == 404


def test_tags_and_marked_words_on_the_page(site_client: Client) -> None:
    article = came("a")
    site_client.post("/reading/tag/", {"article": article.pk, "tags": "Sea, <b>Ferries</b>,, sea "})
    html = site_client.get(f"/article/{article.pk}/").content.decode()
    assert "&lt;b&gt;Ferries&lt;/b&gt; and " in html
    answer = site_client.post("/reading/words/", {"article": article.pk, "words": "Harbour master  Ida Brekke", "note": "Who? <i>"})
    assert answer.status_code == 302
    html = site_client.get(f"/article/{article.pk}/").content.decode()
    place = re.search(rf'href="(/article/{article.pk}/\?cite=\d+-\d+)#cited"', html)
    assert place
    assert '<mark class="cited" id="cited">Harbour master Ida Brekke</mark>' in site_client.get(place[1]).content.decode()
    assert "Who? &lt;i&gt;" in site_client.get("/reading/highlights/").content.decode()


@pytest.mark.parametrize(("path", "fields", "says"), [
    ("words/", {"words": "These are nowhere"}, "do not stand in the article"),
    ("words/", {"words": "x" * 1_000_000}, "at most 2,000 characters"),
    ("words/", {"words": "The ferry", "note": "e\u0301" * 9_000}, "a note may have"),
    ("words/", {"words": "\x00"}, "do not stand in the article"),
    ("tag/", {"tags": "x" * 1_000_000}, "too long for a tag"),
    ("tag/", {"tags": ",".join(f"t{number}" for number in range(40))}, "at most 30 tags"),
    ("tag/", {"tags": "\u202e\u202d"}, "a tag needs a name"),
])
def test_bad_input_is_told_beside_its_field(site_client: Client, path: str, fields: dict[str, str], says: str) -> None:
    answer = site_client.post(f"/reading/{path}", {"article": came("a").pk, **fields})
    assert answer.status_code == 400
    html = answer.content.decode()
    assert says in html
    assert 'role="alert"' in html
    assert len(html) < 100_000


def test_everything_marked_as_read_is_undone_by_the_button(site_client: Client) -> None:
    first = came("a")
    asks = re.search(r'href="(/reading/all/\?through=\d+)"', site_client.get("/").content.decode())
    assert asks
    through = re.search(r'name="through" value="(\d+)"', site_client.get(asks[1]).content.decode())
    assert through
    second = came("b", "It came after the page was made.", minutes=1)
    answer = site_client.post("/reading/all/", {"through": through[1], "next": "/"})
    assert _read(first.pk, second.pk) == {first.pk}
    html = site_client.get(answer["Location"]).content.decode()
    deed = re.search(r'name="deed" value="(\d+)"', html)
    assert deed
    assert "Undo" in html
    answer = site_client.post("/reading/undo/", {"deed": deed[1], "next": "/"})
    assert "It is as it was before" in site_client.get(answer["Location"]).content.decode()
    assert _read(first.pk, second.pk) == set()
    answer = site_client.post("/reading/undo/", {"deed": deed[1], "next": "/"})
    assert "could not be undone" in site_client.get(answer["Location"]).content.decode()


def test_a_section_and_a_story_are_marked_as_read(site_client: Client) -> None:
    sport, other = came("a", section="Sport"), came("b", "Of its own.", section="Science")
    site_client.post("/reading/all/", {"section": "sport", "through": str(other.pk)})
    assert _read(sport.pk, other.pk) == {sport.pk}
    story = tell("s", other)
    site_client.post("/reading/all/", {"story": story})
    assert _read(sport.pk, other.pk) == {sport.pk, other.pk}
    site_client.post("/reading/mark/", {"story": story, "read": "0"})
    assert _read(sport.pk, other.pk) == {sport.pk}


def test_where_a_long_article_was_left_is_offered(site_client: Client) -> None:
    long = came("long", *(f"Paragraph {number}. {'It goes on and on. ' * 10}" for number in range(30)))
    short = came("short")
    for article in (long, short):
        assert site_client.post("/reading/left/", {"article": article.pk, "block": "9"}).status_code == 204
    html = site_client.get(f"/article/{long.pk}/").content.decode()
    assert 'href="#block-9"' in html
    assert 'id="block-9"' in html
    assert 'href="#block-9"' not in site_client.get(f"/article/{short.pk}/").content.decode()
    site_client.post("/reading/left/", {"article": long.pk, "block": "9999"})
    assert 'href="#block-' not in site_client.get(f"/article/{long.pk}/").content.decode()


def test_nothing_of_one_reader_is_another_s(library: str) -> None:
    from octavo.site.readers.reading.models import Highlight, ReadingDeed, Tag
    from tests.site.readers.two_readers import two_readers

    people, article = two_readers(), came("a")
    ada, ben = people.ada.browser, people.ben.browser
    ada.get(f"/article/{article.pk}/")
    ada.post("/reading/save/", {"article": article.pk})
    ada.post("/reading/tag/", {"article": article.pk, "tags": "Hers"})
    ada.post("/reading/words/", {"article": article.pk, "words": "The ferry", "note": "Only hers"})
    ada.post("/reading/all/", {"through": article.pk})
    tag, words, deed = Tag.objects.get().pk, Highlight.objects.get().pk, ReadingDeed.objects.get().pk
    for path in ("/", f"/article/{article.pk}/", "/reading/saved/", "/reading/highlights/", "/reading/"):
        html = ben.get(path).content.decode()
        assert "Hers" not in html, path
        assert "Only hers" not in html, path
        assert "read-mark" not in html, path
    assert ben.get(f"/reading/saved/?tag={tag}").status_code == 404
    assert ben.post(f"/reading/tags/{tag}/rename/", {"name": "His"}).status_code == 404
    assert ben.post(f"/reading/tags/{tag}/remove/").status_code == 404
    assert ben.post(f"/reading/highlights/{words}/note/", {"note": "His"}).status_code == 404
    assert ben.post(f"/reading/highlights/{words}/remove/").status_code == 404
    assert ben.post("/reading/undo/", {"deed": deed})["Location"] == "/?told=not-undone"
    assert "Undo" not in ben.get(f"/?told=all-read&deed={deed}").content.decode()
    assert Highlight.objects.get().note == "Only hers"
    assert people.nobody.get("/reading/saved/").status_code == 302
