"""What the owner decides about speakers holds: through reanalysis, in articles to come, until it is undone."""

from __future__ import annotations

from typing import Any

import pytest

from octavo.errors import LibraryError
from tests.site.library.analyses import analysis, hold, keep, person, speaking

FELL, JONATHAN = person("Jon Fell", "director"), person("Jonathan Fell", "director")


def speakers() -> dict[str, Any]:
    from octavo.site.library.models import Speaker

    return {f"{row.key}{row.apart or ''}": row for row in Speaker.objects.order_by("pk")}


def totals() -> dict[str, int]:
    return {name: row.total for name, row in speakers().items()}


def spoken_by(key: str) -> set[str]:
    from octavo.site.library.models import Statement

    found = Statement.objects.filter(article__key=key).select_related("speaker")
    return {f"{each.speaker.key}{each.speaker.apart or ''}" for each in found if each.speaker}


def again(*articles: Any, who: Any = FELL) -> None:
    """Analyse those articles once more."""
    from octavo.site.library.models import Analysis

    for row in articles:
        Analysis.objects.filter(pk=row.pk).update(waiting=row.ranked)
        hold(row)
        assert keep((row, analysis(row.text, [(str(who.name), "said", "that all is well", who)]))) == 1


def test_two_that_are_merged_stay_one_and_can_be_taken_apart(library: str) -> None:
    from octavo.site.library.deciding import merge, unmerge

    speaking("one", FELL)
    row = speaking("two", JONATHAN)
    one, two = speakers().values()
    merge(two.pk, one.pk)
    assert totals() == {"jon fell": 2, "jonathan fell": 1}
    again(row, who=JONATHAN)
    speaking("three", JONATHAN)
    speaking("four", FELL)
    assert totals() == {"jon fell": 4, "jonathan fell": 2}
    assert speakers()["jonathan fell"].merged_into_id == one.pk
    unmerge(two.pk)
    assert totals() == {"jon fell": 2, "jonathan fell": 2}
    unmerge(two.pk)
    assert totals() == {"jon fell": 2, "jonathan fell": 2}


def test_what_cannot_be_merged_is_said(library: str) -> None:
    from octavo.site.library.deciding import merge

    for number, who in enumerate((FELL, JONATHAN, person("Jo Fell"))):
        speaking(f"n{number}", who)
    speaking("specimen", FELL, kind="specimen")
    one, two, three, other = (row.pk for row in speakers().values()) if len(speakers()) == 4 else _all()
    merge(two, one)
    for pair in ((one, one), (one, 999), (two, three), (three, two), (three, other)):
        with pytest.raises(LibraryError, match="cannot be merged"):
            merge(*pair)


def _all() -> list[int]:
    from octavo.site.library.models import Speaker

    return list(Speaker.objects.order_by("pk").values_list("pk", flat=True))


def test_those_that_were_merged_into_one_that_is_merged_come_along(library: str) -> None:
    from octavo.site.library.deciding import merge

    for number, who in enumerate((FELL, JONATHAN, person("Jo Fell"))):
        speaking(f"n{number}", who)
    one, two, three = _all()
    merge(three, two)
    merge(two, one)
    assert totals()["jon fell"] == 3


def test_two_people_of_one_name_that_the_library_kept_apart_can_be_merged(library: str) -> None:
    from octavo.site.library.deciding import merge

    speaking("minister", person("Jon Fell", "minister"))
    speaking("plumber", person("Jon Fell", "plumber"))
    one, two = _all()
    merge(two, one)
    speaking("later", person("Jon Fell", "electrician"))
    speaking("nobody knows", person("Jon Fell"))
    assert totals()["jon fell"] == 4
    assert len(_all()) == 2


def test_one_that_is_split_stays_two_and_can_be_put_back(library: str) -> None:
    from octavo.site.library.deciding import put_back, split

    rows = [speaking(f"n{number}", FELL) for number in range(3)]
    author = person("Jon Fell", "author of tales")
    odd = speaking("odd", author)
    one = speakers()["jon fell"]
    assert one.total == 4
    other = split(one.pk, [odd.pk, rows[2].pk])
    assert totals() == {"jon fell": 2, "jon fell1": 2}
    assert (spoken_by("odd"), spoken_by("n0")) == ({"jon fell1"}, {"jon fell"})
    again(odd, rows[2])
    assert (spoken_by("odd"), spoken_by("n2")) == ({"jon fell1"}, {"jon fell1"})
    speaking("later", author)
    assert spoken_by("later") == {"jon fell1"}
    assert other is not None
    assert put_back(other) == one.pk
    assert totals() == {"jon fell": 5}
    again(odd)
    assert spoken_by("odd") == {"jon fell"}
    assert put_back(one.pk) is None


def test_nothing_is_split_where_nothing_was_said(library: str) -> None:
    from octavo.site.library.deciding import split

    row = speaking("one", FELL)
    other = speaking("two", JONATHAN)
    assert split(speakers()["jon fell"].pk, [other.pk]) is None
    assert split(speakers()["jon fell"].pk, []) is None
    assert totals() == {"jon fell": 1, "jonathan fell": 1}
    assert row.pk


def test_an_article_that_was_split_off_can_be_split_again(library: str) -> None:
    from octavo.site.library.deciding import put_back, split

    rows = [speaking(f"n{number}", FELL) for number in range(3)]
    one = speakers()["jon fell"].pk
    two = split(one, [rows[1].pk, rows[2].pk])
    assert two
    three = split(two, [rows[2].pk])
    assert three
    assert totals() == {"jon fell": 1, "jon fell1": 1, "jon fell2": 1}
    assert put_back(two) == one
    assert totals() == {"jon fell": 2, "jon fell2": 1}
    assert put_back(three) == one
    assert totals() == {"jon fell": 3}


def as_it_is() -> tuple[list[Any], ...]:
    """All that the owner's decisions touch."""
    from octavo.site.library.models import Speaker, SpeakerChoice, Statement

    fields = ("pk", "merged_with", "merged_into", "split_from", "roles", "statements", "total")
    return (
        list(Speaker.objects.order_by("pk").values_list(*fields)),
        sorted(Statement.objects.values_list("article", "number", "speaker")),
        list(SpeakerChoice.objects.order_by("pk").values_list("article", "kind", "key", "speaker", "was")),
    )


def three() -> tuple[list[int], list[Any]]:
    """Three directors of like names, two articles each, of which one states a role of its own: their numbers and the articles."""
    rows = []
    for who in (FELL, JONATHAN, person("Jo Fell", "director")):
        rows += [speaking(f"{who.name} 1", who), speaking(f"{who.name} 2", person(str(who.name), f"author, {who.name}"))]
    return _all(), rows


def test_of_two_mergers_each_is_taken_back_as_it_was(library: str) -> None:
    from octavo.site.library.deciding import merge, unmerge

    (one, two, three_), _ = three()
    apart = as_it_is()
    merge(one, two)
    first = as_it_is()
    merge(two, three_)
    second = as_it_is()
    unmerge(two)
    assert as_it_is() == first
    merge(two, three_)
    assert as_it_is() == second
    unmerge(one)
    unmerge(two)
    assert as_it_is() == apart


def test_a_split_between_two_mergers_is_taken_back_as_it_was(library: str) -> None:
    from octavo.site.library.deciding import merge, put_back, split, unmerge

    (one, two, three_), rows = three()
    apart = as_it_is()
    merge(two, one)
    merged = as_it_is()
    # Articles of both names: each statement goes back to the one whose it was, though they are apart by then.
    other = split(one, [rows[1].pk, rows[2].pk, rows[3].pk])
    assert other
    divided = as_it_is()
    merge(one, three_)
    unmerge(one)
    assert as_it_is() == divided
    unmerge(two)
    assert put_back(other) == two
    assert as_it_is() == apart
    merge(two, one)
    assert as_it_is() == merged
    other = split(one, [rows[3].pk])
    assert other
    assert put_back(other) == one, "the page on which it stands"
    assert as_it_is() == merged


def test_the_new_one_of_a_split_has_the_name_that_was_used(library: str) -> None:
    from octavo.site.library.deciding import merge, split

    (one, two, _), rows = three()
    merge(two, one)
    split(one, [rows[2].pk, rows[3].pk])
    assert "jonathan fell1" in speakers()
    assert speakers()["jonathan fell1"].split_from_id == two


def test_an_article_that_was_split_off_twice_goes_back_a_step_at_a_time(library: str) -> None:
    from octavo.site.library.deciding import put_back, split

    rows = [speaking(f"n{number}", FELL) for number in range(3)]
    one = speakers()["jon fell"].pk
    before = as_it_is()
    two = split(one, [rows[1].pk, rows[2].pk])
    assert two
    first = as_it_is()
    three_ = split(two, [rows[2].pk])
    assert three_
    again(rows[2])
    assert spoken_by("n2") == {"jon fell2"}
    assert put_back(three_) == two
    assert as_it_is() == first
    again(rows[1], rows[2])
    assert (spoken_by("n1"), spoken_by("n2")) == ({"jon fell1"}, {"jon fell1"})
    assert put_back(two) == one
    assert as_it_is()[1:] == before[1:]
    again(rows[2])
    assert spoken_by("n2") == {"jon fell"}


def test_what_is_merged_is_taken_apart_before_it_is_put_back(library: str) -> None:
    from octavo.site.library.deciding import merge, put_back, split, unmerge

    (one, two, _), rows = three()
    other = split(one, [rows[1].pk])
    assert other
    merge(two, other)
    with pytest.raises(LibraryError, match="take these two apart first"):
        put_back(other)
    unmerge(two)
    merge(other, two)
    with pytest.raises(LibraryError, match="take these two apart first"):
        put_back(other)
    unmerge(other)
    assert put_back(other) == one


def test_what_comes_in_while_two_of_a_name_are_one_stays_with_whose_it_is(library: str) -> None:
    from octavo.site.library.deciding import merge, unmerge

    speaking("minister", person("Jon Fell", "minister"))
    speaking("plumber", person("Jon Fell", "plumber"))
    one, two = _all()
    merge(two, one)
    speaking("again a plumber", person("Jon Fell", "master plumber"))
    speaking("again a minister", person("Jon Fell", "prime minister"))
    unmerge(two)
    assert totals() == {"jon fell": 2, "jon fell1": 2}
    assert spoken_by("again a plumber") == {"jon fell1"}


def test_what_the_owner_decided_in_the_table_that_was_is_kept(library: str) -> None:
    from django.core.management import call_command

    from octavo.site.library.deciding import merge, split
    from octavo.site.library.models import Statement

    (one, two, _), rows = three()
    merge(two, one)
    split(one, [rows[3].pk])
    decided, said = as_it_is(), list(Statement.objects.order_by("pk").values_list("sought", flat=True))
    for target in (["library", "0009"], []):
        call_command("migrate", *target, verbosity=0, skip_checks=True)
    assert as_it_is() == decided
    assert list(Statement.objects.order_by("pk").values_list("sought", flat=True)) == said
    assert all(said)
