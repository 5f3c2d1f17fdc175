"""Articles -> where each belongs, in one pass as they arrive or with all of them known; a copy goes where its origin is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from octavo.article import Article
from octavo.grouping.copies.placing import Copies, carrier
from octavo.grouping.copies.settling import carried, settle
from octavo.grouping.stories.digest import Digest, digest
from octavo.grouping.stories.settling import AT_ONCE, settled
from octavo.grouping.stories.window import Window
from octavo.story import Placement


def gathered(articles: Sequence[Article]) -> Iterator[Placement]:
    """The place of each article, in their order, with all of them known; an id that comes again keeps its first place."""
    unique = {article.id: article for article in reversed(articles)}
    arrived = [unique[name] for name in dict.fromkeys(article.id for article in articles)]
    carriers = [carrier(article) for article in arrived]
    carry = carried(settle(carriers), {each.id: each.outlet for each in carriers})
    origin_of = {name: each.copy_of or each.version_of for name, each in carry.items()}
    digests = {article.id: digest(article) for article in arrived}
    story_of = {name: group[0] for group in stories(digests) for name in group}
    opener: dict[str, str] = {}
    placed: dict[str, str] = {}
    for article in arrived:
        story = story_of[_last(article.id, origin_of)]
        placed[article.id] = opener.setdefault(story, article.id)
    for article in articles:
        yield Placement(article.id, placed[article.id], carry[article.id].copy_of, carry[article.id].version_of)


def stories(digests: Mapping[str, Digest]) -> list[list[str]]:
    """Articles by their ids, in the order of their arrival -> stories, each in that order.

    More than AT_ONCE are placed as they arrive, and put right in runs of so many.
    """
    names = list(digests)
    groups = [[name] for name in names]
    if len(names) > AT_ONCE:
        window = Window()
        for name in names:
            window.place(name, digests[name])
        groups = [list(group) for group in window.stories().values()]
    return [story for run in _runs(groups) for story in _settled(run, digests)]


def arriving(articles: Iterable[Article]) -> Iterator[Placement]:
    """The place of each article before the next is asked for; what was said once is never taken back."""
    window, said, texts = Window(), dict[str, Placement](), dict[str, str]()
    copies = Copies(texts.get)
    for article in articles:
        if article.id not in said:
            texts[article.id] = article.text
            carry = copies.place(carrier(article))
            origin = carry.copy_of or carry.version_of
            story = window.place(article.id, digest(article)).story if origin is None else said[origin].story
            said[article.id] = Placement(article.id, story, carry.copy_of, carry.version_of)
        yield said[article.id]


def _last(name: str, origin_of: Mapping[str, str | None]) -> str:
    """The article whose text it is in the end: an origin, or the first of some versions."""
    while (before := origin_of[name]) is not None:
        name = before
    return name


def _runs(groups: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The groups in runs of AT_ONCE articles; a larger one stands alone."""
    run: list[Sequence[str]] = []
    size = 0
    for group in groups:
        if run and size + len(group) > AT_ONCE:
            yield run
            run, size = [], 0
        run.append(group)
        size += len(group)
    if run:
        yield run


def _settled(run: Sequence[Sequence[str]], digests: Mapping[str, Digest]) -> list[list[str]]:
    if sum(map(len, run)) > AT_ONCE:
        return [list(group) for group in run]
    inside = {name for group in run for name in group}
    names = [name for name in digests if name in inside] if len(inside) < len(digests) else list(digests)
    at = {name: number for number, name in enumerate(names)}
    found = settled([digests[name] for name in names], [[at[name] for name in group] for group in run])
    return [[names[number] for number in story] for story in found]
