import base64
import quopri
from datetime import UTC, datetime

import pytest

from octavo.article import Page
from octavo.errors import NotReadable
from octavo.reading.mhtml import unwrapped

NOON = datetime(2025, 6, 27, 12, tzinfo=UTC)
HTML = "<!DOCTYPE html><title>Wax</title><p>Wachs kostet zwölf Mark.</p>"
HEAD = ("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://thewick.example/wax\r\nSubject: Wax\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--==edge\"\r\n\r\n\r\n")


def saved(way: str, content: bytes, kind: str = "text/html; charset=utf-8", head: str = HEAD) -> Page:
    part = f"----==edge\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {way}\r\n\r\n".encode()
    return Page(head.encode() + part + content + b"\r\n----==edge--\r\n", NOON, name="wax.mhtml")


@pytest.mark.parametrize(("way", "content"), [
    ("quoted-printable", quopri.encodestring(HTML.encode())), ("base64", base64.encodebytes(HTML.encode())), ("8bit", HTML.encode()),
])
def test_the_page_in_the_file_is_read(way: str, content: bytes) -> None:
    page = unwrapped(saved(way, content))
    assert page.body.decode().strip() == HTML
    assert (page.url, page.content_type) == ("https://thewick.example/wax", "text/html; charset=utf-8")


def test_a_file_without_a_page_is_named() -> None:
    with pytest.raises(NotReadable, match=r"wax.mhtml: this is a message \(MHTML or mail\) without an HTML page"):
        unwrapped(saved("base64", b"AAAA", "image/png"))


@pytest.mark.parametrize("body", [HTML.encode(), b"MIME-Version: 1.0\r\n\r\ntext", b"Note: MIME-Version: 1.0", b"a: b\n" * 4_000, b""])
def test_any_other_page_stays(body: bytes) -> None:
    page = Page(body, NOON)
    assert unwrapped(page) is page


def test_a_file_that_is_cut_raises_nothing() -> None:
    whole = saved("base64", base64.encodebytes(HTML.encode() * 9))
    for at in range(400, len(whole.body), 7):
        try:
            unwrapped(Page(whole.body[:at], NOON))
        except NotReadable:
            continue
