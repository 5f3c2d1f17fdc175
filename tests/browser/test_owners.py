"""The list of who owns what in a real browser: odd names, every width, both themes, by hand from adding to removing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.looking import faults_of
from tests.browser.running import run, served

SEED = """
from octavo.site.library.opening import open_library
open_library()
from octavo.grouping.owners import Owner
from octavo.site.library.owners import add_owner, change_owner, remove_owner
from tests.site.library.placed import came, tell
names = ["Isle & Sons", "صوت المرفأ: جريدة الجزر", "島の新聞", "<script>document.title='broken in'</script>", "W" * 200]
for number, name in enumerate(names):
    domains = [f"{'long' * 15}{each}.p{number}.example" if number == 4 else f"p{number}-{each}.example" for each in range(1 + number * 10)]
    add_owner(Owner(name, tuple(domains), (name,)))
change_owner("BBC", Owner("BBC", ("bbc.com",)))
remove_owner("Fox")
papers = ["The Post", "X" * 200, "صوت المرفأ"]
story = 0
for number, paper in enumerate(papers):
    about, minutes = f"Text {number} about the ferry.", 9 * number
    article = came(f"a{number}", about, publisher=paper, url=f"https://p0-{number}.example/", minutes=minutes)
    story = tell(story or "ferry", article, voice=names[0], outlet=f"p0-{number}.example") or story
    wide = came(f"b{number}", f"Words {number} of it.", publisher=paper + "!", url=f"https://p4-{number}.example/", minutes=minutes)
    tell(story, wide, voice=names[4], outlet=f"p4-{number}.example")
"""
LIST = "/sources/owners/"
PATHS = (
    LIST, f"{LIST}add/", f"{LIST}change/?entry=BBC", f"{LIST}change/?entry={'W' * 200}", f"{LIST}remove/?entry={'W' * 200}",
    f"{LIST}put-back/?entry=Fox", f"{LIST}?q={'n' * 200}", "/story/1/",
)


@pytest.fixture(scope="module")
def owned(begun_library: Callable[[str], Path]) -> Iterator[str]:
    """The address of a paper whose list of owners has odd names, and a story that outlets of two of them tell."""
    folder = begun_library("owned")
    run(folder, "-c", SEED)
    with served(folder, "--no-fetch") as address:
        yield address


def test_nothing_is_wrong_with_any_page(owned: str, visit: Open) -> None:
    page = visit(owned)
    assert not (wrong := faults_of(page, (owned + path for path in PATHS))), wrong


def test_no_name_runs_as_a_script(owned: str, visit: Open) -> None:
    page = visit(owned)
    for path in PATHS:
        page.goto(owned + path)
        assert page.title() != "broken in", path


def test_an_owner_is_added_changed_and_removed_without_javascript(owned: str, visit: Open) -> None:
    page = visit(owned, java_script_enabled=False)
    page.locator(".footer a", has_text="Sources").click()
    page.get_by_role("link", name="Who owns what").click()
    page.get_by_role("link", name="Add an owner").click()
    page.get_by_label("Owner", exact=True).fill("Holm Group")
    page.get_by_label("Domains of its outlets").fill("https://www.holm.example/today\nskerry.example")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("status")).to_contain_text("count as one report")
    entry = page.locator(".owner-line", has_text="Holm Group")
    expect(entry).to_contain_text("holm.example, skerry.example")
    page.get_by_role("link", name="Change Holm Group").click()
    page.get_by_label("Names of its outlets").fill("The Skerry Post")
    page.get_by_role("button", name="Save").click()
    expect(entry).to_contain_text("The Skerry Post, holm.example")
    page.get_by_role("link", name="Remove Holm Group").click()
    page.get_by_role("button", name="Remove it").click()
    expect(entry).to_have_count(0)


def test_a_story_says_which_papers_count_once_and_leads_to_why(owned: str, visit: Open) -> None:
    page = visit(f"{owned}/story/1/")
    once = page.locator(".once", has_text="Isle & Sons")
    expect(once).to_contain_text("Counted once: The Post")
    once.get_by_role("link", name="Why?").click()
    expect(page.locator(".owner-line h3")).to_have_text("Isle & Sons")
