"""Articles -> where each belongs, in one pass as they arrive or with all of them known; a copy goes where its origin is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from octavo.article import Article
from octavo.grouping.copies import fold, sketch
from octavo.grouping.stories.digest import digest
from octavo.grouping.stories.window import Window
from octavo.story import Placement


def gathered(articles: Sequence[Article]) -> Iterator[Placement]:
    """The place of each article, in their order, with all of them known."""
    copies = {copy: group[0] for group in fold((each.id, sketch(each.text)) for each in articles) for copy in group[1:]}
    window = Window()
    for each in articles:
        if each.id not in copies:
            window.place(each.id, digest(each))
    for each in articles:
        origin = copies.get(each.id)
        yield Placement(each.id, window.story_of(origin or each.id), origin)


def arriving(articles: Iterable[Article]) -> Iterator[Placement]:
    """The place of each article before the next is asked for; what was said once is never taken back."""
    window = Window()
    for each in articles:
        decision = window.place(each.id, digest(each))
        yield Placement(each.id, decision.story)
