"""Style sheets and scripts as they are sent."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

STYLE = "/static/paper/pieces.css"


@pytest.mark.parametrize("path", [STYLE, "/static/paper/keys.js"])
def test_a_file_is_packed_for_whoever_takes_it_so(path: str, site_client: Client) -> None:
    plain = b"".join(site_client.get(path))
    packed = site_client.get(path, headers={"accept-encoding": "br, gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain) / 2
    assert gzip.decompress(packed.content) == plain
    again = site_client.get(path, headers={"accept-encoding": "gzip", "if-modified-since": packed["Last-Modified"]})
    assert (again.status_code, b"".join(again)) == (304, b"")


@pytest.mark.parametrize("how", [{}, {"accept-encoding": "gzip", "range": "bytes=0-9"}])
def test_others_get_it_as_it_is(how: dict[str, str], site_client: Client) -> None:
    answer = site_client.get(STYLE, headers=how)
    assert "Content-Encoding" not in answer
    assert "Accept-Encoding" in answer["Vary"]
    assert b"".join(answer).startswith(b"/* The pie")


def test_what_is_packed_already_is_sent_as_it_is(site_client: Client) -> None:
    answer = site_client.get("/static/paper/type/newsreader-roman.woff2", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in answer
    assert b"".join(answer).startswith(b"wOF2")
