"""Adding a source: looked for, chosen, kept; what is typed is kept too, but for secrets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from octavo.fetching.answers import Credentials
from octavo.fetching.discovery.feeds import Candidate
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.opml import Outline
from tests.site.paper.sources.made import made, put_article
from tests.site.paper.tags import Tags

if TYPE_CHECKING:
    from django.test import Client

SECRETS = ("hunter2", "k3y-of-the-feed")
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Pilot &amp; Post</title><link>/</link>
<item><title>Ferry sails again</title><link>/ferry</link><description>It sails.</description></item></channel></rss>"""
LIST = b"""<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Coast"><outline type="rss" text="Alder Post" xmlUrl="https://alder.example/feed"/></outline>
<outline text="Reef" xmlUrl="https://reef.example/rss"/><outline text="Odd" xmlUrl="javascript:1"/></body></opml>"""
PAGE = b"""<!doctype html><title>The Pilot</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="All of it">
<link rel="alternate" type="application/rss+xml" href="/islands.xml" title="Islands &lt;script&gt;">
<p>The paper of the outer isles."""

Answer = Callable[[str, Credentials | None], Any]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, site: None) -> Callable[[Any], list[tuple[str, Credentials | None]]]:
    """Lets discovery find that, or fail so; returns what it is asked for."""
    asked: list[tuple[str, Credentials | None]] = []

    def set_(outcome: Any) -> list[tuple[str, Credentials | None]]:
        from octavo.site.paper.sources import adding

        async def discover(_door: object, address: str, credentials: Credentials | None = None) -> Any:
            asked.append((address, credentials))
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome(address) if callable(outcome) else outcome

        monkeypatch.setattr(adding, "discover", discover)
        return asked

    return set_


def feed(address: str = "https://pilot.example/feed.xml", **fields: Any) -> Any:
    from octavo.site.desk.adding.discovering import Found

    return Found(kind="feed", address=address, title="The Pilot", home="https://pilot.example/", articles=12, **fields)


def typed(**fields: str) -> dict[str, str]:
    return {"address": "pilot.example", "folder": "Isles", "full_text": "always"} | fields


def test_what_is_found_is_added(site_client: Client, found: Any) -> None:
    from octavo.site.library.models import Source

    asked = found(feed())
    response = site_client.post("/sources/add/", typed())
    source = Source.objects.get()
    assert asked == [("pilot.example", None)]
    assert response["Location"] == f"/sources/{source.pk}/?done=added"
    assert (source.title, source.folder, source.full_text, source.kind) == ("The Pilot", "Isles", "always", "feed")
    again = site_client.post("/sources/add/", typed())
    assert again["Location"] == f"/sources/{source.pk}/?done=known"
    assert "You have that source already" in site_client.get(again["Location"]).content.decode()


def test_a_source_that_is_there_is_not_looked_for(site_client: Client, found: Any) -> None:
    source, asked = made(address="https://pilot.example/feed"), found(feed())
    response = site_client.post("/sources/add/", typed(address="http://www.pilot.example/feed/"))
    assert response["Location"] == f"/sources/{source.pk}/?done=known"
    assert asked == []


def test_several_feeds_are_offered_and_the_chosen_one_is_added(site_client: Client, found: Any) -> None:
    from octavo.site.library.models import Source

    others = (Candidate("https://pilot.example/isles.xml", "Isles <script>"), Candidate("https://pilot.example/c.xml", "", "comments"))
    found(lambda address: feed(others=others) if address == "pilot.example" else feed(address))
    html = site_client.post("/sources/add/", typed(folder='"><script>')).content.decode()
    assert not Source.objects.exists()
    assert "<script>" not in html
    fields = [attributes for tag, attributes in Tags(html).found if tag == "input"]
    offered = [each["value"] for each in fields if each.get("type") == "radio"]
    assert offered == ["https://pilot.example/feed.xml", "https://pilot.example/isles.xml", "https://pilot.example/c.xml"]
    hidden = [each for each in fields if each.get("type") == "hidden" and each["name"] != "csrfmiddlewaretoken"]
    sent = {str(each["name"]): str(each["value"]) for each in hidden}
    assert sent == {"chosen": "on", "folder": '"><script>', "full_text": "always"}
    site_client.post("/sources/add/", {**sent, "address": offered[1]})
    source = Source.objects.get()
    assert (source.address, source.folder) == ("https://pilot.example/isles.xml", '"><script>')


def test_credentials_go_with_it_and_are_on_no_page(site_client: Client, found: Any) -> None:
    from octavo.site.library.models import SourceSecret

    given = typed(user="wrenna", password=SECRETS[0], header="X-Key", value=SECRETS[1])
    credentials = Credentials("wrenna", SECRETS[0], {"X-Key": SECRETS[1]})
    asked = found(feed(others=(Candidate("https://pilot.example/b.xml"),), credentials=credentials))
    html = site_client.post("/sources/add/", given).content.decode()
    assert asked == [("pilot.example", credentials)]
    assert "once more" in html
    assert not [secret for secret in (*SECRETS, "wrenna") if secret in html]
    site_client.post("/sources/add/", {**given, "address": "https://pilot.example/feed.xml", "chosen": "on"})
    kept = SourceSecret.objects.get()
    assert (kept.user, kept.password, kept.headers) == ("wrenna", SECRETS[0], {"X-Key": SECRETS[1]})


def test_a_failure_is_said_and_what_was_typed_is_kept_but_for_secrets(site_client: Client, found: Any) -> None:
    from octavo.site.library.models import Source

    found(FetchError("https://pilot.example/", Reason.NO_CONNECTION, "the host does not answer", "Look at its name <again>."))
    secrets = {"user": "wrenna", "password": SECRETS[0], "header": "X-Key", "value": SECRETS[1]}
    response = site_client.post("/sources/add/", typed(address=f"https://wrenna:{SECRETS[0]}@pilot.example/x", **secrets))
    html = response.content.decode()
    assert response.status_code == 400
    assert "The host does not answer. Look at its name &lt;again&gt;." in html
    assert 'value="https://pilot.example/x"' in html
    assert 'value="Isles"' in html
    assert '<option value="always" selected>' in html
    assert not [secret for secret in SECRETS if secret in html]
    assert not Source.objects.exists()


@pytest.mark.parametrize("given", [
    {"address": ""}, {"address": "a\x00b"}, {"address": "x" * 2001}, {"folder": "x" * 201}, {"full_text": "now and then"},
    {"password": "hunter2"}, {"header": "X-Key: hunter2\r\nHost"}, {"header": "Cookie\n", "value": "hunter2\n\nGET /"},
])
def test_what_will_not_do_is_not_looked_for(site_client: Client, found: Any, given: dict[str, str]) -> None:
    asked = found(feed())
    response = site_client.post("/sources/add/", typed(**given))
    assert response.status_code == 400
    html = response.content.decode()
    assert 'class="mistake"' in html
    assert 'value="hunter2' not in html
    assert asked == []


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "file:///etc/passwd", "nothing", "http://", "http://127.0.0.1/", "http://[::1]:8000/", "http://169.254.169.254/",
])
def test_what_is_no_address_of_the_web_is_said(site_client: Client, address: str) -> None:
    from octavo.site.library.models import Source

    response = site_client.post("/sources/add/", typed(address=address))
    assert response.status_code == 400
    assert 'class="mistake"' in response.content.decode()
    assert not Source.objects.exists()


def test_looking_has_an_end(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    from octavo.site.paper.sources import adding

    async def discover(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(adding, "discover", discover)
    monkeypatch.setattr(adding, "PATIENCE", 0.01)
    response = site_client.post("/sources/add/", typed())
    assert response.status_code == 400
    assert "Looking took longer than" in response.content.decode()


def test_the_address_of_a_list_adds_its_sources(site_client: Client, found: Any) -> None:
    from octavo.site.desk.adding.discovering import Found
    from octavo.site.library.models import Source

    listed = tuple(Outline(f"https://p{number}.example/feed", f"P{number}", folders=("News",)) for number in range(3))
    found(Found("list", "https://pilot.example/list.opml", outlines=listed))
    response = site_client.post("/sources/add/", typed(folder=""))
    assert response["Location"] == "/sources/?done=list&new=3&known=0&refused=0"
    assert set(Source.objects.values_list("folder", flat=True)) == {"News"}


def test_the_list_to_begin_with(site_client: Client) -> None:
    from octavo.site.desk.adding.starters import starters
    from octavo.site.library.models import Source

    html = site_client.get("/sources/add/").content.decode()
    assert not Source.objects.exists()
    offered = [attributes["value"] for tag, attributes in Tags(html).found if tag == "input" and attributes.get("name") == "feed"]
    assert sorted(map(str, offered)) == sorted(each.feed for each in starters())
    assert "checked" not in html
    first, second = starters()[0], starters()[-1]
    none = site_client.post("/sources/add/starters/", {"feed": ["https://evil.example/feed", "\x00"]})
    assert none.status_code == 400
    assert "Tick at least one" in none.content.decode()
    response = site_client.post("/sources/add/starters/", {"feed": [first.feed, second.feed, "https://evil.example/feed"]})
    assert response["Location"] == "/sources/?done=list&new=2&known=0&refused=0"
    assert set(Source.objects.values_list("address", "folder")) == {(first.feed, first.region), (second.feed, second.region)}
    assert site_client.get("/sources/add/").content.decode().count("disabled checked") == 2


def test_one_of_that_list_that_was_removed_can_be_chosen_again(site_client: Client) -> None:
    from octavo.site.desk.adding.sources import add_outlines, remove
    from octavo.site.desk.adding.starters import starters
    from octavo.site.library.models import Source

    first = starters()[0]
    add_outlines([Outline(first.feed, first.title)])
    put_article(Source.objects.get(), "kept")
    remove(Source.objects.get())
    assert "disabled" not in site_client.get("/sources/add/").content.decode()
    response = site_client.post("/sources/add/starters/", {"feed": [first.feed]})
    assert response["Location"] == "/sources/?done=list&new=1&known=0&refused=0"
    assert Source.objects.get().kind == "feed"


def test_the_front_page_offers_it_until_there_is_a_source(site_client: Client) -> None:
    assert "Choose your sources" in site_client.get("/").content.decode()
    put_article(made(7, kind="specimen", address="specimen"), "invented")
    assert "choose your sources" in site_client.get("/").content.decode()
    made()
    assert "choose your sources" not in site_client.get("/").content.decode()


@contextmanager
def paper(*, wants: str = "") -> Iterator[tuple[str, list[str]]]:
    """A paper on loopback, and the paths that it was asked for; with `wants`, nothing is shown without that Authorization."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = {"/": PAGE, "/feed.xml": FEED, "/islands.xml": FEED, "/list.opml": LIST}.get(self.path)
            status = 401 if wants and self.headers.get("Authorization") != wants else 200 if body else 404
            self.send_response(status)
            self.send_header("Content-Type", "text/html" if self.path == "/" else "application/rss+xml")
            self.end_headers()
            self.wfile.write(body or b"" if status == 200 else b"")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


def test_from_a_sites_address_to_a_source_over_the_net(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.models import Source

    with paper() as (address, asked):
        monkeypatch.setenv("OCTAVO_ALLOW", address.removeprefix("http://"))
        html = site_client.post("/sources/add/", typed(address=address)).content.decode()
        assert "Which of these?" in html, html
        assert "Islands &lt;script&gt;" in html
        response = site_client.post("/sources/add/", typed(address=f"{address}/islands.xml", chosen="on"))
    source = Source.objects.get()
    assert response["Location"] == f"/sources/{source.pk}/?done=added"
    assert source.address == f"{address}/islands.xml"
    assert source.title == "The Pilot & Post"
    assert "The Pilot &amp; Post" in site_client.get(f"/sources/{source.pk}/").content.decode()
    assert asked[0] == "/"


def test_a_list_at_an_address_over_the_net(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.models import Source

    with paper() as (address, asked):
        monkeypatch.setenv("OCTAVO_ALLOW", address.removeprefix("http://"))
        response = site_client.post("/sources/add/", typed(address=f"{address}/list.opml", folder=""))
        again = site_client.post("/sources/add/", typed(address=f"{address}/list.opml"))
    assert response["Location"] == "/sources/?done=list&new=2&known=0&refused=1"
    assert again["Location"] == "/sources/?done=list&new=0&known=2&refused=1"
    assert asked == ["/list.opml"] * 2
    assert set(Source.objects.values_list("title", "folder", "full_text")) == {("Alder Post", "Coast", "always"), ("Reef", "", "always")}


def test_a_feed_behind_a_password_over_the_net(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    import base64

    from octavo.site.library.models import Source

    with paper(wants="Basic " + base64.b64encode(b"wrenna:hunter2").decode()) as (address, _):
        monkeypatch.setenv("OCTAVO_ALLOW", address.removeprefix("http://"))
        refused = site_client.post("/sources/add/", typed(address=f"{address}/feed.xml"))
        assert refused.status_code == 400
        site_client.post("/sources/add/", typed(address=f"{address}/feed.xml", user="wrenna", password="hunter2"))
    assert Source.objects.get().secret.password == "hunter2"


def test_a_paper_on_loopback_is_not_asked_unless_it_is_allowed(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OCTAVO_ALLOW", raising=False)
    with paper() as (address, asked):
        response = site_client.post("/sources/add/", typed(address=address))
    assert response.status_code == 400
    assert asked == []
