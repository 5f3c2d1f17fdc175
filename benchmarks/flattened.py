"""Reads real pages back from plain text: how much of the main article's body is found when a page is flattened in three ways.

    python -m benchmarks.flattened [--worst 5]

The ways: resiliparse's `extract_plain_text(main_content=False)`, inscriptis, and each block element's text on a line of its own. Scores are
4-gram shingles (`benchmarks.shingles`). The baselines keep every line, or every line of at least 20 words. Needs the packages of the
`benchmark` group and the pages that `tests/shared.py` names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from inscriptis import get_text
from lxml import html as lxml_html
from resiliparse.extract.html2text import extract_plain_text

from benchmarks.shingles import Score, mean, score
from octavo.article import Page
from octavo.decode import decode
from octavo.reading.finish import finish
from octavo.reading.flat import read_flat
from octavo.reading.flat.model import Model
from tests.shared import FOLDER

LONG_LINE = 20
FETCHED = datetime(2019, 11, 20, 12, tzinfo=UTC)
"""When the pages were saved, about; nothing scored here depends on it."""

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li",
    "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "textarea"))


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page with the text of its article as a person marked it."""

    name: str
    url: str
    html: str
    truth: str


@cache
def pages() -> tuple[SavedPage, ...]:
    """The pages of article-extraction-benchmark that lie beside the repository."""
    folder = FOLDER / "data/pages"
    truths = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return tuple(
        SavedPage(name, truth["url"], decode(gzip.decompress((folder / f"html/{name}.html.gz").read_bytes()), None), truth["articleBody"])
        for name, truth in sorted(truths.items())
    )


def tokens_of(text: str) -> list[str]:
    """The words of a text as the scores count them."""
    return re.findall(r"\w+", text)


def block_lines(html: str) -> str:
    """The text of each block element on a line of its own, without bullets or blank lines."""
    root = lxml_html.document_fromstring(html)
    parts: list[str] = []
    rest: list[object] = [root]
    while rest:
        item = rest.pop()
        if isinstance(item, str):
            parts.append(item)
        elif isinstance(item, lxml_html.HtmlElement) and isinstance(item.tag, str) and item.tag not in _UNSEEN:
            edge = "\x1e" if item.tag in _BLOCKS else ""
            inner: list[object] = [edge, item.text or ""]
            for child in item:
                inner += [child, child.tail or ""]
            rest += reversed([*inner, edge])
    lines = (" ".join(line.split()) for line in "".join(parts).split("\x1e"))
    return "\n".join(line for line in lines if line)


WAYS: dict[str, Callable[[str], str]] = {
    "resiliparse": lambda html: str(extract_plain_text(html, main_content=False)),
    "inscriptis": lambda html: str(get_text(html)),
    "one block a line": block_lines,
}


def everything(text: str) -> str:
    """The baseline that keeps all."""
    return text


def long_lines(text: str) -> str:
    """The baseline that keeps lines of at least `LONG_LINE` words."""
    return "\n".join(line for line in text.splitlines() if len(line.split()) >= LONG_LINE)


def octavo(text: str, model: Model | None = None) -> str:
    """The body of the main article as Octavo reads it, empty where it finds none."""
    page = Page(text.encode(), FETCHED)
    drafts = read_flat(text, page) if model is None else read_flat(text, page, model)
    article = finish(drafts[0], FETCHED) if drafts else None
    return article.text if article else ""


def scores(reader: Callable[[str, str], str]) -> dict[str, dict[str, Score]]:
    """way -> page -> score, for a reader that is given the flattened text and the page's name."""
    return {way: {page.name: score(page.truth, reader(flatten(page.html), page.name)) for page in pages()} for way, flatten in WAYS.items()}


def report(models: Mapping[str, Model] | None = None, worst: int = 0) -> str:
    """The table as text; `models` gives each page the model to read it with (for cross-validation)."""
    readers: dict[str, Callable[[str, str], str]] = {
        "everything": lambda text, _: everything(text),
        f"lines of {LONG_LINE} words": lambda text, _: long_lines(text),
        "octavo": lambda text, name: octavo(text, models[name] if models else None),
    }
    head = "  ".join(f"{way:>22}" for way in WAYS)
    out = [f"{'body F1 (precision, recall)':<28}{head}  {'mean F1':>8}  {'pages/s':>8}"]
    last: dict[str, dict[str, Score]] = {}
    for name, reader in readers.items():
        texts = {way: [flatten(page.html) for page in pages()] for way, flatten in WAYS.items()}
        began = time.perf_counter()
        for found in texts.values():
            for page, text in zip(pages(), found, strict=True):
                reader(text, page.name)
        rate = len(pages()) * len(WAYS) / (time.perf_counter() - began)
        last = scores(reader)
        means = [mean(by_page.values()) for by_page in last.values()]
        cells = "  ".join(f"{f'{m.f1:.4f} ({m.precision:.3f}, {m.recall:.3f})':>22}" for m in means)
        out.append(f"{name:<28}{cells}  {sum(m.f1 for m in means) / len(means):8.4f}  {rate:8.0f}")
    out += _worst(last, worst)
    return "\n".join(out)


def _worst(by_way: Mapping[str, Mapping[str, Score]], count: int) -> Sequence[str]:
    averages = {page.name: sum(found[page.name].f1 for found in by_way.values()) / len(by_way) for page in pages()}
    rows = []
    for name in sorted(averages, key=averages.__getitem__)[:count]:
        cells = ", ".join(f"{way} {found[name].precision:.2f}/{found[name].recall:.2f}" for way, found in by_way.items())
        rows.append(f"  {name[:8]}  F1 {averages[name]:.3f}  precision/recall: {cells}")
    return ["worst pages:", *rows] if rows else []


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst pages to name")
    print(report(worst=parser.parse_args().worst))


if __name__ == "__main__":
    main()
