"""Headlines of pages whose title names only the site, kickers inside headlines, lines that only a style makes."""

from __future__ import annotations

import pytest

from tests.reading.html.test_html import articles

TEXT = (
    "<p>The iron bridge over the Tarn will be shut for two years from March, the council said on Monday.</p>"
    "<p>Engineers found cracks in four of its bearings, and buses will go round by the lower ford.</p>"
)
HEADLINE = "Iron bridge to shut for two years"
ADDRESS = "https://a.example/bridge"


@pytest.mark.parametrize("title", ["Northhaven Courier", "The Northhaven Courier Online", "Home"])
@pytest.mark.parametrize("body", [
    f"<h1>{HEADLINE}</h1>{TEXT}",
    f"<h2>{HEADLINE}</h2>{TEXT}",
    f"<div class=newsletter><h2>Our letter</h2><p>All the news of the day, at seven every morning.</p></div><h2>{HEADLINE}</h2>{TEXT}",
    f"<div><h3>Before you read</h3><p>We use cookies, and you may accept or refuse them, as you like.</p></div><h2>{HEADLINE}</h2>{TEXT}",
    f"<h3><a href=/x>Mayor resigns over tram line</a></h3><h2>{HEADLINE}</h2>{TEXT}",
])
def test_a_title_that_only_names_the_site_is_no_headline(title: str, body: str) -> None:
    (found,) = articles(f"<title>{title}</title><body><article>{body}</article>", ADDRESS)
    assert found.headline == HEADLINE


def test_a_short_title_that_is_the_only_name_stays() -> None:
    (found,) = articles(f"<title>Bridge shut</title><body>{TEXT}", ADDRESS)
    assert found.headline == "Bridge shut"


def test_a_title_beats_the_heading_of_another_part() -> None:
    other = "<h2>Most read</h2><p>A cow, and a second cow, came to town.</p>"
    (found,) = articles(f"<title>{HEADLINE} from March</title><body>{TEXT}{other}", ADDRESS)
    assert found.headline == f"{HEADLINE} from March"


@pytest.mark.parametrize(("heading", "kicker"), [
    (f"<h1><span class=kicker>Opinion</span> {HEADLINE}</h1>", "Opinion"),
    (f"<h1><span class='article__eyebrow'>On the water</span>{HEADLINE}</h1>", "On the water"),
    (f"<h1><div class=kicker>Harbour</div>{HEADLINE}</h1>", "Harbour"),
    ("<h1><span class=first>Iron bridge</span> <em>to shut</em> for two years</h1>", None),
    ("<h1><span style='display:block'>Iron bridge</span><span style='display:block'>to shut for two years</span></h1>", None),
])
def test_a_kicker_inside_the_headline(heading: str, kicker: str | None) -> None:
    (found,) = articles(f"<title>{HEADLINE} - A Paper</title><body><article>{heading}{TEXT}</article>", ADDRESS)
    assert (found.headline, found.kicker) == (HEADLINE, kicker)
    assert len(found.paragraphs) == 2


def test_spans_that_a_style_makes_paragraphs_are_not_glued() -> None:
    spans = TEXT.replace("<p>", "<span style='display: block; margin: 0'>").replace("</p>", "</span>")
    (found,) = articles(f"<h1>{HEADLINE}</h1><div>{spans}</div>", ADDRESS)
    assert [paragraph.text[:12] for paragraph in found.paragraphs] == ["The iron bri", "Engineers fo"]


@pytest.mark.parametrize("notice", [
    "Ce site utilise des cookies pour mesurer sa fréquentation et vous proposer des contenus. En poursuivant votre navigation, vous "
    "acceptez leur emploi par nous et par nos partenaires, dans les conditions que nous avons décrites.",
    "We and our partners use cookies to measure how you use this site. You can accept them all, or choose in the settings which of them "
    "you want, and you can come back to this choice at any time by the link at the bottom of each page.",
    "Wir verwenden Cookies, um Ihnen die Nutzung dieser Seite zu erleichtern. Mit dem Besuch der Seite sind Sie damit einverstanden, dass "
    "wir und unsere Partner sie setzen, wie es in der Erklärung zum Datenschutz beschrieben ist.",
])
def test_a_notice_of_cookies_does_not_outweigh_a_short_article(notice: str) -> None:
    short = "<p>Le pont de fer sera fermé lundi.</p><p>Le conseil l'a dit hier soir, après une longue réunion.</p>"
    (found,) = articles(f"<body><div id=banner><p>{notice}</p></div><article><h1>Le pont de fer fermé</h1>{short}</article>", ADDRESS)
    assert [paragraph.text[:8] for paragraph in found.paragraphs] == ["Le pont ", "Le conse"]


def test_an_article_about_cookies_is_read() -> None:
    lines = "<p>Sites that set cookies must ask us before, the court said, and readers may refuse to accept them.</p>" * 4
    (found,) = articles(f"<body><h1>Court limits cookies</h1><div>{lines}</div>", ADDRESS)
    assert len(found.paragraphs) == 4
