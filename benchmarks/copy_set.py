"""The articles that `benchmarks.copies` tells apart: real ones, what newsrooms make of them, and look-alikes; with the truth.

From PolNeAR's training articles (Newell, Margolin, Ruths 2018) beside the repository, without their first paragraph, which is the
headline there. Articles that are in that set twice (the same paper's print and web editions) are taken once.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from benchmarks.newsroom import EDITS, MILD, Paragraphs, count, joined, noted, quoting, several, with_background

SHARES = (0.55, 0.65, 0.8)
"""How much of a joined text comes from its larger part."""
BORROWED = (0.15, 0.3)
"""How much of a look-alike is another's quotations or background."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article. `text` is of one origin, `origin` (an id) says which; `besides`: the origin that a joined text's smaller part is from;
    `edit` says what was done to it, "" for an article as it was written."""

    id: str
    text: str = field(repr=False)
    origin: str
    edit: str = ""
    besides: str = ""


def articles(path: Path) -> dict[str, Paragraphs]:
    """Id -> paragraphs of the real articles of at least 60 words that are nobody's copies."""
    found: dict[str, Paragraphs] = {}
    seen: dict[int, str] = {}
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            paragraphs = [" ".join(part.split()) for part in row["text"].split("\n\n")[1:] if part.strip()]
            words = " ".join(paragraphs).lower().split()
            runs = {crc32(" ".join(words[at : at + 8]).encode()) for at in range(len(words) - 7)}
            holders = [seen[run] for run in runs if run in seen]
            if len(words) < 60 or any(holders.count(name) > 0.25 * len(runs) for name in set(holders)):
                continue
            seen |= {run: row["id"] for run in runs if run not in seen}
            found[row["id"]] = paragraphs
    return found


def half(found: dict[str, Paragraphs], which: int) -> dict[str, Paragraphs]:
    """Half 0, on which thresholds may be chosen, or half 1, which is reported."""
    return {name: paragraphs for name, paragraphs in found.items() if crc32(name.encode()) % 2 == which}


def make(found: dict[str, Paragraphs], seed: int) -> list[Item]:
    """Real articles -> all items in random order of arrival. A seventh of the articles borrows, a seventh carries a paper's note."""
    chance = random.Random(seed)
    names = sorted(found)
    texts = {name: _alike(name, found, names, chance) for name in names}
    items = [Item(name, "\n\n".join(texts[name]), name) for name in names]
    for name in names:
        for number, edit in enumerate((*chance.sample(list(EDITS), 2), "")):
            done = edit or " + ".join(chance.sample(MILD, 3))
            text = several(done.split(" + "))(texts[name], chance)
            items.append(Item(f"{name}/{number}", "\n\n".join(text), name, edit or "three of these"))
    for number in range(len(names) // 5):
        first, second = chance.sample(names, 2)
        share = SHARES[number % len(SHARES)]
        text = joined(texts[first], texts[second], share)
        items.append(Item(f"joined/{number}", "\n\n".join(text), first, f"joined, {share:.0%} from one", second))
    chance.shuffle(items)
    return items


def _alike(name: str, found: dict[str, Paragraphs], names: Sequence[str], chance: random.Random) -> Paragraphs:
    paragraphs, other = found[name], found[chance.choice(names)]
    way = chance.randrange(7)
    if other is paragraphs or count(paragraphs) < 100:
        return paragraphs
    if way == 0:
        return chance.choice((quoting, with_background))(paragraphs, other, chance.choice(BORROWED))
    return noted(paragraphs) if way == 1 else paragraphs
