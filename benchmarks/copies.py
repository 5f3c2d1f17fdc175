"""How well copies are told from look-alikes, beside MinHash-LSH and the containment of 5-grams: `python -m benchmarks.copies`.

Pairs count: two articles of one origin that are put together are right, two of different origins are wrong. A joined text is of the origin
that more of it is from; put together with the other one, it counts neither way. Thresholds of Octavo were chosen on the half of the
articles that `--half 0` takes; the rivals' thresholds are the best on the very half that is reported.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product
from time import perf_counter

from benchmarks.copy_rivals import Scores, by_containment, by_minhash, sketched
from benchmarks.copy_set import Item, articles, half, make
from octavo.grouping.copies.placing import Carried, Carrier, Copies
from octavo.grouping.copies.settling import settle
from octavo.grouping.copies.sketch import pack, sketch
from tests.shared import FOLDER

Pairs = set[tuple[str, str]]


def run(which: int, seed: int, rivals: bool) -> None:
    """Print the tables."""
    items = make(half(articles(FOLDER / "data" / "polnear-train.jsonl.gz"), which), seed)
    print(f"half {which}, seed {seed}: {len(items)} articles, {sum(not item.edit for item in items)} of them as they were written")
    true, neutral = truth(items)
    own = {"final": final(items), "online, in random order": online(items), "online, origins first": online(_natural(items))}
    print(f"\n{'':32}precision  recall  wrong  missed")
    for name, pairs in own.items():
        _line(name, pairs, true, neutral)
    if rivals:
        for name, scores in (("datasketch MinHash-LSH", by_minhash(items)), ("5-gram containment, all pairs", by_containment(items))):
            threshold, pairs = _best(scores, true, neutral)
            _line(f"{name}, {threshold:.2f}", pairs, true, neutral)
    print("\nrecall of pairs by edit, final and online in random order")
    for edit, total, *missed in _by_edit(items, true, own["final"], own["online, in random order"]):
        print(f"{edit or 'as it was written':32}{1 - missed[0] / total:.3f}  {1 - missed[1] / total:.3f}  of {total}")
    _speed(items, rivals)


def truth(items: Iterable[Item]) -> tuple[Pairs, Pairs]:
    """Pairs of one origin, and pairs that count neither way."""
    origin: dict[str, list[str]] = {}
    besides: dict[str, list[str]] = {}
    for item in items:
        origin.setdefault(item.origin, []).append(item.id)
        besides.setdefault(item.besides, []).append(item.id)
    besides.pop("", None)
    true = {_pair(*two) for names in origin.values() for two in combinations(names, 2)}
    other = {_pair(one, two) for name, names in besides.items() for one, two in product(names, origin.get(name, [])) if one != two}
    return true, {*other, *(_pair(*two) for names in besides.values() for two in combinations(names, 2))} - true


def final(items: Iterable[Item]) -> Pairs:
    """All pairs within the groups of the final answer."""
    groups = settle([Carrier(item.id, "", item.text) for item in items])
    return {_pair(*two) for group in groups for two in combinations((group.origin, *group.others), 2)}


def online(items: Sequence[Item]) -> Pairs:
    """All pairs within the groups of the answers that are never taken back."""
    texts = {item.id: item.text for item in items}
    copies = Copies(texts.get, len(items))
    groups: dict[str, list[str]] = {}
    for item in items:
        carried: Carried = copies.place(Carrier(item.id, "", item.text))
        groups.setdefault(carried.copy_of or item.id, []).append(item.id)
    return {_pair(*two) for names in groups.values() for two in combinations(names, 2)}


def _natural(items: Sequence[Item]) -> list[Item]:
    """What was taken over comes after what it was taken from."""
    return sorted(items, key=lambda item: bool(item.edit))


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def _line(name: str, pairs: Pairs, true: Pairs, neutral: Pairs) -> None:
    right, wrong = len(pairs & true), len(pairs - true - neutral)
    print(f"{name:32}{right / max(1, right + wrong):9.4f}{right / len(true):8.4f}{wrong:7}{len(true) - right:8}")


def _best(scores: Scores, true: Pairs, neutral: Pairs) -> tuple[float, Pairs]:
    """The threshold with the highest F1, and the pairs above it."""
    def f1(threshold: float) -> float:
        pairs = {pair for pair, score in scores.items() if score >= threshold}
        return 2 * len(pairs & true) / (len(pairs - neutral) + len(true))
    threshold = max((step / 100 for step in range(5, 100)), key=f1)
    return threshold, {pair for pair, score in scores.items() if score >= threshold}


def _by_edit(items: Iterable[Item], true: Pairs, *found: Pairs) -> list[tuple[str, int, int, int]]:
    edit = {item.id: item.edit for item in items}
    count = [Counter(edit[name] for pair in pairs for name in pair) for pairs in (true, *(true - pairs for pairs in found))]
    return [(name, total, count[1][name], count[2][name]) for name, total in sorted(count[0].items())]


def _speed(items: Sequence[Item], rivals: bool) -> None:
    texts = [item.text for item in items[:400]]
    size = sum(len(pack(sketch(text))) for text in texts) / len(texts)
    print(f"\nsketches a second: Octavo {_rate(sketch, texts)} ({size:.0f} bytes)", end="")
    print(f", datasketch {_rate(sketched, texts)}" if rivals else "")
    start = perf_counter()
    online(items)
    print(f"placed, with candidates read: {len(items) / (perf_counter() - start):.0f} a second")


def _rate(function: Callable[[str], object], texts: Sequence[str]) -> int:
    start = perf_counter()
    for text in texts:
        function(text)
    return round(len(texts) / (perf_counter() - start))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=int, choices=(0, 1), default=1, help="which half of the articles (1: the one to report)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="without datasketch and 5-gram containment")
    given = parser.parse_args()
    run(given.half, given.seed, not given.alone)
