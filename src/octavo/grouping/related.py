"""Which articles are really related, and why, in words: the same story, its earlier chapters, the same people, the same subject.

Being recent is no relation, nor is one town or one common word. Candidates come from an index, so a page's list does not cost more where
the library grows (see `octavo.grouping.relating`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Literal, get_args

from octavo.grouping.relating.bonds import Bond, Finder
from octavo.grouping.relating.index import Index
from octavo.grouping.relating.profile import Id, Text, profile
from octavo.grouping.relating.reasons import SAME, story_words
from octavo.messages import Message
from octavo.messages import message as _

__all__ = ["RELATIONS", "Index", "Related", "Relation", "Text", "profile", "related", "relations"]

Relation = Literal["story", "earlier", "person", "subject"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""In the order in which they are listed."""

CHAPTER = timedelta(days=2)
"""What a story had so long before an article is an earlier chapter to it."""
WORDS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Related(Generic[Id]):
    """A related article, why it is ("also about Vladimir Putin"), and how much they share: larger is closer, no unit."""

    id: Id
    reason: Message
    score: float
    relation: Relation = "subject"


def related(
    article: Text[Id],
    candidates: Sequence[Text[Id]],
    same_text: frozenset[Id] = frozenset(),
    stories: Mapping[Id, Id] | None = None,
    copies: Mapping[Id, Id] | None = None,
    most: int | None = None,
) -> list[Related[Id]]:
    """The candidates that relate to `article`, best first, at most `most`, unrelated ones left out, each with its reason.

    `stories` has the story of each article and `copies` the origin of each copy, by their ids (see `octavo.story.Placement`); an article
    that they lack is a story and a text of its own. `same_text` holds the ids of candidates that carry the article's text. Equal scores
    keep the candidates' order.
    """
    texts = {text.id: text for text in (*candidates, article)}
    placed = dict(stories or {})
    mine = placed.get(article.id, article.id)
    placed |= dict.fromkeys((article.id, *same_text), mine)
    index: Index[Id] = Index()
    for id_, text in texts.items():
        index.add(id_, profile(text), placed.get(id_))
    origins = {**(copies or {}), **dict.fromkeys(same_text, article.id)}
    return relations(article.id, index, texts.__getitem__, origins, most)


def relations(
    id_: Id, index: Index[Id], text_of: Callable[[Id], Text[Id]], copies: Mapping[Id, Id], most: int | None = None,
) -> list[Related[Id]]:
    """The same from an index that holds the article, at most `most`. `text_of` is asked for the article and for those that are listed."""
    article = text_of(id_)
    finder = Finder(index.profiles[id_], index.look(id_))
    lines = sorted((*_of_the_story(id_, index, finder, copies), *_of_others(id_, index, finder)), key=lambda line: line.order)
    return [line.told(article, text_of) for line in lines[:most]]


@dataclass(frozen=True, slots=True)
class _Line(Generic[Id]):
    """An article to be listed; `bond` is None where it is of the same story."""

    id: Id
    relation: Relation
    score: float
    bond: Bond | None = None
    copy: bool = False
    same: bool = False

    @property
    def order(self) -> tuple[int, bool, bool, float]:
        return RELATIONS.index(self.relation), self.copy, self.same, -self.score

    def told(self, article: Text[Id], text_of: Callable[[Id], Text[Id]]) -> Related[Id]:
        if self.same:
            reason = _("the same text")
        elif self.relation in ("story", "earlier"):
            reason = story_words(article, text_of(self.id), SAME if self.relation == "story" else _("earlier"))
        else:
            reason = _words_of(self.bond) if self.bond else Message("", {})
        return Related(self.id, reason, self.score, self.relation)


def _of_the_story(id_: Id, index: Index[Id], finder: Finder[Id], copies: Mapping[Id, Id]) -> Iterator[_Line[Id]]:
    """The other articles of the story: one days before is a chapter of it; copies come after texts that are listed themselves."""
    origin, when = copies.get(id_, id_), index.profiles[id_].published
    for mate in index.members(id_):
        if mate == id_:
            continue
        made = index.profiles[mate]
        same = copies.get(mate, mate) == origin
        long_ago = not same and _is_before(made.published, when, CHAPTER)
        yield _Line(mate, "earlier" if long_ago else "story", finder.nearness(made), copy=copies.get(mate, mate) != mate, same=same)


def _of_others(id_: Id, index: Index[Id], finder: Finder[Id]) -> Iterator[_Line[Id]]:
    """Articles of other stories. What a story had that began before is an earlier chapter, where it has enough in common with this one."""
    began = _began(id_, index)
    for other in finder.view.candidates:
        if bond := finder.bond(index.profiles[other]):
            earlier = bond.close and _is_before(_began(other, index), began)
            yield _Line(other, "earlier" if earlier else "person" if bond.person else "subject", bond.score, bond)


def _began(id_: Id, index: Index[Id]) -> datetime | None:
    """When the article's story was first reported; None where its own time is not known."""
    times = [when for mate in index.members(id_) if (when := index.profiles[mate].published)]
    return min(times) if index.profiles[id_].published else None


def _is_before(one: datetime | None, other: datetime | None, by: timedelta = timedelta()) -> bool:
    return one is not None and other is not None and other - one > by


def _words_of(bond: Bond) -> Message:
    """"also about Jon Fell"; with the rare words where the name alone would bind nothing, or there is none."""
    words = ", ".join(bond.words[:WORDS_TOLD])
    if not bond.names:
        return _("in common: %(words)s", words=words)
    if bond.words_tell:
        return _("also about %(name)s: %(words)s", name=bond.names[0], words=words)
    return _("also about %(name)s", name=bond.names[0])
