"""The pages of sources in a real browser: hostile names, every width, both themes, by hand from adding to removing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.looking import faults_of
from tests.browser.running import run, served
from tests.site.paper.sources.slow import slow_paper

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

SEED = """
from octavo.site.library.opening import open_library
open_library()
from datetime import timedelta
from django.utils import timezone
from octavo.site.library.models import Source, SourceDay, WantedPage
now = timezone.now()
names = ["The Harbour Post", "صوت المرفأ: جريدة الجزر", "島の新聞", "<script>document.title='broken in'</script>", "W" * 300,
         "The Skerry Courier of Record, Established 1834, Incorporating the Outer Isles Advertiser and the Monday Shipping List", ""]
for number in range(21):
    failing = number % 7 == 3
    source = Source.objects.create(
        kind="feed", address=f"https://paper{number}.example/{'feed' * (number % 7 == 6) * 60}{number}", title=names[number % 7],
        folder=["Isles", "", "Politics & " + "long" * 40][number % 3], added=now, fetched=now - timedelta(minutes=20), interval=2400,
        due_at=now + timedelta(hours=3), muted=number == 5, failures=failing, failing_since=now if failing else None,
        problem="<img src=x onerror=alert(1)> the host does not answer" if failing else "", home="javascript:alert(1)",
    )
    SourceDay.objects.bulk_create(SourceDay(source=source, day=(now - timedelta(days=ago)).date(), articles=ago % 5) for ago in range(30))
    WantedPage.objects.create(source=source, url="https://paper.example/" + "x" * 400, found=now, state="failed", reason="gone")
"""


@pytest.fixture(scope="package")
def sources(browser: Browser, begun_library: Callable[[str], Path]) -> Iterator[str]:
    """The address of a paper that has sources with odd names; they are not asked."""
    folder = begun_library("sources")
    run(folder, "-c", SEED)
    with served(folder, "--no-fetch") as address:
        yield address


PATHS = ("/sources/", "/sources/4/", "/sources/5/", "/sources/7/", "/sources/add/", "/sources/1/remove/", "/sources/?q=nothing", "/style/")


def test_nothing_is_wrong_with_any_page_of_sources(sources: str, visit: Open) -> None:
    page = visit(sources)
    assert not (wrong := faults_of(page, (sources + path for path in PATHS))), wrong


def test_no_title_runs_as_a_script(sources: str, visit: Open) -> None:
    page = visit(sources)
    for path in PATHS:
        page.goto(sources + path)
        assert page.title() != "broken in", path


def test_from_the_list_to_a_source_and_what_can_be_done_there(sources: str, visit: Open) -> None:
    page = visit(sources, java_script_enabled=False)
    page.locator(".footer a", has_text="Sources").click()
    page.get_by_label("Name").fill("harbour")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".source-row")).to_have_count(3)
    page.locator(".source-row a").first.click()
    page.get_by_role("button", name="Fetch now").click()
    expect(page.get_by_role("status")).to_contain_text("It is in the queue")
    page.get_by_label("Title").fill("The Harbour Post & Pilot")
    page.get_by_label("Folder").fill("Harbours")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("h1")).to_have_text("The Harbour Post & Pilot")
    page.get_by_text("Credentials: not set").click()
    page.get_by_label("User name").fill("wrenna")
    page.get_by_label("Password").fill("hunter2")
    page.get_by_role("button", name="Keep them").click()
    expect(page.get_by_text("Credentials: set")).to_be_visible()
    assert "hunter2" not in page.content()
    page.get_by_role("link", name="Remove this source").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("status")).to_have_text("The source is removed.")


def test_on_the_first_run_sources_are_chosen_from_the_list(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    page.get_by_role("link", name="choose your sources").click()
    page.wait_for_url("**/sources/**")
    assert page.get_by_role("checkbox").count() > 20
    assert page.get_by_role("checkbox", checked=True).count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_adding_says_meanwhile_what_is_asked_and_goes_on_by_itself(scripts: bool, browser: Browser, visit: Open, tmp_path: Path) -> None:
    with slow_paper() as (paper, let), served(tmp_path, "--no-fetch", allow=paper.removeprefix("http://")) as address:
        page = visit(f"{address}/sources/add/", java_script_enabled=scripts, viewport={"width": 390, "height": 844})
        page.get_by_label("Address of a site or feed").fill(f"{paper}/feed.xml")
        page.get_by_role("button", name="Look for it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Looking at {paper}/feed.xml", timeout=30_000)
        expect(page.get_by_role("status")).to_contain_text("Asked so far", timeout=30_000)
        let.set()
        expect(page.get_by_role("heading", level=1)).to_have_text("The Slow Post", timeout=30_000)
        expect(page.get_by_role("status")).to_contain_text("It is added", timeout=30_000)
