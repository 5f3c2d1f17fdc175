"""What a page is, told by looking at it: HTML, a feed, plain text or an article as JSON; or nothing that Octavo reads, said by its name."""

from __future__ import annotations

import re
from typing import Literal

from octavo.article import Page
from octavo.errors import NotReadable
from octavo.reading.article_json import ARTICLE_TYPE, looks_like_article

Kind = Literal["html", "feed", "text", "article"]

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\1\0", "an icon image"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"PK\3\4", "a ZIP archive (or an office document or e-book, which are ZIP archives)"),
    (b"PK\5\6", "an empty ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\0", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\7", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\0asm", "a WebAssembly program"),
    (b"WARC/", "a WARC archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM film"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "an AVI film"}
_BRANDS = {b"avif": "an AVIF image", b"heic": "a HEIC image", b"mif1": "a HEIF image"}
_OTHER_ROOTS = {
    "svg": ("an SVG image", "Give the page that shows it."),
    "opml": ("an OPML list of sources, not a page", "Add its sources with `octavo add`."),
    "urlset": ("a sitemap, not a page", "Give the pages that it lists."),
    "sitemapindex": ("a list of sitemaps, not a page", "Give the pages that they list."),
}
_FEED_ROOTS = {"rss", "feed", "rdf"}
_FEED_START = re.compile(r"<(?:rss|feed|(?:rdf:)?RDF)\s[^>]{0,2000}(?:version|xmlns)", re.I)
_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|div|p|span|a|br|h[1-6]|article|section|main|table|ul|ol|li|script|style)(?=[\s/>])", re.I)
_ELEMENT = re.compile(r"<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})(?=[\s/>])")
_HTML_DOCTYPE = re.compile(r"<!doctype\s+html\b", re.I)
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_JSON_START = re.compile(r'\{\s*["}]')
_JSON_FEED = re.compile(r'jsonfeed\.org/version/|"items"\s*:\s*\[')
_JSON_TEXT = re.compile(r'"(?:text|paragraphs)"\s*:')
_HEAD = 1 << 16
_ROOT_LOOK = 1 << 20
"""Characters in which the first element is looked for: a document type may be long."""
_PHP_SAYS = re.compile(r"<b>(?:Warning|Notice|Deprecated|Strict Standards)</b>:")


def kind_of(text: str, page: Page) -> Kind:
    """What the text is, by looking at its first 64 KiB. Raises `NotReadable` for an image, list or data that is text but no page."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n\f")
    if page.content_type == ARTICLE_TYPE:
        return "article"
    if _JSON_START.match(head):
        if _JSON_TEXT.search(text) and looks_like_article(text):
            return "article"
        if _JSON_FEED.search(text, 0, _HEAD):
            return "feed"
        raise NotReadable(page.name, "this is JSON, but no article and no JSON Feed", "Give the page itself or its feed.")
    root = root_of(text)
    if root in _OTHER_ROOTS:
        what, advice = _OTHER_ROOTS[root]
        raise NotReadable(page.name, f"this is {what}", advice)
    if root in _FEED_ROOTS:
        return "feed"
    if root in {"html", "head", "body"}:
        return "html"
    tags = len(_TAG.findall(head))
    feed_start = _FEED_START.search(head)
    if feed_start and (not _TAG.search(head, 0, feed_start.start()) or (root in ("br", "b") and _PHP_SAYS.search(head[:200]))):
        return "feed"
    declared_plain = (page.content_type or "").lower().startswith("text/plain")
    return "html" if root or (tags >= 3 and not declared_plain) else "text"


def root_of(text: str) -> str:
    """The local name of the first element (or of the document type, if that is HTML's), in small letters, if the text begins with markup;
    else an empty string.
    """
    head, at = text[:_ROOT_LOOK].lstrip("\ufeff \t\r\n\f"), 0
    while head.startswith("<", at):
        for start, end in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
            if head.startswith(start, at):
                if _HTML_DOCTYPE.match(head, at):
                    return "html"
                at = _doctype_end(head, at) if start == "<!" else head.find(end, at + len(start)) + len(end)
                if at < len(end):
                    return ""
                break
        else:
            name = _ELEMENT.match(head, at)
            return name[1].lower() if name else ""
        while at < len(head) and head[at].isspace():
            at += 1
    return ""


def _doctype_end(head: str, at: int) -> int:
    close, inner = head.find(">", at), head.find("[", at)
    if -1 < inner < close:
        close = head.find(">", head.find("]", inner))
    return close + 1


def refuse_binary(page: Page) -> None:
    """Raises `NotReadable`, with the name of the format, for bytes that begin like an image, archive, recording or program."""
    body = page.body
    if not body.strip():
        raise NotReadable(page.name, "the input is empty", "Check that the page was saved whole.")
    what = next((what for magic, what in _MAGIC if body.startswith(magic)), None)
    if body.startswith(b"RIFF"):
        what = _RIFF.get(body[8:12], "a RIFF file")
    if body[4:8] == b"ftyp":
        what = _BRANDS.get(body[8:12], "an MP4 film or recording")
    if what:
        raise NotReadable(page.name, f"this is {what}", "Give an HTML page, a feed or the text of a page.")


def refuse_controls(text: str, page: Page) -> None:
    """Raises `NotReadable` for decoded text of which one character in twenty or more is no text."""
    head = text[:_HEAD]
    if not head.replace("\ufeff", "").strip():
        raise NotReadable(page.name, "the input holds no text", "Check that the page was saved whole.")
    if len(_CONTROL.findall(head)) * 20 > len(head):
        raise NotReadable(page.name, "this is binary data, not text", "Give an HTML page, a feed or the text of a page.")
