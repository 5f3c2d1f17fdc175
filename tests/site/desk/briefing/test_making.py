"""Briefs are made once, and again when their stories change."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from tests.site.desk.briefing.briefed import MAKER, kept, make_all
from tests.site.library.analyses import analysed, put
from tests.site.library.articles import MORNING
from tests.site.library.placed import came, tell

if TYPE_CHECKING:
    from octavo.site.library.models import Article

LONG = timedelta(minutes=6)


def joined(story: int, *articles: Article) -> None:
    """Articles are placed in a story, and their texts compared."""
    from octavo.site.library.models import Story

    tell(story, *articles)
    Story.objects.filter(pk=story).update(rough=False)


def test_a_brief_is_made_once_and_again_when_its_story_changes(library: str) -> None:
    from octavo.site.library.briefs import brief_kept, brief_of
    from octavo.site.library.models import Article

    one, two = tell("one", analysed("ferry")), tell("two", analysed("dam", minutes=5))
    assert make_all() == 2
    before = kept()
    assert all(row["waiting"] is None and row["mark"] and row["made"] and not row["problem"] for row in before.values())
    assert brief_of(one) is not None
    made = brief_kept(one)
    ferry = Article.objects.get(place__story=one)
    assert made
    assert made.is_of(ferry.pk, ferry.text)
    assert not made.is_of(ferry.pk, f"{ferry.text} ")
    assert make_all() == 0
    assert kept() == before
    joined(two, analysed("later", minutes=9))
    assert make_all() == 1
    after = kept()
    assert after[one] == before[one]
    assert (after[two]["mark"], after[two]["made"]) != (before[two]["mark"], before[two]["made"])


def test_a_story_that_waits_and_is_as_it_was_keeps_its_brief(library: str) -> None:
    from octavo.site.library.models import StoryBrief

    tell("one", analysed("ferry"))
    make_all()
    before = kept()
    StoryBrief.objects.update(waiting=MORNING, asked=MORNING)
    assert make_all() == 1
    assert kept() == before


def test_the_newest_stories_come_first_and_a_window_is_looked_at(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.briefing import claiming
    from octavo.site.desk.leases import BRIEFING

    stories = [tell(f"s{minutes}", analysed(f"a{minutes}", minutes=minutes)) for minutes in (3, 9, 6, 1)]
    monkeypatch.setattr(claiming, "BATCH", 3)
    BRIEFING.take("tests", timezone.now())
    assert claiming.claim("tests", timezone.now(), MAKER) == [stories[1], stories[2], stories[0]]


def test_a_story_waits_for_its_analyses_and_goes_without_where_they_do_not_come(library: str) -> None:
    from octavo.site.library.models import Analysis

    story = tell("one", analysed("ferry"))
    joined(story, put("late", "One came. Two went."))
    assert make_all() == 0
    assert make_all(now=timezone.now() + LONG) == 1
    joined(story, put("later", "Three came."))
    assert make_all() == 0
    assert make_all(now=timezone.now() - LONG) == 1  # it was asked for in what is the future now: the clock was ahead
    joined(story, analysed("last"))
    Analysis.objects.update(waiting=MORNING, again=True)  # they are there, and are to be made anew by another model
    assert make_all() == 1


def test_a_story_whose_texts_are_to_be_compared_waits_for_that(library: str) -> None:
    from octavo.site.library.placing import put_texts
    from octavo.site.library.writing import writing

    story = tell("one", analysed("ferry"))
    tell(story, analysed("other"))
    assert make_all() == 0
    with writing():
        put_texts(story, [], None)
    assert make_all() == 1


def test_a_large_story_rests_between_two_briefs(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.briefing import claiming

    monkeypatch.setattr(claiming, "LARGE", 2)
    story = tell("one", analysed("ferry"))
    joined(story, analysed("other"))
    assert make_all() == 1
    joined(story, analysed("later", minutes=9))
    assert make_all() == 0
    assert make_all(now=timezone.now() + claiming.REST) == 1
    assert kept()[story]["waiting"] is None


def test_a_story_that_cannot_be_briefed_says_so_and_stops_no_other(library: str) -> None:
    from octavo.site.library.briefs import brief_of, why_no_brief
    from octavo.site.library.models import Analysis

    bad, good = analysed("ferry", minutes=5), analysed("dam")
    worse, well = tell("one", bad), tell("two", good)
    sentences = Analysis.objects.get(article=bad).sentences
    Analysis.objects.filter(article=bad).update(sentences=[["no", "span", "at all"]])
    assert make_all() == 2
    assert "Octavo stumbled" in why_no_brief(worse)
    assert brief_of(worse) is None
    assert (why_no_brief(well), brief_of(well) is None) == ("", False)
    assert make_all() == 0
    Analysis.objects.filter(article=bad).update(sentences=sentences)
    joined(worse, analysed("another", minutes=7))
    assert make_all() == 1
    assert (why_no_brief(worse), brief_of(worse) is None) == ("", False)


def test_what_was_made_of_a_story_that_changed_meanwhile_is_thrown_away(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.briefing import making
    from octavo.site.library.models import StoryBrief

    story, made = tell("one", analysed("ferry")), making._made

    def slowly(number: int) -> making.Made:
        came_of_it = made(number)
        monkeypatch.setattr(making, "_made", made)
        joined(story, analysed("later", minutes=9))
        return came_of_it

    monkeypatch.setattr(making, "_made", slowly)
    assert make_all() == 2
    row = StoryBrief.objects.get()
    assert (row.waiting, row.attempts) == (None, 0)
    from octavo.site.library.brief_reports import mark_of

    assert row.mark == mark_of(story)


def test_another_worker_writes_nothing(library: str) -> None:
    from octavo.site.desk.briefing.making import make, make_some
    from octavo.site.desk.leases import BRIEFING, LeaseLost

    story, now = tell("one", analysed("ferry")), timezone.now()
    before = kept()
    assert BRIEFING.take("one", now)
    assert not BRIEFING.take("two", now)
    with pytest.raises(LeaseLost):
        make_some("two", MAKER, now, threading.Event())
    with pytest.raises(LeaseLost):
        make(story, "two", MAKER, now)
    assert kept() == before


def test_one_that_breaks_its_worker_is_taken_alone_and_given_up(library: str) -> None:
    from octavo.site.desk.briefing.claiming import claim
    from octavo.site.desk.leases import BRIEFING
    from octavo.site.library.briefs import why_no_brief

    old, new = tell("one", analysed("ferry")), tell("two", analysed("dam", minutes=5))
    now = timezone.now()
    BRIEFING.take("tests", now)
    assert claim("tests", now, MAKER) == [new, old]
    assert claim("tests", now, MAKER) == [new]
    assert claim("tests", now, MAKER) == [new]
    assert claim("tests", now, MAKER) == [old]
    assert why_no_brief(new) == "it breaks what makes its brief each time"
    BRIEFING.let_go("tests")
    assert make_all() == 1
    joined(new, analysed("later", minutes=9))
    assert make_all() == 1
    assert why_no_brief(new) == ""


def test_one_that_is_told_to_stop_gives_back_what_it_did_not_begin(library: str) -> None:
    from octavo.site.desk.briefing.making import make_some
    from octavo.site.desk.leases import BRIEFING

    story, stop = tell("one", analysed("ferry")), threading.Event()
    stop.set()
    BRIEFING.take("tests", timezone.now())
    make_some("tests", MAKER, timezone.now(), stop)
    row = kept()[story]
    assert (row["attempts"], row["waiting"] is None, row["brief"]) == (0, False, None)


def test_another_octavo_makes_all_anew(library: str) -> None:
    from octavo.site.desk.briefing.claiming import expect_all_of_other_makers

    tell("one", analysed("ferry"))
    tell("two", came("dam"))
    make_all(now=timezone.now() + LONG)
    expect_all_of_other_makers(MAKER, timezone.now())
    assert make_all() == 0
    expect_all_of_other_makers("another", timezone.now())
    assert make_all(now=timezone.now() + LONG, maker="another") == 2
    assert {row["maker"] for row in kept().values()} == {"another"}


def test_the_maker_is_told_by_the_code_and_the_tables_that_make_briefs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.briefing import maker

    def told() -> str:
        maker.maker.cache_clear()
        return maker.maker()

    assert len(told()) == 32
    pure = ("briefs.py", "briefing/brief.py", "grouping/table.bin")
    for name in (*pure, "site/library/brief_reports.py", "site/urls.py", "fetching/door.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before")
    monkeypatch.setattr(maker, "files", lambda _: tmp_path)
    before = told()
    assert told() == before
    for name, matters in (
        *((name, True) for name in pure), ("site/library/brief_reports.py", True), ("newroom.py", True), ("site/urls.py", False),
        ("fetching/door.py", False), ("briefing/brief.pyc", False),
    ):
        (tmp_path / name).write_text("after")
        assert (told() != before) is matters, name
        before = told()
    maker.maker.cache_clear()


def test_the_turn_is_found_by_its_index(library: str) -> None:
    from django.db import connection

    from octavo.site.desk.briefing.claiming import WINDOW
    from octavo.site.library.models import Story, StoryBrief

    rows = Story.objects.bulk_create([Story(size=1, last=MORNING) for _ in range(3_000)])
    StoryBrief.objects.bulk_create([StoryBrief(story=row, waiting=MORNING if row.pk % 30 == 0 else None) for row in rows])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE library_storybrief")
    turn = StoryBrief.objects.filter(waiting__isnull=False).order_by("-waiting", "-story").values_list("story")[:WINDOW].explain()
    assert "brief_turn" in turn, turn
