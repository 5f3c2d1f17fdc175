"""The briefs of the specimen edition in a real browser: every mark leads to its sentence, and a brief can be listened to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.looking import THEMES, faults_of
from tests.browser.running import brief, served
from tests.once import copied

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WORDS = """() => [...document.querySelectorAll("a[href*='?cite=']")].map(each => [
  each.classList.contains("cite") ? each.previousSibling.textContent.trim() : "", each.id,
])"""
"""Each mark of a page: the words of the line that are taken from there, "" where it only has them too, and the mark's own name."""

SPEECH = """
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const spoken = window.spoken = [];
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => [{lang: "en"}], addEventListener() {}, cancel() { spoken.push("-"); }, speak(said) { spoken.push(said); },
}});
window.go_on = () => spoken.filter(each => each !== "-").at(-1).onend();
"""
"""A browser's speech that says nothing and ends when it is told to."""


@pytest.fixture(scope="module")
def briefed(browser: Browser, specimen_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = copied(specimen_library, tmp_path_factory.mktemp("briefed"))
    brief(folder)
    with served(folder, "--no-fetch") as address:
        yield address


def stories(page: Page) -> list[str]:
    """The addresses of the stories on the front page."""
    found = page.eval_on_selector_all("main a[href^='/story/']", "all => all.map(each => each.getAttribute('href'))")
    return list(dict.fromkeys(found))


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def test_every_mark_of_a_brief_leads_to_its_sentence_highlighted_in_its_article(briefed: str, visit: Open) -> None:
    page = visit(briefed, java_script_enabled=False, viewport={"width": 1440, "height": 900})
    story = page.locator(".block--lead .headline a").get_attribute("href")
    page.goto(f"{briefed}{story}")
    marks = page.evaluate(WORDS)
    assert len(marks) > 30
    for number, (words, name) in enumerate(marks):
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.locator("a[href*='?cite=']").nth(number).click()
        page.wait_for_url("**/article/*/?cite=*")
        said = "".join(page.locator(".cited").all_text_contents())
        box, height = page.locator("#cited").bounding_box(), page.evaluate("innerHeight")
        assert box
        assert 0 <= box["y"] < height, words
        assert said.strip()
        assert all(plain(part) in plain(said) for part in words.split("…")), (words, said)
        if name:
            assert page.locator(".back").get_attribute("href") == f"{story}#{name}"
        page.go_back()


def test_from_the_sentence_back_to_the_very_mark_by_the_keyboard(briefed: str, visit: Open) -> None:
    page = visit(briefed, viewport={"width": 390, "height": 844})
    story = stories(page)[0]
    page.goto(briefed + story)
    mark = page.locator(".timeline .cite[id]").last
    name = mark.get_attribute("id")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    back = page.get_by_role("link", name="Back to the brief")
    for _ in range(4):
        page.keyboard.press("Tab")
        if back.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{story}#{name}")
    expect(page.locator(f"#{name}")).to_be_in_viewport()


def test_the_brief_is_one_click_away_from_its_articles(briefed: str, visit: Open) -> None:
    page = visit(briefed, java_script_enabled=False)
    page.locator(".block--lead .cite").first.click()
    expect(page.locator("#cited")).to_be_in_viewport()
    page.locator(".belongs a[href$='#brief']").click()
    assert page.locator(".summary-line").count() >= 3
    expect(page.locator(".brief")).to_be_in_viewport()


def test_nothing_is_wrong_with_any_page_of_a_brief_and_none_is_large(briefed: str, visit: Open) -> None:
    page = visit(briefed)
    for story in stories(page):
        answer = page.goto(briefed + story)
        assert answer
        assert len(answer.body()) < 100_000, story
        cite = page.locator(".summary .cite").first.get_attribute("href")
        assert not (wrong := faults_of(page, (f"{briefed}{path}" for path in (story, cite)))), wrong


@pytest.mark.parametrize("theme", THEMES)
def test_the_sentence_that_is_meant_is_marked_on_paper_and_in_forced_colours_too(theme: str, briefed: str, visit: Open) -> None:
    page = visit(briefed, color_scheme=theme)
    page.goto(briefed + stories(page)[0])
    page.goto(f"{briefed}{page.locator('.summary .cite').first.get_attribute('href')}")
    ground = "each => getComputedStyle(each).backgroundColor"
    marked = page.locator("#cited")
    assert marked.evaluate(ground) != page.locator("html").evaluate(ground)
    page.emulate_media(media="print")
    assert marked.evaluate("each => getComputedStyle(each).textDecorationLine") == "underline"
    page.emulate_media(media="screen", forced_colors="active")
    assert marked.evaluate(ground) != page.locator("html").evaluate(ground)


def test_what_is_read_aloud_is_marked_and_can_be_held_and_ended_by_the_keyboard(briefed: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    context.add_init_script(SPEECH)
    page = context.new_page()
    page.goto(briefed)
    article = page.locator(".block--lead .cite").first.get_attribute("href")
    for path, what in ((stories(page)[0], "brief"), (article, "article")):
        page.goto(f"{briefed}{path}")
        marked = page.locator(".read-now")
        page.get_by_role("button", name=f"Listen to the {what}").focus()
        page.keyboard.press("Enter")
        heard = []
        for _ in range(12):
            expect(marked).to_have_count(1)
            expect(marked).to_be_in_viewport()
            heard.append(page.evaluate("spoken.at(-1).text"))
            assert plain(heard[-1]).split()[-1] in plain(marked.inner_text())
            assert page.evaluate("spoken.at(-1).lang") == "en"
            page.evaluate("go_on()")
        assert heard[0] == page.locator("h1").inner_text().replace("\n", " ")
        assert len(set(heard)) > 9
        now = page.evaluate("spoken.at(-1).text")
        page.keyboard.press("Escape")
        assert page.evaluate("spoken.at(-1)") == "-"
        expect(marked).to_have_count(1)
        page.get_by_role("button", name="Go on").press("Enter")
        assert page.evaluate("spoken.at(-1).text") == now
        page.get_by_role("button", name="Pause").press(" ")
        page.get_by_role("button", name="Stop").press("Enter")
        expect(marked).to_have_count(0)
        expect(page.get_by_role("button", name=f"Listen to the {what}")).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_without_a_voice_or_without_scripts_there_is_no_button(briefed: str, visit: Open) -> None:
    for scripts in (True, False):
        page = visit(briefed, java_script_enabled=scripts)
        page.locator(".block--lead .headline a").click()
        expect(page.locator(".summary-line").first).to_be_visible()
        assert page.get_by_role("button", name="Listen").count() == 0
