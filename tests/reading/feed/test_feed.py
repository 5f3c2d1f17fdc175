import builtins
import json
import socket
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.article import Image, Page, Paragraph
from octavo.decode import decode
from octavo.errors import TooLarge
from octavo.reading import feed as feed_module
from octavo.reading.draft import Draft
from octavo.reading.feed import read_feed

FEEDS = Path(__file__).with_name("feeds")
NOON = datetime(2025, 6, 27, 12, tzinfo=UTC)


def read(body: bytes | str, url: str | None = None) -> list[Draft]:
    data = body if isinstance(body, bytes) else body.encode()
    return list(read_feed(decode(data).encode(), Page(data, NOON, url=url, name="a feed")))


def fixture(name: str) -> list[Draft]:
    return read((FEEDS / name).read_bytes())


def rss(items: str, head: str = "<title>The Wick</title><link>https://thewick.example/</link>", attributes: str = "") -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {attributes}><channel>{head}{items}</channel></rss>'


def one(items: str, attributes: str = "") -> Draft:
    (draft,) = read(rss(items, attributes=attributes))
    return draft


def texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


def test_rss_091_with_a_document_type_and_html_entities() -> None:
    cafe, dredging = fixture("rss_091.xml")
    assert cafe.headline == "Ferry café reopens after the flood"
    assert texts(cafe) == ["The café on the north quay opened its doors on Monday, eleven weeks after the flood."]
    assert (cafe.url, cafe.publisher, cafe.language) == ("http://saltmarshcourier.example/ferry-cafe", "The Saltmarsh Courier", "en")
    assert (dredging.headline, dredging.paragraphs) == ("Council delays the dredging vote", ())


def test_rss_092_an_entry_without_title_is_headed_by_its_first_sentence() -> None:
    (bakery,) = fixture("rss_092.xml")
    assert bakery.headline == "The bakery at number nine has changed hands for the first time since 1958."
    assert texts(bakery)[0].startswith(bakery.headline), "the sentence stays in the text"
    assert (bakery.publisher, bakery.section) == ("The Wick", "Shops")
    assert bakery.image == Image("http://pellstreet.example/bakery.jpg")


def test_rss_20_with_full_text() -> None:
    (strike,) = fixture("rss_20_full.xml")
    assert strike.url == "https://thepilot.example/world/harbour-strike-ends"
    assert (strike.publisher, strike.section, strike.language) == ("The Pilot", "Labour", "en")
    assert strike.byline == ("Tomas Verrel", "Ada Okonjo-Lind")
    assert strike.published == datetime(2025, 6, 27, 10, 42, tzinfo=timezone(timedelta(hours=2)))
    assert strike.published.utcoffset() == timedelta(hours=2), "the offset is kept as written"
    assert [(paragraph.kind, paragraph.text[:20]) for paragraph in strike.paragraphs] == [
        ("text", "Dockers in Varn went"),
        ("crosshead", "What was agreed"),
        ("text", "The night shift fall"),
        ("quote", "The port has learnt "),
        ("list", "Eight-hour nights fr"),
        ("list", "No dismissals for th"),
        ("crosshead", "Ships still waiting"),
        ("text", "Forty-one ships lay "),
        ("text", "The harbour master e"),
    ]


def test_rdf() -> None:
    grue, phare = fixture("rdf_10.xml")
    assert (grue.headline, grue.byline, grue.section) == ("La grande grue est démontée", ("Élise Garnot",), "Port")
    assert (grue.language, grue.publisher) == ("fr", "Le Quai")
    assert grue.published == datetime(2025, 6, 24, 6, 15, tzinfo=UTC)
    assert (phare.url, phare.published) == ("http://lequai.example/phare", datetime(2025, 6, 23, tzinfo=UTC))


def test_atom_03() -> None:
    (barley,) = fixture("atom_03.xml")
    assert texts(barley) == ["Barley fell by four marks a tonne at the Orrin exchange.", "Millers had bought early."]
    assert (barley.byline, barley.publisher) == (("Hal Brennet",), "Grain & Tide")
    assert (barley.published, barley.modified) == (datetime(2004, 11, 2, 9, 30, tzinfo=UTC), datetime(2004, 11, 2, 11, 5, tzinfo=UTC))


def test_atom_10_with_xhtml_under_prefixes() -> None:
    (bridge,) = fixture("atom_10_xhtml.xml")
    assert bridge.headline == "Der Rat stimmt gegen die Brücke"
    assert [paragraph.kind for paragraph in bridge.paragraphs] == ["text", "crosshead", "text"]
    assert texts(bridge)[2] == "Ein zweiter Entwurf soll im Herbst kommen & halb so viel kosten."
    assert (bridge.url, bridge.publisher, bridge.language) == ("https://uferbote.example/politik/bruecke", "Der Uferbote", "de")
    assert (bridge.byline, bridge.section) == (("Jorun Halm", "Kai Brenner"), "Stadtrat")
    assert bridge.image == Image("https://uferbote.example/bruecke.jpg")


def test_json_feed_and_values_of_the_wrong_type() -> None:
    mill, heron = fixture("json_11.json")
    assert (mill.headline, mill.url) == ("Mill owners & council settle", "https://orrinexaminer.example/mill")
    assert (mill.publisher, mill.byline, mill.section) == ("The Orrin Examiner", ("Bea Stroud", "Lon Achterberg"), "Business")
    assert (mill.published, mill.modified) == (datetime(2025, 6, 24, 22, tzinfo=UTC), datetime(2025, 6, 25, 13, tzinfo=UTC))
    assert mill.image == Image("https://orrinexaminer.example/images/mill.jpg")
    assert (heron.headline, heron.url) == ("A heron has moved into the mill pond.", "https://elsewhere.example/heron")
    assert texts(heron)[1] == "Nobody has asked it to leave."


def test_podcast() -> None:
    (episode,) = fixture("podcast.xml")
    assert (episode.byline, episode.url) == (("Nell Quayle",), "https://halfpast.example/12")
    assert episode.image == Image("https://halfpast.example/12.jpg")


def test_media_rss_gives_the_widest_image_with_caption_and_credit() -> None:
    pier, fund, song = fixture("media_rss.xml")
    assert pier.image == Image("https://varngazette.example/pier-large.jpg", "", "The pier & its last lamp, on Wednesday.", "Sim Dray")
    assert pier.publisher == "The Varn Gazette"
    assert fund.image == Image("https://varngazette.example/fund.jpg")
    assert song.image is None, "a data: address is no image"


def test_an_aggregators_entry_belongs_to_its_source_and_has_no_text_of_its_own() -> None:
    strike, dockers = fixture("aggregator.xml")
    assert (strike.publisher, dockers.publisher) == ("The Pilot", "The Varn Gazette")
    assert strike.paragraphs == (), "its description is a link to the report"


def test_bare_ampersands_are_kept() -> None:
    chips, guild = fixture("bare_ampersand.xml")
    assert chips.headline == "Fish & chips cost more in June, R&D less"
    assert chips.url == "http://locketrade.example/story?id=4&lang=en"
    assert texts(chips) == ["Fryers in Orrin & Varn raised prices by 6%, the guild said… Its next count is due in July © 2025."]
    assert guild.publisher == "Locke & Daughters Trade News"


def test_windows_1251() -> None:
    (parom,) = fixture("windows_1251.xml")
    assert (parom.headline, parom.publisher) == ("Паром вернулся на линию", "Вестник Порта")


@pytest.mark.parametrize("name", ["cut_in_half.xml", "cut_in_half.json"])
def test_a_feed_cut_in_half_gives_the_entries_that_are_whole(name: str) -> None:
    assert [draft.headline for draft in fixture(name)] == ["Candle makers meet in Pell", "Wax price steady"]
    assert {draft.publisher for draft in fixture(name)} == {"The Wick"}


@pytest.mark.parametrize("name", ["rss_20_full.xml", "rdf_10.xml", "atom_10_xhtml.xml", "json_11.json"])
def test_a_feed_may_be_cut_anywhere(name: str) -> None:
    body = (FEEDS / name).read_bytes()
    whole = [draft.headline for draft in read(body)]
    for at in range(0, len(body), 37):
        headlines = [draft.headline for draft in read(body[:at])]
        assert headlines == whole[: len(headlines)]


def test_what_is_no_date_is_none() -> None:
    assert [draft.published for draft in fixture("no_dates.xml")] == [None, None, None, None]


def test_relative_addresses_count_from_xml_base_and_only_web_addresses_come_out() -> None:
    assert [draft.url for draft in fixture("relative_links.xml")] == [
        "https://fenland.example/news/2025/eels.html", "https://mirror.fenland.example/pump", None]


def test_relative_addresses_count_from_the_page_where_the_feed_names_no_base() -> None:
    (draft,) = read(rss("<item><title>Wax</title><link>/wax</link></item>", head="<title>x</title>"), url="https://thewick.example/rss.xml")
    assert draft.url == "https://thewick.example/wax"


@pytest.mark.parametrize("link", [
    "javascript://x/%0aalert(1)", "ftp://thewick.example/wax", "data:text/html,x", "mailto:a@thewick.example", "https://", "http:///wax",
])
def test_an_address_of_another_scheme_or_without_host_is_none(link: str) -> None:
    assert one(f"<item><title>Wax</title><link>{link}</link><image><url>{link}</url></image></item>").url is None
    assert one(f'<item><title>Wax</title><enclosure type="image/png" url="{link}"/></item>').image is None


@pytest.mark.parametrize(("identity", "url"), [
    ("2", None), (2, None), ("tag:thewick.example,2025:2", None), ("/wax", None), ("https://thewick.example/wax", "https://thewick.example/wax"),
])
def test_the_id_of_an_item_is_its_address_only_where_it_is_one(identity: object, url: str | None) -> None:
    said = {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://thewick.example/"}
    (draft,) = read(json.dumps({**said, "items": [{"title": "Wax", "id": identity}]}))
    assert draft.url == url


def test_cdata() -> None:
    (tea,) = fixture("cdata.xml")
    assert (tea.headline, tea.publisher, tea.url) == ("Tea tariff dropped & duties kept", "Kettle & Crane", "https://kettlecrane.example/tea")
    assert texts(tea) == ["The ministry dropped the tariff at midnight.", "Importers had asked for a month.", "They got a day."]


def test_double_escaped() -> None:
    smith, sums = fixture("double_escaped.xml")
    assert (smith.headline, smith.publisher) == ("Smith & Sons say it’s over", "Bell & Anchor")
    assert texts(smith) == ["Smith & Sons will close.", "Ninety people work there."]
    assert (sums.headline, texts(sums)) == ("When 3 < 5 and 7 > 2", ["A school in Pell teaches that 3 < 5, its head said."])


def test_tags_that_do_not_match_are_left_to_the_forgiving_library() -> None:
    weavers, loom = fixture("unclosed.xml")
    assert texts(weavers) == ["The weavers of Orrin walked out at noon.", "They want a break."]
    assert loom.url == "http://loosethread.example/2"


@pytest.mark.parametrize(("title", "link", "publisher"), [
    ("The Pilot - World News", "https://thepilot.example/world", "The Pilot"),
    ("World News | The Pilot", "https://www.pilot.example/", "The Pilot"),
    ("BTV News - Home", "https://www.btv.example/news", "BTV News"),
    ("World news: Latest", "https://news.wick.example/", "World news: Latest"),
    ("Politics – Der Bote", "https://feeds.burner.example/x", "Der Bote"),
    ("Salt, Smoke - and Other Things", "https://ssot.example/", "Salt, Smoke - and Other Things"),
    ("The Wick RSS feed", "https://other.example/", "The Wick"),
    ("", "https://www.thewick.example/x", "thewick.example"),
])
def test_the_publisher_is_told_from_the_section_in_the_feeds_title(title: str, link: str, publisher: str) -> None:
    (draft,) = read(rss("<item><title>Wax</title></item>", head=f"<title>{title}</title><link>{link}</link>"))
    assert draft.publisher == publisher


@pytest.mark.parametrize(("written", "byline"), [
    ("jane@thewick.example (Jane Doe)", ("Jane Doe",)),
    ("noreply@thewick.example", ()),
    ("Jane Doe &lt;jane@thewick.example&gt;", ("Jane Doe",)),
    ("By Jane Doe and John Roe, Allied Press", ("By Jane Doe and John Roe, Allied Press",)),
])
def test_an_author_is_a_name(written: str, byline: tuple[str, ...]) -> None:
    assert one(f"<item><title>Wax</title><author>{written}</author></item>").byline == byline


@pytest.mark.parametrize("furniture", [
    '<p>The post <a href="/w">Wax</a> appeared first on <a href="/">The Wick</a>.</p>',
    '<p><a href="/w">Continue reading “Wax” →</a></p>',
    '<p><a href="/w">Read more</a></p>',
    '<div><a href="https://social.example/share">Share on Facebook</a> <a href="https://social.example/t">Tweet</a></div>',
    '<h3>Related articles</h3><ul><li><a href="/a">Lamps go out</a></li><li><a href="/b">Oil is dear</a></li></ul>',
    '<img src="https://stats.example/p.gif" width="1" height="1"/>',
    "<script>document.write('x')</script><style>p{}</style><svg><text>chart</text></svg><iframe src='x'>frame</iframe>",
    "<!-- wp:paragraph -->",
])
def test_furniture_inside_an_entry_is_dropped(furniture: str) -> None:
    draft = one(f"<item><title>Wax</title><description><![CDATA[<p>Wax stayed at two marks.</p>{furniture}]]></description></item>")
    assert draft.paragraphs == (Paragraph("text", "Wax stayed at two marks."),)


def test_a_sentence_that_sounds_like_furniture_is_kept() -> None:
    said = "<p>Children in Pell read more.</p><p>The post in Varn first appeared on a map of 1850; cookies were sold there.</p>"
    draft = one(f"<item><title>Wax</title><description><![CDATA[{said}<p>She wants to continue reading.</p>]]></description></item>")
    assert len(draft.paragraphs) == 3


def test_the_longest_text_of_an_entry_is_its_text() -> None:
    namespace = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    short = one("<item><title>Wax</title><description>Wax stayed at two marks, the guild said.</description>"
                "<content:encoded>Wax.</content:encoded></item>", namespace)
    assert texts(short) == ["Wax stayed at two marks, the guild said."]


def test_a_headline_repeated_in_the_text_is_dropped() -> None:
    draft = one("<item><title>Wax is steady</title><description><![CDATA[<h1>Wax is steady</h1><p>Two marks.</p>]]></description></item>")
    assert texts(draft) == ["Two marks."]


def test_authors_of_the_feed_are_those_of_entries_that_name_none() -> None:
    atom = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wick</title><author><name>Ada Wick</name></author>'
            "<entry><title>Wax</title></entry><entry><title>Oil</title><author><name>Jo Roe</name></author></entry></feed>")
    said = {"version": "https://jsonfeed.org/version/1.1", "title": "The Wick", "authors": [{"name": "Ada Wick"}],
            "items": [{"title": "Wax"}, {"title": "Oil", "authors": [{"name": "Jo Roe"}]}]}
    for body in (atom, json.dumps(said)):
        assert [draft.byline for draft in read(body)] == [("Ada Wick",), ("Jo Roe",)]


def test_a_date_as_printed_counts_and_one_to_come_does_not() -> None:
    printed = one("<item><title>Wax</title><pubDate>27/06/2025 10:42</pubDate></item>")
    assert printed.published == datetime(2025, 6, 27, 10, 42, tzinfo=UTC)
    assert one("<item><title>Wax</title><pubDate>Fri, 27 Jun 2031 10:42:00 GMT</pubDate></item>").published is None


BOMB = ('<!DOCTYPE rss [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
        + ' <!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY % web SYSTEM "http://127.0.0.1:9/x.dtd"> %web;]>')


def test_entities_are_neither_expanded_nor_fetched() -> None:
    body = rss("<item><title>Ha &j; &file;</title><description>&j;</description></item>").replace("<rss", BOMB + "<rss")
    (draft,) = read(body)
    assert draft.headline == "Ha &j; &file;"
    assert texts(draft) == ["&j;"]


@pytest.mark.parametrize("body", [
    *(path.read_bytes() for path in sorted(FEEDS.iterdir())),
    b"http://127.0.0.1:9/feed.xml", b"/etc/hostname", b"file:///etc/hostname", BOMB.encode(),
    rss("<item><title>x</b></title></item>").replace("<rss", BOMB + "<rss").encode(),
])
def test_reading_opens_no_socket_and_no_file(body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    read((FEEDS / "unclosed.xml").read_bytes())  # both libraries and what they import when first used are loaded

    def opened(*arguments: object, **options: object) -> None:
        raise AssertionError(f"reading opened {arguments}")

    monkeypatch.setattr(socket.socket, "connect", opened)
    monkeypatch.setattr(socket, "create_connection", opened)
    monkeypatch.setattr(builtins, "open", opened)
    read(body)


def test_too_many_entries_or_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "MAX_ENTRIES", 10)
    with pytest.raises(TooLarge, match="about 11 entries, more than the 10"):
        read(rss("<item/>" * 11))
    monkeypatch.setattr(feed_module, "MAX_PARTS", 100)
    with pytest.raises(TooLarge, match="made of"):
        read(rss("<a/>" * 101))
    with pytest.raises(TooLarge, match="made of"):
        read('{"items": [' + "[]," * 101)


@pytest.mark.parametrize("body", [
    "", "<rss>", "<feed>", '<rss version="2.0"/>', '<rss version="2.0"><channel/></rss>', "<rss><item", "<rdf:RDF xmlns:rdf='x'></rdf:RDF>",
    '{"items": 3}', '{"items": [', "{", "[]", "<rss><!DOCTYPE", "<rss " * 50, "<html><body>no feed</body></html>",
    '<feed xmlns="http://elsewhere.example/"><title>x</title></feed>',
])
def test_what_holds_no_entry_gives_none(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize("body", [
    rss("<item>" + "<a>" * 100_000), rss("<item><title>Wax</title>" + "<i>" * 5_000 + "</i>" * 5_000 + "</item>"),
])
def test_deep_nesting_is_no_harm(body: str) -> None:
    assert [draft.headline for draft in read(body)] in ([], ["Wax"])


def test_attributes_over_the_limit_are_cut_and_namespaces_kept() -> None:
    many = " ".join(f'a{number}="x"' for number in range(100_000))
    body = rss(f"<item {many}><title {many}>Wax</title><dc:creator>Jo Roe</dc:creator></item>",
               attributes=f'xmlns:dc="http://purl.org/dc/elements/1.1/" {many}')
    (draft,) = read(body)
    assert (draft.headline, draft.byline) == ("Wax", ("Jo Roe",))


_PIECES = st.sampled_from([
    "<item>", "</item>", "<title>", "</title>", "<link>http://[", "</link>", "<![CDATA[", "]]>", "&amp;", "&#0;", "&#xD800;", "&bogus;",
    "<b", "<entry xmlns='http://www.w3.org/2005/Atom'>", "</entry>", "<pubDate>99 Foo 99999", "</pubDate>", "<!--", "-->", "<?x",
    "<!DOCTYPE a [", "]>", "<description>", "</description>", '<source url="', '">', "<media:content url='//'/>", "xml:base='http://[::1'",
    "text", "\u202e", "é",
])
_STARTS = st.sampled_from(['<rss version="2.0"><channel>', '<feed xmlns="http://www.w3.org/2005/Atom">', "<rdf:RDF>"])


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25), _STARTS)
def test_any_damage_gives_drafts_or_none(pieces: list[str], start: str) -> None:
    for draft in read(start + "".join(pieces)):
        assert draft.headline
        assert not any("<script" in text for text in texts(draft))


_KEYS = st.sampled_from(["name", "url", "title", "items", "authors", "content_html", "tags", "image", "id"])
_VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8),
                       lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4), max_leaves=12)


@settings(max_examples=100, deadline=None)
@given(_VALUES)
def test_any_json_gives_drafts_or_none(value: object) -> None:
    for draft in read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": value, "items": [value, {"title": value}]})):
        assert draft.headline
