"""How well and how fast attributions are found, on the dev split of PolNeAR: Octavo beside its tagger alone, rules, and people.

    python -m benchmarks.quotes [--times 3] [--no-speed]

The measures are `score/quotes.py` (token F1, exact-list F1, whole attributions) and `score/spans.py` (each span by its first and last word,
on the paragraphs that CofeNet is scored on), which lie beside the data. Everything is given twice: on the texts as they are, and without
their first paragraph, the headline, which an Octavo article's `text` does not hold. "People" is the agreement of annotators in the
articles of train and dev that have several.

Speed is that of the whole of `quotes` (spans, speakers, acts, occasions), loading left out, on one thread and on two: the median of
`--times`. Tokens are the pieces of words that the model reads; words and signs, as the measures count, are given beside them. The rate of
int8 matrices is measured in the same run, before and after: on a machine with other work compare only what stands in one run.

Needs the packages of the `benchmark` group and the data that `tests/shared.py` names. Rows whose model is missing say so.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks import acts, rule_quotes, speakers
from benchmarks.nearest import NearestFinder
from benchmarks.quote_scores import (
    PARTS,
    Article,
    Item,
    Scores,
    articles,
    headless,
    headless_items,
    items,
    paired,
    people,
    scores,
)
from benchmarks.quote_speed import speed
from octavo.analysis import Entity, Found
from octavo.attribution.spans.finder import Finder
from octavo.attribution.speakers.speakers import speakers as speakers_of
from octavo.language.model import ModelError
from octavo.language.sentences import sentences

Answers = list[tuple[tuple[Found, ...], tuple[Entity, ...]]]
"""For each text what was found, and its names."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: `find` takes texts, or is None where the model it needs is missing, for the reason `why`."""

    name: str
    find: Callable[[Sequence[str]], Answers] | None
    why: str = ""


def rows() -> list[Row]:
    """Octavo and the two baselines."""
    return [
        _with_model("Octavo", lambda: Finder().find),
        _with_model("its tagger, nearest source and content", lambda: NearestFinder().find),
        Row("rules", lambda texts: [(rule_quotes.find(text), ()) for text in texts]),
    ]


def _with_model(name: str, make: Callable[[], Callable[[Sequence[str]], Answers]]) -> Row:
    try:
        return Row(name, make())
    except ModelError as error:
        return Row(name, None, str(error))


def quality(found: Sequence[Row], given: Sequence[Article], paragraphs: Sequence[Item], agreed: Scores) -> str:
    """The table of scores, in Markdown."""
    heads = [*(f"{part} tokens" for part in PARTS), *(f"{part} lists" for part in PARTS), *(f"{part} spans" for part in PARTS)]
    keys = [f"{part} {measure}" for measure in ("token", "exact", "span") for part in PARTS]
    lines = [f"| {len(given)} articles, F1 | whole | {' | '.join(heads)} |", "| --- " * (len(heads) + 2) + "|"]
    for row in found:
        if row.find is None:
            lines.append(f"| {row.name} | no model |" + " |" * len(heads))
            continue
        told = scores(given, [answer for answer, _ in row.find([article["text"] for article in given])], paragraphs)
        lines.append(_line(row.name, told, keys))
    return "\n".join([*lines, _line("people, each with another", agreed, keys)])


def _line(name: str, told: Scores, keys: Sequence[str]) -> str:
    shown = (f"{told[key]:.3f}" if key in told else "–" for key in ("attribution", *keys))
    return f"| {name} | {' | '.join(shown)} |"


def meanings(found: Sequence[Row], given: Sequence[Article]) -> str:
    """Speakers, acts and occasions: from the spans that people marked, and speakers from the spans of each row too."""
    right, total = speakers.accuracy(speakers.with_human_spans())
    by_id = {article["id"]: article for article in given}
    labelled = acts.acts(by_id)
    lines = [
        "| from the spans of | speakers right | of those found |",
        "| --- | --- | --- |",
        f"| people | {right / total:.3f} of {total} | |",
    ]
    known = speakers.truth()
    for row in found:
        if row.find is None:
            continue
        read = [by_id[name] for name in known]
        predicted = {}
        for article, (answer, entities) in zip(read, row.find([article["text"] for article in read]), strict=True):
            who = speakers_of(article["text"], sentences(article["text"]), entities, answer)
            predicted[article["id"]] = {number: who[index] for number, index in paired(article, answer).items()}
        reached = {name: {n: names for n, names in numbers.items() if n in predicted[name]} for name, numbers in known.items()}
        (whole, total), (of_found, count) = speakers.accuracy(predicted), speakers.accuracy(predicted, reached)
        lines.append(f"| {row.name} | {whole / total:.3f} of {total} | {of_found / max(1, count):.3f} of {count} |")
    lines += ["", f"acts with their negation, from the spans of people: {labelled.recall:.2f} of {labelled.wanted}"]
    for name, counted in acts.occasions(by_id).items():
        lines.append(f"{name}, likewise: precision {counted.precision:.2f}, recall {counted.recall:.2f} of {counted.wanted}")
    return "\n".join(lines)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3, help="how many times each speed is measured")
    parser.add_argument("--no-speed", action="store_true", help="leave the speeds out")
    asked = parser.parse_args()
    found, dev = rows(), articles("dev")
    annotated = [*articles("train"), *dev]
    agreed, count = people(annotated)
    print(f"With the headline ({count} articles have several annotators):\n\n{quality(found, dev, items(), agreed)}")
    agreed, _ = people(map(headless, annotated))
    print(f"\nWithout it:\n\n{quality(found, [headless(each) for each in dev], headless_items(items(), dev), agreed)}")
    print(f"\n{meanings(found, dev)}")
    missing = next((row.why for row in found if row.find is None), None)
    if not asked.no_speed:
        print(f"\n{missing or speed(dev, asked.times)}")


if __name__ == "__main__":
    main()
