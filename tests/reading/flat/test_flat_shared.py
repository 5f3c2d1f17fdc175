"""Saved text that lies beside the repository: the seed page, and clean articles alone and glued under each other."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from octavo.article import Article, Page, Paragraph
from octavo.reading.draft import Draft
from octavo.reading.finish import finish
from octavo.reading.flat import read_flat
from tests.shared import shared

FETCHED = datetime(2025, 6, 27, 12, tzinfo=UTC)
SEED = "seeds/000_bae099a868e02afb.txt"


def read(text: str) -> list[Article]:
    articles = [finish(draft, FETCHED) for draft in read_flat(text, Page(text.encode(), FETCHED))]
    assert all(articles)
    return [article for article in articles if article]


def texts(name: str) -> Iterator[tuple[str, str]]:
    """Title and text of the articles of a file."""
    with gzip.open(shared(f"data/{name}.jsonl.gz"), "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield row["title"], row["text"]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_the_seed_page_is_four_articles() -> None:
    text = shared(SEED).read_text("utf-8")
    articles = read(text)
    assert [(a.publisher, a.published and FETCHED - a.published) for a in articles] == [
        (None, None), ("The Star", timedelta(minutes=17)), ("The Sun", timedelta(minutes=38)), ("The Sun", timedelta(minutes=38))]
    assert articles[0].kicker == "Analysis"
    assert articles[0].headline == "Following NATO summit, Trump and Europe still at odds over Putin's ambitions"
    assert [p.text for p in articles[0].paragraphs if p.kind == "crosshead"] == ["RUSSIA STRATEGY REMAINS ELUSIVE"]
    assert [len(a.credits) for a in articles[:2]] == [4, 2]


@pytest.mark.parametrize("line", [
    "Try Our AI Features", "Explore what", "Comments", "No comments yet", "Related Articles", "- The Star", "- The Sun", "minutes ago"])
def test_the_seed_page_leaves_its_furniture(line: str) -> None:
    assert not any(line in article.text or line in article.headline for article in read(shared(SEED).read_text("utf-8")))


def test_no_sentence_of_the_seed_page_is_lost() -> None:
    text = shared(SEED).read_text("utf-8")
    kept = "\n".join(paragraph.text for article in read(text) for paragraph in article.paragraphs)
    for line in text.splitlines():
        if line.endswith((".", '."')) and not line.endswith("..."):
            body = re.sub(r"^[A-Z ]+ \(Reuters\) -|^[A-Z]+: ", "", line)
            assert body.split(" (Reporting by")[0] in kept


@pytest.mark.parametrize("name", ["ecb-dev", "polnear-dev"])
def test_clean_articles_lose_nearly_nothing(name: str) -> None:
    whole = kept = 0
    for _, text in texts(name):
        drafts = read_flat(text, Page(text.encode(), FETCHED))
        wanted = words(text)
        found = words("\n".join([drafts[0].headline, *(p.text for p in drafts[0].paragraphs)]) if drafts else "")
        whole += wanted.total()
        kept += (wanted & found).total()
    assert kept / whole > 0.99


def test_glued_articles_come_apart() -> None:
    """Three news texts under each other, with publisher, age, publisher and headline between, are three articles again."""
    known = [(" ".join(title.split()).rstrip("."), text.split("\n\n", 1)[1]) for title, text in texts("polnear-dev") if "\n\n" in text]
    right = total = 0
    for at in range(0, len(known) - 2, 3):
        trio = known[at : at + 3]
        page = f"{trio[0][0]}\n{trio[0][1]}\nComments\nRelated Articles\n\n" + "\n\n".join(
            f"The Pilot\n{hours} hours ago\n- The Pilot\n{title}\n{text}" for hours, (title, text) in enumerate(trio[1:], 2))
        total += 1
        right += [article.headline for article in read(page)] == [printed(title) for title, _ in trio]
    assert right >= 0.9 * total, f"{right} of {total}"


def printed(title: str) -> str:
    """A headline as an article has it, without a kicker."""
    article = finish(Draft(title, (Paragraph("text", "Text."),), publisher="The Pilot"), FETCHED)
    assert article
    return article.headline
