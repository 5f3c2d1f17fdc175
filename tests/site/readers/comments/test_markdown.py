"""What a comment's marks become, and that nothing else does: a corpus of things that were tried on other sites, and our own."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.site.readers.comments.markdown import rendered
from tests.site.readers.comments.hostile import CORPUS, unsafe


class Text(HTMLParser):
    """The text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.mark.parametrize(("text", "html"), [
    ("*so* **much** `code`", '<p dir="auto"><em>so</em> <strong>much</strong> <code>code</code></p>'),
    ("> said\n\nand", '<blockquote dir="auto">\n<p dir="auto">said</p>\n</blockquote>\n<p dir="auto">and</p>'),
    ("- a\n- b", '<ul>\n<li dir="auto">a</li>\n<li dir="auto">b</li>\n</ul>'),
    ("one\ntwo", '<p dir="auto">one<br>\ntwo</p>'),
    ("# no headline", '<p dir="auto"># no headline</p>'),
    ("<b>bold</b>", '<p dir="auto">&lt;b&gt;bold&lt;/b&gt;</p>'),
])
def test_the_marks_that_there_are(text: str, html: str) -> None:
    assert rendered(text).strip() == html


def test_a_link_says_where_it_leads_and_vouches_for_nothing() -> None:
    html = rendered("[the bank](https://www.thief.example/login) and https://post.example/a.")
    rel = 'rel="nofollow ugc noopener"'
    assert f'<a href="https://www.thief.example/login" {rel}>the bank</a> <span class="leads-to">(thief.example)</span>' in html
    assert f'<a href="https://post.example/a" {rel}>https://post.example/a</a>.' in html
    assert rendered("[x](/settings/) [y](//other.example)").count("<a ") == 0
    assert "<img" not in rendered("![x](https://post.example/a.png)")


@pytest.mark.parametrize("hostile", CORPUS)
def test_nothing_hostile_comes_through(hostile: str) -> None:
    for text in (hostile, f"*{hostile}*", f"[{hostile}](https://post.example)", f"[x]({hostile})", f"> - {hostile}", f"<{hostile}>"):
        assert unsafe(rendered(text)) == []


def test_the_corpus_would_be_found_where_it_came_through() -> None:
    assert len(CORPUS) >= 60
    for html in ("<script>x</script>", '<p onclick="x">', '<a href="javascript:x">', '<img src="x">', '<a href="&#106;avascript:x">'):
        assert unsafe(html), html


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="*_`[]()<>!&#;:/\\\"'= \n-1ajhtps", max_size=120))
def test_no_mix_of_marks_makes_anything_else(text: str) -> None:
    html = rendered(text)
    assert unsafe(html) == []


def test_words_stay_words() -> None:
    assert Text(rendered("5 < 6 & 7 > 3, \"so\" 'it' goes")).said.strip() == "5 < 6 & 7 > 3, \"so\" 'it' goes"
