"""The owner alone merges, splits and moves, is asked first, and can undo it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.site.library.articles import whole_library
from tests.site.library.placed import many, stories, tell
from tests.site.paper.stories.made import made, said

if TYPE_CHECKING:
    from django.test import Client

POSTS = ("merge/", "split/", "move/", "undo/")


def choice_on(page: str) -> str:
    """The number of the choice that the page offers to undo."""
    return page.split('name="choice" value="')[1].split('"')[0]


def test_two_are_merged_and_taken_apart(site_client: Client) -> None:
    told = made()
    before, as_it_was = stories(), whole_library()
    assert "Otters in the sound" in said(site_client, f"/story/{told.story}/merge/?q=otters+sound")
    assert "No other story has these words" in said(site_client, f"/story/{told.story}/merge/?q=walrus")
    assert "Are these one story?" in said(site_client, f"/story/{told.story}/merge/?with={told.other}")
    assert whole_library() == as_it_was
    answer = site_client.post(f"/story/{told.story}/merge/", {"with": told.other})
    assert answer["Location"] == f"/story/{told.story}/?done=stories-merged"
    page = said(site_client, answer["Location"])
    assert "They are one story now" in page
    assert "“Otters in the sound”</bdi> is the same story" in page
    assert len(stories()[told.story]) == 5
    undone = site_client.post(f"/story/{told.story}/undo/", {"choice": choice_on(page)})
    assert undone["Location"] == f"/story/{told.story}/?done=stories-undone"
    assert stories() == before


def test_articles_are_split_off_and_put_back(site_client: Client) -> None:
    told = made()
    before = stories()
    assert said(site_client, f"/story/{told.story}/sort/").count('type="checkbox"') == 4
    ticked = said(site_client, f"/story/{told.story}/sort/?article={told.own.pk}")
    assert f'value="{told.own.pk}" checked' in ticked
    assert "Is this a story apart" in said(site_client, f"/story/{told.story}/split/?article={told.own.pk}&article=x")
    answer = site_client.post(f"/story/{told.story}/split/", {"article": [told.own.pk]})
    page = said(site_client, answer["Location"])
    assert "It is a story of its own now" in page
    assert "Marit comes home" in page
    assert "1 article here is a story apart from" in page
    assert stories()[told.story] == ["wire", "cut", "same"]
    here = answer["Location"].split("?")[0]
    site_client.post(f"{here}undo/", {"choice": choice_on(page)})
    assert stories() == before


def test_an_article_is_moved_and_put_back(site_client: Client) -> None:
    told = made()
    before = stories()
    assert "To which story does it belong?" in said(site_client, f"/story/{told.story}/move/?article={told.own.pk}")
    assert "Otters in the sound" in said(site_client, f"/story/{told.story}/move/?article={told.own.pk}&q=otters")
    assert "Does this belong to" in said(site_client, f"/story/{told.story}/move/?article={told.own.pk}&with={told.other}")
    answer = site_client.post(f"/story/{told.story}/move/", {"article": [told.own.pk], "with": told.other})
    assert answer["Location"] == f"/story/{told.other}/?done=stories-moved"
    page = said(site_client, answer["Location"])
    assert "1 article here does not belong to" in page
    assert stories()[told.other] == ["otters", "own"]
    site_client.post(f"/story/{told.other}/undo/", {"choice": choice_on(page)})
    assert stories() == before


def test_what_cannot_be_done_is_said_and_changes_nothing(site_client: Client) -> None:
    told = made()
    before = whole_library()
    everything = [each.pk for each in (told.wire, told.cut, told.same, told.own)]
    for path, form in (
        ("merge/", {"with": "999"}), ("merge/", {"with": "x"}), ("merge/", {"with": told.story}),
        ("split/", {"article": everything}),
        ("split/", {}), ("move/", {"article": [told.own.pk], "with": "9" * 40}), ("move/", {"with": told.other}),
        ("undo/", {"choice": "1"}),
    ):
        answer = site_client.post(f"/story/{told.story}/{path}", form)
        assert answer["Location"] == f"/story/{told.story}/?done=stories-undecided", (path, form)
    assert "Nothing was changed" in said(site_client, f"/story/{told.story}/?done=stories-undecided")
    assert site_client.get(f"/story/{told.story}/split/")["Location"].endswith("?done=stories-unticked")
    assert "Tick at least one" in said(site_client, f"/story/{told.story}/sort/?done=stories-unticked")
    assert site_client.get(f"/story/{told.story}/merge/?with=999").status_code == 404
    assert whole_library() == before


@pytest.mark.parametrize("path", ["merge/", "merge/?with={other}", "sort/", "split/", "split/?article={own}", "move/?article={own}"])
def test_an_old_page_of_a_story_that_was_merged_leads_to_where_its_articles_are(site_client: Client, path: str) -> None:
    told = made()
    site_client.post(f"/story/{told.other}/merge/", {"with": told.story})
    answer = site_client.get(f"/story/{told.story}/{path.format(other=told.other, own=told.own.pk)}", follow=True)
    assert answer.redirect_chain[-1] == (f"/story/{told.other}/?done=stories-undecided", 302)
    assert "Nothing was changed" in answer.content.decode()


def test_an_old_article_of_a_large_story_can_go_too(site_client: Client) -> None:
    from octavo.site.paper.stories.owning import OFFERED

    rows = many("n", OFFERED + 1)
    story = tell("story", *rows)
    oldest = rows[0].pk
    assert f'value="{oldest}" checked' in said(site_client, f"/story/{story}/sort/?article={oldest}")
    assert "Is this a story apart" in said(site_client, f"/story/{story}/split/?article={oldest}")
    assert "To which story does it belong?" in said(site_client, f"/story/{story}/move/?article={oldest}")


def test_a_story_is_not_the_same_as_itself(site_client: Client) -> None:
    told = made()
    assert "Otters in the sound" in said(site_client, f"/story/{told.story}/merge/?with={told.story}")


def test_what_is_taken_back_is_said_where_the_articles_went(site_client: Client) -> None:
    told = made()
    here = site_client.post(f"/story/{told.story}/split/", {"article": [told.own.pk]})["Location"].split("?")[0]
    form = {"choice": choice_on(said(site_client, here))}
    answer = site_client.post(f"{here}undo/", form, follow=True)
    assert answer.redirect_chain[-1] == (f"/story/{told.story}/?done=stories-undone", 302)


@pytest.mark.parametrize("path", POSTS)
def test_a_form_of_another_site_changes_nothing(site: None, override: Callable[..., None], path: str) -> None:
    from django.test import Client

    override(LOOPBACK=True)
    told = made()
    before = whole_library()
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    form = {"with": told.other, "article": [told.own.pk]}
    assert client.post(f"/story/{told.story}/{path}", form, headers={"origin": "https://evil.example"}).status_code == 403
    assert whole_library() == before


def test_nobody_but_the_owner_changes_anything(site: None, override: Callable[..., None]) -> None:
    from django.test import Client

    from octavo.site.readers.models import User

    override(LOOPBACK=False, ALLOWED_HOSTS=["paper.example"])
    told = made()
    before = whole_library()
    reader = Client(headers={"host": "paper.example"})
    reader.force_login(User.objects.create_user("wrenna", password="a long enough one"))
    for path in POSTS:
        assert reader.post(f"/story/{told.story}/{path}", {"with": told.other, "article": [told.own.pk]}).status_code == 403, path
    for path in ("merge/", "sort/", "split/", "move/"):
        assert reader.get(f"/story/{told.story}/{path}").status_code == 403, path
    assert "One story or more?" not in reader.get(f"/story/{told.story}/").content.decode()
    assert ">move it</a>" not in reader.get(f"/article/{told.own.pk}/").content.decode()
    assert whole_library() == before
