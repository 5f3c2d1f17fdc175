from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.site.paper.edition import Edition, Row, make_edition
from tests.site.paper.rows import row

WIRE = " ".join(f"word{place}" for place in range(60))


def printed(edition: Edition) -> list[int]:
    """The articles in the order in which a reader meets them, copies left out."""
    front = [edition.lead, *edition.seven] if edition.lead else []
    return [entry.row.pk for entry in (*front, *(entry for _, entries in edition.sections for entry in entries))]


def test_the_newest_leads_and_seven_follow() -> None:
    edition = make_edition([row(pk, minutes=pk, publisher=f"Paper {pk}") for pk in range(1, 21)])
    assert printed(edition)[:8] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(edition.seven) == 7
    assert edition.counts.articles == edition.counts.texts == 20


def test_an_empty_library_makes_an_empty_edition() -> None:
    edition = make_edition([])
    assert (edition.lead, edition.seven, edition.sections, edition.counts.articles) == (None, (), (), 0)


def test_copies_stand_once_under_the_first_of_them() -> None:
    rows = [
        row(1, 90, "Northwire", WIRE),
        row(2, 60, "Harbour Post", WIRE),
        row(3, 30, "Coast Daily", WIRE),
        row(4, 20, "Coast Daily", WIRE),
        row(5, 10, "The Pilot"),
    ]
    edition = make_edition(rows)
    wire = next(entry for entry in (edition.lead, *edition.seven) if entry and entry.row.pk == 1)
    assert [copy.pk for copy in wire.copies] == [2, 3, 4]
    assert wire.others == ("Harbour Post", "Coast Daily")
    assert sorted(printed(edition)) == [1, 5]
    assert (edition.counts.articles, edition.counts.texts, edition.counts.copies, edition.counts.papers) == (5, 2, 3, 4)


def test_the_lead_is_what_most_papers_carry_among_the_newest() -> None:
    rows = [row(1, 0, "The Pilot"), row(2, 50, "Northwire", WIRE), row(3, 40, "Harbour Post", WIRE)]
    edition = make_edition(rows)
    assert edition.lead
    assert edition.lead.row.pk == 2


def test_the_lead_is_what_most_papers_write_about_among_the_newest() -> None:
    def about(name: str, pk: int) -> str:
        return f"The ship {name} was towed in, the owner of the {name} said. " + " ".join(f"w{pk}x{place}" for place in range(40))

    rows = [row(1, 0, "A"), row(2, 5, "B", about("Marit", 2)), row(3, 60, "C", about("Marit", 3)), row(4, 90, "D", about("Marit", 4))]
    edition = make_edition(rows)
    assert edition.lead
    assert edition.lead.row.pk == 2


def test_yesterdays_wire_does_not_lead_today() -> None:
    rows = [row(1, 0, "The Pilot"), row(2, 1000, "Northwire", WIRE), row(3, 990, "Harbour Post", WIRE)]
    edition = make_edition(rows)
    assert edition.lead
    assert edition.lead.row.pk == 1


def test_no_two_in_a_row_from_one_publisher() -> None:
    rows = [row(pk, pk, "A") for pk in range(1, 9)] + [row(pk, pk, "B") for pk in range(11, 15)]
    edition = make_edition(rows)
    assert [entry.row.publisher for entry in (edition.lead, *edition.seven) if entry] == list("ABABABAB")


def test_variety_looks_ahead() -> None:
    # Taking the newest other paper each time would leave A, A, A for the end.
    names = "ABCAAAD"
    edition = make_edition([row(pk, pk, name) for pk, name in enumerate(names)])
    front = [entry.row.publisher for entry in (edition.lead, *edition.seven) if entry]
    assert all(one != other for one, other in pairwise(front))


def test_one_paper_alone_still_fills_the_front() -> None:
    assert printed(make_edition([row(pk, pk, "A") for pk in range(12)]))[:8] == list(range(8))


def test_articles_without_a_publisher_are_not_of_one_publisher() -> None:
    assert printed(make_edition([row(pk, pk, "") for pk in range(8)])) == list(range(8))


def test_sections_hold_what_the_front_does_not() -> None:
    rows = [row(pk, pk, f"Paper {pk}", section="Sport" if pk % 2 else "") for pk in range(20)]
    edition = make_edition(rows)
    assert [section.name for section, _ in edition.sections] == ["Sport", "More news"]
    assert sorted(printed(edition)) == list(range(20))
    assert sum(len(entries) for _, entries in edition.filed) == 20


rows_of_anything = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["", "A", "B", "C"]), st.sampled_from(["", "Sport", "Islands"]), st.booleans()),
    max_size=30,
).map(lambda made: [
    row(pk, minutes, publisher, WIRE if wire else None, section=section) for pk, (minutes, publisher, section, wire) in enumerate(made)
])


@settings(deadline=None, max_examples=60)
@given(rows_of_anything, st.integers())
def test_the_same_rows_in_any_order_give_the_same_edition_and_lose_nothing(rows: list[Row], seed: int) -> None:
    edition = make_edition(rows)
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    assert make_edition(shuffled) == edition
    held = [pk for entry in (edition.lead, *edition.seven) if entry for pk in (entry.row.pk, *(copy.pk for copy in entry.copies))]
    held += [pk for _, entries in edition.sections for entry in entries for pk in (entry.row.pk, *(copy.pk for copy in entry.copies))]
    assert sorted(held) == list(range(len(rows)))
