"""Other ways to tell stories, each at its best: what `benchmarks.stories` compares with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path

import numpy as np

from benchmarks.story_scores import Score, score
from octavo.grouping.stories.linking import linked
from octavo.grouping.stories.vectors import NO_MEANING, Vector, Weights, products

CUTS = np.arange(0.02, 0.6, 0.02)
"""Average likenesses at which a clustering is cut; the best one counts, which no reader could know."""
_WORD = re.compile(r"\w\w+")


def best_linkage(likeness: Weights, gold: Sequence[str]) -> Score:
    """Average linkage at the cut that is best for these very articles."""
    ones = [1] * len(gold)
    answers = (_labels(linked(likeness.copy(), ones, float(cut)), len(gold)) for cut in CUTS)
    return max((score(gold, labels) for labels in answers), key=lambda each: each.f1)


def tfidf(texts: Sequence[str]) -> Weights:
    """The cosines of texts by their words, weighed by term frequency and inverse document frequency in these texts."""
    counted = [Counter(_WORD.findall(text.lower())) for text in texts]
    holders = Counter(word for words in counted for word in words)
    number = {word: at for at, word in enumerate(holders)}
    vectors = []
    for words in counted:
        found = sorted((number[word], (1 + log(count)) * log((len(texts) + 1) / holders[word])) for word, count in words.items())
        weights = np.array([weight for _, weight in found], np.float32)
        length = float(np.sqrt((weights**2).sum())) or 1.0
        vectors.append(Vector(np.array([at for at, _ in found], np.uint32), weights / np.float32(length), NO_MEANING))
    return products(vectors)


def minilm(texts: Sequence[str], folder: Path) -> Weights:
    """The cosines of all-MiniLM-L6-v2's vectors. ImportError where torch and transformers are not installed, OSError for no model."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokens, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    found = []
    for start in range(0, len(texts), 32):
        batch = tokens(list(texts[start : start + 32]), padding=True, truncation=True, max_length=256, return_tensors="pt")
        with torch.no_grad():
            hidden = model(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1)
        found.append(torch.nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=1).numpy())
    every = np.concatenate(found).astype(np.float32)
    likeness: Weights = np.maximum(every @ every.T, np.float32(0))
    return likeness


def newsblur(headlines: Sequence[str], publishers: Sequence[str]) -> list[int]:
    """NewsBlur's rule: headlines of different publishers are one story if three words of at least five letters are in both, and these are
    0.6 of the shorter one's. Answers the story of each, by the number of its first article."""
    said = [frozenset(word for word in re.findall(r"\w+", headline.lower()) if len(word) >= 5) for headline in headlines]
    first = list(range(len(said)))

    def root(at: int) -> int:
        while first[at] != at:
            first[at] = first[first[at]]
            at = first[at]
        return at

    for one, other in _sharing(said):
        shared = len(said[one] & said[other])
        apart = publishers[one] != publishers[other] or not publishers[one]
        if apart and shared >= 3 and shared >= 0.6 * min(len(said[one]), len(said[other])):
            ends = sorted((root(one), root(other)))
            first[ends[1]] = ends[0]
    return [root(at) for at in range(len(said))]


def _sharing(said: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = {}
    for at, words in enumerate(said):
        yield from ((before, at) for before in sorted({each for word in words for each in holders.get(word, ())}))
        for word in words:
            holders.setdefault(word, []).append(at)


def _labels(groups: Sequence[Sequence[int]], size: int) -> list[int]:
    labels = [0] * size
    for group in groups:
        for at in group:
            labels[at] = group[0]
    return labels
