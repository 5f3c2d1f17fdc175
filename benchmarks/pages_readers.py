"""What readers of a generated library did in it: read, saved, tagged and marked articles, comments, kept searches, mutes and follows."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

READ = 0.02
"""So many of all articles each reader has opened."""
SAVED = 200
"""Articles that a reader has saved, of a very small library fewer."""
BEHIND = 5_000
"""Newest articles that a reader, but for the owner, has not marked as read all at once."""
COMMENTED = 0.01
"""So many comments as a share of the articles."""
RULES = 8
"""Mutes and follows of each reader but the owner."""


def populate(size: int) -> None:
    """Have the readers of a library that was filled with so many articles do all that. Nothing where they did already."""
    from django.db import transaction

    from octavo.site.readers.models import User
    from octavo.site.readers.reading.models import ReadThrough, Tag

    if Tag.objects.exists():
        return
    chance = random.Random(3)
    readers = list(User.objects.order_by("pk"))
    with transaction.atomic():
        for reader in readers:
            _reads(reader, size, chance)
            if not reader.is_superuser:
                ReadThrough.objects.create(reader=reader, through=size - BEHIND)
                _mutes(reader)
        _comment(readers, size, chance)


def _reads(reader: Any, size: int, chance: random.Random) -> None:
    from octavo.site.library.models import Article, KeptArticle
    from octavo.site.readers.reading import models
    from octavo.site.readers.searches.models import SavedSearch

    now = _now()
    read = chance.sample(range(1, size + 1), int(READ * size))
    models.ReadMark.objects.bulk_create([models.ReadMark(reader=reader, article_id=pk, read=True) for pk in read], batch_size=2_000)
    saved = chance.sample(range(1, size + 1), min(SAVED, size // 10))
    times = [now - timedelta(minutes=at) for at in range(len(saved))]
    models.Saved.objects.bulk_create([models.Saved(reader=reader, article_id=pk, at=at) for pk, at in zip(saved, times, strict=True)])
    KeptArticle.objects.bulk_create([KeptArticle(article_id=pk, by=f"saved:{reader.pk}") for pk in saved])
    named = range(1 + len(saved) // 5)
    tags = models.Tag.objects.bulk_create([models.Tag(reader=reader, name=f"Tag {at}", folded=f"tag {at}") for at in named])
    tagged = [models.Tagged(tag=tags[at % len(tags)], article_id=pk, at=now) for at, pk in enumerate(saved)]
    models.Tagged.objects.bulk_create(tagged)
    marked = [
        models.Highlight(reader=reader, article_id=pk, words=text[:60], start=0, at=now)
        for pk, text in Article.objects.filter(pk__in=saved).values_list("pk", "text")
    ]
    models.Highlight.objects.bulk_create(marked)
    SavedSearch.objects.bulk_create([SavedSearch(reader=reader, name=f"Search {at}", query=f"search {at}", made=now) for at in range(2)])


def _mutes(reader: Any) -> None:
    from benchmarks.pages_text import names, vocabulary
    from octavo.site.library.models import Publisher
    from octavo.site.readers.muting.keeping import put
    from octavo.site.readers.muting.wishing import wish

    words, speakers = vocabulary()[0], names()[0]
    paper = Publisher.objects.order_by("pk")[reader.pk % 7]
    muted = words[300 + 50 * reader.pk :][: RULES - 4]
    put(reader, [
        *(wish("mute", "words", word, places=("headline", "text")) for word in muted),
        wish("mute", "publisher", paper.name),
        wish("mute", "section", "Sport", key="sport"),
        wish("follow", "person", speakers[reader.pk], places=("text", "speakers")),
        wish("follow", "words", words[900 + reader.pk], places=("headline",)),
    ], _now())


def _comment(readers: list[Any], size: int, chance: random.Random) -> None:
    from benchmarks.pages_library import go_on_counting
    from octavo.site.library.models import Story
    from octavo.site.readers.comments.markdown import RENDERER
    from octavo.site.readers.comments.models import Comment, Commenter
    from octavo.site.readers.comments.threading import path_below

    last = Story.objects.order_by("-pk").values_list("pk", flat=True)[0]
    made, now = [], _now()
    for pk in range(1, max(20, int(COMMENTED * size)) + 1):
        text = f"What they say here was said before, {pk}."
        about = {"article_id": chance.randrange(1, size + 1)} if pk % 2 else {"story_id": chance.randrange(1, last + 1)}
        made.append(Comment(
            pk=pk, writer=readers[pk // 2 % len(readers)], text=text, html=f"<p>{text}</p>", renderer=RENDERER, made=now, thread_id=pk,
            path=path_below("", pk), **about,
        ))
    Comment.objects.bulk_create(made, batch_size=1_000)
    go_on_counting([Comment])
    Commenter.objects.bulk_create([Commenter(reader=reader, looked=now) for reader in readers])


def _now() -> Any:
    from benchmarks.pages_library import LAST

    return LAST
