"""Reading by the keyboard and by hand in a real browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent")).strip()


def test_the_keys_go_through_the_headlines_and_act_on_them(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    headlines = [each.strip() for each in page.locator("main :is(.headline a, a.line-headline)").all_text_contents()]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert _focused(page) == headlines[1]
    page.keyboard.press("k")
    assert _focused(page) == headlines[0]
    page.keyboard.press("Control+s")
    page.keyboard.press("s")
    expect(page.get_by_role("status").filter(has_text="It is saved for later")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert _focused(page) == headlines[0]
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/reading/saved/")
    expect(page.locator(".line-headline").first).to_be_visible()
    page.keyboard.press("Tab")
    page.locator("#saved-words").focus()
    page.keyboard.type("josm?")
    assert page.input_value("#saved-words") == "josm?"
    page.goto(specimen)
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/story/**")
    page.keyboard.press("u")
    page.wait_for_url(specimen + "/")


def test_keys_that_are_switched_off_do_nothing(specimen: str, visit: Open) -> None:
    page = visit(f"{specimen}/settings/reading/")
    page.get_by_label("Single keys work").uncheck()
    page.get_by_role("button", name="Save").click()
    page.goto(specimen)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.goto(f"{specimen}/settings/reading/")
    page.get_by_label("Single keys work").check()
    page.get_by_role("button", name="Save").click()


def test_selected_words_are_marked_with_a_script_and_written_ones_without(specimen: str, visit: Open) -> None:
    page = visit(specimen)
    address = f"{specimen}/article/1/"
    page.goto(address)
    words = page.evaluate("""() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(".text > p:nth-of-type(2)"));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return getSelection().toString();
    }""")
    expect(page.locator("#act-words")).to_have_value(words.strip())
    page.get_by_role("button", name="Mark them").click()
    expect(page.locator(".marked-words blockquote")).to_have_text(words.strip())
    plain = visit(address, java_script_enabled=False)
    plain.locator("summary", has_text="Mark words").click()
    plain.get_by_label("Words of the article").fill("Words that nobody printed")
    plain.get_by_role("button", name="Mark them")
    plain.get_by_label("Words of the article").fill(words.strip().split(".")[0])
    plain.get_by_role("button", name="Mark them").click()
    expect(plain.locator(".marked-words blockquote")).to_have_count(2)
    plain.locator(".marked-words blockquote a").first.click()
    expect(plain.locator("mark.cited").first).to_be_visible()


def test_everything_is_read_and_undone_without_a_script(specimen: str, visit: Open) -> None:
    page = visit(specimen, java_script_enabled=False)
    read = page.locator(".read-mark").count()
    page.get_by_role("link", name="Mark it all as read").click()
    page.get_by_role("button", name="Mark it as read").click()
    assert page.locator(".read-mark").count() > read
    page.get_by_role("button", name="Undo").click()
    assert page.locator(".read-mark").count() == read
