"""How well pages are read: the article's body out of real HTML pages, beside other programs, and out of the same pages flattened.

    python -m benchmarks.reading [--rounds 5] [--worst 5] [--no-flattened]

Scores are 4-gram shingles (`benchmarks.shingles`), precision and recall averaged over pages and F1 of the two means, as
article-extraction-benchmark counts them. Every program gets the same HTML strings in the same run. For Octavo the whole way is scored and
timed: `read_html` and `finish`. What is scored is the body as Octavo prints it, **the dateline and then the paragraphs**: the truth holds
the dateline ("NEW YORK (Reuters) -") as the start of the first paragraph, and Octavo keeps it apart. Credit lines ("Reporting by ...") are
not counted as printed body, nor does the truth hold them. Pages per second is the median over rounds in which the programs take
turns, so that a busy machine slows them alike.

Needs the packages of the `benchmark` group and the pages that `tests/shared.py` names.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

import newspaper
import readability
import trafilatura
from lxml import html as lxml_html
from resiliparse.extract.html2text import extract_plain_text

from benchmarks import flattened
from benchmarks.flattened import SavedPage, pages
from benchmarks.shingles import Score, mean, score
from octavo.article import Article, Page
from octavo.reading.finish import finish
from octavo.reading.html import read_html

FETCHED = datetime(2019, 11, 20, 12, tzinfo=UTC)
"""When the pages were saved, about; nothing scored here depends on it."""


def printed(article: Article) -> str:
    """The body as it is printed: the dateline and the paragraphs."""
    lead = article.dateline
    words = [lead.place, f"({lead.agency})" if lead.agency else ""] if lead else []
    return " ".join([*words, article.text])


def octavo(page: SavedPage) -> str:
    """The body by Octavo, empty where it finds no article."""
    drafts = read_html(page.html, Page(b"", FETCHED, page.url))
    article = finish(drafts[0], FETCHED) if drafts else None
    return printed(article) if article else ""


def by_trafilatura(page: SavedPage) -> str:
    """The body by trafilatura as it comes, without comments."""
    return trafilatura.extract(page.html, include_comments=False) or ""


def by_trafilatura_precise(page: SavedPage) -> str:
    """The body by trafilatura when asked to rather leave out than keep."""
    return trafilatura.extract(page.html, include_comments=False, favor_precision=True) or ""


def by_newspaper(page: SavedPage) -> str:
    """The body by newspaper4k, which may fetch nothing."""
    article = newspaper.Article(page.url, fetch_images=False)
    article.download(input_html=page.html)
    article.parse()
    return str(article.text)


def by_readability(page: SavedPage) -> str:
    """The body by readability-lxml: its summary's text."""
    return "\n".join(map(str, lxml_html.fromstring(readability.Document(page.html).summary()).itertext()))


def by_resiliparse(page: SavedPage) -> str:
    """The body by resiliparse's main content extraction."""
    return str(extract_plain_text(page.html, main_content=True, alt_texts=False))


READERS: dict[str, Callable[[SavedPage], str]] = {
    "Octavo": octavo,
    f"trafilatura {version('trafilatura')}": by_trafilatura,
    "trafilatura, favor_precision": by_trafilatura_precise,
    f"newspaper4k {version('newspaper4k')}": by_newspaper,
    f"readability-lxml {version('readability-lxml')}": by_readability,
    f"resiliparse {version('resiliparse')}": by_resiliparse,
}


def scores(reader: Callable[[SavedPage], str]) -> dict[str, Score]:
    """page -> score."""
    return {page.name: score(page.truth, reader(page)) for page in pages()}


def rates(rounds: int) -> dict[str, float]:
    """reader -> pages per second, the median of `rounds`."""
    seconds: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(rounds):
        for name, reader in READERS.items():
            began = time.perf_counter()
            for page in pages():
                reader(page)
            seconds[name].append(time.perf_counter() - began)
    return {name: len(pages()) / statistics.median(taken) for name, taken in seconds.items()}


def table(rounds: int) -> str:
    """The readers, one a line, in Markdown."""
    found = {name: mean(scores(reader).values()) for name, reader in READERS.items()}
    speed = rates(rounds)
    lines = [f"| {len(pages())} pages | F1 | precision | recall | pages/s |", "| --- | --- | --- | --- | --- |"]
    for name in sorted(found, key=lambda name: -found[name].f1):
        row = found[name]
        lines.append(f"| {name} | {row.f1:.4f} | {row.precision:.4f} | {row.recall:.4f} | {speed[name]:.0f} |")
    return "\n".join(lines)


def worst(count: int) -> str:
    """The pages that Octavo reads worst."""
    found = scores(octavo)
    urls = {page.name: page.url for page in pages()}
    names = sorted(found, key=lambda name: found[name].f1)[:count]
    return "\n".join(f"  {found[n].f1:.3f} (precision {found[n].precision:.3f}, recall {found[n].recall:.3f}) {urls[n]}" for n in names)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how many times every program reads all pages for its speed")
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst pages to name")
    parser.add_argument("--no-flattened", action="store_true", help="leave out the table of flattened pages")
    asked = parser.parse_args()
    print(table(asked.rounds))
    print(f"\nworst pages by Octavo:\n{worst(asked.worst)}")
    if not asked.no_flattened:
        print(f"\nflattened pages:\n{flattened.report(worst=asked.worst)}")


if __name__ == "__main__":
    main()
