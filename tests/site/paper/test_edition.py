from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.site.paper.edition import Edition, make_edition, why
from octavo.site.paper.entry import Row, entry_of
from tests.site.paper.rows import NOW, row


def printed(edition: Edition) -> list[int]:
    """The articles whose headlines stand in the edition, in the order in which a reader meets them."""
    front = [edition.lead, *edition.seven] if edition.lead else []
    return [entry.row.pk for entry in (*front, *(entry for _, entries in edition.sections for entry in entries))]


def test_the_newest_leads_and_seven_follow() -> None:
    edition = make_edition([row(pk, minutes=pk, publisher=f"Paper {pk}") for pk in range(1, 21)])
    assert printed(edition)[:8] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(edition.seven) == 7
    assert edition.counts.articles == edition.counts.stories == 20


def test_an_empty_library_makes_an_empty_edition() -> None:
    edition = make_edition([])
    assert (edition.lead, edition.seven, edition.sections, edition.counts.articles) == (None, (), (), 0)


def test_a_story_stands_once_with_its_reports_and_their_copies() -> None:
    rows = [
        row(1, 90, "Northwire", story=7),
        row(2, 60, "Harbour Post", story=7, copy_of=1, voice="northwire"),
        row(3, 30, "Coast Daily", story=7, copy_of=1, voice="northwire"),
        row(4, 20, "Coast Daily", story=7),
        row(5, 10, "The Pilot"),
    ]
    edition = make_edition(rows)
    assert edition.lead
    assert (edition.lead.story, edition.lead.facts.size, edition.lead.facts.independent) == (7, 4, 2)
    assert set(edition.lead.facts.papers) == {"Northwire", "Harbour Post", "Coast Daily"}
    assert edition.lead.carried
    assert [copy.pk for copy in edition.lead.carried.copies] == [2, 3]
    assert edition.lead.carried.carriers == ("Harbour Post", "Coast Daily")
    assert len(printed(edition)) == 2
    assert (edition.counts.articles, edition.counts.stories, edition.counts.copies, edition.counts.papers) == (5, 2, 2, 4)


def test_an_article_alone_has_no_story_to_show() -> None:
    edition = make_edition([row(1, story=3)])
    assert edition.lead
    assert (edition.lead.story, edition.lead.carried) == (0, None)


def test_a_later_text_of_the_same_paper_stands_with_the_earlier_one() -> None:
    entry = entry_of([row(pk, 90 - pk, "Northwire", story=7, version_of=pk - 1) for pk in (1, 2, 3)])
    (report,) = entry.reports
    assert [other.pk for other in report.others] == [2, 3]
    assert (report.copies, entry.facts.independent) == ((), 1)


def test_outlets_of_one_owner_are_one_report() -> None:
    channel = [row(1, 9, "Kanal 5 Nord", story=7, voice="kanal 5"), row(2, 5, "Kanal 5 Sør", story=7, voice="kanal 5")]
    entry = entry_of([*channel, row(3, 1, story=7)])
    assert (entry.facts.independent, len(entry.facts.papers), len(entry.reports)) == (2, 3, 3)


def test_a_copy_whose_origin_is_gone_stands_for_it() -> None:
    entry = entry_of([row(2, 60, "Harbour Post", story=7, copy_of=1), row(3, 30, "Coast Daily", story=7, copy_of=1)])
    assert [(report.row.pk, [other.pk for other in report.others]) for report in entry.reports] == [(2, [3])]


def test_the_lead_is_what_most_report() -> None:
    rows = [row(1, 0, "The Pilot"), row(2, 50, "Northwire", story=7), row(3, 40, "Harbour Post", story=7)]
    edition = make_edition(rows)
    assert edition.lead
    assert edition.lead.story == 7


def test_a_story_stands_by_the_headline_that_is_nearest_to_all() -> None:
    said = ("Full house expected for tonight", "Council closes the Alder quarry in 2029", "Alder quarry closed by the council from 2029")
    rows = [row(pk, 60 - pk, f"Paper {pk}", story=7, headline=headline) for pk, headline in enumerate(said, 1)]
    assert entry_of(rows).row.pk in (2, 3)
    assert entry_of([replace(rows[0], leads=True), *rows[1:]]).row.pk == 1


def test_the_readers_own_sources_come_first_among_equals_and_the_reason_says_so() -> None:
    edition = make_edition([row(1, 0, "The Pilot"), row(2, 30, "Herald")], frozenset({"Herald"}))
    assert edition.lead
    assert edition.lead.row.pk == 2
    assert why(edition.lead, NOW + timedelta(minutes=30), edition.own) == "1 independent report, 1 hour ago, one of your sources"


def test_the_order_stays_as_time_goes_by() -> None:
    rows = [row(pk, pk * 37 % 500, f"Paper {pk % 5}", story=pk % 9) for pk in range(60)]
    later = [replace(each, ranked=each.ranked - timedelta(days=3)) for each in rows]
    assert printed(make_edition(rows)) == printed(make_edition(later))


def test_what_is_years_old_stands_newest_first() -> None:
    edition = make_edition([row(0), *(row(pk, 600_000 + pk * 1000, f"Paper {pk}") for pk in range(1, 9))])
    assert printed(edition) == list(range(9))


def test_yesterdays_story_does_not_lead_today() -> None:
    rows = [row(1, 0, "The Pilot"), row(2, 1500, "Northwire", story=7), row(3, 1490, "Harbour Post", story=7)]
    edition = make_edition(rows)
    assert edition.lead
    assert edition.lead.row.pk == 1


def test_a_story_belongs_where_most_of_its_articles_do() -> None:
    rows = [row(pk, pk, f"Paper {pk}", story=7, section=section) for pk, section in enumerate(("Sport", "", "Islands", "Islands"))]
    ((section, (entry,)),) = make_edition(rows).filed
    assert (section.name, entry.facts.size) == ("Islands", 4)


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
    st.tuples(
        st.integers(0, 3), st.sampled_from(["", "A", "B", "C"]), st.sampled_from(["", "Sport", "Islands"]), st.integers(0, 4),
        st.booleans(),
    ),
    max_size=30,
).map(lambda made: [
    row(pk, minutes, publisher, section=section, story=story, copy_of=pk // 2 if copy and pk > 1 else 0, version_of=pk // 3)
    for pk, (minutes, publisher, section, story, copy) in enumerate(made, 1)
])


@settings(deadline=None, max_examples=60)
@given(rows_of_anything, st.integers())
def test_the_same_rows_in_any_order_give_the_same_edition_and_lose_nothing(rows: list[Row], seed: int) -> None:
    edition = make_edition(rows)
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    assert make_edition(shuffled) == edition
    held = [each.pk for entry in (edition.lead, *edition.seven) if entry for each in entry.rows]
    held += [each.pk for _, entries in edition.sections for entry in entries for each in entry.rows]
    assert sorted(held) == list(range(1, len(rows) + 1))
