from dataclasses import replace
from datetime import UTC, datetime

import pytest

from octavo.article import Article, Image, Page, Paragraph
from octavo.errors import InputError, NothingToRead, NotReadable, TooLarge
from octavo.reading import page as page_module
from octavo.reading.kind import kind_of, refuse_binary, refuse_controls
from octavo.reading.page import _storable, _told_apart, read_page

NOON = datetime(2025, 6, 27, 12, tzinfo=UTC)


def given(body: bytes = b"", content_type: str | None = None) -> Page:
    return Page(body, NOON, name="saved.bin", content_type=content_type)


@pytest.mark.parametrize(("text", "kind"), [
    ("<!DOCTYPE html><html><p>Hello</p>", "html"),
    ("\n\n<!-- saved --><HTML lang=en><body>x", "html"),
    ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
    ("<!DOCTYPE html>\nHello", "html"),
    ("<div><p>one</p><p>two</p></div>", "html"),
    ("By the editor\n<p>one</p>\n<p>two</p>", "html"),
    ("Mayors meet\n\nThe mayors of nine towns met on Monday.", "text"),
    ("In markup, <p> opens a paragraph.\nThat is all.", "text"),
    ('<br />\n<b>Warning</b>:  date(): no zone in <b>/feed.php</b><br />\n<?xml version="1.0"?><rss version="2.0">', "feed"),
    ("<br />\n<b>Notice</b>: a line of a page.<br /><p>The wall</p>", "html"),
    ('<!DOCTYPE rss [<!ENTITY a "' + "b" * 100_000 + '">]><rss version="0.91">', "feed"),
    ("{Braces} begin this text, which is none of JSON.", "text"),
    ('<rss version="2.0"><channel>', "feed"),
    ('\ufeff<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?><!-- <html> --><feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
    ('<!DOCTYPE rss [<!ENTITY a "b">\n<!ENTITY c "d">]><rss version="0.91">', "feed"),
    ('<rdf:RDF xmlns:rdf="x">', "feed"),
    ('<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', "feed"),
    ('Warning: no such file on line 3\n<?xml version="1.0"?><rss version="2.0"><channel>', "feed"),
    ('{"version": "https://jsonfeed.org/version/1.1", "items": [{"id', "feed"),
    ('{"title": "x", "items": []}', "feed"),
])
def test_html_feed_and_text_are_told_apart_by_looking(text: str, kind: str) -> None:
    assert kind_of(text, given()) == kind


def test_the_content_type_is_only_a_hint() -> None:
    assert kind_of('<rss version="2.0">', given(content_type="text/html")) == "feed"
    assert kind_of("<!doctype html><p>", given(content_type="application/rss+xml")) == "html"
    quoting = "How to write pages: <p>one</p> <b>x</b> <p>two</p> is enough.\n"
    assert kind_of(quoting, given()) == "html"
    assert kind_of(quoting, given(content_type="text/plain; charset=utf-8")) == "text"


@pytest.mark.parametrize(("text", "words"), [
    ('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG image"),
    ('<opml version="2.0"><body/></opml>', "octavo add"),
    ('<urlset xmlns="x"></urlset>', "sitemap"),
    ("<sitemapindex></sitemapindex>", "sitemap"),
    ('{"error": "not found"}', "no JSON Feed"),
    ('{"items": {"a": 1}}', "no JSON Feed"),
    ('{"a":' * 100_000, "no JSON Feed"),
])
def test_text_that_is_no_page_is_named(text: str, words: str) -> None:
    with pytest.raises(NotReadable, match=words) as caught:
        kind_of(text, given())
    assert caught.value.name == "saved.bin"


@pytest.mark.parametrize(("body", "words"), [
    (b"", "empty"),
    (b" \n\t ", "empty"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
    (b"GIF89a\1\0", "a GIF image"),
    (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
    (b"\0\0\0\x1cftypavif", "an AVIF image"),
    (b"\0\0\0\x20ftypisom", "an MP4 film"),
    (b"%PDF-1.7\n", "a PDF document"),
    (b"PK\3\4\x14\0", "a ZIP archive"),
    (b"\x1f\x8b\x08\0", "gzip"),
    (b"\x7fELF\2\1", "a program"),
    (b"ID3\4\0", "an MP3 recording"),
    (b"{\\rtf1\\ansi", "an RTF document"),
])
def test_binary_formats_are_named(body: bytes, words: str) -> None:
    with pytest.raises(NotReadable, match=words):
        refuse_binary(given(body))
    with pytest.raises(NotReadable, match=words) as caught:
        read_page(given(body))
    assert str(caught.value).startswith("saved.bin: ")
    assert caught.value.advice


def test_text_with_a_stray_control_character_is_text() -> None:
    refuse_controls("The mayors of nine towns\x0b met on Monday.\x07", given())
    with pytest.raises(NotReadable, match="binary"):
        refuse_controls("\x01\x02abc\x03\x04", given())
    with pytest.raises(NotReadable, match="no text"):
        refuse_controls(" \n ", given())


def test_limits_are_held_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "MAX_BYTES", 3 << 20)
    monkeypatch.setattr(page_module, "MAX_HTML_BYTES", 1 << 20)
    with pytest.raises(TooLarge, match="the input has 3,145,729 bytes, more than the 3 MiB"):
        read_page(given(b"a" * ((3 << 20) + 1)))
    with pytest.raises(TooLarge, match="the HTML page has 2,097,167 bytes, more than the 1 MiB"):
        read_page(given(b"<!doctype html>" + b"a" * (2 << 20)))


def test_parts_are_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "MAX_TAGS", 10)
    monkeypatch.setattr(page_module, "MAX_LINES", 10)
    with pytest.raises(TooLarge, match="the HTML page has 13 tags, more than the 10"):
        read_page(given(b"<!doctype html>" + b"<p>wax" * 12))
    with pytest.raises(TooLarge, match="the text has 11 lines, more than the 10"):
        read_page(given(b"wax\r\n" * 11))


def test_a_feed_without_entries_is_nothing_to_read() -> None:
    with pytest.raises(NothingToRead, match="feed holds no entry"):
        read_page(given(b'<rss version="2.0"><channel><title>Empty</title></channel></rss>'))


def article(identity: str, headline: str, text: str) -> Article:
    return Article(identity, headline, (Paragraph("text", text),) if text else (), url="https://thewick.example/")


def test_articles_of_one_id_are_one_if_headline_or_text_are_the_same() -> None:
    first = article("a", "Wax", "Steady.")
    assert list(_told_apart([first, article("a", "Wax", "Steady, still."), article("a", "Wax up", "Steady.")])) == [first]


def test_articles_of_one_id_with_other_words_are_told_apart() -> None:
    found = list(_told_apart([article("a", "Wax", "Steady."), article("a", "Lamps", "Bright."), article("a", "Oil", "Dear."),
                              article("a", "Lamps", "Bright.")]))
    assert [one.headline for one in found] == ["Wax", "Lamps", "Oil"]
    assert len({one.id for one in found}) == 3
    again = list(_told_apart([article("a", "Wax", "Steady."), article("a", "Oil", "Dear.")]))
    assert again[1].id == found[2].id, "the id does not depend on what else is in the page"


def test_headlines_without_text_are_not_one_for_their_empty_text() -> None:
    assert len(list(_told_apart([article("a", "Wax", ""), article("a", "Lamps", "")]))) == 2


def test_no_nul_and_no_lone_surrogate_comes_out() -> None:
    odd = Article("a", "Wax\0", (Paragraph("text", "x\ud800y"),), byline=("A\0",), image=Image("https://a.example/\udfff"), published=NOON)
    clean = _storable(odd)
    assert (clean.headline, clean.text, clean.byline, clean.image.url) == ("Wax\ufffd", "x\ufffdy", ("A\ufffd",), "https://a.example/\ufffd")
    assert clean.published is NOON
    turned = _storable(Article("a", "Wax \u202eup\x1b[2J", (), url="https://a.example/\x9b\u2066", section="\u200e"))
    assert (turned.headline, turned.url, turned.section) == ("Wax \ufffdup\ufffd[2J", "https://a.example/\ufffd\ufffd", "\ufffd")
    same = article("a", "Wax", "Steady.")
    assert _storable(same) is same


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://thewick.example/", "https://", "/story", "", "https://the\u202ewick.example/"])
def test_a_page_from_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="no address of the web"):
        read_page(replace(given(b"<p>" + b"The wall fell. " * 40), url=url))


def test_characters_that_harm_leave_no_address() -> None:
    body = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Wax", "url": "/a\\u202eb\\u001b[2J"}]}'
    (found,) = read_page(replace(given(body.encode()), url="https://thewick.example/\u2066feed"))
    assert found.url == "https://thewick.example/a%E2%80%AEb%1B[2J"
