"""Two tabs, and two readers, at the same time: nothing is lost."""

from __future__ import annotations

from tests.site.at_once import at_once
from tests.site.library.articles import MORNING
from tests.site.library.placed import came


def test_tabs_and_readers_at_once_lose_nothing(library: str) -> None:
    from octavo.site.library.models import KeptArticle
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_articles, undo
    from octavo.site.readers.reading.marking import looked_at, read_among
    from octavo.site.readers.reading.saving import save, saved_among, tag, tags_of

    articles = [came(f"n{number}", f"Text {number} of its own.").pk for number in range(6)]
    another = User.objects.create_user("another")
    deed = read_articles(owner(), articles[:3], MORNING)
    at_once(
        lambda: looked_at(owner(), articles[:1]),
        lambda: looked_at(owner(), articles[3:]),
        lambda: save(owner(), articles[:2], MORNING),
        lambda: save(another, articles[:2], MORNING),
        lambda: tag(owner(), articles[0], ["Sea", "Land"], MORNING),
        lambda: tag(owner(), articles[1], ["sea"], MORNING),
        lambda: undo(another, deed),
    )
    assert read_among(owner(), articles) == frozenset(articles)
    assert saved_among(owner(), articles) == saved_among(another, articles) == frozenset(articles[:2])
    assert {row.folded: number for row, number in tags_of(owner())} == {"sea": 2, "land": 1}
    assert KeptArticle.objects.count() == 6
    at_once(lambda: undo(owner(), deed), lambda: undo(owner(), deed), lambda: looked_at(owner(), articles[1:2]))
    assert read_among(owner(), articles) >= frozenset((articles[0], articles[1], *articles[3:]))
    assert articles[2] not in read_among(owner(), articles)
