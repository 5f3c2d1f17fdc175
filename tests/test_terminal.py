"""What the commands print for a person."""

from __future__ import annotations

from datetime import UTC, datetime

from octavo.article import Article, Dateline, Paragraph
from octavo.terminal import CELL_MOST, article_text, origin, table

ARTICLE = Article(
    id="1",
    headline="Ferry Marit pulled free after two nights",
    kicker="Exclusive",
    agency="Northwire",
    publisher="The Harbour Post",
    byline=("Greta Solheim",),
    dateline=Dateline("PORT ALDER", "Northwire"),
    published=datetime(2026, 3, 3, 5, 50, tzinfo=UTC),
    paragraphs=(
        Paragraph("text", "Tugs drew the island ferry into deep water at dawn on Tuesday, two days after she left a marked channel."),
        Paragraph("crosshead", "A question of hours"),
        Paragraph("quote", "We do not know yet why she left it."),
        Paragraph("list", "42 passengers"),
    ),
)


def test_an_article_prints_as_a_page() -> None:
    shown = article_text(ARTICLE)
    assert shown.splitlines()[:3] == [
        "EXCLUSIVE", "Ferry Marit pulled free after two nights", "Northwire, in The Harbour Post · 3 March 2026, 05:50 UTC",
    ]
    assert "\n\nPORT ALDER – Tugs drew the island ferry" in shown
    assert "\n\nA QUESTION OF HOURS\n\n    We do not know yet why she left it.\n\n  • 42 passengers\n" in shown
    assert max(map(len, shown.splitlines())) <= 76


def test_origin_leaves_out_what_is_not_known() -> None:
    assert origin(Article("1", "h", ())) == ""
    assert origin(Article("1", "h", (), publisher="The Pilot")) == "The Pilot"
    assert origin(Article("1", "h", (), agency="Northwire")) == "Northwire"


def test_a_table_has_columns_as_wide_as_their_cells() -> None:
    rows = [("ferry", "", "1,204", "runs on " * 20), ("港のニュース", "", "7", "")]
    lines = table(("name", "empty", "articles", ""), rows)
    assert lines[0] == "name          articles"
    assert lines[1] == "ferry            1,204  " + ("runs on " * 20).strip()
    assert lines[2] == "港のニュース         7"


def test_a_cell_of_a_table_is_cut_and_on_one_line() -> None:
    assert table(("a", "b"), [("x" * 90 + "\n\x1b[2J", "y")])[1] == "x" * (CELL_MOST - 1) + "…  y"
    assert table(("a", "b"), [("新" * 90, "y")])[1] == "新" * 19 + "…  y"
