"""How well acts and occasions are read from the spans that people marked, on attributions of the dev split that were read by eye.

    python -m benchmarks.acts

`acts_dev.json` and `occasions_dev.json` hold what was read, with a note on how; texts are in the data that `tests/shared.py` names. An
act is right when its negation is too. An occasion is found when its words overlap those that were marked; half of the attributions
asked about have none, so that the precision is that of such a mixture, and not of an article.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from octavo.analysis import Entity, EntityKind, Found, Occasion, Span
from octavo.attribution.acts.act import act
from octavo.attribution.occasions.occasion import occasion
from octavo.attribution.spans.quoting import as_quoted
from octavo.language.sentences import sentences
from tests.shared import FOLDER

HERE = Path(__file__).parent
DEV = FOLDER / "data" / "polnear-dev.jsonl.gz"
_KINDS: dict[str, EntityKind] = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many were wanted, how many were given, and how many of them were right."""

    wanted: int
    given: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was given that was right, 1 where nothing was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was given, 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0


def dev_articles() -> dict[str, dict[str, Any]]:
    """The dev split by article id."""
    with gzip.open(DEV, "rt", encoding="utf-8") as lines:
        return {article["id"]: article for article in map(json.loads, lines)}


def acts(articles: Mapping[str, Mapping[str, Any]]) -> Counted:
    """The acts, negation and all, of the attributions that were labelled."""
    rows = json.loads((HERE / "acts_dev.json").read_text("utf-8"))["attributions"]
    right = 0
    for row in rows:
        article = articles[row["article"]]
        right += act(article["text"], found(article, row["attribution"])) == (row["act"], row["negated"])
    return Counted(len(rows), len(rows), right)


def occasions(articles: Mapping[str, Mapping[str, Any]]) -> dict[str, Counted]:
    """By "occasion" whether there is one and it is that one; by "outlet", "addressee" and "date" whether that is right to the letter."""
    truth = json.loads((HERE / "occasions_dev.json").read_text("utf-8"))
    fields = ("outlet", "addressee", "date")
    tallies = {name: [0, 0, 0] for name in ("occasion", *fields)}
    for row in (*truth["with"], *truth["without"]):
        article = articles[row["article"]]
        said = _occasion(article, row["attribution"])
        right = said is not None and _overlaps(article["text"], said.text, row.get("text"))
        _tally(tallies["occasion"], "text" in row, said is not None, right)
        for name in fields:
            wanted = _wanted(article["text"], row.get(name))
            given = getattr(said, name, None)
            _tally(tallies[name], wanted is not None, given is not None, wanted is not None and wanted == (given and str(given)))
    return {name: Counted(*tally) for name, tally in tallies.items()}


def found(article: Mapping[str, Any], number: int) -> Found:
    """The spans that people marked for an attribution."""
    marked = article["attributions"][number]
    source, cue, content = (tuple((start, end) for start, end in marked[part]) for part in ("source", "cue", "content"))
    return Found(source, cue, content)


def _occasion(article: Mapping[str, Any], number: int) -> Occasion | None:
    text = article["text"]
    marked = sorted(tuple(entity) for entity in (article.get("silver") or {}).get("entities", []))
    entities = tuple(Entity(start, end, _KINDS[kind]) for start, end, kind in marked if kind in _KINDS)
    published = article["published"] and date.fromisoformat(article["published"][:10])
    return occasion(text, as_quoted(text, found(article, number)), sentences(text), entities, published)


def _overlaps(text: str, said: str, marked: Span | None) -> bool:
    """Whether the words stand in the text where some of those that were marked do."""
    if marked is None:
        return False
    start, end = marked
    return said in text[max(0, start - len(said) + 1) : end + len(said) - 1]


def _wanted(text: str, marked: Span | str | None) -> str | None:
    return marked if marked is None or isinstance(marked, str) else text[marked[0] : marked[1]]


def _tally(tally: list[int], wanted: bool, given: bool, right: bool) -> None:
    for place, counts in enumerate((wanted, given, right)):
        tally[place] += counts


def main() -> None:
    """Print the shares."""
    articles = dev_articles()
    labelled = acts(articles)
    print(f"acts       {labelled.right} of {labelled.wanted} right ({labelled.recall:.2f})")
    for name, counted in occasions(articles).items():
        shares = f"precision {counted.precision:.2f}  recall {counted.recall:.2f}"
        print(f"{name:10} {shares}  ({counted.right} right of {counted.given}, {counted.wanted} wanted)")


if __name__ == "__main__":
    main()
