"""What readers save, tag and mark, and that it stays in the library."""

from __future__ import annotations

from datetime import timedelta

import pytest

from octavo.site.readers.refusing import Refused
from tests.site.library.articles import MORNING
from tests.site.library.placed import came


def _kept() -> set[tuple[str, str]]:
    from octavo.site.library.models import KeptArticle

    return {(row.article.key, row.by.split(":")[0]) for row in KeptArticle.objects.select_related("article")}


def test_what_is_saved_is_kept_until_it_is_not(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.models import Saved
    from octavo.site.readers.reading.saving import save, saved_among, unsave

    a, b, another = came("a"), came("b"), User.objects.create_user("another")
    save(owner(), [a.pk, 999_999], MORNING)
    save(owner(), [a.pk, b.pk], MORNING + timedelta(hours=1))
    save(another, [b.pk], MORNING)
    assert saved_among(owner(), [a.pk, b.pk]) == {a.pk, b.pk}
    assert saved_among(another, [a.pk, b.pk]) == {b.pk}
    assert Saved.objects.get(reader=owner(), article=a).at == MORNING
    unsave(owner(), [a.pk, b.pk])
    assert saved_among(another, [a.pk, b.pk]) == {b.pk}
    assert _kept() == {("b", "saved")}


def test_tags_are_given_renamed_merged_and_removed(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.saving import remove_tag, rename_tag, tag, tags_of, tags_on

    a, b, another = came("a"), came("b"), User.objects.create_user("another")
    tag(owner(), a.pk, ["Ferries", "Sea"], MORNING)
    tag(owner(), b.pk, ["ferries"], MORNING)
    tag(another, b.pk, ["Sea"], MORNING)
    assert [(row.name, number) for row, number in tags_of(owner())] == [("Ferries", 2), ("Sea", 1)]
    ferries, sea = (row for row, _ in tags_of(owner()))
    assert rename_tag(another, ferries.pk, "Mine") is None
    assert not remove_tag(another, sea.pk)
    rename_tag(owner(), sea.pk, "At sea")
    assert tags_on(owner(), a.pk) == ["At sea", "Ferries"]
    merged = rename_tag(owner(), sea.pk, "FERRIES")
    assert merged is not None
    assert merged.pk == ferries.pk
    assert [(row.name, number) for row, number in tags_of(owner())] == [("Ferries", 2)]
    tag(owner(), b.pk, [], MORNING)
    assert _kept() == {("a", "tagged"), ("b", "tagged")}
    assert remove_tag(owner(), ferries.pk)
    assert tags_on(another, b.pk) == ["Sea"]
    assert _kept() == {("b", "tagged")}


@pytest.mark.parametrize(("written", "name"), [
    ("  at   sea ", "at sea"), ("a\x00b\u202ec", "a b c"), ("نص\u200cها", "نص\u200cها"), ("e\u0301te\u0301", "été"), ("a,b", "a b"),
])
def test_a_tag_has_a_name_that_can_be_read(written: str, name: str) -> None:
    from octavo.site.readers.reading.saving import name_of_tag

    assert name_of_tag(written) == name


@pytest.mark.parametrize("written", ["", " \u202e\x00 ", "x" * 61, "x" * 1_000_000, "a" + "\u0301" * 100])
def test_another_name_is_refused_in_words(written: str) -> None:
    from octavo.site.readers.reading.saving import name_of_tag

    with pytest.raises(Refused):
        name_of_tag(written)


def test_words_are_marked_found_again_and_let_go(library: str) -> None:
    from octavo.site.library.models import Article
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.highlights import annotate, highlight, highlights_in, unmark

    a, another = came("a", "The ferry left at six.", "It came back at nine."), User.objects.create_user("another")
    row = highlight(owner(), a.pk, "came back", "At last.", MORNING)
    assert highlight(owner(), a.pk, "came   back", "", MORNING).pk == row.pk
    gone = highlight(owner(), a.pk, "left at six", "", MORNING)
    Article.objects.update(text="A word before. It came back at nine.")
    first, second = highlights_in(owner(), a.pk, Article.objects.get().text)
    assert (first.row.pk, first.span, first.row.note) == (row.pk, (18, 27), "At last.")
    assert (second.row.pk, second.span) == (gone.pk, None)
    assert highlights_in(another, a.pk, "It came back") == []
    assert annotate(another, row.pk, "Not mine.") is None
    assert unmark(another, row.pk) is None
    assert unmark(owner(), row.pk)
    assert _kept() == {("a", "marked")}
    assert unmark(owner(), gone.pk)
    assert _kept() == set()


@pytest.mark.parametrize(("words", "note"), [
    ("", ""), ("never said", ""), ("x" * 1_000_000, ""), ("The ferry", "x" * 5_001), ("\x00", ""),
])
def test_words_that_cannot_be_marked_are_refused(site: None, words: str, note: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.highlights import highlight
    from octavo.site.readers.reading.models import Highlight

    with pytest.raises(Refused):
        highlight(owner(), came("a").pk, words, note, MORNING)
    assert not Highlight.objects.exists()
    assert _kept() == set()


def test_the_place_where_somebody_left_is_kept_for_them(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.places import leave, left_at

    a, another = came("a"), User.objects.create_user("another")
    leave(owner(), a.pk, 7, MORNING)
    leave(owner(), a.pk, 9, MORNING)
    leave(owner(), 999_999, 9, MORNING)
    assert (left_at(owner(), a.pk), left_at(another, a.pk)) == (9, 0)
    leave(owner(), a.pk, 0, MORNING)
    assert left_at(owner(), a.pk) == 0
