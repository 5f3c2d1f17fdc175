"""Who said what of a story: the statements of its articles by speaker, what several papers print alike once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from octavo.article import Article
from octavo.site.library.models import Statement
from octavo.site.paper.deeds import hues
from octavo.site.paper.edition import Row
from octavo.site.paper.stories.shelf import texts_of
from octavo.site.paper.voices import Said, Voice, by_speaker, plain, said_by, voice_of

READ = 1200
"""Statements that are looked at, those of the first articles."""
SPEAKERS = 6
EACH = 2
"""Statements of a speaker that the page has; the speaker's own page has all."""
TELLING = 4
"""Words that a statement must have to tell anything by itself."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement, the article that had it first, and the papers that print it."""

    said: Said
    row: Row
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaking:
    """A speaker of the story, what stands on its page, and how many statements more there are."""

    voice: Voice
    heard: tuple[Heard, ...]
    more: int


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A speaker's statements, those that are shown, the first of each set of words, with the articles that print it."""

    some: Sequence[Statement]
    shown: tuple[tuple[Statement, tuple[Row, ...]], ...]
    more: int


def said_of(rows: Iterable[Row]) -> tuple[Speaking, ...]:
    """The articles of a story -> its speakers, those first whom most quote, in words of their own. Two queries."""
    by_pk = {row.pk: row for row in rows}
    found = Statement.objects.filter(article__in=list(by_pk)).exclude(name="").select_related("speaker")
    groups = by_speaker(found.order_by("article__ranked", "article", "number")[:READ])
    groups.sort(key=lambda some: -len({by_pk[each.article_id].voice for each in some}))
    chosen = [made for some in groups[:SPEAKERS] if (made := _chosen(some, by_pk)).shown]
    texts = texts_of(each.article_id for made in chosen for each, _ in made.shown)
    colours = hues(made.some[0].name for made in chosen)
    return tuple(_speaking(made, hue, texts) for made, hue in zip(chosen, colours, strict=True))


def _chosen(some: Sequence[Statement], rows: Mapping[int, Row]) -> _Chosen:
    """What most papers print, in the order in which it was said."""
    alike: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in some:
        if len(each.words.split()) >= TELLING:
            alike[plain(each.words)].append(each)
    kept = sorted(alike.values(), key=lambda same: -len({rows[each.article_id].paper for each in same}))[:EACH]
    kept.sort(key=lambda same: (rows[same[0].article_id].ranked, same[0].article_id, same[0].number))
    shown = tuple((same[0], tuple(rows[each.article_id] for each in same)) for same in kept)
    return _Chosen(some, shown, len(alike) - len(kept))


def _speaking(made: _Chosen, hue: int, texts: Mapping[int, Article]) -> Speaking:
    heard = tuple(
        Heard(said_by(each, texts[each.article_id].text), rows[0], tuple(dict.fromkeys(row.paper for row in rows if row.paper)))
        for each, rows in made.shown
    )
    return Speaking(voice_of(made.some, hue, [each.said for each in heard]), heard, made.more)
