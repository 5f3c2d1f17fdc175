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
