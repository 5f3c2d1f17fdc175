"""Stories looked at once more: which articles go elsewhere, and which address stays whose."""

from __future__ import annotations

import random
from collections.abc import Sequence

from octavo import Article, Paragraph
from octavo.grouping.stories.digest import Digest, digest
from octavo.site.desk.grouping.mending import Placed, moves, whole_stories
from tests.site.desk.grouping.placed import EVENTS, place_all, report
from tests.site.library.articles import MORNING
from tests.site.library.placed import check, stories


def told(event: str, number: int) -> Digest:
    chance = random.Random(f"{event} {number}")
    text = " ".join(chance.sample(EVENTS[event].split(), 14))
    return digest(Article("", " ".join(text.split()[:7]), (Paragraph("text", text),)))


def placed(*stories: Sequence[str], held: Sequence[str] = ()) -> list[Placed]:
    """Stories from 1 on, given by the events of their articles, which are numbered from 1 on; "ferry!" is held."""
    found: list[Placed] = []
    for number, events in enumerate(stories, 1):
        for event in events:
            name = event.rstrip("!")
            found.append(Placed(len(found) + 1, number, told(name, len(found)), name != event))
    return found


def test_what_belongs_together_stays() -> None:
    assert moves([]) == {}
    assert moves(placed(["ferry"] * 3, ["dam"] * 2, ["bank"])) == {}


def test_two_stories_of_one_event_are_the_larger_one() -> None:
    assert moves(placed(["ferry"], ["ferry"] * 3, ["dam"])) == {1: 2}
    assert moves(placed(["ferry"] * 2, ["dam"], ["ferry"] * 2)) == {4: 1, 5: 1}


def test_a_story_of_two_events_keeps_its_address_for_the_larger_part() -> None:
    assert set(moves(placed(["ferry", "dam", "dam", "dam"]))) == {1}
    [new] = set(moves(placed(["ferry", "dam", "ferry", "dam"])).values())
    assert isinstance(new, str)
    assert set(moves(placed(["ferry", "dam", "ferry", "dam"]))) == {2, 4}


def test_what_the_owner_decided_stands() -> None:
    assert moves(placed(["ferry!", "dam!"], ["ferry", "dam"], ["bank"])).keys() <= {3, 4}
    assert moves(placed(["ferry!"], ["ferry!"])) == {}
    assert moves(placed(["ferry!"], ["ferry!"] * 2 + ["dam"], ["dam"])) in ({4: 3}, {5: "new 2", 4: "new 2"})
    assert moves(placed(["ferry!"], ["ferry"] * 4)) == {2: 1, 3: 1, 4: 1, 5: 1}


def test_an_update_stays_with_the_text_that_it_is_of() -> None:
    articles = placed(["ferry", "ferry", "dam"])
    articles[2] = Placed(3, 1, articles[2].digest, earlier=1)
    assert moves(articles) == {}


def test_what_names_no_event_stays_where_it_is() -> None:
    mute = digest(Article("", "Live updates", ()))
    assert moves([Placed(pk, pk, mute) for pk in range(1, 4)]) == {}
    assert moves([*placed(["ferry"], ["ferry"] * 2), Placed(9, 9, mute)]) == {1: 2}


def test_stories_are_taken_whole() -> None:
    assert whole_stories({5: 3, 2: 4, 9: 1}, 4) == [5, 9]


def test_the_library_is_mended_and_all_addresses_work(library: str) -> None:
    from octavo.site.library.choosing import split_story
    from octavo.site.library.mending import mend_places
    from octavo.site.library.models import Place, StoryChoice
    from octavo.site.library.story_counts import live
    from octavo.site.library.writing import writing

    articles = {event: [report(event, number) for number in range(4)] for event in EVENTS}
    place_all()
    story_of = dict(Place.objects.values_list("article", "story"))
    choice = split_story(story_of[articles["ferry"][0].pk] or 0, [articles["ferry"][3].pk], MORNING)
    split_off = StoryChoice.objects.get(pk=choice).story_id
    dam = story_of[articles["dam"][0].pk] or 0
    with writing():
        new = mend_places(False, {articles["dam"][0].pk: "new"})["new"]
    assert sorted(map(len, stories().values())) == [1, 1, 3, 3, 4]
    report("bank", 9)
    place_all()
    assert sorted(map(len, stories().values())) == [1, 3, 4, 5]
    assert stories()[split_off] == [articles["ferry"][3].key]
    assert (live(new), len(stories()[dam])) == (dam, 4)
    check()
