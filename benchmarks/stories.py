"""How well articles about one event are told from others, beside other ways, and what placing one costs in a large library.

    python -m benchmarks.stories [--minilm FOLDER] [--scale 10000 100000 1000000]

Data: the dev halves of ECB+ (articles, in random orders) and of the UCI news aggregator (headlines, in order of arrival, and once more
in random orders) beside the repository. FOLDER holds all-MiniLM-L6-v2 as transformers loads it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from time import process_time
from typing import Any

import numpy as np

import octavo
from benchmarks.story_rivals import best_linkage, minilm, newsblur, tfidf
from benchmarks.story_scores import Score, score
from octavo.article import Article
from octavo.grouping.stories.digest import BODY, FIGURES, NAMES, OPENING, Digest, Weighed
from octavo.grouping.stories.meanings import NONE
from octavo.grouping.stories.window import Window
from octavo.jsonl import article_of
from octavo.pipeline import group_arriving
from tests.shared import FOLDER

SEEDS = (1, 2, 3)
HEAD = "| | B-cubed F1 | precision | recall | ARI | stories |\n| --- | --- | --- | --- | --- | --- |"
PLACED = 300
"""Articles that are placed to tell what one costs."""
VOCABULARY, EACH = 200_000, 12
"""Of a generated library: its words, and the articles of each story."""


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minilm", type=Path)
    options.add_argument("--scale", type=int, nargs="*", default=[10_000, 100_000])
    chosen = options.parse_args()
    for name, seeds in (("ecb-dev", SEEDS), ("uci-headlines-dev", ())):
        quality(name, seeds, chosen.minilm)
    for size in chosen.scale:
        scale(size)


def quality(name: str, seeds: Sequence[int], folder: Path | None) -> None:
    """One table: Octavo, and the others."""
    with gzip.open(FOLDER / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines]
    orders = [random.Random(seed).sample(records, len(records)) for seed in seeds] or [records]
    order = f"random orders {list(seeds)}" if seeds else "in order of arrival"
    print(f"\n{name}: {len(records):,} articles, {len({each['story'] for each in records})} stories, {order}\n\n{HEAD}")
    print(_mean([_octavo(order, online=False) for order in orders]).row("Octavo, final"))
    print(_mean([_octavo(order, online=True) for order in orders]).row("Octavo, online"))
    if not seeds:
        shuffled = [random.Random(seed).sample(records, len(records)) for seed in SEEDS]
        print(_mean([_octavo(order, online=True) for order in shuffled]).row("Octavo, online, in random orders"))
    gold = [each["story"] for each in records]
    texts = [f"{each['title']}\n{each.get('text', '')}" for each in records]
    print(best_linkage(tfidf(texts), gold).row("TF-IDF, average linkage, best cut"))
    try:
        if folder is None:
            raise ImportError("no --minilm FOLDER was named")
        print(best_linkage(minilm(texts, folder), gold).row("MiniLM, average linkage, best cut"))
    except (ImportError, OSError) as error:
        print(f"| MiniLM: skipped, {error} |")
    told = newsblur([each["title"] for each in records], [each.get("publisher", "") for each in records])
    print(score(gold, told).row("NewsBlur's rule"))


def _octavo(records: Sequence[dict[str, Any]], online: bool) -> Score:
    articles: list[Article] = [article_of({**each, "title": each["title"].strip() or "-"}) for each in records]
    placed = group_arriving(articles) if online else octavo.group(articles)
    return score([each["story"] for each in records], [each.story for each in placed])


def _mean(scores: Sequence[Score]) -> Score:
    f1, precision, recall, ari = (mean(getattr(each, field) for each in scores) for field in ("f1", "precision", "recall", "ari"))
    return Score(f1, precision, recall, ari, round(mean(each.stories for each in scores)))


def scale(size: int) -> None:
    """What placing one article costs in a window of that many generated ones, and the memory of the process."""
    rng = np.random.default_rng(size)
    window, near = Window(), _digest(rng, None)
    for at in range(size):
        near = _digest(rng, near if at % EACH else None)
        window.put(str(at), near, str(at - at % EACH))
    made = [_digest(rng, near) for _ in range(PLACED)]
    begun = process_time()
    for at, each in enumerate(made, size):
        window.place(str(at), each)
    spent = 1000 * (process_time() - begun) / PLACED
    print(f"{size:>9,} articles in the window: {spent:.2f} ms an article, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:,} MiB")


def _digest(rng: np.random.Generator, near: Digest | None) -> Digest:
    """An article of random words, half of them from another of its story; how often words come falls off as Zipf has it."""
    kinds = []
    for kind, most in (("opening", OPENING), ("body", BODY), ("names", NAMES), ("figures", FIGURES)):
        drawn = (VOCABULARY ** rng.random(most)).astype(np.uint32) * np.uint32(2_654_435_761)
        if near:
            kept = getattr(near, kind).numbers[: most // 2]
            drawn[: len(kept)] = kept
        numbers = np.unique(drawn)
        kinds.append(Weighed(numbers, rng.integers(20, 80, len(numbers)).astype(np.uint8)))
    opening, body, names, figures = kinds
    return Digest(None, True, opening, body, names, figures, NONE)


if __name__ == "__main__":
    main()
