"""A page that a browser saved as one file (MHTML, RFC 2557) -> the HTML page in it."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from dataclasses import replace
from email.message import Message
from email.parser import BytesHeaderParser

from octavo.addresses import web_address
from octavo.article import Page
from octavo.errors import NotReadable

HEADER_MOST = 1 << 14
"""Bytes of the header of the file or of a part of it."""

PARTS_MOST = 32
"""Parts that are looked at; browsers write the page itself first."""

_START = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,20}){0,20}?MIME-Version:", re.I)
_END = re.compile(rb"\r?\n\r?\n")


def unwrapped(page: Page) -> Page:
    """The page that an MHTML file holds, with the address it was saved from where `page` has none; any other page as it is.

    Raises `NotReadable` for a message that holds no HTML.
    """
    if not _START.match(page.body[:HEADER_MOST]):
        return page
    header, rest = _headed(page.body)
    boundary = header.get_boundary()
    if header.get_content_maintype() != "multipart" or not boundary:
        return page
    for piece in rest.split(b"--" + boundary.encode("ascii", "replace"), PARTS_MOST)[1:]:
        about, content = _headed(piece.lstrip(b"\r\n"))
        if about.get_content_type() in ("text/html", "application/xhtml+xml"):
            address = str(header.get("Snapshot-Content-Location") or about.get("Content-Location") or "")
            return replace(page, body=_decoded(about, content), content_type=str(about["Content-Type"]),
                           url=page.url or web_address(address))
    raise NotReadable(page.name, "this is a message (MHTML or mail) without an HTML page in it", "Save the page as HTML.")


def _headed(data: bytes) -> tuple[Message, bytes]:
    end = _END.search(data, 0, HEADER_MOST)
    at, behind = end.span() if end else (0, 0)
    return BytesHeaderParser().parsebytes(data[:at]), data[behind:]


def _decoded(about: Message, content: bytes) -> bytes:
    way = str(about.get("Content-Transfer-Encoding") or "").strip().lower()
    if way == "quoted-printable":
        return quopri.decodestring(content)
    if way != "base64":
        return content
    try:
        return base64.b64decode(content)
    except binascii.Error:
        return b""  # what is left of a file that was cut: the page is empty, and refused as that
