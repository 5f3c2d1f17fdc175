"""A very long feed -> the same feed with its newest entries alone, before it is parsed: what is not read must not cost.

One pass over the bytes, which looks for nothing but where entries begin and end; parsers see what is left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

_TOKEN = re.compile(rb"<!--|<!\[CDATA\[|<(/?)(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s/>])", re.I)
_CLOSED_BY = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}
_DATE = re.compile(
    rb"<(?:[\w.-]{1,40}:)?(?:pubdate|published|updated|date|issued|modified)(?:\s[^<>]{0,200})?>\s{0,20}([^<>]{8,60})<", re.I,
)
_ISO = re.compile(rb"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?")
_RFC = re.compile(rb"(\d{1,2})\s{1,3}([a-z]{3})[a-z]{0,6}\s{1,3}(\d{4})(?:\s{1,3}(\d\d):(\d\d))?", re.I)
_MONTHS = {name: number for number, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_Moment = tuple[int, ...]


def newest(body: bytes, most: int) -> tuple[bytes, int]:
    """A feed in UTF-8 with at most that many of its entries, and how many it has in all; the same bytes where it has no more.

    The newest are kept where entries are dated, else the first; they stay in their order. Of a feed in which no entry ends nothing is
    left out: it has no entries that could be told.
    """
    if body[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _of_json(body, most)
    if body.count(b"<") < 2 * most:  # cheap, and true of nearly every feed
        return body, 0
    spans = list(_spans(body))
    if len(spans) <= most:
        return body, len(spans)
    kept = _kept([_moment(_written(body, *span)) for span in spans], most)
    chosen = b"".join(body[slice(*spans[number])] for number in kept)
    return body[: spans[0][0]] + chosen + body[spans[-1][1] :], len(spans)


def _spans(body: bytes) -> Iterator[tuple[int, int]]:
    """Where the outermost entries stand. What comments and CDATA sections hold is no markup."""
    at, depth, start = 0, 0, 0
    while found := _TOKEN.search(body, at):
        at = found.end()
        if closed := _CLOSED_BY.get(found[0].upper()):
            end = body.find(closed, at)
            if end < 0:
                return
            at = end
            continue
        end = body.find(b">", at) + 1
        if not end:
            return
        at = end
        if found[1]:
            depth -= 1
            if depth == 0:
                yield start, at
            depth = max(depth, 0)
        elif body[end - 2 : end - 1] != b"/":
            start = start if depth else found.start()
            depth += 1


def _of_json(body: bytes, most: int) -> tuple[bytes, int]:
    """A damaged one is left as it is: whoever reads it takes what is whole."""
    if body.count(b"{") <= most:
        return body, 0
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        return body, 0
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or len(items) <= most:
        return body, len(items) if isinstance(items, list) else 0
    kept = _kept([_moment(_date_of(item)) for item in items], most)
    return json.dumps({**feed, "items": [items[number] for number in kept]}).encode(), len(items)


def _kept(moments: Sequence[_Moment], most: int) -> list[int]:
    """The numbers of the newest entries, in their order; those without a date come last."""
    return sorted(sorted(range(len(moments)), key=lambda number: moments[number], reverse=True)[:most])


def _written(body: bytes, start: int, end: int) -> bytes:
    found = _DATE.search(body, start, end)
    return found[1] if found else b""


def _date_of(item: Any) -> bytes:
    value = item.get("date_published") or item.get("date_modified") if isinstance(item, dict) else None
    return value[:60].encode("utf-8", "replace") if isinstance(value, str) else b""


def _moment(written: bytes) -> _Moment:
    """A date to sort by, to the minute and without its offset: one entry more or less at the edge does not matter.

    () where there is none.
    """
    if found := _ISO.search(written):
        return tuple(int(part or 0) for part in found.groups())
    if (found := _RFC.search(written)) and (month := _MONTHS.get(found[2].lower())):
        return int(found[3]), month, int(found[1]), int(found[4] or 0), int(found[5] or 0)
    return ()
