"""Whatever is sent to any page or form there is: no error of the paper's own, and each refusal is a page with a way back.

The parameters and fields are those that the pages themselves have: found in their markup, so that a new form is tried too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.forms import forms_of
from tests.site.walk import SMALL, fill, visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponseBase
    from django.test import Client

VALUES = (
    "", "0", "-1", "1.5", "9" * 40, "1e400", "NaN", "٣", "\x00", "a\x00b", "\ud800", "a" + "\u0301" * 100_000, "\u202e\u2066\u200f",
    "<script>", "' OR 1=1 --", "%00", "%s%n", "{{ 7 }}", "[]", '{"a": 1}', "a b " * 5_000, "x" * 1_000_000, "2026-13-45", "\r\n\r\n", "..",
    "\\", '"', "said:", "before:x after:", "(" * 5_000,
)
ALWAYS = ("q", "page", "after", "order", "tag", "done", "told", "said", "of", "deed", "shown", "muting", "through", "section", "at",
          "mark", "n")
"""Parameters that stand in links alone."""
ELSEWHERE = ("/sources/add/", "/sources/1/fetch/", "/settings/yours/erase/", "/settings/keeping/", "/sign-out/")
"""Forms that ask another machine, or after which nobody is there any more."""


def test_no_page_breaks_whatever_is_asked_of_it(site: None, override: Callable[..., None]) -> None:
    browser, pages = _filled(override)
    turn = 0
    for address, page in pages.items():
        names = [*dict.fromkeys([*ALWAYS, *(name for _, way, fields in forms_of(page) if way == "get" for name in fields)])]
        for step in range(2):
            asked = {name: VALUES[(turn + at * 7 + step * 11) % len(VALUES)][:4_000] for at, name in enumerate(names)}
            _told(browser.get(f"{address}?{_encoded(asked)}"), f"{address} {asked!r}")
            turn += 1
        _told(browser.get(f"{address}?{'&'.join(f'{name}=1&{name}=x&{name}[]=2' for name in names)}"), address)


def test_no_form_breaks_whatever_is_sent(site: None, override: Callable[..., None]) -> None:
    browser, pages = _filled(override)
    forms = {(to or address, *sorted(fields)): (to or address, fields) for address, page in pages.items()
             for to, way, fields in forms_of(page) if way == "post"}
    assert len(forms) > 40
    for turn, (to, fields) in enumerate(forms.values()):
        if to.startswith(ELSEWHERE):
            continue
        _told(browser.post(to), f"{to}, empty")
        _told(browser.post(to, {name: ["1", "x", ""] for name in fields}), f"{to}, many")
        for step in range(2):
            sent = {name: VALUES[(turn + at * 5 + step * 9) % len(VALUES)] for at, name in enumerate(fields)}
            body = _encoded(sent)[:2_000_000]
            _told(browser.post(to, body, content_type="application/x-www-form-urlencoded"), f"{to} {[*sent]}")
            # One field is bad, the others as the page has them.
            name = [*fields][(turn + step) % len(fields)]
            one = _encoded(fields | {name: VALUES[(turn * 3 + step) % len(VALUES)]})
            _told(browser.post(to, one, content_type="application/x-www-form-urlencoded"), f"{to} {name} {turn * 3 + step}")


def _filled(override: Callable[..., None]) -> tuple[Client, dict[str, str]]:
    from django.test import Client

    override(LOOPBACK=True)
    fill(SMALL)
    browser = Client(headers={"host": "localhost"}, raise_request_exception=False)
    pages = {}
    for page in visit(browser):
        if page.response["Content-Type"].startswith("text/html"):
            pages[page.address] = page.response.content.decode()  # type: ignore[attr-defined]
    return browser, pages


def _encoded(asked: dict[str, str]) -> str:
    from urllib.parse import quote

    return "&".join(f"{name}={quote(value.encode('utf8', 'surrogatepass'))}" for name, value in asked.items())


def _told(answer: HttpResponseBase, what: str) -> None:
    assert answer.status_code < 500, what[:500]
    if answer.status_code >= 400 and answer.status_code != 405 and answer.get("Content-Type", "").startswith("text/html"):
        assert "<a " in answer.content.decode(), f"no way back: {what[:500]}"  # type: ignore[attr-defined]
