"""Libraries of any size for `benchmarks.pages`: generated rows, written in bulk, in the tables, indexes and triggers of a real one.

What is short: a text has about 100 words, a fetched page no body, an article no sketch (copies are told by their rows). A minute lies
between two articles, so that a million are two years. What grows with time grows: pages, days of sources, speakers, stories, visits.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from benchmarks.pages_text import PAPERS, Piece, Shape, block

LAST = datetime(2026, 3, 3, 12, tzinfo=UTC)
FEEDS = 120
A_PAGE = 25
"""Articles of a fetched page."""
READERS = 6
SEEN = 0.02
"""So many stories a reader has looked at."""


class Table:
    """Rows of one table that wait to be written, by the names of their columns; what is not given is as Django has it by itself."""

    def __init__(self, model: Any, /, **common: Any) -> None:
        from django.db import connection
        from django.db.models import JSONField

        self.model, self._sqlite = model, connection.vendor == "sqlite"
        fields = model._meta.concrete_fields
        self._json = {field.attname for field in fields if isinstance(field, JSONField)}
        self._base = {field.attname: common.get(field.attname, field.get_default()) for field in fields}
        self._base = {name: self._fit(name, value) for name, value in self._base.items()}
        self._columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
        self._rows: list[tuple[Any, ...]] = []

    def add(self, **values: Any) -> None:
        """One more row."""
        self._rows.append(tuple((self._base | {name: self._fit(name, value) for name, value in values.items()}).values()))

    def _fit(self, name: str, value: Any) -> Any:
        if name in self._json:
            return None if value is None else json.dumps(value, ensure_ascii=False)
        if self._sqlite and isinstance(value, date):
            return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ") if isinstance(value, datetime) else value.isoformat()
        return value

    def write(self) -> None:
        """Write what waits, in one go."""
        from django.db import connection

        if not self._rows:
            return
        connection.ensure_connection()
        raw: Any = connection.connection
        table = connection.ops.quote_name(self.model._meta.db_table)
        if connection.vendor == "sqlite":
            marks = ", ".join("?" * len(self._base))
            raw.executemany(f"INSERT INTO {table} ({self._columns}) VALUES ({marks})", self._rows)
        else:
            with raw.cursor() as cursor, cursor.copy(f"COPY {table} ({self._columns}) FROM STDIN") as copy:
                for row in self._rows:
                    copy.write_row(row)
        self._rows.clear()


class Filling:
    """Fills an empty library with so many articles, a block in a transaction, the oldest first."""

    def __init__(self, size: int, shape: Shape = Shape(), feeds: int = FEEDS, readers: int = READERS) -> None:  # noqa: B008 - frozen
        from octavo.site.library import models
        from octavo.site.readers.models import StoryVisit

        self.size, self.shape, self.blocks = size, shape, size // shape.block
        self.feeds, self.readers = feeds, readers
        self.pages = Table(models.FetchedPage, name="feed", complete=True, body=b"")
        self.articles = Table(models.Article, language="en")
        self.places = Table(models.Place, waiting=False)
        self.analyses = Table(models.Analysis, model="bench")
        self.stories = Table(models.Story)
        self.speakers = Table(models.Speaker, kind="person", roles=[["spokesman", ""]])
        self.statements = Table(models.Statement, act="say", form="direct", kind="person")
        self.briefs = Table(models.StoryBrief, mark="bench", maker="bench", made=LAST)
        self.visits = Table(StoryVisit)
        self.known: dict[str, int] = {}
        self.story = self.statement = self.visit = 0

    def fill(self) -> Iterator[int]:
        """Write it; gives the number of articles that are there after each block."""
        from django.db import transaction

        with transaction.atomic():
            self._ground()
        for number in reversed(range(self.blocks)):
            with transaction.atomic():
                self._block(block(number, self.shape), (self.blocks - 1 - number) * self.shape.block)
                # Whoever is referred to comes first.
                for table in _tables(self):
                    table.write()
            yield (self.blocks - number) * self.shape.block
        _count_speakers()
        go_on_counting([table.model for table in _tables(self)])

    def _ground(self) -> None:
        from octavo.site.library import models
        from octavo.site.readers.models import User

        papers, feeds, days, readers = Table(models.Publisher), Table(models.Source, kind="feed"), Table(models.SourceDay), Table(User)
        for paper in range(1, PAPERS + 1):
            papers.add(id=paper, name=f"Paper {paper}")
        number, first = 0, min(400, self.size // 1440 + 1)
        for feed in range(1, self.feeds + 1):
            feeds.add(id=feed, address=f"https://paper{feed}.example/feed", title=f"Paper {feed}", added=LAST, interval=3600, fetched=LAST)
            for day in range(first):
                number += 1
                days.add(id=number, source_id=feed, day=(LAST - timedelta(days=day)).date(), articles=12)
        taken = User.objects.count()
        for reader in range(taken + 1, taken + self.readers + 1):
            readers.add(id=reader, username=f"reader{reader}", password="!", is_active=True, date_joined=LAST)
        for table in (papers, feeds, days, readers):
            table.write()
        models.Choice.objects.update_or_create(name="state", defaults={"value": "bench"})

    def _block(self, pieces: list[Piece], before: int) -> None:
        from octavo.briefing.speaking.joining import fold
        from octavo.folding import plain

        numbers: dict[int, int] = {}
        members: dict[int, list[int]] = {}
        for place, piece in enumerate(pieces):
            members.setdefault(piece.story, []).append(place)
        for story in members:
            self.story += 1
            numbers[story] = self.story
        for place, piece in enumerate(pieces):
            pk = before + place + 1
            when = LAST - timedelta(minutes=self.size - pk)
            if place % A_PAGE == 0:
                feed = 1 + pk // A_PAGE % self.feeds
                url = f"https://paper{feed}.example/feed"
                self.pages.add(id=1 + pk // A_PAGE, source_id=feed, url=url, fetched=when, digest=f"{pk:064d}")
            agency = f"Agency {piece.agency}" if piece.agency else ""
            picture = {"url": f"https://paper{piece.paper + 1}.example/{pk}.jpg", "alt": "", "caption": "", "credit": ""}
            self.articles.add(
                id=pk, key=f"b{pk}", page_id=1 + (before + place - place % A_PAGE + 1) // A_PAGE, position=place % A_PAGE,
                url=f"https://paper{piece.paper + 1}.example/{pk}",
                publisher_id=piece.paper + 1, agency=agency, section=piece.section, arrived=when, ranked=when, published=when,
                headline=piece.headline, text=piece.text, paragraphs=[["text", *span] for span in piece.paragraphs],
                image=picture if piece.picture else None,
            )
            origin = before + piece.copy + 1 if piece.copy is not None else None
            voice = f"agency {piece.agency}" if piece.agency else f"paper{piece.paper + 1}.example"
            self.places.add(
                article_id=pk, story_id=numbers[piece.story], found_id=numbers[piece.story], ranked=when, origin_id=origin,
                outlet=f"paper{piece.paper + 1}.example", voice=voice,
            )
            self.analyses.add(article_id=pk, sentences=piece.sentences)
            for number, said in enumerate(piece.said, 1):
                speaker = self.known.get(said.speaker)
                if speaker is None:
                    speaker = self.known[said.speaker] = len(self.known) + 1
                    self.speakers.add(id=speaker, key=fold(said.speaker), name=said.speaker)
                words = piece.text[slice(*said.content)]
                self.statement += 1
                self.statements.add(
                    id=self.statement, article_id=pk, number=number, source=[said.source], cue=[said.cue], content=[said.content],
                    words=words, sought=plain(words), said_on=when.date(), name=said.speaker, role="spokesman", speaker_id=speaker,
                )
        for story, places in members.items():
            self._story(numbers[story], [(before + place + 1, pieces[place]) for place in places])

    def _story(self, number: int, told: list[tuple[int, Piece]]) -> None:
        first, last = (LAST - timedelta(minutes=self.size - pk) for pk in (told[0][0], told[-1][0]))
        voices = {piece.agency or -piece.paper for _, piece in told if piece.copy is None}
        papers = len({piece.paper for _, piece in told})
        self.stories.add(id=number, lead_id=told[0][0], first=first, last=last, size=len(told), reports=len(voices), papers=papers)
        whole = _brief(told, len(voices)) if len(told) > 1 else None
        self.briefs.add(story_id=number, brief=whole, first=whole and whole["summary"][0])
        for reader in range(self.readers):
            if hash((number, reader)) % int(1 / SEEN) == 0:
                self.visit += 1
                self.visits.add(id=self.visit, reader_id=1 + reader, story_id=number, at=last)


def _brief(told: list[tuple[int, Piece]], reports: int) -> dict[str, Any]:
    def cited(pk: int, span: tuple[int, int]) -> list[dict[str, Any]]:
        return [{"id": str(pk), "start": span[0], "end": span[1]}]

    own = [(pk, piece) for pk, piece in told if piece.copy is None][:12]
    summary = [
        {"text": piece.text[slice(*piece.sentences[0])], "citations": cited(pk, piece.sentences[0]), "independent_reports": reports}
        for pk, piece in own[:3]
    ]
    speakers: dict[str, dict[str, Any]] = {}
    for pk, piece in own:
        for said in piece.said:
            words = piece.text[slice(*said.content)]
            spoken = {"act": "say", "negated": False, "form": "direct", "text": words, "citations": cited(pk, said.content)}
            kept = speakers.setdefault(said.speaker, {"name": said.speaker, "kind": "person", "role": "spokesman", "statements": []})
            kept["statements"].append(spoken)
    return {"summary": summary, "speakers": list(speakers.values())[:8], "differences": [], "timeline": [], "new": [], "note": ""}


def _count_speakers() -> None:
    from octavo.site.library.models import Speaker, Statement

    counts: Counter[int] = Counter(Statement.objects.order_by().values_list("speaker", flat=True).iterator(chunk_size=50_000))
    some: list[Speaker] = []
    for speaker in Speaker.objects.all().only("pk").iterator(chunk_size=5_000):
        speaker.statements = speaker.total = counts[speaker.pk]
        some.append(speaker)
    Speaker.objects.bulk_update(some, ["statements", "total"], batch_size=400)


def go_on_counting(filled: list[Any]) -> None:
    """What is written next gets the next number (PostgreSQL counts apart from what is in a table)."""
    from django.core.management.color import no_style
    from django.db import connection

    from octavo.site.library.models import Publisher, Source, SourceDay
    from octavo.site.readers.models import User

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [*filled, Publisher, Source, SourceDay, User]):
            cursor.execute(statement)


def build(size: int, told: Any = print) -> None:
    """Fill the library that Django points at, which is empty, and leave it as one stands that has run for long."""
    from django.db import connection

    filling, postgresql = Filling(size), connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if postgresql:
            # The same index in the end, made at once: from 10^6 rows by one statement each it takes an hour.
            cursor.execute("SET maintenance_work_mem = '512MB'")
            cursor.execute("ALTER TABLE library_article DISABLE TRIGGER library_search_new")
            cursor.execute("DROP INDEX library_search_words")
        else:
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA cache_size = -400000")
    for there in filling.fill():
        if there % (10 * filling.shape.block) == 0:
            told(f"{there:,} of {size:,} articles", flush=True)
    with connection.cursor() as cursor:
        if postgresql:
            _index(size)
            cursor.execute("ALTER TABLE library_article ENABLE TRIGGER library_search_new")
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _index(size: int) -> None:
    from octavo.site.library.searching.index import index

    step = 20_000
    for first in range(1, size + 1, step):
        index().fill(first, first + step - 1)
    index().make()


def _tables(filling: Filling) -> Iterable[Table]:
    return [each for each in vars(filling).values() if isinstance(each, Table)]
