"""Bytes -> text, whatever the page says its charset is: never an error, never a NUL or a lone surrogate.

The order is: byte order mark, UTF-16 told by its NULs, strict UTF-8, UTF-8 with a few bad bytes, the declared charset (header, then
XML declaration or <meta>), a guess. UTF-8 comes before the declaration, unlike in the WHATWG Encoding Standard, because text in another
charset is hardly ever valid UTF-8 by chance, while pages often declare a charset that a proxy or an editor has long changed. Labels are
read as that standard reads them (iso-8859-1 is windows-1252): https://encoding.spec.whatwg.org/#names-and-labels
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{2,40})|<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_HEAD = 4096
"""Where a declaration is looked for, in bytes. The standard says 1024; scripts before the <meta> are common enough."""
_SAMPLE = 1 << 16
_LATIN_RUN = re.compile("[À-ÿ]{5}")
"""Five accented letters in a row: no Latin script writes so, but Cyrillic or Greek read as windows-1252 does."""
_NOT_ASCII = re.compile("[^\x00-\x7f\ufffd]+")
_BAD_SHARE = 20
"""UTF-8 has at least so many good characters outside ASCII for a bad byte."""
_PYTHON_NAMES = {
    "gbk": "gb18030",
    "iso-8859-8-i": "iso-8859-8",
    "macintosh": "mac_roman",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
}
"""WHATWG names that Python calls otherwise."""


def decode(body: bytes, content_type: str | None = None) -> str:
    """The text of `body`. `content_type` is a Content-Type header, of which only the charset is taken, as a hint."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _clean(body[len(mark):].decode(codec, "replace"))
    wide = _utf16_by_nuls(body)
    if wide:
        return _clean(body.decode(wide, "replace"))
    return _clean(_utf8(body) or _legacy(body, content_type))


def _clean(text: str) -> str:
    return text.replace("\0", "") if "\0" in text else text


def _utf16_by_nuls(body: bytes) -> str | None:
    """UTF-16 without a mark: in text that has markup or spaces, most high bytes are NUL and hardly any low ones."""
    head = body[:1024]
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _utf8(body: bytes) -> str | None:
    """The text, if it is UTF-8: without a character that the end cuts in two, and with U+FFFD for a few bad bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(body)
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        return text if bad * _BAD_SHARE <= sum(map(len, _NOT_ASCII.findall(text))) else None
    cut, _ = decoder.getstate()
    return text if len(cut) != 1 or not text.isascii() else None  # one odd byte, at the end: "caf\xe9" in another charset


def _legacy(body: bytes, content_type: str | None) -> str:
    from resiliparse.parse.encoding import detect_encoding

    for label in _declared(body, content_type):
        codec = _codec(label)
        if codec is None or codec == "utf-8":
            continue
        try:
            text = body.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec != "cp1252" or len(_LATIN_RUN.findall(text[:_SAMPLE])) < 3:
            return text
    guess = _codec(detect_encoding(body[:_SAMPLE], max_len=_SAMPLE) or "") or "cp1252"
    return body.decode("cp1252" if guess == "utf-8" else guess, "replace")


def _declared(body: bytes, content_type: str | None) -> list[str]:
    header = _HEADER.search(content_type or "")
    labels = [header[1]] if header else []
    inside = _DECLARED.search(body[:_HEAD])
    if inside:
        labels.append((inside[1] or inside[2]).decode("ascii", "replace"))
    return labels


def _codec(label: str) -> str | None:
    """The Python codec for a WHATWG label; None for one that is unknown: Python has codecs that are no charsets at all."""
    from resiliparse.parse.encoding import map_encoding_to_html5

    name = map_encoding_to_html5(label, fallback_utf8=False) if label else None
    if not name:
        return None
    try:
        info = codecs.lookup(_PYTHON_NAMES.get(name, name))
    except LookupError:
        return None
    return info.name
