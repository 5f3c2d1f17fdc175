"""What was measured of pages -> the table of docs/benchmarks/pages.md, and the mix of requests that stands behind its sum. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

AIM = 2.0
"""The p95 of the largest library as a share of the smallest one's, at most."""

MIX: Mapping[str, int] = {
    "front": 20,
    "front, with mutes": 8,
    "front after a change": 3,
    "front after a change, with mutes": 2,
    "section": 8,
    "article of the day": 16,
    "article of any age": 6,
    "small story": 8,
    "large story": 3,
    "speaker heard often": 3,
    "speaker heard seldom": 3,
    "speakers": 2,
    "to read, with mutes": 3,
    "to read, nothing read": 1,
    "saved": 2,
    "sources": 2,
    "search: rare word": 3,
    "search: common word": 2,
    "search: two words": 3,
    "search: who, where, when": 2,
    "rival: common word, all ranked": 0,
    "rival: 50 articles from the middle, by OFFSET": 0,
}
"""How many of a hundred requests are for each kind of page."""


class Library(NamedTuple):
    """A generated library: "sqlite" or "postgresql", and how many articles it has."""

    database: str
    size: int


Measured = dict[str, dict[Library, list[dict[str, Any]]]]
"""By kind of page and library, what each request took: {"ms", "queries", "kB"}."""


def table(measured: Measured) -> str:
    """A table for each database: p50 and p95 in milliseconds by size, how often the largest has the smallest one's, queries."""
    libraries = list(next(iter(measured.values())))
    return "\n\n".join(_table(database, measured) for database in dict.fromkeys(each.database for each in libraries))


def _table(database: str, measured: Measured) -> str:
    sizes = sorted({library.size for library in next(iter(measured.values())) if library.database == database})
    name = "SQLite" if database == "sqlite" else "PostgreSQL"
    lines = [
        f"## {name}", "",
        f"| | of 100 | {' | '.join(f'{size:,}' for size in sizes)} | p50 | p95 | queries |",
        f"| --- | --- | {' | '.join('---' for _ in sizes)} | --- | --- | --- |",
    ]
    for kind, by_library in measured.items():
        rows = [by_library[Library(database, size)] for size in sizes]
        queries = max(row["queries"] for some in rows for row in some)
        told = [[(row["ms"], 1.0) for row in some] for some in rows]
        lines.append(_line(kind, str(MIX[kind] or ""), told, str(queries)))
    mixed = [
        [
            (row["ms"], MIX[kind] / len(by_library[Library(database, size)]))
            for kind, by_library in measured.items() if MIX[kind] for row in by_library[Library(database, size)]
        ]
        for size in sizes
    ]
    if all(mixed):
        lines.append(_line("**all, as mixed**", "100", mixed, ""))
    return "\n".join(lines)


def _line(kind: str, share: str, told: list[list[tuple[float, float]]], queries: str) -> str:
    pairs = [(at(each, 0.5), at(each, 0.95)) for each in told]
    cells = " | ".join(f"{middle:.1f} / {high:.1f}" for middle, high in pairs)
    ratios = " | ".join(f"{last / first:.2f}" for first, last in zip(pairs[0], pairs[-1], strict=True))
    return f"| {kind} | {share} | {cells} | {ratios} | {queries} |"


def at(weighed: Iterable[tuple[float, float]], share: float) -> float:
    """The value below which that share of the weight lies."""
    ordered = sorted(weighed)
    left = share * sum(weight for _, weight in ordered)
    for value, weight in ordered:
        left -= weight
        if left <= 0:
            return value
    return ordered[-1][0]
