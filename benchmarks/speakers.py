"""How many sources of the dev articles go to the right speaker.

    python -m benchmarks.speakers [--wrong]

The truth is `speakers_dev.json` (its note says how it was made): for each attribution with a source the fullest name that the article
gives. A name is right when it is that name up to titles, leading articles, quotation marks and case. With the annotators' own spans and the
CoreNLP entities of the same files; `accuracy` also takes what was predicted, attribution by attribution.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from octavo.analysis import Entity, EntityKind, Found, Span, Speaker
from octavo.attribution.speakers.speakers import speakers
from octavo.attribution.speakers.wording import plain
from octavo.attribution.speakers.words import HONORIFICS, TITLES
from octavo.language.sentences import sentences
from tests.shared import FOLDER

TRUTH = Path(__file__).with_name("speakers_dev.json")
_KINDS: dict[str, EntityKind] = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
_MARKS = re.compile(r"[\"“”‘«».,]|['’](?=s\b)|(?<=s)['’](?=\s|$)")
_SPACE = re.compile(r"\s+")
_TITLED = (TITLES | HONORIFICS.keys()) - {"house", "state", "senate", "republican", "democrat", "conservative", "independent", "labour"}

Truth = dict[str, dict[int, tuple[str, ...]]]


def truth() -> Truth:
    """article -> number of the attribution -> the names that are right."""
    articles = json.loads(TRUTH.read_text(encoding="utf-8"))["articles"]
    return {
        article: {int(number): (names,) if isinstance(names, str) else tuple(names) for number, names in numbers.items()}
        for article, numbers in articles.items()
    }


def bare(name: str | None) -> str:
    """A name to be compared: without titles before it, articles, marks and case."""
    words = _SPACE.split(_MARKS.sub(" ", (name or "").replace("’", "'")).casefold().strip())
    while len(words) > 1 and (words[0] in ("the", "a", "an") or (len(words) > 2 and plain(words[0]) in _TITLED) or words[0] in HONORIFICS):
        words = words[1:]
    return " ".join(words)


def is_right(name: str | None, names: Sequence[str]) -> bool:
    """Whether a name is one of those."""
    return bare(name) in {bare(each) for each in names}


def articles(split: str = "dev") -> Iterator[dict[str, Any]]:
    """The articles of a split, as the file has them."""
    with gzip.open(FOLDER / "data" / f"polnear-{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def spans(lists: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """Pairs from JSON as spans."""
    return tuple((start, end) for start, end in lists)


def by_people(article: Mapping[str, Any]) -> tuple[Speaker, ...]:
    """The speakers of an article, from the spans that people marked."""
    entities = [Entity(start, end, _KINDS[kind]) for start, end, kind in article["silver"]["entities"] if kind in _KINDS]
    found = [Found(spans(each["source"]), spans(each["cue"]), spans(each["content"])) for each in article["attributions"]]
    return speakers(article["text"], sentences(article["text"]), entities, found)


def accuracy(predicted: Mapping[str, Mapping[int, Speaker]], right: Truth | None = None) -> tuple[int, int]:
    """(right, all) over the attributions of the truth; those that are not predicted count as wrong.

    `predicted` is article -> number of the attribution in the file -> speaker.
    """
    known = truth() if right is None else right
    pairs = [(predicted.get(article, {}).get(number), names) for article, numbers in known.items() for number, names in numbers.items()]
    return sum(speaker is not None and is_right(speaker.name, names) for speaker, names in pairs), len(pairs)


def with_human_spans() -> dict[str, dict[int, Speaker]]:
    """The speakers of the articles of the truth, from the spans that people marked."""
    known = truth()
    return {article["id"]: dict(enumerate(by_people(article))) for article in articles() if article["id"] in known}


def wrong(predicted: Mapping[str, Mapping[int, Speaker]]) -> str:
    """The attributions whose speaker is not the right one, a line each."""
    return "\n".join(
        f"  {article} {number}: {speaker.name if speaker else None!r}, right is {' or '.join(names)!r}"
        for article, numbers in truth().items() for number, names in numbers.items()
        if (speaker := predicted.get(article, {}).get(number)) is None or not is_right(speaker.name, names)
    )


def main() -> None:
    """Prints the share right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="name those that are wrong")
    asked = parser.parse_args()
    predicted = with_human_spans()
    right, total = accuracy(predicted)
    print(f"speakers, from the spans that people marked: {right} of {total} right ({right / total:.3f})")
    if asked.wrong:
        print(wrong(predicted))


if __name__ == "__main__":
    main()
