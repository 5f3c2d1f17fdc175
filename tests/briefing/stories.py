"""The stories on which a brief is proved: those of the specimen edition, and those of the data beside the repository."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

from octavo.article import Article
from octavo.jsonl import article_of
from octavo.pipeline import read
from tests.briefing.test_questions import SPECIMEN
from tests.shared import shared


def specimen() -> dict[str, list[Article]]:
    """The articles of each story of the specimen edition."""
    found: dict[str, list[Article]] = {}
    for page in json.loads((SPECIMEN / "edition.json").read_text())["pages"]:
        (article, *_) = read((SPECIMEN / "pages" / page["file"]).read_bytes(), page["url"], page["fetched"])
        found.setdefault(page["story"], []).append(article)
    return found


def seed_page() -> list[Article]:
    """The main article of the page that reaches a program as bare text."""
    (page,) = shared("seeds").glob("*.txt")
    return list(read(page.read_bytes(), fetched="2025-06-27T04:00:00+00:00")[:1])


def polnear() -> Iterator[list[Article]]:
    """Each article of PolNeAR's dev split, a story of its own."""
    for record in _records("data/polnear-dev.jsonl.gz"):
        yield [article_of({key: record[key] for key in ("id", "title", "text", "publisher", "published")})]


def ecb(most: int) -> Iterator[list[Article]]:
    """Stories of ECB+, whole, until they are so many articles."""
    by_story: dict[str, list[Article]] = {}
    for record in _records("data/ecb-dev.jsonl.gz"):
        by_story.setdefault(record["story"], []).append(article_of({key: record[key] for key in ("id", "title", "text")}))
    for _, articles in sorted(by_story.items()):
        if most <= 0:
            return
        most -= len(articles)
        yield articles


def _records(path: str) -> Iterator[dict[str, str]]:
    with gzip.open(shared(path), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
