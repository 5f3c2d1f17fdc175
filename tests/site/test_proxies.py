"""A proxy is believed where it is named, and nobody else ever is."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from octavo.errors import InputError
from octavo.site.proxies import PROXIED, client_of, is_named, networks, proxied, sub_path

NAMED = networks("127.0.0.1, 10.0.0.0/8, 2001:db8:1::/48")


def asked(client: str, headers: Mapping[str, str], *, path: str = "/", under: str = "", named: str = "10.0.0.0/8") -> dict[str, Any]:
    """The scope that the site sees."""
    seen: list[dict[str, Any]] = []

    async def site(scope: dict[str, Any], _receive: Any, _send: Any) -> None:
        seen.append(scope)

    scope = {
        "type": "http", "scheme": "http", "path": path, "raw_path": path.encode(), "client": (client, 50000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(proxied(site, networks(named), under)(scope, None, None))  # type: ignore[arg-type]
    return seen[0]


def host_of(scope: dict[str, Any]) -> list[bytes]:
    return [value for name, value in scope["headers"] if name == b"host"]


FORGED = {"Host": "localhost", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}


@pytest.mark.parametrize("named", ["", "10.0.0.0/8", "192.0.2.8"])
@pytest.mark.parametrize("client", ["192.0.2.7", "::ffff:192.0.2.7", "127.0.0.1", "", "nonsense"])
def test_a_header_changes_nothing_unless_its_peer_is_a_named_proxy(client: str, named: str) -> None:
    scope = asked(client, FORGED, named=named)
    assert scope["client"][0] == client
    assert scope["scheme"] == "http"
    assert host_of(scope) == [b"localhost"]
    assert PROXIED not in scope


@pytest.mark.parametrize("client", ["10.1.2.3", "::ffff:10.1.2.3"])
def test_a_named_proxy_says_who_asks_and_how(client: str) -> None:
    scope = asked(client, {**FORGED, "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Host": "paper.example:8443"})
    assert scope["client"][0] == "203.0.113.9"
    assert scope["scheme"] == "https"
    assert host_of(scope) == [b"paper.example:8443"]
    assert scope[PROXIED] is True


def test_a_named_proxy_that_says_nothing_is_a_proxy_all_the_same() -> None:
    scope = asked("10.1.2.3", {"Host": "localhost"})
    assert scope[PROXIED] is True
    assert scope["client"][0] == "10.1.2.3"
    assert host_of(scope) == [b"localhost"]


@pytest.mark.parametrize("host", ["evil example", "a/b", "a@b", "", "a:port", "[::1", "<b>"])
def test_what_is_no_host_is_passed_over(host: str) -> None:
    assert host_of(asked("10.1.2.3", {"Host": "localhost", "X-Forwarded-Host": host})) == [b"localhost"]


@pytest.mark.parametrize("scheme", ["ftp", "", "https://", "javascript"])
def test_what_is_no_scheme_is_passed_over(scheme: str) -> None:
    assert asked("10.1.2.3", {"X-Forwarded-Proto": scheme})["scheme"] == "http"


@pytest.mark.parametrize(("peer", "forwarded", "client"), [
    ("10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
    ("10.0.0.1", ["198.51.100.1, 203.0.113.9"], "203.0.113.9"),
    ("10.0.0.1", ["127.0.0.1, 203.0.113.9"], "203.0.113.9"),
    ("10.0.0.1", ["198.51.100.1", "203.0.113.9, 10.2.2.2"], "203.0.113.9"),
    ("10.0.0.1", ["203.0.113.9:4711"], "203.0.113.9"),
    ("10.0.0.1", ["[2001:db8::7]:4711"], "2001:db8::7"),
    ("10.0.0.1", ["2001:db8::7"], "2001:db8::7"),
    ("10.0.0.1", ["unknown"], "10.0.0.1"),
    ("10.0.0.1", ["203.0.113.9, unknown"], "10.0.0.1"),
    ("10.0.0.1", ["203.0.113.9, _hidden, 10.2.2.2"], "10.2.2.2"),
    ("10.0.0.1", [""], "10.0.0.1"),
    ("10.0.0.1", [], "10.0.0.1"),
    ("10.0.0.1", ["," * 100_000], "10.0.0.1"),
    ("10.0.0.1", [", ".join(["10.0.0.2"] * 50_000)], "10.0.0.2"),
    ("192.0.2.7", ["203.0.113.9"], "192.0.2.7"),
    ("2001:db8:1::5", ["203.0.113.9"], "203.0.113.9"),
])
def test_the_client_is_the_last_that_is_no_named_proxy(peer: str, forwarded: list[str], client: str) -> None:
    assert client_of(peer, forwarded, NAMED) == client


def test_an_address_in_another_writing_is_the_same_proxy() -> None:
    assert is_named("::ffff:10.9.9.9", NAMED)
    assert not is_named("::ffff:11.9.9.9", NAMED)


@pytest.mark.parametrize("path", ["/", "/article/7/", "/paper/", "/paper/article/7/", "/paper"])
def test_a_proxy_may_take_the_path_away_or_pass_it_on(path: str) -> None:
    scope = asked("10.1.2.3", {}, path=path, under="/paper")
    assert scope["path"] in ("/paper", "/paper/", "/paper/article/7/")
    assert scope["raw_path"] == scope["path"].encode()


@pytest.mark.parametrize("said", ["proxy.example", "*", "10.0.0.0/40", "10.0.0.0/8 10.0.0.1"])
def test_what_is_no_network_is_said(said: str) -> None:
    with pytest.raises(InputError, match="OCTAVO_PROXIES"):
        networks(said)


@pytest.mark.parametrize(("said", "path"), [("", ""), ("/", ""), ("/octavo", "/octavo"), ("/octavo/", "/octavo"), ("/a/b", "/a/b")])
def test_a_sub_path(said: str, path: str) -> None:
    assert sub_path(said) == path


@pytest.mark.parametrize("said", ["octavo", "//evil.example", "/a//b", "/..", "/a/../b", "/a b", "/a;b", "/ü", "https://a.example/b"])
def test_what_is_no_path_is_said(said: str) -> None:
    with pytest.raises(InputError, match="OCTAVO_PATH"):
        sub_path(said)
