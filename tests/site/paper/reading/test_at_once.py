"""Two windows of one reader at the same time, and what goes while they read: clear words, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.at_once import at_once, overtaken, sending, window
from tests.site.library.articles import MORNING
from tests.site.library.placed import came
from tests.site.paper.sources.made import made as a_source
from tests.site.readers.two_readers import two_readers

if TYPE_CHECKING:
    from octavo.site.readers.models import User


def tags(reader: User) -> dict[str, int]:
    from octavo.site.readers.reading.saving import tags_of

    return {row.name: number for row, number in tags_of(reader)}


def subscribed(reader: User) -> dict[int, str]:
    from octavo.site.readers.reading.models import Subscription

    return {row.source_id: row.folder or "" for row in Subscription.objects.filter(reader=reader)}


def test_a_tag_that_is_renamed_while_it_is_set_keeps_what_it_had(library: str) -> None:
    from octavo.site.readers.reading.models import Tag
    from octavo.site.readers.reading.saving import rename_tag, tag, tags_on

    ada = two_readers().ada
    first, second = came("a").pk, came("b", "Another.").pk
    tag(ada.reader, first, ["sea"], MORNING)
    number = Tag.objects.get().pk
    (answer,) = overtaken(
        lambda: rename_tag(ada.reader, number, "ocean"), sending(ada.browser, "/reading/tag/", article=second, tags="sea"))
    assert answer.status_code == 302
    assert (tags_on(ada.reader, first), tags_on(ada.reader, second)) == (["ocean"], ["sea"])


def test_tags_that_are_renamed_into_each_other_and_removed_at_once(library: str) -> None:
    from octavo.site.library.models import KeptArticle
    from octavo.site.readers.reading.models import Tag
    from octavo.site.readers.reading.saving import tag

    ada = two_readers().ada
    for key, name in (("a", "sea"), ("b", "ocean")):
        tag(ada.reader, came(key, f"Text {key}.").pk, [name], MORNING)
    sea, ocean = (Tag.objects.get(name=name).pk for name in ("sea", "ocean"))
    answers = at_once(*(
        sending(ada.browser, f"/reading/tags/{number}/rename/", name=name) for number, name in ((sea, "ocean"), (ocean, "sea"))))
    assert sorted(answer.status_code for answer in answers) in ([302, 302], [302, 404])
    assert sum(tags(ada.reader).values()) == 2
    left = Tag.objects.order_by("pk")[0].pk
    removed, renamed = at_once(*(sending(ada.browser, f"/reading/tags/{left}/{deed}/", name="lake") for deed in ("remove", "rename")))
    assert (removed.status_code, renamed.status_code) in ((302, 302), (302, 404))
    assert left not in [row.pk for row in Tag.objects.all()]
    assert KeptArticle.objects.count() == sum(tags(ada.reader).values())


def test_a_folder_that_is_moved_while_it_goes(library: str) -> None:
    from octavo.site.desk.adding.sources import remove

    people = two_readers()
    stays, goes = a_source(1, folder="Coast"), a_source(2, folder="Coast")
    page = "/settings/subscriptions/"
    (moved,) = overtaken(
        lambda: remove(goes), sending(people.ada.browser, page, do="rename", was="Coast", folder="Shore", shown=[stays.pk, goes.pk]))
    assert moved.status_code == 302
    assert subscribed(people.ada.reader) == {stays.pk: "Shore"}
    answers = at_once(*(sending(people.ada.browser, page, do="rename", was="Shore", folder=folder) for folder in ("", "Isles")))
    assert [answer.status_code for answer in answers] == [302, 302]
    assert subscribed(people.ada.reader)[stays.pk] in ("", "Isles")
    (named,) = overtaken(lambda: remove(stays), sending(people.ada.browser, f"{page}{stays.pk}/", title="Mine", folder="Isles"))
    assert named.status_code in (302, 409)
    assert subscribed(people.ada.reader) == {}


def test_a_kept_search_that_goes_while_it_is_read(library: str) -> None:
    from octavo.site.readers.searches.keeping import keep, put_back, remove, search_of

    ada = two_readers().ada
    came("a")
    _, number = keep(ada.reader, "ferry", "Mine", "", MORNING)
    path = f"/search/saved/{number}/"
    read, named, keyed = overtaken(
        lambda: remove(ada.reader, number, MORNING), lambda: window(ada.browser).get(path),
        sending(ada.browser, f"{path}rename/", name="Other"), sending(ada.browser, f"{path}rekey/"))
    assert (read.status_code, named.status_code, keyed.status_code) == (302, 404, 404)
    assert put_back(ada.reader, number, MORNING)
    row = search_of(ada.reader.pk, number)
    assert row
    assert (row.name, row.query) == ("Mine", "ferry")


def test_an_article_that_goes_while_something_is_done_with_it(library: str) -> None:
    from octavo.site.library.models import Article
    from octavo.site.readers.reading.models import Highlight, Tagged

    ada = two_readers().ada
    article = came("a", "The ferry left at six.").pk
    sent = [
        sending(ada.browser, f"/reading/{deed}/", article=article, **fields)
        for deed, fields in (("tag", {"tags": "sea"}), ("words", {"words": "The ferry left"}), ("save", {}), ("mark", {"read": "1"}))
    ]
    answers = overtaken(Article.objects.filter(pk=article).delete, *sent)
    assert [answer.status_code for answer in answers] == [409, 409, 409, 302]
    assert all("That is not there any more" in answer.content.decode() for answer in answers[:3])
    assert not Tagged.objects.exists()
    assert not Highlight.objects.exists()
