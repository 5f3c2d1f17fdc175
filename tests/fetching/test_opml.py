"""Lists of sources as feed readers write them, and as Octavo writes them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.errors import InputError, NotReadable, TooLarge
from octavo.fetching.answers import Credentials
from octavo.fetching.opml import OUTLINES_MOST, Outline, SourceKind, opml_of, outlines_of

WHEN = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
PILOT = "https://pilot.example/feed"
HERALD = "https://herald.example/rss.xml"


def opml(body: str, before: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return f'{before}<opml version="2.0"><head><title>Mine</title></head><body>{body}</body></opml>'.encode()


def test_freshrss() -> None:
    found = outlines_of(opml(f"""<outline text="Coast &amp; sea">
        <outline text="The Pilot" type="rss" xmlUrl="{PILOT}" htmlUrl="https://pilot.example/" description="News of the coast"/>
        <outline text="A page" type="HTML+XPath" xmlUrl="https://page.example/news" xmlns:f="https://freshrss.org/opml" f:xPathItem="//li"/>
        </outline>"""))
    assert found == (
        Outline(PILOT, "The Pilot", "https://pilot.example/", ("Coast & sea",)),
        Outline("https://page.example/news", "A page", "", ("Coast & sea",), "page"),
    )


def test_miniflux_and_inoreader_nest_with_titles() -> None:
    found = outlines_of(opml(f"""<outline text="All"><outline text="News" title="News">
        <outline title="The Pilot" text="The Pilot" xmlUrl="{PILOT}" htmlUrl="https://pilot.example" type="rss"></outline></outline>
        <outline title="Herald" text="H" xmlUrl="{HERALD}"/></outline>"""))
    assert [(each.title, each.folders) for each in found] == [("The Pilot", ("All", "News")), ("Herald", ("All",))]


def test_feedly_writes_a_feed_once_for_each_folder() -> None:
    feed = f'<outline type="rss" text="The Pilot" title="The Pilot" xmlUrl="{PILOT}" htmlUrl="https://pilot.example"/>'
    (found,) = outlines_of(opml(f'{feed}<outline text="A" title="A">{feed}</outline><outline text="B" title="B">{feed}</outline>'))
    assert found.folders == ("A",)


def test_newsblur_writes_version_1_1_and_empty_folders() -> None:
    feed = f'<outline htmlUrl="https://pilot.example" text="P" title="P" type="rss" version="RSS" xmlUrl="{PILOT}"/>'
    body = f'<outline text="Empty" title="Empty"/>{feed}'
    assert [each.address for each in outlines_of(opml(body).replace(b'"2.0"', b'"1.1"'))] == [PILOT]


@pytest.mark.parametrize(("outline", "expected"), [
    (f'<OUTLINE TEXT="P" XMLURL="{PILOT}" HTMLurl="https://pilot.example/a"/>', Outline(PILOT, "P", "https://pilot.example/a")),
    (f'<outline text="P" xmlurl=" {PILOT}\n" category="/Coast/Ports,/World"/>', Outline(PILOT, "P", "", ("Coast", "Ports"))),
    (f'<outline text="P" xmlUrl="{PILOT}" category="coast"/>', Outline(PILOT, "P", "", ("coast",))),
    (f'<outline text="P" type="rss" url="{PILOT}"/>', Outline(PILOT, "P")),
    ('<outline text="P" xmlUrl="feed://pilot.example/feed"/>', Outline(PILOT, "P")),
    ('<outline text="P &nbsp;&eacute; & Q" xmlurl="https://p.example/?a=1&b=2"/>', Outline("https://p.example/?a=1&b=2", "P é & Q")),
    ('<outline text="P" htmlUrl="https://pilot.example/"/>', Outline("", "P", "https://pilot.example/")),
    ('<outline text="P" xmlUrl="javascript:alert(1)"/>', Outline("", "P")),
    ('<outline text="P" xmlUrl="https://über.example/ä"/>', Outline("https://xn--ber-goa.example/%C3%A4", "P")),
])
def test_odd_outlines(outline: str, expected: Outline) -> None:
    assert outlines_of(opml(outline)) == (expected,)


@pytest.mark.parametrize("outline", [
    '<outline text="A link" type="link" url="https://a.example/"/>', "<outline/>", '<outline text="Empty"/>', "",
])
def test_what_is_no_source(outline: str) -> None:
    assert outlines_of(opml(outline)) == ()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("said", ["UTF-8", "windows-1252", "nonsense"])
def test_wrong_encodings(codec: str, said: str) -> None:
    if (codec, said) == ("windows-1252", "nonsense"):
        said = "ISO-8859-1"
    document = opml(f'<outline text="Café du port à Brest" xmlUrl="{PILOT}"/>', f'<?xml version="1.0" encoding="{said}"?>\n')
    assert outlines_of(document.decode().encode(codec))[0].title == "Café du port à Brest"


def test_a_list_that_is_cut_gives_what_is_whole() -> None:
    whole = opml("".join(f'<outline text="{n}" xmlUrl="{PILOT}/{n}"/>' for n in range(50)))
    assert 20 < len(outlines_of(whole[: len(whole) // 2 + 200])) < 50


def test_ten_thousand_outlines_and_deep_folders() -> None:
    many = "".join(f'<outline text="F{n}"><outline text="{n}" xmlUrl="{PILOT}/{n}"/></outline>' for n in range(10_000))
    assert len(outlines_of(opml(many))) == 10_000
    deep = '<outline text="in">' * 5_000 + f'<outline text="P" xmlUrl="{PILOT}"/>' + "</outline>" * 5_000
    assert len(outlines_of(opml(deep))) <= 1


def test_a_password_in_an_address_is_kept_apart() -> None:
    (found,) = outlines_of(opml('<outline text="P" xmlUrl="https://ada:geheim@pilot.example/feed"/>'))
    assert found.credentials == Credentials("ada", "geheim")
    assert found.address == PILOT
    assert "geheim" not in repr(found)
    assert b"geheim" not in opml_of([found], "Mine", WHEN)


@pytest.mark.parametrize("body", [b"", b"<html><body>Sign in</body></html>", b"<rss/>", b"\x89PNG\r\n\x1a\n", b"opml", b"\0" * 1000])
def test_what_is_no_opml_is_said(body: bytes) -> None:
    with pytest.raises(NotReadable, match=r"mine\.opml: this is no OPML"):
        outlines_of(body, "mine.opml")


@pytest.mark.parametrize("entity", ['<!ENTITY a "&b;&b;">', '<!entity x SYSTEM "file:///etc/passwd">', '<!ENTITY % p SYSTEM "http://127.0.0.1/">'])
def test_entities_of_its_own_are_refused(entity: str) -> None:
    with pytest.raises(InputError, match="declares entities of its own"):
        outlines_of(opml("<outline text='&a;'/>", f"<!DOCTYPE opml [{entity}]>"))


def test_limits() -> None:
    with pytest.raises(TooLarge, match="larger than 32 MiB"):
        outlines_of(opml(" " * (33 << 20)))
    with pytest.raises(TooLarge, match="more than 100,000 outlines"):
        outlines_of(opml("<outline/>" * (OUTLINES_MOST + 1)))
    attributes = " ".join(f'a{n}="1"' for n in range(100_000))
    assert outlines_of(opml(f'<outline text="P" xmlUrl="{PILOT}" {attributes}/>')) == (Outline(PILOT, "P"),)


def test_what_is_written() -> None:
    given_ = [Outline(PILOT, 'The "Pilot" & Co', "https://pilot.example/", ("Coast",)), Outline(HERALD, "")]
    written = opml_of(given_, "Mine", WHEN).decode()
    assert written.startswith("<?xml version='1.0' encoding='utf-8'?>\n<opml")
    assert "<dateCreated>Tue, 03 Mar 2026 07:30:00 +0000</dateCreated>" in written
    assert f'<outline text="{HERALD}" title="{HERALD}" type="rss" xmlUrl="{HERALD}"/>' in written


names = st.text(max_size=30)
kinds: list[SourceKind] = ["feed", "page", "sitemap"]
outlines = st.builds(
    Outline, st.integers(0, 5).map(lambda n: f"https://pilot.example/{n}?a=1&b=<2>"), names, st.sampled_from(["", "https://pilot.example/"]),
    st.lists(names, max_size=3).map(tuple), st.sampled_from(kinds),
)


@given(st.lists(outlines, max_size=6, unique_by=lambda each: each.address), names)
def test_what_is_written_is_read_back(given_: list[Outline], title: str) -> None:
    once = outlines_of(opml_of(given_, title, WHEN))
    kept = {each.address.replace("<", "%3C").replace(">", "%3E"): each.kind for each in given_}
    assert {each.address: each.kind for each in once} == kept
    assert len(once) == len(given_)
    assert outlines_of(opml_of(once, title, WHEN)) == once


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(noise: bytes) -> None:
    with suppress(InputError):
        outlines_of(b"<opml><body><outline xmlUrl='" + noise)
