"""Whether what is called related is, whether the reasons are true, and what a list costs where there are many articles.

    python -m benchmarks.related [--lines] [--many 10000]

The truth is `related_dev.json` (its note says how it was made). The dev articles of ECB+ and PolNeAR are one library, grouped by
`octavo.group`; a reason is true where each of its words stands in both articles, both report one event where it says "same story", and
both are about the name that it tells. Lines that nobody judged are counted, not guessed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import octavo
from octavo.article import PARAGRAPH_BREAK, Article, Paragraph
from octavo.commands.related import text_of
from octavo.grouping.related import Index, Related, Text, profile, relations
from tests.shared import FOLDER

TRUTH = Path(__file__).with_name("related_dev.json")
LINES = 10
"""Lines of a list that are judged."""
SHOWN = 6
"""Lines of a page's list."""

Judgement = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Quality:
    """What was found of the lines: how many there are, were judged and are related; whose reasons were judged, and are true."""

    lines: int
    judged: int
    related: int
    told: int
    true: int

    def __str__(self) -> str:
        lines = f"{self.lines} lines, {self.judged} of them judged: {self.related / self.judged:.3f} related"
        return f"{lines}; {self.told} reasons judged: {self.true / self.told:.3f} true"


def main() -> None:
    """Print how good the lists are, and what they cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lines", action="store_true", help="print each line that is wrong or not judged")
    options.add_argument("--many", type=int, default=10_000, help="articles of the larger library")
    chosen = options.parse_args()
    articles = tuple(dev_articles())
    print(quality(articles, chosen.lines))
    print(f"\n{'articles':>10} {'a list, ms':>12} {'slowest':>9} {'adding one, ms':>15}")
    for many in (chosen.many // 10, chosen.many):
        speed([text_of(article) for article in articles], many)


def dev_articles() -> Iterator[Article]:
    """The articles of both dev sets; PolNeAR's first paragraph is its headline."""
    for record in _records("ecb-dev"):
        yield _article(record["id"], record["title"], record["text"], None, None)
    for record in _records("polnear-dev"):
        text = record["text"].split(PARAGRAPH_BREAK, 1)[-1]
        yield _article(record["id"], record["title"], text, record["publisher"], record["published"])


def _records(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(FOLDER / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _article(id_: str, headline: str, text: str, publisher: str | None, day: str | None) -> Article:
    paragraphs = tuple(Paragraph("text", part) for part in text.split(PARAGRAPH_BREAK))
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    return Article(id_, headline.strip(), paragraphs, publisher=publisher, published=published)


def quality(articles: tuple[Article, ...], show: bool = False) -> Quality:
    """How many lines of today's lists are judged, related, and true; `show` prints those that are not."""
    placed = octavo.group(articles)
    copies = {each.id: each.copy_of for each in placed if each.copy_of is not None}
    texts = {article.id: text_of(article) for article in articles}
    index: Index[str] = Index()
    for each in placed:
        index.add(each.id, profile(texts[each.id]), each.story)
    lists: dict[str, dict[str, Judgement]] = json.loads(TRUTH.read_text(encoding="utf-8"))["lists"]
    lines = judged = related = known = true = 0
    for id_, judgements in lists.items():
        for line in relations(id_, index, texts.__getitem__, copies, LINES):
            lines += 1
            judgement = judgements.get(line.id)
            right = is_true(line, judgement, texts[id_], texts[line.id])
            judged += judgement is not None
            related += judgement is not None and judgement["related"]
            known += right is not None
            true += right is True
            if show and not (judgement and judgement["related"] and right):
                print(id_[:40], line.id[:40], line.relation, line.reason, judgement, sep=" | ")
    return Quality(lines, judged, related, known, true)


def is_true(line: Related[str], judgement: Judgement | None, one: Text[str], other: Text[str]) -> bool | None:
    """Whether a line's reason is true; None where nobody judged what it says."""
    if line.reason == "the same text":
        return None
    said, _, rest = line.reason.partition(": ")
    name = said.removeprefix("also about ").removeprefix("the ") if said.startswith("also about ") else ""
    if not all(_stands(word, one) and _stands(word, other) for word in (*filter(None, rest.split(", ")), *name.split()[-1:])):
        return False
    if name:
        about: Mapping[str, bool] = (judgement or {}).get("about", {})
        return about.get(name)
    if line.relation == "story":
        return bool(judgement["story"]) if judgement else None
    return True


def _stands(words: str, text: Text[str]) -> bool:
    return words.lower() in f"{text.headline}\n{text.text}".lower()


def speed(texts: list[Text[str]], many: int) -> None:
    """What a page's list costs with so many articles: real ones, and others made of them under other names and with other words."""
    chance = random.Random(1)
    pool = [f"{chance.choice('bdfgklmnprstv')}{chance.choice('aeiou')}{number:x}" for number in range(max(2_000, many * 2))]
    profiles = [profile(text) for text in texts]
    index: Index[int] = Index()
    began = time.process_time()
    for number in range(many):
        made = profiles[number % len(texts)]
        if number >= len(texts):
            names = {chance.choice(pool): replace(name, forms=()) for name in made.names.values()}
            words = frozenset(word if chance.random() < 0.6 else chance.choice(pool) for word in made.words)
            made = replace(made, names=names, words=words)
        index.add(number, made, number // 8)
    adding = (time.process_time() - began) / many
    took = []
    for number in chance.sample(range(many), 100):
        began = time.process_time()
        relations(number, index, lambda each: Text(each, texts[each % len(texts)].headline, texts[each % len(texts)].text), {}, SHOWN)
        took.append(time.process_time() - began)
    print(f"{many:>10,} {1000 * median(took):>12.1f} {1000 * max(took):>9.1f} {1000 * adding:>15.2f}")


if __name__ == "__main__":
    main()
