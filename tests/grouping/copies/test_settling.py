from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from octavo.grouping.copies.placing import Carried, Carrier
from octavo.grouping.copies.settling import CopyGroup, carried, settle
from octavo.grouping.owners import Owner, Owners
from tests.grouping.copies.texts import text, words

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def carrier(name: str, body: str, outlet: str = "", agency: str | None = None, minutes: int | None = None) -> Carrier:
    return Carrier(name, "", body, outlet, agency, None if minutes is None else NOON + timedelta(minutes=minutes))


def test_the_first_to_publish_is_the_origin_whatever_came_first() -> None:
    body = text(1)
    late, early, undated = carrier("late", body, minutes=9), carrier("early", body, minutes=1), carrier("undated", body)
    assert settle([undated, late, early]) == [CopyGroup("early", ("late", "undated"))]
    assert settle([undated, carrier("undated too", body)]) == [CopyGroup("undated", ("undated too",))]


@pytest.mark.parametrize("published", [NOON.replace(year=1), datetime(1970, 1, 1, tzinfo=UTC), datetime(1980, 1, 1, tzinfo=UTC)])
def test_a_time_before_there_was_news_online_makes_no_origin(published: datetime) -> None:
    body = text(1)
    wrong = replace(carrier("wrong", body), published=published)
    assert settle([wrong, carrier("told", body, minutes=0)]) == [CopyGroup("told", ("wrong",))]


def test_an_update_that_moves_its_time_stays_the_origin() -> None:
    body = text(1)
    first, update = (carrier("post", f"{body}{more}", "post.example", minutes=at) for more, at in (("", 0), (" Corrected.", 90)))
    star = carrier("star", body, "star.example", minutes=30)
    assert settle([first, star, update]) == [CopyGroup("post", ("star",))]
    assert settle([replace(first, published=None), star, update]) == [CopyGroup("star", ("post",))]
    assert settle([*([first, star] * 2), replace(update, published=None)]) == [CopyGroup("post", ("star",))]


def test_the_agency_s_own_text_is_the_origin() -> None:
    body = text(1)
    items = [
        carrier("paper", body, "post.example", "Pell Wire", 1),
        carrier("wire", f"{body} {text(2, 50)}", "pellwire.example", "Pell Wire", 5),
        carrier("star", body, "star.example", None, 2),
    ]
    owners = Owners((Owner("Pell Wire", ("pellwire.example",), ("Pell Wire",)),))
    assert settle(items, owners) == [CopyGroup("wire", ("paper", "star"), "Pell Wire")]
    assert settle(items, Owners(())) == [CopyGroup("paper", ("star", "wire"), "Pell Wire")]


def test_the_order_of_arrival_changes_no_group() -> None:
    wire, other = words(1, 500), words(2, 300)
    items = [
        carrier("joined", " ".join(wire[:300] + other[:120])), carrier("fifth", " ".join(wire[:100])), carrier("wire", " ".join(wire)),
        carrier("other", " ".join(other)), carrier("end", " ".join(wire[200:])), carrier("alone", text(3)),
    ]
    expected = {frozenset(("wire", "fifth", "end", "joined")), frozenset(("other",)), frozenset(("alone",))}
    for order in (items, items[::-1], items[3:] + items[:3]):
        assert {frozenset((group.origin, *group.others)) for group in settle(order)} == expected


def test_a_joined_text_that_came_first_is_taken_back() -> None:
    first, second = words(1, 200), words(2, 300)
    items = [carrier("joined", " ".join(first + second)), carrier("first", " ".join(first)), carrier("second", " ".join(second))]
    assert settle(items) == [CopyGroup("second", ("joined",)), CopyGroup("first", ())]


def test_a_fragment_of_which_the_fullest_text_lost_half_finds_the_others() -> None:
    wire = words(1, 400)
    fragment = " ".join(wire[:100])
    full = " ".join((*wire[50:], *words(2, 120)))
    groups = settle([carrier("full", full), carrier("wire", " ".join(wire)), carrier("fragment", fragment)])
    assert groups == [CopyGroup("full", ("wire", "fragment"))]


def test_an_outlet_s_later_texts_are_versions() -> None:
    groups = [CopyGroup("a", ("b", "a2", "b2", "c"))]
    outlets = {"a": "post.example", "a2": "post.example", "b": "star.example", "b2": "star.example"}
    assert carried(groups, outlets) == {
        "a": Carried(), "b": Carried("a"), "a2": Carried(None, "a"), "b2": Carried("a", "b"), "c": Carried("a"),
    }


def test_nothing_has_no_groups() -> None:
    assert settle([]) == []
    assert settle([carrier("empty", ""), carrier("empty too", "")]) == [CopyGroup("empty", ()), CopyGroup("empty too", ())]


def test_a_time_without_an_offset_stops_nothing() -> None:
    body = text(1)
    naive = Carrier("naive", "", body, published=NOON.replace(tzinfo=None) + timedelta(hours=1))
    assert settle([naive, carrier("told", body, minutes=0)]) == [CopyGroup("told", ("naive",))]
