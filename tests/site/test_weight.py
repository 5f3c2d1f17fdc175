"""What a browser fetches for each page: from this paper alone, and under 100 kB without pictures and letters, as it is sent."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from lxml import html

from tests.site.walk import LARGE, fill, visit

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.test import Client

MOST = 100_000
"""Bytes of a page, its style sheets and its scripts."""
FETCHED = {
    "link": ("href",), "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",), "embed": ("src",),
    "object": ("data",), "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "input": ("src",), "use": ("href",),
    "image": ("href",),
}
"""What a browser fetches by itself, by element. Links and forms are gone to by people."""
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


def test_pages_are_light_and_ask_nobody_else(site: None) -> None:
    from django.test import Client, override_settings

    fill(LARGE)
    with override_settings(LOOPBACK=True):
        client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
        sent = _sender(client)
        weights = {}
        for page in visit(client):
            if page.response.status_code == 200 and page.response["Content-Type"].startswith("text/html"):
                body = _body(page.response)
                needed = _fetched(_unpacked(page.response, body).decode())
                strange = [address for address in needed if not _is_own(address)]
                assert strange == [], f"{page.address} fetches from elsewhere"
                files = [address for address in needed if address.endswith((".css", ".js"))]
                weights[page.route] = len(body) + sum(sent(address) for address in dict.fromkeys(files))
    assert len(weights) > 40
    assert {route: bytes_ for route, bytes_ in weights.items() if bytes_ >= MOST} == {}


def test_what_is_fetched_from_elsewhere_is_seen() -> None:
    told = '<link rel="stylesheet" href="//cdn.example/a.css"><img srcset="/a.webp 1x, https://b.example/b.webp 2x"><a href="https://c.example/">'
    assert [address for address in _fetched(told) if not _is_own(address)] == ["//cdn.example/a.css", "https://b.example/b.webp"]


def _sender(client: Client) -> Callable[[str], int]:
    """Asks for a file, once: how many bytes it is sent in. What a style sheet fetches is looked at too."""

    @cache
    def sent(address: str) -> int:
        response = client.get(address)
        assert response.status_code == 200, address
        body = _body(response)
        if address.endswith(".css"):
            told = _unpacked(response, body).decode()
            strange = [one or other for one, other in _IN_STYLE.findall(told) if not _is_own(one or other)]
            assert strange == [], f"{address} fetches from elsewhere"
        return len(body)

    return sent


def _fetched(told: str) -> list[str]:
    """The addresses that a page has fetched, in the order of the page."""
    found = []
    for element in html.document_fromstring(told).iter(*FETCHED):
        if element.tag == "link" and element.get("rel") not in ("stylesheet", "icon", "preload", "modulepreload", "manifest"):
            continue
        for name in FETCHED[element.tag]:
            value = element.get(name) or ""
            found += [each.split()[0] for each in value.split(",") if each.strip()] if name == "srcset" else [value] * bool(value)
    return found


def _is_own(address: str) -> bool:
    return not re.match(r"//|[a-z][a-z0-9+.-]*:", address, re.IGNORECASE) or address.startswith("data:")


def _body(response: HttpResponseBase) -> bytes:
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    response.close()
    return body


def _unpacked(response: HttpResponseBase, body: bytes) -> bytes:
    return gzip.decompress(body) if response.get("Content-Encoding") == "gzip" else body
