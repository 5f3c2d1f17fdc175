"""The owner reads without a sign-in on this machine alone; each condition is tried by itself."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.shared import ROOT
from tests.site.library.articles import article, page, source

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.test import Client

    from octavo.site.readers.models import User
    from tests.conftest import Libraries

Override = Callable[..., None]


def asked_to_sign_in(response: HttpResponseBase) -> bool:
    return response.status_code == 302 and response["Location"].startswith("/sign-in/")


def test_the_owner_reads_at_once_and_no_cookie_is_set(site_client: Client) -> None:
    response = site_client.get("/")
    assert response.status_code == 200
    assert not response.cookies
    assert response.wsgi_request.user.is_superuser
    assert "Sign out" not in response.content.decode()


def test_nobody_can_hide_the_owner_behind_a_session(site_client: Client) -> None:
    from django.contrib.sessions.models import Session

    site_client.get("/")
    assert not Session.objects.exists()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000"])
def test_this_machines_own_names(site_client: Client, host: str) -> None:
    assert site_client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", [
    "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8000", "127.0.0.1@evil.example", "[::1].evil.example",
    "localhost,evil.example", "localhost evil.example", "127.0.0.2", "0.0.0.0", "[::]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001",
    "", "localhost:80:80", "localhost:eighty", "локалхост",
])
def test_an_unknown_host_is_a_bad_request(site_client: Client, host: str) -> None:
    response = site_client.get("/", HTTP_HOST=host.encode().decode("latin-1"))
    assert response.status_code == 400
    assert "does not answer to that address" in response.content.decode()
    assert not response.cookies


def test_a_host_that_the_owner_named_is_known_but_not_this_machine(site_client: Client, override: Override) -> None:
    override(ALLOWED_HOSTS=["localhost", "paper.example"])
    assert asked_to_sign_in(site_client.get("/", headers={"host": "paper.example"}))


@pytest.mark.parametrize("header", [
    "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded", "x-forwarded-anything", "x-real-ip",
    "x-client-ip", "true-client-ip", "x-original-host", "x-original-url", "x-cluster-client-ip", "cf-connecting-ip", "cf-ray", "cdn-loop",
])
@pytest.mark.parametrize("value", ["", "127.0.0.1", "for=127.0.0.1"])
def test_a_proxys_header_ends_it_even_when_it_is_empty(site_client: Client, header: str, value: str) -> None:
    assert asked_to_sign_in(site_client.get("/", headers={header: value}))


@pytest.mark.parametrize("name", [b"x-forwarded-for", b"X-FORWARDED-FOR", b"x_forwarded_for", b"x-forwarded_for", b"cf_connecting_ip"])
def test_a_proxys_header_ends_it_however_it_is_spelt(name: bytes, site_client: Client) -> None:
    assert ask((b"host", b"localhost"))[0] == 200
    assert ask((b"host", b"localhost"), (name, b"192.0.2.7"))[0] == 302


@pytest.mark.parametrize("header", ["viaduct", "x-requested-with", "accept-language", "dnt", "sec-fetch-site", "x-for"])
def test_a_browsers_header_does_not(site_client: Client, header: str) -> None:
    assert site_client.get("/", headers={header: "1"}).status_code == 200


def test_not_bound_to_loopback(site_client: Client, override: Override) -> None:
    override(LOOPBACK=False)
    assert asked_to_sign_in(site_client.get("/"))


@pytest.mark.parametrize("address", ["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::1", "", "nonsense"])
def test_a_peer_from_elsewhere(site_client: Client, address: str) -> None:
    assert asked_to_sign_in(site_client.get("/", REMOTE_ADDR=address))


@pytest.mark.parametrize("path", [
    "/", "/article/{article}/", "/section/world/", "/publisher/{publisher}/", "/style/", "/nowhere/", "/sign-out/", "/sign-in", "/Sign-In/",
])
def test_every_page_asks(site_client: Client, override: Override, path: str) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article, Publisher

    import_page(page(), [article(headline="Ferry to stay in harbour")], source())
    path = path.format(article=Article.objects.get().pk, publisher=Publisher.objects.get().pk)
    shown = b"Ferry to stay in harbour"
    assert shown in site_client.get("/").content
    override(LOOPBACK=False)
    answer = site_client.get(path)
    if answer.status_code == 301:
        assert shown not in answer.content
        answer = site_client.get(answer["Location"])
        assert answer.status_code == 200
        assert b"<h1>Sign in</h1>" in answer.content
    else:
        assert asked_to_sign_in(answer)
    assert shown not in answer.content


@pytest.mark.parametrize("path", ["/static/../", "/static/../article/1/", "/sign-in/../", "//sign-in/", "/static/%2e%2e/article/1/"])
def test_no_path_tricks(site_client: Client, override: Override, path: str) -> None:
    override(LOOPBACK=False)
    assert site_client.get(path).status_code in (301, 302, 404)


def ask(*headers: tuple[bytes, bytes]) -> tuple[int, bytes]:
    """Status and body of GET / as a server hands it over, headers as they came."""
    from octavo.site.asgi import application

    sent: list[Any] = []

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        if (message := next(asked, None)) is None:
            await asyncio.sleep(60)
        return message or {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": "/", "raw_path": b"/",
        "query_string": b"", "root_path": "", "headers": list(headers), "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", 8000),
    }

    async def asked_once() -> None:
        await application(scope, receive, send)

    asyncio.run(asked_once())
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize("second", [b"localhost", b"evil.example"])
def test_two_hosts_are_a_bad_request(second: bytes, site_client: Client) -> None:
    assert ask((b"host", b"localhost"), (b"host", second))[0] == 400


def test_no_host_is_not_this_machine(site_client: Client) -> None:
    assert ask()[0] in (302, 400)


@pytest.fixture
def user(site: None, override: Override) -> User:
    """The owner, with a password; nobody is let in without it."""
    from octavo.site.readers.owner import owner

    override(LOOPBACK=False)
    found = owner()
    found.set_password("a fine long password")
    found.save()
    return found


@pytest.fixture
def browser(user: User) -> Client:
    """A browser whose reader must sign in."""
    from django.test import Client

    return Client(headers={"host": "localhost"})


def test_signing_in(browser: Client, user: User) -> None:
    page = browser.get("/sign-in/?next=/style/")
    assert page.status_code == 200
    wrong = browser.post("/sign-in/", {"username": user.username, "password": "wrong", "next": "/style/"})
    assert "do not go together" in wrong.content.decode()
    right = browser.post("/sign-in/", {"username": user.username, "password": "a fine long password", "next": "/style/"})
    assert (right.status_code, right["Location"]) == (302, "/style/")
    assert browser.get("/").status_code == 200
    assert "Sign out" in browser.get("/").content.decode()
    browser.post("/sign-out/")
    assert asked_to_sign_in(browser.get("/"))


@pytest.mark.parametrize("after", [
    "https://evil.example/", "//evil.example", "javascript:alert(1)", "https:///evil.example", "\\\\evil.example",
])
def test_signing_in_leads_nowhere_else(browser: Client, user: User, after: str) -> None:
    done = browser.post("/sign-in/", {"username": user.username, "password": "a fine long password", "next": after})
    assert (done.status_code, done["Location"]) == (302, "/")


@pytest.mark.parametrize(("origin", "status"), [("https://paper.example", 302), ("https://evil.example", 403)])
def test_a_proxy_may_speak_https(libraries: Libraries, origin: str, status: int) -> None:
    """OCTAVO_HOSTS is read when Django starts, so this asks a process of its own."""
    script = (
        "import django; django.setup()\n"
        "from django.test import Client; from octavo.site.readers.owner import owner\n"
        "user = owner(); user.set_password('x'); user.save()\n"
        "browser = Client(enforce_csrf_checks=True, headers={'host': 'paper.example'})\n"
        "browser.get('/sign-in/'); token = browser.cookies['csrftoken'].value\n"
        "form = {'username': 'owner', 'password': 'x', 'csrfmiddlewaretoken': token}\n"
        f"print(browser.post('/sign-in/', form, headers={{'origin': '{origin}'}}).status_code)"
    )
    libraries.use("sqlite")
    environment = os.environ | {"OCTAVO_HOSTS": "paper.example", "OCTAVO_LOOPBACK": "0", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == [str(status)], done.stderr


def test_signing_in_takes_a_token(site: None, override: Override) -> None:
    from django.test import Client

    override(LOOPBACK=False)
    response = Client(enforce_csrf_checks=True, headers={"host": "localhost"}).post("/sign-in/", {"username": "owner", "password": "x"})
    assert response.status_code == 403
    assert "Back to the front page" in response.content.decode()
