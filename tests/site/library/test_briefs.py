"""The briefs of stories in the library: which wait, what they are made of, and what pages read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from octavo.briefing.brief_json import brief_json
from octavo.briefs import Brief, Citation, Claim, Line
from octavo.grouping.owners import Owner
from tests.site.library.analyses import analysed, analysis, hold, keep, put
from tests.site.library.articles import MORNING, article, page, source
from tests.site.library.placed import came, many, tell

if TYPE_CHECKING:
    from octavo.site.library.models import Article

LINE = Claim("A ferry ran aground.", (Citation("1", 0, 20), Citation("7", 4, 24)), 2)


def waiting() -> set[int]:
    from octavo.site.library.models import StoryBrief

    return set(StoryBrief.objects.filter(waiting__isnull=False).values_list("story", flat=True))


def none_waits() -> None:
    from octavo.site.library.models import StoryBrief

    StoryBrief.objects.update(waiting=None, asked=None)


def material(story: int) -> dict[str, tuple[str, str]]:
    """The reports of a story by id, each with its origin and voice."""
    from octavo.site.library.brief_reports import material_of

    return {report.id: (report.origin, report.voice) for report in material_of(story).reports}


def test_pages_read_what_was_made(library: str) -> None:
    from octavo.site.library import briefs
    from octavo.site.library.models import StoryBrief

    story, bare = tell("one", put("ferry")), tell("two", put("dam"))
    assert briefs.brief_of(story) is None
    assert briefs.added_to(story) == ()
    assert (briefs.first_lines([story, bare]), briefs.why_no_brief(story)) == ({}, "")
    told = Brief(summary=(LINE,), new=(Line("It is new.", (Citation("7", 4, 24),)),))
    lines = ((1, Line("First.", (Citation("1", 0, 5),))), (3, Line("Later.", (Citation("7", 0, 5),))))
    at = MORNING.isoformat()
    fresh = [{"at": at, "came": (MORNING + timedelta(hours=hours)).isoformat(), **asdict(line)} for hours, line in lines]
    row = StoryBrief.objects.filter(story=story)
    row.update(brief=brief_json(told), first=brief_json(told)["summary"][0], fresh=fresh)
    StoryBrief.objects.filter(story=bare).update(brief=brief_json(Brief(note="Too little.")), problem="it is odd")
    assert briefs.brief_of(story) == told
    assert briefs.first_lines([story, bare]) == {story: LINE}
    assert briefs.why_no_brief(bare) == "it is odd"
    added = briefs.added_to(story)
    assert [each.line.text for each in added] == ["First.", "Later."]
    assert [each.line.text for each in briefs.added_since(added, MORNING + timedelta(hours=2))] == ["Later."]
    assert [each.line.text for each in briefs.added_by(added, 1)] == ["First."]


def test_reports_hold_what_was_found_in_the_articles(library: str) -> None:
    from octavo.site.library.brief_reports import material_of
    from octavo.site.library.rows import article_of

    row = analysed("ferry")
    story = tell("one", row, voice="post.example")
    made = material_of(story)
    (report,) = made.reports
    found = analysis(row.text)
    assert report.article == replace(article_of(row), id=str(row.pk))
    assert report.analysis.sentences == found.sentences
    assert report.analysis.entities == found.entities
    assert report.analysis.attributions == found.attributions
    assert (report.origin, report.voice) == (str(row.pk), "post.example")
    assert made.came == {str(row.pk): row.arrived}


def test_articles_that_nobody_analysed_take_part_with_their_sentences(library: str) -> None:
    from octavo.site.library.brief_reports import material_of

    story = tell("one", put("late", "One came. Two went."))
    tell(story, put("german", "Ein Satz. Noch einer.", language="de"))
    tell(story, came("empty", ""))
    by_key = {report.article.url: report for report in material_of(story).reports}
    texts = [
        [report.text[start:end] for start, end in report.analysis.sentences]
        for report in (by_key[f"https://post.example/{key}"] for key in ("late", "german", "empty"))
    ]
    assert texts == [["One came.", "Two went."], ["Ein Satz.", "Noch einer."], []]
    assert not any(report.analysis.attributions for report in by_key.values())


def test_copies_and_updates_count_with_the_text_that_they_are_of(library: str) -> None:
    origin, copy, update, after = (came(key, minutes=minutes) for minutes, key in enumerate(("origin", "copy", "update", "after")))
    story = tell("one", origin, voice="reuters")
    tell(story, copy, origin=origin.pk, voice="reuters")
    tell(story, update, earlier=origin.pk, voice="reuters")
    tell(story, after, origin=update.pk, voice="reuters")
    assert set(material(story).values()) == {(str(origin.pk), "reuters")}
    elsewhere = tell("two", came("other"))
    tell(elsewhere, came("carries"), origin=origin.pk)
    assert [origin_of for origin_of, _ in material(elsewhere).values()].count(str(origin.pk)) == 1


def test_queries_do_not_grow_with_the_articles_and_the_newest_are_taken(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.briefing.reports import MOST
    from octavo.site.library.brief_reports import mark_of, material_of

    rows = many("ferry", MOST + 3)
    story = tell("one", *rows)
    with CaptureQueriesContext(connection) as captured:
        made = material_of(story)
        mark_of(story)
    assert len(captured) == 3
    assert [report.id for report in made.reports] == [str(row.pk) for row in rows[3:]]


CHANGES: dict[str, Callable[[int, Article], object]]


def _analysed(story: int, row: Article) -> None:
    hold(row)
    assert keep((row, analysis(row.text))) == 1


def _another_text(story: int, row: Article) -> None:
    from octavo.site.library.importing import import_page

    import_page(page(b"later", minutes=90, url=row.url), [article("ferry", "Another text.", language="en")], source())


def _other_blanks(story: int, row: Article) -> None:
    from octavo.site.library.awaiting import expect
    from octavo.site.library.writing import writing

    row.text = row.text.replace("the crew", "the\ncrew")
    with writing():
        row.save()
        expect([], [row])


def _joined(story: int, row: Article) -> None:
    tell(story, came("another"))


def _origin(story: int, row: Article) -> None:
    from octavo.site.library.models import Place
    from octavo.site.library.placing import Text, put_texts
    from octavo.site.library.writing import writing

    other = Place.objects.filter(story=story).exclude(article=row).get().article_id
    with writing():
        put_texts(story, [Text(row.pk, other, None, "post.example")], None)


def _owner(story: int, row: Article) -> None:
    from octavo.site.library.owners import add_owner
    from octavo.site.library.voices import count_some_voices
    from octavo.site.library.writing import writing

    add_owner(Owner("Isle", ("post.example",)))
    with writing():
        while count_some_voices():
            pass


def _moved(story: int, row: Article) -> None:
    from octavo.site.library.mending import mend_places
    from octavo.site.library.writing import writing

    with writing():
        mend_places(specimen=False, moves={row.pk: "new"})


def _split(story: int, row: Article) -> None:
    from octavo.site.library.choosing import split_story

    split_story(story, [row.pk], MORNING)


CHANGES = {
    "analysed": _analysed, "another text": _another_text, "other blanks": _other_blanks, "joined": _joined, "origin": _origin,
    "owner": _owner, "moved": _moved, "split": _split,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_story_waits_and_its_mark_is_another_whenever_it_changes(library: str, change: str) -> None:
    from octavo.site.library.brief_reports import mark_of
    from octavo.site.library.models import Place

    row, other = put("ferry"), put("other", "Another paper has another text.", minutes=5)
    story, apart = tell("one", row, voice="post.example"), tell("apart", put("apart", "Alone."))
    tell(story, other, voice="post.example")
    none_waits()
    before, of_apart = mark_of(story), mark_of(apart)
    assert mark_of(story) == before
    CHANGES[change](story, row)
    stories = {story, *Place.objects.filter(article__in=[row.pk, other.pk]).values_list("story", flat=True)}
    assert waiting() - {apart} == stories
    assert mark_of(story) != before
    assert apart not in waiting() or change == "owner"
    assert mark_of(apart) == of_apart or change == "owner"


def test_a_story_that_has_lost_its_articles_has_no_brief_until_it_has_some_again(library: str) -> None:
    from octavo.site.library.brief_reports import mark_of
    from octavo.site.library.choosing import merge_stories, undo_choice
    from octavo.site.library.models import StoryBrief

    one, two = tell("one", put("ferry")), tell("two", put("dam"))
    none_waits()
    choice = merge_stories(two, one, MORNING)
    assert waiting() == {one}
    assert set(StoryBrief.objects.values_list("story", flat=True)) == {one}
    assert mark_of(two) == ""
    none_waits()
    undo_choice(choice)
    assert waiting() == {one, two}


def test_it_waits_since_it_was_first_asked_for(library: str) -> None:
    from octavo.site.library.models import StoryBrief

    story = tell("one", put("ferry"))
    StoryBrief.objects.update(asked=MORNING)
    tell(story, put("later", minutes=60))
    row = StoryBrief.objects.get()
    assert (row.asked, row.waiting) == (MORNING, MORNING + timedelta(minutes=60))


def test_stories_that_were_there_before_wait_too(library: str) -> None:
    from django.core.management import call_command

    from octavo.site.library.choosing import merge_stories
    from octavo.site.library.models import StoryBrief

    one, two, three = (tell(key, put(key)) for key in ("ferry", "dam", "bank"))
    merge_stories(three, two, MORNING)
    expected = set(StoryBrief.objects.values_list("story", "waiting"))
    for target in (["library", "0012"], []):
        call_command("migrate", *target, verbosity=0, skip_checks=True)
    assert set(StoryBrief.objects.values_list("story", "waiting")) == expected
    assert {story for story, _ in expected} == {one, two}
    assert StoryBrief.objects.filter(mark="", brief__isnull=True, fresh=[], attempts=0, asked__isnull=False).count() == 2
