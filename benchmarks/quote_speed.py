"""How fast attributions are found and read, and what share of the machine's raw rate of int8 matrices that is."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from benchmarks import int8
from benchmarks.quote_scores import Article, token_count
from octavo.attribution.analyse import analyse
from octavo.attribution.spans.finder import Finder
from octavo.language.files import FOLDER, NETWORK, TABLES, VOCABULARY
from octavo.language.model import Model

_HEADS = ("threads", "pieces/s", "words and signs/s", "articles/s", "finding alone", "int8, GOP/s", "share of it", "finding's share")


def speed(given: Sequence[Article], times: int) -> str:
    """What Octavo reads in a second on one thread and on two, each the median of `times`, in Markdown.

    The share is what the matrices of the network that multiply by constants need for each piece, over the rate that int8 matrices were
    multiplied at before and after.
    """
    texts = [article["text"] for article in given]
    days = [date.fromisoformat(article["published"][:10]) for article in given]
    wordpiece = Model().wordpiece
    pieces, words = sum(len(wordpiece.cut(text)) for text in texts), token_count(texts)
    weights = int8.weights(FOLDER / NETWORK)
    size = sum((FOLDER / name).stat().st_size for name in (NETWORK, VOCABULARY, TABLES))
    lines = [
        f"The model: {size / 1e6:.1f} MB, {weights / 1e6:.1f} million weights in matrices. {pieces:,} pieces, {words:,} words and signs.",
        "",
        f"| {' | '.join(_HEADS)} |",
        "| --- " * len(_HEADS) + "|",
    ]
    for threads in (1, 2):
        finder = Finder(threads=threads)
        before = int8.rate(threads, times)
        whole = _seconds(partial(analyse, texts, days, finder), times)
        finding = _seconds(partial(finder.find, texts), times)
        rate = statistics.mean((before, int8.rate(threads, times)))
        per_second = (f"{count / whole:,.0f}" for count in (pieces, words))
        shares = (f"{2 * weights * pieces / taken / rate:.2f}" for taken in (whole, finding))
        cells = [str(threads), *per_second, f"{len(texts) / whole:.1f}", f"{pieces / finding:,.0f}", f"{rate / 1e9:.0f}", *shares]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _seconds(work: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)
