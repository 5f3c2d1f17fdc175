"""Real pages, where they lie beside the repository: the body of the article is found, as well as the benchmark says."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

from benchmarks.shingles import mean, score
from octavo.article import Page
from octavo.reading.finish import finish
from octavo.reading.html import read_html
from tests.shared import shared

FETCHED = datetime(2019, 11, 20, 12, tzinfo=UTC)


def test_body_of_real_pages() -> None:
    folder = shared("data/pages")
    scores = []
    for name, truth in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        markup = gzip.decompress((folder / f"html/{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        drafts = read_html(markup, Page(b"", FETCHED, truth["url"]))
        article = finish(drafts[0], FETCHED) if drafts else None
        assert article is not None, truth["url"]
        assert article.headline, truth["url"]
        scores.append(score(truth["articleBody"], article.text))
    assert mean(scores).f1 > 0.98
