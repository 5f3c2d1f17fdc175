"""`octavo serve` behind a proxy and under a path, as browsers and proxies meet it: a real process on a loopback port."""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.test_serving import serving

PROXY = {"Host": "127.0.0.1:8000", "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "paper.example"}


@pytest.fixture(scope="module")
def port(begun_library: Callable[[str], Path]) -> Iterator[int]:
    """A paper at paper.example/octavo/, for a proxy on this machine."""
    settings = {"OCTAVO_PROXIES": "127.0.0.1", "OCTAVO_PATH": "/octavo", "OCTAVO_HOSTS": "paper.example"}
    with serving(begun_library("behind"), "--no-fetch", **settings) as said:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        assert found, said
        yield int(found.group(1))


def get(port: int, path: str, headers: dict[str, str]) -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read().decode("utf8", "replace")


@pytest.mark.parametrize("under", ["/octavo", ""])
def test_redirects_lead_to_the_path_whether_the_proxy_took_it_away_or_not(port: int, under: str) -> None:
    status, headers, _ = get(port, f"{under}/sources/?tag=a", PROXY)
    assert status == 302
    assert headers["Location"] == "/octavo/sign-in/?next=/octavo/sources/%3Ftag%3Da"


def test_pages_under_the_path_name_files_and_forms_below_it(port: int) -> None:
    status, headers, page = get(port, "/octavo/sign-in/", PROXY)
    assert status == 200
    addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
    assert addresses
    assert all(address.startswith("/octavo/") for address in addresses)
    style = next(address for address in addresses if address.endswith("tokens.css"))
    assert get(port, style, PROXY)[0] == 200
    assert get(port, style.removeprefix("/octavo"), PROXY)[0] == 200
    assert "max-age=" in headers["Strict-Transport-Security"]


def test_cookies_are_of_the_path_and_of_https_alone(port: int) -> None:
    cookies = get(port, "/octavo/sign-in/", PROXY)[1].get_all("Set-Cookie") or []
    assert cookies
    assert all("path=/octavo/" in cookie.lower() and "secure" in cookie.lower() for cookie in cookies)


def test_over_http_cookies_go_over_http_and_nothing_is_promised(port: int) -> None:
    _, headers, _ = get(port, "/octavo/sign-in/", {**PROXY, "X-Forwarded-Proto": "http"})
    assert "Strict-Transport-Security" not in headers
    assert not any("secure" in cookie.lower() for cookie in headers.get_all("Set-Cookie") or [])


@pytest.mark.parametrize("headers", [{"Host": "localhost"}, {"Host": "127.0.0.1"}, PROXY, {**PROXY, "X-Forwarded-Host": "localhost"}])
def test_nobody_is_let_in_unasked_where_a_proxy_is_named(port: int, headers: dict[str, str]) -> None:
    assert get(port, "/octavo/", headers)[0] == 302


def test_a_host_that_was_not_named_is_refused_whoever_says_it(port: int) -> None:
    assert get(port, "/octavo/", {**PROXY, "X-Forwarded-Host": "evil.example"})[0] == 400


def test_without_a_named_proxy_headers_say_nothing(new_library: Path) -> None:
    with serving(new_library, "--no-fetch", OCTAVO_HOSTS="paper.example") as said:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        assert found, said
        status, headers, _ = get(int(found.group(1)), "/sign-in/", {**PROXY, "Host": "paper.example"})
        assert status == 200
        assert "Strict-Transport-Security" not in headers
        assert not any("secure" in cookie.lower() for cookie in headers.get_all("Set-Cookie") or [])
        assert get(int(found.group(1)), "/", {**PROXY, "Host": "evil.example"})[0] == 400
