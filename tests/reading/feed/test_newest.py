"""Of a very long feed the newest entries, before anything is parsed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.article import Page
from octavo.pipeline import read_page
from octavo.reading.feed.newest import newest

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
WORDS = "The pilots of the harbour spoke of the sandbank at length, and of what the winter had done to it."


def item(number: int, date: str = "", inner: str = "") -> str:
    """`inner` is put before everything else."""
    return f"<item>{inner}<title>Ferry {number} stays</title><link>https://post.example/{number}</link>{date}" \
        f"<description>{WORDS}</description></item>"


def feed(*items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>{"".join(items)}</channel></rss>'.encode()


def kept(body: bytes, most: int) -> list[str]:
    """The numbers of the entries that are left, as the reader reads them."""
    part, _ = newest(body, most)
    return [article.headline.split()[1] for article in read_page(Page(part, NOON, "https://post.example/feed", "the feed"))]


def test_the_first_are_kept_where_there_is_no_date() -> None:
    body = feed(*map(item, range(50)))
    assert newest(body, 5)[1] == 50
    assert kept(body, 5) == list("01234")


@pytest.mark.parametrize("form", [
    "<pubDate>Tue, {day:02} Mar 2026 09:00:00 GMT</pubDate>", "<pubDate>{day} March 2026</pubDate>", "<dc:date>2026-03-{day:02}</dc:date>",
    "<published>2026-03-{day:02}T09:00:00Z</published>", "<updated type='x'> 2026-03-{day:02} 09:00 </updated>",
])
def test_the_newest_are_kept_wherever_they_stand(form: str) -> None:
    days = [3, 28, 1, 9, 30, 2, 12, 4, 8, 20]
    body = feed(*(item(number, form.format(day=day)) for number, day in enumerate(days)), item(99))
    assert newest(body, 3)[1] == 11
    part, _ = newest(body, 3)
    assert [number for number in range(100) if f"Ferry {number} stays".encode() in part] == [1, 4, 9]


def test_atom_and_prefixes() -> None:
    entries = "".join(f"<a:entry><a:title>Ferry {number} stays</a:title><a:updated>2026-03-0{number}T09:00:00Z</a:updated></a:entry>"
                      for number in range(1, 9))
    body = f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Post</a:title>{entries}</a:feed>'.encode()
    assert kept(body, 2) == ["7", "8"]


@pytest.mark.parametrize("inner", [
    "<!-- </item><item> -->", "<content><![CDATA[</item> an </entry>]]></content>", "<x><item>a</item></x>", "<items/>", "<item/>",
])
def test_what_is_no_end_of_an_entry_is_none(inner: str) -> None:
    body = feed(*(item(number, inner=inner) for number in range(9)))
    part, entries = newest(body, 4)
    assert entries == 9
    assert part == feed(*(item(number, inner=inner) for number in range(4)))


def test_json() -> None:
    items = [{"id": str(day), "title": f"Ferry {day} stays", "content_text": WORDS, "date_published": f"2026-03-{day:02}T09:00:00Z"}
             for day in (3, 28, 1, 9)]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": items}).encode()
    assert newest(body, 2)[1] == 4
    assert kept(body, 2) == ["28", "9"]


@pytest.mark.parametrize("body", [
    feed(*map(item, range(3))),
    b"", b"{", b'{"items": 3}', b'{"items": [{},{},{}', b"[" * 9000, b'{"a":' * 9000, b"<item>" * 90, b"<!--" * 90,
    b"<![CDATA[" * 90, b"</item>" * 90, b"<item" * 90, b"<" * 900,
], ids=lambda body: body[:20])
def test_what_is_short_or_no_feed_stays_as_it_is(body: bytes) -> None:
    assert newest(body, 3)[0] == body


@given(st.lists(st.sampled_from([b"<item>", b"</item>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<item/>", b"<item", b">", b"<pubDate>",
                                 b"2026-03-03T09:00", b"</pubDate>", b"x", b"\xff"]), max_size=60), st.integers(1, 4))
def test_never_an_error_and_never_more(parts: list[bytes], most: int) -> None:
    body = b"".join(parts)
    part, entries = newest(body, most)
    assert part == body or (entries > most and len(part) < len(body))
