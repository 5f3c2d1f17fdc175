"""The JSON Lines contract of the commands: one article a line, as `octavo read --json` prints it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from octavo.article import Article


def article_json(article: Article) -> dict[str, Any]:
    """The article as `octavo read --json` shows it: times in ISO 8601 with offset, what is not known null."""
    return {
        "id": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "agency": article.agency,
        "kicker": article.kicker,
        "headline": article.headline,
        "dateline": asdict(article.dateline) if article.dateline else None,
        "byline": list(article.byline),
        "credits": [asdict(credit) for credit in article.credits],
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "language": article.language,
        "section": article.section,
        "image": asdict(article.image) if article.image else None,
        "paragraphs": [asdict(paragraph) for paragraph in article.paragraphs],
        "text": article.text,
    }


def line(record: dict[str, Any]) -> str:
    """One record as one line of JSON, in the letters it came in."""
    return json.dumps(record, ensure_ascii=False)
