"""Pictures as a browser gets them, from a press on loopback that OCTAVO_ALLOW lets through."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as Images

from octavo import Image
from tests.site.library.articles import article, page
from tests.site.paper.images.made import Press, drawn, press

if TYPE_CHECKING:
    from django.test import Client

    from octavo.site.library.models import Article


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, site_client: Client) -> Iterator[Press]:
    """A press, an empty folder of pictures, and a way to it without pauses."""
    from django.conf import settings

    from octavo.fetching.clock import SystemClock
    from octavo.fetching.door import Door
    from octavo.fetching.guard import Guard
    from octavo.fetching.pictures import AT_ONCE, LIMITS
    from octavo.fetching.turns import Turns
    from octavo.site.paper.images import getting

    def opened() -> Door:
        turns = Turns(SystemClock(), delay=0.01)
        return Door(Guard.of("127.0.0.1"), agent="Octavo", limits=LIMITS, turns=turns, connections=AT_ONCE)

    shutil.rmtree(Path(settings.DATA) / "images", ignore_errors=True)
    own = getting.Getting(opened)
    monkeypatch.setattr(getting, "getting", own)
    with press() as made:
        yield made
    own.close()


def told(at: Press, path: str = "/p.jpg", key: str = "told", feed: str = "", **image: str) -> Article:
    """An article of a source on that press, or at `feed`, with that picture."""
    from octavo.site.library.importing import import_page, source_of
    from octavo.site.library.models import Article, Source

    address = feed or at.url("/feed")
    made = article(key, url=f"{address}/{key}", image=Image(url=at.url(path), **image))
    import_page(page(key.encode(), url=address), [made], source_of(Source.Kind.FEED, address, "A press"))
    return Article.objects.get(key=key)


def body(response: Any) -> bytes:
    return bytes(response.content)


def test_a_picture_is_fetched_once_and_served_small(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = drawn()
    pk = told(at).pk
    for width in (640, 1280, 640):
        response = site_client.get(f"/images/{pk}/{width}/")
        assert response.status_code == 200
        assert response["Content-Type"] == "image/webp"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "private" in response["Cache-Control"]
        assert Images.open(BytesIO(body(response))).size == (width, width * 9 // 16)
    assert at.times("/p.jpg") == at.times("/robots.txt") == 1
    again = site_client.get(f"/images/{pk}/640/", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, body(again)) == (304, b"")


def test_the_publisher_learns_nothing_of_who_reads(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = drawn()
    site_client.cookies["sessionid"] = "a secret"
    site_client.get(f"/images/{told(at).pk}/640/", headers={"referer": "http://localhost/article/1/", "user-agent": "A reader's own"})
    for _, headers in at.asked:
        assert not {"cookie", "referer", "x-forwarded-for", "authorization"} & headers.keys()
        assert headers["user-agent"] == "Octavo"


def test_the_page_has_the_picture_with_its_words_escaped_and_its_size_when_it_is_known(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = drawn(size=(900, 600))
    pk = told(at, alt='The "harbour"', caption="<b>At</b> noon", credit="<script>x</script>").pk
    html = site_client.get(f"/article/{pk}/").content.decode()
    assert at.asked == []  # the page does not wait for it
    assert 'class="picture picture--unseen"' in html
    assert 'alt="The &quot;harbour&quot;"' in html
    assert "&lt;b&gt;At&lt;/b&gt; noon" in html
    assert "<script>x" not in html
    for address in set(re.findall(r"/images/[^ \"]+", html)):
        assert site_client.get(address).status_code == 200
    html = site_client.get(f"/article/{pk}/").content.decode()
    assert 'class="picture"' in html
    assert 'width="900" height="600"' in html
    assert 'loading="lazy"' in html
    assert f'class="picture"><img src="/images/{pk}/640/' in site_client.get("/").content.decode()


def test_a_picture_that_cannot_be_had_leaves_no_hole_and_is_not_asked_for_again(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    pk, gone = told(at, caption="A caption").pk, told(at, "/gone.jpg", "gone").pk
    for number in (pk, gone):
        for _ in range(3):
            response = site_client.get(f"/images/{number}/640/")
            assert response.status_code == 404
            assert response["Content-Type"].startswith("text/plain")
        html = site_client.get(f"/article/{number}/").content.decode()
        assert "<figure" not in html
        assert "A caption" not in html
    assert at.times("/p.jpg") == at.times("/gone.jpg") == 1


def test_one_that_failed_is_asked_for_again_after_a_day(site_client: Client, at: Press) -> None:
    from django.utils import timezone

    from octavo.site.paper.images.showing import shelf

    url, now = at.url("/late.jpg"), timezone.now()
    pk = told(at, "/late.jpg").pk
    assert site_client.get(f"/images/{pk}/640/").status_code == 404
    kept = shelf().known(url, now + timedelta(hours=23))
    assert kept
    assert not kept.widths
    assert shelf().known(url, now + timedelta(hours=25)) is None


def test_only_pictures_of_articles_are_served(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = drawn()
    pk = told(at).pk
    bare = told(at, key="bare")
    type(bare).objects.filter(pk=bare.pk).update(image=None)
    for address in (f"/images/{pk + 99}/640/", f"/images/{bare.pk}/640/", f"/images/{pk}/99/", f"/images/{pk}/", f"/images/{2**70}/640/"):
        assert site_client.get(address).status_code == 404, address
    assert at.asked == []
    elsewhere = site_client.get(f"/images/{pk}/640/?url={at.url('/other.jpg')}")
    assert elsewhere.status_code == 200
    assert at.times("/other.jpg") == 0
    assert site_client.post(f"/images/{pk}/640/").status_code == 405


@pytest.mark.parametrize("url", [
    "file:///etc/hostname", "javascript:alert(1)", "data:image/png;base64,AAAA", "http://user:pw@127.0.0.1/x", "",
])
def test_an_address_that_is_none_of_the_web_has_no_picture(site_client: Client, at: Press, url: str) -> None:
    row = told(at)
    type(row).objects.filter(pk=row.pk).update(image={"url": url, "alt": "", "caption": "", "credit": ""})
    assert site_client.get(f"/images/{row.pk}/640/").status_code == 404
    assert at.asked == []


def test_a_source_elsewhere_leads_nowhere_at_home(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = drawn()
    pk = told(at, feed="https://evil.example/feed").pk
    assert site_client.get(f"/images/{pk}/640/").status_code == 404
    assert at.asked == []


def test_an_article_that_says_it_lies_at_home_allows_nothing(site_client: Client, at: Press) -> None:
    row = told(at, feed="https://evil.example/feed")
    type(row).objects.filter(pk=row.pk).update(url=at.url("/article"))
    assert site_client.get(f"/images/{row.pk}/640/").status_code == 404
    assert at.asked == []


def test_robots_is_obeyed(site_client: Client, at: Press) -> None:
    at.served |= {"/p.jpg": drawn(), "/robots.txt": b"User-agent: *\nDisallow: /p.jpg\n"}
    assert site_client.get(f"/images/{told(at).pk}/640/").status_code == 404
    assert at.times("/p.jpg") == 0


def test_one_that_is_too_large_is_not_taken(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = drawn() + b"\0" * 11 * 2**20
    assert site_client.get(f"/images/{told(at).pk}/640/").status_code == 404


def test_asked_for_by_many_at_once_it_is_fetched_once_and_other_pages_go_on(site_client: Client, at: Press) -> None:
    from django.db import connection
    from django.test import Client

    at.served["/p.jpg"], at.pause = drawn(), 1.5
    pk, found = told(at).pk, []

    def ask() -> None:
        found.append(Client(headers={"host": "localhost"}).get(f"/images/{pk}/640/").status_code)
        connection.close()

    readers = [threading.Thread(target=ask) for _ in range(5)]
    for reader in readers:
        reader.start()
    assert site_client.get(f"/article/{pk}/").status_code == 200
    assert not found
    for reader in readers:
        reader.join(20)
    assert found == [200] * 5
    assert at.times("/p.jpg") == 1


def test_a_file_that_is_gone_is_fetched_again(site_client: Client, at: Press) -> None:
    from django.conf import settings

    at.served["/p.jpg"] = drawn()
    pk = told(at).pk
    assert site_client.get(f"/images/{pk}/640/").status_code == 200
    for file in (Path(settings.DATA) / "images").rglob("*.webp"):
        file.unlink()
    assert site_client.get(f"/images/{pk}/1280/").status_code == 200
    assert at.times("/p.jpg") == 2


def test_the_owner_can_do_without(site_client: Client, at: Press) -> None:
    at.served["/p.jpg"] = drawn()
    pk = told(at).pk
    assert site_client.post("/settings/pictures/", {"on_articles": "on", "megabytes": "30"}).status_code == 302
    assert "<img" not in site_client.get("/").content.decode()
    assert "<img" in site_client.get(f"/article/{pk}/").content.decode()
    site_client.post("/settings/pictures/", {"megabytes": "30"})
    assert "<img" not in site_client.get(f"/article/{pk}/").content.decode()
    assert site_client.get(f"/images/{pk}/640/").status_code == 404
    assert at.asked == []


@pytest.mark.parametrize("said", ["", "x", "-1", "0", "9" * 30, "\0", "1" * 1_000_000])
def test_nonsense_about_the_disk_is_said_and_nothing_is_saved(site_client: Client, said: str) -> None:
    from octavo.site.library.models import PaperSetting

    response = site_client.post("/settings/pictures/", {"megabytes": said})
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()
    assert not PaperSetting.objects.filter(pk="images").exists()


def test_where_the_disk_does_not_take_it_it_cannot_be_had(site_client: Client, at: Press) -> None:
    from django.conf import settings

    at.served["/p.jpg"] = drawn()
    pk = told(at).pk
    folder = Path(settings.DATA) / "images"
    folder.write_text("Not a folder.")
    assert site_client.get(f"/images/{pk}/640/").status_code == 404
    folder.unlink()
    assert site_client.get(f"/images/{pk}/640/").status_code == 200


def test_a_door_that_could_not_be_opened_is_tried_again(tmp_path: Path) -> None:
    from octavo.errors import OctavoError
    from octavo.fetching.pictures import door_for_pictures
    from octavo.site.paper.images.getting import Getting
    from octavo.site.paper.images.shelf import Kept, Shelf

    opened = []

    def opening() -> Any:
        opened.append(1)
        if len(opened) == 1:
            raise OSError("Too many open files")
        if len(opened) == 2:
            raise OctavoError("OCTAVO_ALLOW cannot be used")
        return door_for_pictures()

    own, shelf, now = Getting(opening), Shelf(tmp_path), datetime.now(UTC)
    try:
        for number in range(4):
            # A host that nothing has: the door is open, and says so.
            assert own.ask(f"https://nowhere.invalid/{number}.jpg", "https://nowhere.invalid/", shelf, 10**6).result(20) == Kept()
    finally:
        own.close()
    assert len(opened) == 3
    for number in range(3):
        url = f"https://nowhere.invalid/{number}.jpg"
        assert shelf.known(url, now + timedelta(minutes=5)) == Kept()
        assert shelf.known(url, now + timedelta(hours=1)) is None
