"""Counts in how many articles each word stands, and writes the table that `octavo.grouping.stories.terms` reads.

    python -m training.stories.frequencies NEWS.jsonl

NEWS.jsonl is what `training.news_text` gathers. A word in one article alone is as good as unknown and left out. The table holds numbers
that stand for words (little-endian, 4 bytes each), then for each, in the same order, how telling it is (a byte, in 25ths).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from math import log
from pathlib import Path

from octavo.grouping.stories import terms

OUT = Path(terms.__file__).parent / terms.TABLE
FEWEST = 2


def main() -> None:
    """Counts, writes, and says how many words there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    holders, articles = Counter[str](), 0
    with parser.parse_args().news.open(encoding="utf-8") as lines:
        for line in lines:
            holders.update(set(terms.words(json.loads(line)["text"])))
            articles += 1
    table = dict(sorted((terms.term(word), round(25 * log((articles + 1) / count))) for word, count in holders.items() if count >= FEWEST))
    numbers = b"".join(number.to_bytes(4, "little") for number in table)
    OUT.write_bytes(numbers + bytes(table.values()))
    print(f"{len(table):,} words of {articles:,} articles: {OUT}")


if __name__ == "__main__":
    main()
