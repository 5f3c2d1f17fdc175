"""All traffic goes through the door: nothing else in the source has an HTTP client or connects a socket, and reading opens nothing."""

from __future__ import annotations

import ast
import builtins
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from octavo.article import Page
from octavo.errors import InputError
from octavo.pipeline import read_page
from tests.shared import ROOT

SOURCE = ROOT / "src" / "octavo"

CLIENTS = {
    "aiohttp", "yarl", "requests", "httpx", "httpcore", "urllib3", "pycurl", "aiodns", "websockets", "http.client", "urllib.request",
    "ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "socketserver", "http.server", "asyncio.streams", "ssl",
    "_socket",
    "protego", "urllib.robotparser", "webbrowser",
}
"""Modules that connect, or that only what connects has a use for."""

CALLS = {
    "create_connection", "open_connection", "open_unix_connection", "create_datagram_endpoint", "sock_connect", "start_tls", "connect",
    "connect_ex", "urlopen", "urlretrieve", "getaddrinfo", "gethostbyname", "gethostbyname_ex", "import_module", "__import__", "socket",
}
"""What connects or looks a name up when it is called, and what brings in modules that a reader of imports does not see."""

ALLOWED = {
    "__init__.py": {"import_module"},  # brings in Octavo's own public names, by a table, when they are first used
    "site/serving.py": {"socket", "getaddrinfo"},  # makes the socket that the paper is served on, and reads the address to listen on
    "site/hosts.py": {"socket", "getaddrinfo", "connect"},  # asks by which names this machine is known; its UDP socket sends nothing
    "site/database.py": {"connect"},  # opens the library's file by SQLite, when it is new
    "site/library/keeping/snapshot.py": {"create_connection"},  # one more connection to the library, by Django, in a transaction of its own
}
"""Where other rooms may call some of it, with the reason."""

SIGNALS = "post_", "pre_", "request_", "user_logged_", "connection_created"
"""How the names of Django's signals begin."""


def elsewhere() -> Iterator[tuple[str, ast.AST]]:
    """Every node of the source outside fetching, with its file."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith("fetching/"):
            yield from ((name, node) for node in ast.walk(ast.parse(path.read_text("utf8"))))


def imported(node: ast.AST) -> set[str]:
    """The modules that an import names: `from urllib import request` is one of urllib.request."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""


def is_client(module: str) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:length]) in CLIENTS for length in range(1, len(parts) + 1))


def test_no_other_room_has_a_client() -> None:
    found = [(name, module) for name, node in elsewhere() for module in imported(node) if is_client(module)]
    assert not found


def test_no_other_room_connects() -> None:
    found = {(name, called(node)) for name, node in elsewhere() if called(node) in CALLS}
    allowed = {(name, call) for name, calls in ALLOWED.items() for call in calls}
    signals = {(name, call) for name, call in found if call == "connect" and name.startswith("site/") and _only_signals(name)}
    assert found - signals == allowed


def _only_signals(name: str) -> bool:
    """Whether each `connect` of a file is that of one of Django's signals, by its name."""
    calls = [node for node in ast.walk(ast.parse((SOURCE / name).read_text("utf8"))) if called(node) == "connect"]
    receivers = [node.func.value for node in calls if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return all(isinstance(each, ast.Name) and each.id.startswith(SIGNALS) for each in receivers)


@pytest.mark.parametrize("code", [
    "import aiohttp", "import urllib.request as u", "from urllib import request", "from urllib.request import urlopen",
    "from http import client", "import http.client", "from requests.adapters import x", "import aiohttp.client", "from ftplib import FTP",
])
def test_an_import_of_a_client_is_seen(code: str) -> None:
    assert any(is_client(module) for module in imported(ast.parse(code).body[0]))


@pytest.mark.parametrize("code", [
    "from urllib.parse import quote", "import http", "from http import HTTPStatus", "from . import aiohttp", "import sslx",
])
def test_another_import_is_none(code: str) -> None:
    assert not any(is_client(module) for module in imported(ast.parse(code).body[0]))


PAGES = [
    "http://127.0.0.1:9/feed.xml", "file:///etc/hostname", "/etc/hostname", "127.0.0.1:9",
    '<rss version="2.0"><channel><title>x</title><link>http://127.0.0.1:9/</link><item><title>Tide</title><link>http://127.0.0.1:9/a</link>'
    '<enclosure url="http://127.0.0.1:9/a.jpg" type="image/jpeg"/><description>The tide turned at noon.</description></item>'
    "</channel></rss>",
    '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>'
    '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel><item><title>x</b></title></item>',
    '<html><head><base href="http://127.0.0.1:9/"><link rel="canonical" href="http://127.0.0.1:9/a">'
    '<script src="//127.0.0.1:9/x.js"></script>'
    '<meta property="og:image" content="http://127.0.0.1:9/a.png"><meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/">'
    "<title>Tide turns</title></head><body><article><h1>Tide turns</h1><time>3 March 2026</time><img src='http://127.0.0.1:9/b.png'>"
    + "<p>The tide at Port Alder turned at noon on Tuesday, the harbour office said, an hour after the tables had it.</p>" * 4
    + "</article><iframe src='file:///etc/hostname'></iframe></body></html>",
    '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "feed_url": "http://127.0.0.1:9/", "items": [{"id": "1", "url": "http://127.0.0.1:9/a",'
    ' "title": "Tide", "content_text": "The tide turned at noon.", "image": "http://127.0.0.1:9/a.jpg"}]}',
]


def read(text: str) -> None:
    try:
        read_page(Page(text.encode(), datetime(2026, 3, 3, 8, tzinfo=UTC), "http://127.0.0.1:9/page", "a test", "text/html"))
    except InputError:
        return


def test_reading_opens_no_socket_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in PAGES:
        read(text)  # what is loaded when first used is loaded

    def opened(*arguments: object, **options: object) -> None:
        raise AssertionError(f"reading opened {arguments}")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, opened)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, opened)
    monkeypatch.setattr(builtins, "open", opened)
    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(AssertionError):
        Path("x").read_text("utf8")
    for text in PAGES:
        read(text)
