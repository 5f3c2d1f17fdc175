"""One library, asked for pages by `benchmarks.pages` in a process of its own: a request a line in, what it took a line out."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

from benchmarks.pages_text import LARGEST, names, vocabulary

SOME = 200
"""Different addresses of a kind of page."""
COMMON, RARE = slice(0, 12), slice(9_000, 9_200)
"""Words that stand in one of four articles and more, and in one of hundreds and less."""

Asking = Callable[[int], str]


def main() -> None:
    """Open the library that the environment names, fill it where it is empty, and answer until the input ends."""
    size = int(sys.argv[1])
    from octavo.site.library.opening import open_library

    open_library(backup=False)
    from octavo.site.library.models import Article

    if not Article.objects.exists():
        from benchmarks.pages_library import build

        build(size, lambda line, **_: print(line, file=sys.stderr, flush=True))
    from benchmarks.pages_readers import populate

    populate(size)
    _answer(size)


def _answer(size: int) -> None:
    from django.conf import settings
    from django.db import connection

    settings.LOOPBACK = True
    # One process per library asks as one after the other does: without the waiting of a pool, as a worker of the site asks.
    pages, clients = addresses(size), {"": _client(), "muting": _muting()}
    print(json.dumps({"ready": True}), flush=True)
    counted: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        counted.append(sql)
        return execute(sql, *rest)

    for line in sys.stdin:
        kind, number = json.loads(line)
        address, client = pages[kind](number), clients["muting" if "mutes" in kind else ""]
        if "change" in kind:
            from octavo.site.library.state import renew_state

            renew_state()
        counted.clear()
        with connection.execute_wrapper(count):
            began = perf_counter()
            answer = client.get(address) if address.startswith("/") else rivals()[address.split(" ", 1)[0]](address.split(" ", 1)[1])
            took = perf_counter() - began
        status = getattr(answer, "status_code", 200)
        told = {"ms": 1_000 * took, "queries": len(counted), "kB": len(getattr(answer, "content", b"")) / 1_000, "status": status}
        print(json.dumps({**told, "address": address}), flush=True)


def _client() -> Any:
    from django.test import Client

    return Client(headers={"host": "localhost"})


def _muting() -> Any:
    """A reader with mutes and follows, signed in from elsewhere."""
    from django.test import Client

    from octavo.site.readers.models import User

    client = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    client.force_login(User.objects.filter(is_superuser=False).order_by("pk")[0])
    return client


def addresses(size: int) -> dict[str, Asking]:
    """What each kind of page is asked at: of any kind the addresses of all ages of the library in turn, always in the same order."""
    from octavo.site.library.models import Article, Speaker, Story

    chance = random.Random(4)
    newest = list(Article.objects.order_by("-pk").values_list("pk", flat=True)[:SOME])
    any_article = [chance.randrange(1, size + 1) for _ in range(SOME)]
    stories = Story.objects.filter(specimen__in=[False])
    last = stories.order_by("-pk").values_list("pk", flat=True)[0]
    drawn = {chance.randrange(1, last + 1) for _ in range(4 * SOME)}
    small = sorted(stories.filter(pk__in=drawn, size__lte=5).values_list("pk", flat=True))
    large = list(stories.filter(size__gte=LARGEST // 20).order_by("-last").values_list("pk", flat=True)[:5])
    often = list(Speaker.objects.order_by("-total", "pk").values_list("pk", flat=True)[:20])
    seldom = list(Speaker.objects.filter(total__lte=20).order_by("-pk").values_list("pk", flat=True)[:SOME])
    for drawn_numbers in (small, seldom):
        chance.shuffle(drawn_numbers)
    words, people = vocabulary()[0], names()[0]
    common, rare = words[COMMON], words[RARE]
    pairs = [(chance.choice(words[:400]), chance.choice(words[:3_000])) for _ in range(SOME)]

    def each(some: list[Any], path: str) -> Asking:
        return lambda number: path.format(some[number % len(some)])

    sections = ["world", "politics", "business", "science", "culture", "sport"]
    return {
        "front": lambda _: "/",
        "front, with mutes": lambda _: "/",
        "front after a change": lambda _: "/",
        "front after a change, with mutes": lambda _: "/",
        "section": each(sections, "/section/{}/"),
        "article of the day": each(newest, "/article/{}/"),
        "article of any age": each(any_article, "/article/{}/"),
        "small story": each(small, "/story/{}/"),
        "large story": each(large, "/story/{}/"),
        "speaker heard often": each(often, "/speakers/{}/"),
        "speaker heard seldom": each(seldom, "/speakers/{}/"),
        "speakers": lambda _: "/speakers/",
        "to read, with mutes": lambda _: "/reading/",
        "to read, nothing read": lambda _: "/reading/",
        "saved": lambda _: "/reading/saved/",
        "sources": lambda _: "/sources/",
        "search: rare word": each(rare, "/search/?q={}"),
        "search: common word": each(common, "/search/?q={}"),
        "search: two words": lambda number: "/search/?q={}+{}".format(*pairs[number % SOME]),
        "search: who, where, when": lambda number: [
            f"/search/?q=said:%22{people[number % 50].replace(' ', '+')}%22+{common[number % 12]}",
            f"/search/?q=publisher:%22Paper+{1 + number % 70}%22+{common[number % 12]}",
            f"/search/?q={pairs[number % SOME][0]}+before:2026-02-2{number % 9}+after:2026-02-1{number % 9}",
            f"/search/?q=%22{common[number % 12]}+{common[(number + 1) % 12]}%22+has:copies+-{rare[number % 50]}",
        ][number % 4],
        "rival: common word, all ranked": each(common, "ranked {}"),
        "rival: 50 articles from the middle, by OFFSET": lambda _: f"offset {size // 2}",
    }


def rivals() -> dict[str, Callable[[str], Any]]:
    """What is usually done: all articles that have a word put in order by a ranking of the database; pages by counting from the first."""
    from django.db import connection

    def asked(statement: str, *values: Any) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()

    def ranked(word: str) -> Any:
        if connection.vendor == "sqlite":
            return asked("SELECT rowid FROM library_search WHERE library_search MATCH %s ORDER BY rank LIMIT 20", f'"{word}"')
        query = "plainto_tsquery('english', %s)"
        return asked(f"SELECT key FROM library_search WHERE words @@ {query} ORDER BY ts_rank(words, {query}) DESC LIMIT 20", word, word)

    def offset(number: str) -> Any:
        newest = "SELECT id, headline FROM library_article WHERE NOT specimen ORDER BY ranked DESC, id DESC"
        return asked(f"{newest} LIMIT 50 OFFSET %s", int(number))

    return {"ranked": ranked, "offset": offset}


if __name__ == "__main__":
    main()
