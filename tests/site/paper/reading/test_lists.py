"""What there is to read: by folder and source, story by story, page by page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.library.placed import came, many, tell

if TYPE_CHECKING:
    from django.test import Client


def _headlines(html: str) -> list[str]:
    return re.findall(r'class="line-headline"[^>]*>Ferry to stay in harbour: ([^<]+)<', html)


def test_stories_stand_once_newest_first_without_what_is_read(site_client: Client) -> None:
    a, b, c, d = (came(key, f"Text {key} of its own.", minutes=number) for number, key in enumerate("abcd"))
    tell("s", a, d)
    site_client.get(f"/article/{b.pk}/")
    html = site_client.get("/reading/").content.decode()
    assert len(_headlines(html)) == 2
    assert _headlines(html)[1] == "c"
    assert "3 articles are unread" in html
    assert _headlines(site_client.get("/reading/?show=all").content.decode())[1:] == ["c", "b"]
    site_client.get(f"/article/{c.pk}/")
    site_client.post("/reading/all/", {"through": d.pk})
    assert "You have read it all" in site_client.get("/reading/").content.decode()


def test_folders_are_the_reader_s_own_else_the_owner_s(library: str) -> None:
    from octavo.site.library.models import Source
    from tests.site.readers.two_readers import two_readers

    article, people = came("a", kind="feed"), two_readers()
    came("b", "Of its own.")
    Source.objects.filter(pk=article.page.source_id).update(folder="Sea / North")
    ada, ben = people.ada.browser, people.ben.browser
    assert _headlines(ada.get("/reading/folder/Sea%20/%20North/").content.decode()) == ["a"]
    source = article.page.source_id
    ada.post("/settings/subscriptions/", {"do": "move", "shown": source, "source": source, "folder": "Mine"})
    assert ada.get("/reading/folder/Sea%20/%20North/").status_code == 404
    assert _headlines(ada.get("/reading/folder/Mine/").content.decode()) == ["a"]
    assert _headlines(ada.get("/reading/unfiled/").content.decode()) == ["b"]
    assert ben.get("/reading/folder/Mine/").status_code == 404
    assert _headlines(ben.get(f"/reading/source/{article.page.source_id}/").content.decode()) == ["a"]


def test_pages_follow_one_another_and_no_story_stands_twice(site_client: Client) -> None:
    made = many("n", 200)
    tell("s", made[-1], made[0])
    first = site_client.get("/reading/").content.decode()
    older = re.search(r'rel="next" href="([^"]+)"', first)
    assert older
    second = site_client.get(f"/reading/{older[1].replace('&amp;', '&')}").content.decode()
    seen = _headlines(first) + _headlines(second)
    assert len(seen) == len(set(seen)) == 199
    assert 'rel="next"' not in second


def test_what_is_old_stands_there_only_if_it_is_marked(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading import counts, lists, standing
    from octavo.site.readers.reading.marking import mark

    made = many("n", 6)
    story = tell("s", made[5], made[0])
    for module in (counts, standing, lists):
        monkeypatch.setattr(module, "REACH", 2)
    monkeypatch.setattr(lists, "LOOKED_AT", 2)
    mark(owner(), [made[0].pk, made[1].pk, made[5].pk], read=False)
    first = lists.to_read(owner(), False, None, None)
    assert first.articles == (made[5].pk, made[4].pk)
    second = lists.to_read(owner(), False, None, first.end)
    assert (second.articles, second.again, second.end) == ((made[1].pk, made[0].pk), frozenset({story}), None)
    assert lists.to_read(owner(), False, None, None, everything=True).articles == (made[5].pk, made[4].pk)


@pytest.mark.parametrize("after", [
    "", "x", "2026", "2026-03-03T07:30:00+00:00", ",1", "2026-03-03T07:30:00,1", "0001-01-01T00:00:00+00:00,1", "\x00,1",
])
def test_a_place_from_nowhere_is_the_first_page(site_client: Client, after: str) -> None:
    came("a")
    assert _headlines(site_client.get("/reading/", {"after": after}).content.decode()) == ["a"]


@pytest.mark.parametrize("path", ["folder/none/", "folder/%00/", "source/77/", "source/99999999999999999999/", "unfiled/"])
def test_what_is_not_there_is_said_so(site_client: Client, path: str) -> None:
    assert site_client.get(f"/reading/{path}").status_code == 404


@pytest.mark.parametrize("number", [2, 60])
def test_queries_do_not_grow(site_client: Client, number: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    made = many("n", number)
    tell("s", *made[:2])
    site_client.get("/")
    for article in made[:2]:
        site_client.post("/reading/save/", {"article": article.pk})
        site_client.post("/reading/words/", {"article": article.pk, "words": "The ferry"})
        site_client.post("/reading/tag/", {"article": article.pk, "tags": "Sea"})
    took = {}
    for path in ("", "?show=all", f"source/{made[0].page.source_id}/", "saved/", "highlights/", "keys/"):
        with CaptureQueriesContext(connection) as queries:
            assert site_client.get(f"/reading/{path}").status_code == 200
        took[path] = len(queries)
    assert list(took.values()) == [21, 21, 21, 11, 8, 7], took


def test_what_is_muted_is_folded_away_and_told(site_client: Client) -> None:
    from django.utils import timezone

    from octavo.site.readers.muting.keeping import put
    from octavo.site.readers.muting.rules import Wish
    from octavo.site.readers.owner import owner

    came("a", headline="The quarry closes")
    came("b", "Of its own.")
    put(owner(), [Wish(effect="mute", kind="words", value="quarry", key="quarry", places=("headline",))], timezone.now())
    html = site_client.get("/reading/").content.decode()
    assert _headlines(html) == ["b"]
    assert "The quarry closes" not in html
    assert "1 article of this page is hidden by your mutes." in html
