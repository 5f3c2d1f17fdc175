"""Scores of attributions, by the measures that lie beside the data: `score/quotes.py` and `score/spans.py` of the folder that
`tests/shared.py` names. They are loaded from there, so that there is one definition.

The first paragraph of a PolNeAR text is its headline, which the `text` of an Octavo article does not hold: `headless` takes it off.
"""

from __future__ import annotations

import gzip
import importlib.util
import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from octavo.analysis import Found
from tests.shared import FOLDER

Article = dict[str, Any]
"""A line of the data: id, text, attributions, attributions_by_annotator; see the file's own account of itself."""
Item = dict[str, Any]
"""A paragraph as CofeNet is scored on it: id, offsets, labels."""
Marked = Sequence[Mapping[str, Any]]
"""Attributions as the data has them: source, cue, content as lists of [start, end]."""
Scores = dict[str, float]
"""Measure -> F1: "source token", "source exact", "source span" and so on, and "attribution"."""

PARTS = ("source", "cue", "content")


@cache
def measure(name: str) -> ModuleType:
    """The module score/NAME.py beside the data."""
    spec = importlib.util.spec_from_file_location(f"score_{name}", FOLDER / "score" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score/{name}.py in {FOLDER} (OCTAVO_SHARED names another folder)")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(split: str) -> list[Article]:
    """The articles of "dev" or "train"."""
    with gzip.open(FOLDER / "data" / f"polnear-{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def items() -> list[Item]:
    """The paragraphs of the dev articles that CofeNet is scored on."""
    with gzip.open(FOLDER / "data" / "polnear-dev-items.json.gz", "rt", encoding="utf-8") as file:
        found: list[Item] = json.load(file)
        return found


def headline_end(text: str) -> int:
    """Where the first paragraph and the gap behind it end."""
    return text.find("\n\n") + 2 if "\n\n" in text else 0


def headless(article: Article) -> Article:
    """The article without its first paragraph: attributions that touch it are dropped, offsets count from the new beginning."""
    cut = headline_end(article["text"])
    by_annotator = article.get("attributions_by_annotator") or {}
    return {
        **article,
        "text": article["text"][cut:],
        "attributions": _behind(article["attributions"], cut),
        "attributions_by_annotator": {name: _behind(marked, cut) for name, marked in by_annotator.items()},
    }


def headless_items(given: Iterable[Item], whole: Iterable[Article]) -> list[Item]:
    """The items that lie behind the headlines of those articles, shifted likewise."""
    cuts = {article["id"]: headline_end(article["text"]) for article in whole}
    return [
        {**item, "offsets": [offset and [place - cuts[item["id"]] for place in offset] for offset in item["offsets"]]}
        for item in given
        if all(offset is None or offset[0] >= cuts[item["id"]] for offset in item["offsets"])
    ]


def _behind(marked: Marked, cut: int) -> list[dict[str, list[list[int]]]]:
    kept = (each for each in marked if all(start >= cut for part in PARTS for start, _ in each[part]))
    return [{part: [[start - cut, end - cut] for start, end in each[part]] for part in PARTS} for each in kept]


def as_marked(found: Iterable[Found]) -> list[dict[str, Any]]:
    """Attributions as the measures take them."""
    return [{"source": each.source, "cue": each.cue, "content": each.content} for each in found]


def scores(given: Sequence[Article], answers: Sequence[Sequence[Found]], paragraphs: Sequence[Item]) -> Scores:
    """How well the answers, one for each article, agree with what people marked."""
    sums: dict[str, list[int]] = {}
    for article, answer in zip(given, answers, strict=True):
        measure("quotes").count(as_marked(answer), article["attributions"], _tokens(article), sums)
    by_id = {article["id"]: as_marked(answer) for article, answer in zip(given, answers, strict=True)}
    spans = measure("spans")
    for item in paragraphs:
        gold, told = spans.labelled(item["labels"], item["offsets"]), spans.predicted(by_id[item["id"]], item["offsets"])
        for part in PARTS:
            row = sums.setdefault(f"{part} span", [0, 0, 0])
            for place, count in enumerate((len(gold[part] & told[part]), len(told[part]), len(gold[part]))):
                row[place] += count
    return _f1(sums)


def people(given: Iterable[Article]) -> tuple[Scores, int]:
    """How far annotators agree with each other, and in how many articles there are two: each pair of them is compared."""
    sums: dict[str, list[int]] = {}
    several = [article for article in given if len(article.get("attributions_by_annotator") or {}) > 1]
    for article in several:
        for one, other in itertools.combinations(article["attributions_by_annotator"].values(), 2):
            measure("quotes").count(one, other, _tokens(article), sums)
    return _f1(sums), len(several)


def paired(article: Article, answer: Sequence[Found]) -> dict[int, int]:
    """Number of an attribution that people marked -> number of the one in the answer that is the same, as `score/quotes.py` says."""
    quotes, tokens = measure("quotes"), _tokens(article)
    told = [(quotes.covered(each.source, tokens), quotes.covered(each.content, tokens)) for each in answer]
    taken: dict[int, int] = {}
    for number, marked in enumerate(article["attributions"]):
        source, content = quotes.covered(marked["source"], tokens), quotes.covered(marked["content"], tokens)
        for index, (its_source, its_content) in enumerate(told):
            same_source = its_source & source or not (its_source or source)
            if index in taken.values() or not (its_content and content and same_source):
                continue
            if len(its_content & content) / len(its_content | content) >= 0.5:
                taken[number] = index
                break
    return taken


def token_count(texts: Iterable[str]) -> int:
    """Tokens as the measures count them: words and signs."""
    return sum(1 for text in texts for _ in measure("quotes").TOKEN.finditer(text))


def _tokens(article: Article) -> list[tuple[int, int]]:
    return [token.span() for token in measure("quotes").TOKEN.finditer(article["text"])]


def _f1(sums: Mapping[str, Sequence[int]]) -> Scores:
    return {key: 2 * right / max(1, told + gold) for key, (right, told, gold) in sums.items()}
