"""What comes from outside may be anything: each kind of bad input gives articles or an error that names it, in bounded time and memory."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import octavo

NOON = datetime(2025, 6, 27, 12, tzinfo=UTC)
FIRST = "The price of wax stayed at two marks on Monday, the candle makers' guild in Pell said, for the ninth week running."
SECOND = "The guild meets again in July, when makers from nine towns will set the price for the winter, its master Hal Brennet said."
MEMORY = 2_000_000_000
"""Bytes of address space that a run may take where memory is the point."""
SECONDS = 900
"""A run that hangs is ended after this; a busy machine is no failure."""


def page(body: str, head: str = "<title>Wax price steady - The Wick</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Wax price steady</h1>{body}</article></body></html>"


def rss(items: str) -> str:
    return ('<?xml version="1.0"?><rss version="2.0"><channel><title>The Wick</title><link>https://thewick.example/</link>'
            f"<language>en</language>{items}</channel></rss>")


def read(data: bytes | str) -> tuple[octavo.Article, ...]:
    return octavo.read(data, fetched=NOON, name="saved-page")


def refused(data: bytes | str, kind: type[octavo.InputError], words: str) -> None:
    with pytest.raises(kind, match=words) as caught:
        read(data)
    error = caught.value
    assert str(error).startswith("saved-page: ")
    assert error.advice


def in_bounds(code: str) -> str:
    """What `code`, in which `read`, `page` and `rss` can be called, prints in a process of its own with bounded memory."""
    script = (f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))\n"
              f"import octavo\nfrom tests.reading.test_bad_input import FIRST, SECOND, page, read, rss\n{code}")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=SECONDS, check=False,
                          env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))})
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def refused_in_bounds(data: str) -> str:
    return in_bounds(f"try:\n    read({data})\nexcept octavo.InputError as error:\n    print(type(error).__name__, error)")


def test_empty() -> None:
    refused(b"", octavo.NotReadable, "empty")
    refused(" \n\t\ufeff", octavo.NotReadable, "no text|empty")


def test_binary() -> None:
    refused(bytes(range(256)) * 40, octavo.NotReadable, "binary")
    refused(b"\0" * 5000, octavo.NotReadable, "no text|binary")


def test_image() -> None:
    refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", octavo.NotReadable, "this is a PNG image")


def test_truncated_utf8() -> None:
    whole = page(f"<p>{FIRST}</p><p>Élise Garnot dit que l’été sera long, et que la cire sera chère à Pell jusqu’à l’automne — déjà.</p>")
    for at in range(200, len(whole.encode()), 29):
        try:
            articles = read(whole.encode()[:at])
        except octavo.NothingToRead:
            continue
        assert "Ã" not in articles[0].text, "the end cuts a character, which makes it no other charset"


def test_wrong_charset() -> None:
    text = "Паром вернулся на линию после ремонта, сообщила дирекция порта в среду, и пойдёт по старому расписанию с первого июля."
    head = '<meta charset="iso-8859-1"><title>Паром вернулся на линию</title>'
    markup = page(f"<p>{text}</p><p>{text.replace('Паром', 'Катер')}</p>", head)
    assert text in read(markup.encode("cp1251"))[0].text
    assert text in read(markup.encode("utf-8"))[0].text


def test_200_megabytes() -> None:
    told = refused_in_bounds("b'<p>wax ' * 30_000_000")
    assert told.startswith("TooLarge saved-page: ")
    assert "210,000,000 bytes" in told


def test_html_over_its_limit() -> None:
    assert refused_in_bounds("page('<p>wax</p>' * 2_000_000)").startswith("TooLarge saved-page: ")


@pytest.mark.long
def test_a_page_of_as_many_tags_or_lines_as_are_read() -> None:
    assert in_bounds("""
for data in (page("<p>wax</p>" * 240_000), "wax\\n" * 190_000):
    try:
        print(len(read(data)) >= 1)
    except octavo.NothingToRead:
        print(True)
""").split() == ["True", "True"]


def test_html_nested_100_000_deep() -> None:
    told = in_bounds("""
for tag in ("div", "b", "blockquote", "table", "ul><li"):
    for inside in ("", f"<p>{FIRST}</p><p>{SECOND}</p>"):
        markup = page(f"<p>{FIRST}</p><p>{SECOND}</p>" + f"<{tag}>" * 100_000 + inside)
        try:
            print(FIRST in read(markup)[0].text)
        except octavo.InputError as error:
            print(error.name == "saved-page")
""")
    assert told.split() == ["True"] * 10


def test_page_of_only_furniture() -> None:
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "World", "Sport", "Weather", "Contact"))
    refused(f"<!doctype html><html><body><nav><ul>{links}</ul></nav><footer>© 2025 The Wick. All rights reserved.</footer></body></html>",
            octavo.NothingToRead, "no article")
    refused("Home\nWorld\nSport\nSubscribe\nSign in\nShare\nComments\nNo comments yet...\n", octavo.NothingToRead, "no article")


def test_feed_cut_in_half() -> None:
    whole = rss("".join(f"<item><title>Wax price falls on day {day}</title><description>{FIRST}</description></item>" for day in range(20)))
    articles = read(whole[: len(whole) // 2])
    assert 5 < len(articles) < 15
    assert all(article.text == FIRST for article in articles)


def test_xml_bomb() -> None:
    bomb = ('<!DOCTYPE rss [<!ENTITY a0 "wax">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
            + '<!ENTITY disk SYSTEM "file:///etc/passwd">]>')
    feed = rss("<item><title>Wax &a11; and &disk;</title><description>&a11;</description></item>").replace("<rss", bomb + "<rss", 1)
    assert in_bounds(f"print(read({feed!r})[0].headline)") == "Wax &a11; and &disk;"
    assert "passwd" not in refused_in_bounds(repr(page("<p>&a11;&disk;</p>").replace("<!DOCTYPE html>", bomb.replace("rss", "html"))))


def many_entries(count: int) -> str:
    entry = ("<item><title>Report {0} from the market at Pell</title><link>https://thewick.example/{0}</link>"
             "<description>{1}</description></item>")
    return in_bounds(f"""
entry = {entry!r}
articles = read(rss("".join(entry.format(number, FIRST) for number in range({count}))))
print(len(articles), len({{article.id for article in articles}}), articles[-1].text == FIRST)
""")


def test_10_000_entries() -> None:
    assert many_entries(10_000) == "10000 10000 True"


@pytest.mark.long
def test_100_000_entries() -> None:
    assert many_entries(100_000) == "100000 100000 True"


def test_more_entries_than_are_read() -> None:
    assert refused_in_bounds("rss('<item/>' * 1_000_000)").startswith("TooLarge saved-page: ")


@pytest.mark.parametrize("when", [
    "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "Mon, 01 Jan 0001 00:00:00 GMT",
    "Fri, 31 Dec 9999 23:59:59 -1200", "99999-01-01", "-0044-03-15", "2025-02-30T10:00:00Z", "99999999999999999999", "1e400",
])
def test_dates_that_cannot_be(when: str) -> None:
    meta = f'<title>Wax price steady</title><meta property="article:published_time" content="{when}"><meta name="date" content="{when}">'
    html = page(f'<time datetime="{when}">{when}</time><p>{FIRST}</p><p>{SECOND}</p>', meta)
    feed = rss(f"<item><title>Wax</title><pubDate>{when}</pubDate><description>{FIRST}</description></item>")
    atom = (f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Wax</title><published>{when}</published>'
            f"<updated>{when}</updated></entry></feed>")
    flat = f"Wax price steady\n\nThe Wick\n{when}\n\n{FIRST}\n\n{SECOND}\n"
    for given_page in (html, feed, atom, flat):
        for article in read(given_page):
            assert article.published is None or 1900 <= article.published.year <= 2100


def test_a_headline_of_10_000_characters() -> None:
    headline = "Wax price steady " * 600
    html = page(f"<p>{FIRST}</p><p>{SECOND}</p>", f"<title>{headline}</title>").replace("<h1>Wax price steady", f"<h1>{headline}")
    feed = rss(f"<item><title>{headline}</title><description>{FIRST}</description></item>")
    for given_page in (html, feed, f"{headline}\n\n{FIRST}\n\n{SECOND}\n"):
        (article, *_) = read(given_page)
        assert FIRST in article.text
        assert len(article.headline) <= 1000


ACTIVE = (
    "<script>document.write('stolen')</script><svg onload=\"stolen()\"><script>stolen()</script><text>stolen</text></svg>"
    "<math><mi>stolen</mi><annotation-xml encoding='text/html'><img src=x onerror=stolen()></annotation-xml></math>"
    "<img src='data:image/svg+xml,<svg onload=stolen()>' alt=''><iframe srcdoc='<p>stolen</p>'></iframe>"
    "<object data='data:text/html,stolen'></object><style>p{content:'stolen'}</style><template><p>stolen</p></template>"
    "<a href=\"javascript:stolen()\"></a>")


@pytest.mark.parametrize("shape", ["html", "cdata", "escaped", "json", "title"])
def test_active_content_does_not_come_out(shape: str) -> None:
    body = f"<p>{FIRST}</p>{ACTIVE}<p>{SECOND}</p>"
    escaped = body.replace("&", "&amp;").replace("<", "&lt;")
    given_page = {
        "html": page(body, '<title>Wax</title><meta property="og:image" content="data:image/svg+xml,stolen">'
                           '<link rel="canonical" href="javascript:stolen()">'),
        "cdata": rss(f"<item><title>Wax</title><link>javascript:stolen()</link><description><![CDATA[{body}]]></description></item>"),
        "escaped": rss(f"<item><title>Wax</title><link>data:text/html,stolen</link><description>{escaped}</description></item>"),
        "json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": f"The Wick{ACTIVE}", "items": [
            {"id": "1", "url": "data:text/html,stolen", "title": f"Wax{ACTIVE}", "content_html": body, "image": "data:image/png,stolen"}]}),
        "title": rss(f"<item><title><![CDATA[Wax {ACTIVE}]]></title><author><![CDATA[{ACTIVE}]]></author>"
                     f"<description>{escaped}</description></item>"),
    }[shape]
    (article,) = read(given_page)
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, SECOND]
    said = repr(article).replace(FIRST, "").replace(SECOND, "")
    assert "<script" not in said
    assert "stolen" not in said


@pytest.mark.parametrize("shape", ["html", "feed", "flat"])
def test_characters_that_hide_or_reorder_text_are_dropped(shape: str) -> None:
    odd = FIRST.replace("wax", "w\u200ba\u202ex\u2066\u2069").replace("two", "t\u00adwo\ufeff")
    headline = "Wax\u202e price\u200b steady"
    given_page = {
        "html": page(f"<p>{odd}</p><p>{SECOND}</p>", f"<title>{headline}</title>").replace("<h1>Wax price steady", f"<h1>{headline}"),
        "feed": rss(f"<item><title>{headline}</title><description>{odd}\n\n{SECOND}</description></item>"),
        "flat": f"{headline}\n\n{odd}\n\n{SECOND}\n",
    }[shape]
    (article, *_) = read(given_page)
    assert article.headline == "Wax price steady"
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, SECOND]


@pytest.mark.parametrize("odd", ["\0", "&#0;", "&#xD800;", "\ud800", "&#xFFFE;"])
@pytest.mark.parametrize("shape", ["html", "feed", "json", "flat"])
def test_nul_and_lone_surrogates_do_not_come_out(shape: str, odd: str) -> None:
    given_page = {
        "html": page(f"<p>{FIRST}{odd}</p><p>{SECOND}</p>"),
        "feed": rss(f"<item><title>Wax{odd}</title><description>{FIRST}{odd}</description></item>"),
        "json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [
            {"id": "1", "url": f"https://thewick.example/{odd}", "title": f"Wax{odd}", "content_html": FIRST + odd, "tags": [f"a{odd}"]}]}),
        "flat": f"Wax price steady{odd}\n\n{FIRST}{odd}\n\n{SECOND}\n",
    }[shape]
    said = repr(read(given_page))
    assert FIRST[:-1] in said or FIRST.replace("'", "\\'")[:-1] in said
    assert "\\x00" not in said
    assert "\\ud800" not in said


_MARKUP = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<h1>", "<article>", "<script>", "<script type='application/ld+json'>", '{"@type":"NewsArticle",',
    '"x":[', "</script>", "<meta property='og:title' content='", "<time datetime='", "'>", "<!--", "-->", "<table><td>",
    "<a href='http://[", "&#0;", "&#99999999;", FIRST, SECOND, "\n\n", "LONDON (Reuters) - ", "(Reporting by ", ")", "3 hours ago", "By ",
    "<title>", "</title>", "\u202e", "<svg>", "<![CDATA[", "]]>", "<base href='//['>", "<li>", "<blockquote>", "99/99/9999", "\ud800",
])


def articles_or_input_error(data: bytes | str) -> None:
    articles: tuple[octavo.Article, ...] = ()
    named = ""
    try:
        articles = read(data)
    except octavo.InputError as error:
        named = error.name
    assert bool(articles) != (named == "saved-page")
    for article in articles:
        text = article.headline + article.text
        assert text
        assert "\0" not in text
        text.encode()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=600))
def test_any_bytes_give_articles_or_an_input_error(data: bytes) -> None:
    articles_or_input_error(data)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=600))
def test_any_text_gives_articles_or_an_input_error(data: str) -> None:
    articles_or_input_error(data)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_MARKUP, max_size=30))
def test_any_markup_gives_articles_or_an_input_error(pieces: list[str]) -> None:
    articles_or_input_error("<!doctype html>" + "".join(pieces))
    articles_or_input_error("".join(pieces))
