"""Every form there is, sent while that which it is about goes: no error of the paper's own, a page with a way back, and nothing half done.

The forms are those that the pages have, so that a new one is tried too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.site.at_once import overtaken, sending
from tests.site.forms import Form, forms_of
from tests.site.security.test_other_readers import HERS, HERS_OTHERWISE, Scene, scene
from tests.site.walk import addresses, numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from django.test import Client

NOT_SENT = ("/settings/yours/erase/", "/sign-out/", "/sources/add/", "/sign-in/")
"""Forms that do what is done meanwhile, or ask another machine."""
WRITTEN = {"tags": "sea, land", "name": "newname", "time_zone": "UTC", "email": "a@post.example", "until": "", "quote": ""}
"""What is written into empty fields where no word will do."""


def test_whatever_a_reader_sends_who_is_erased_meanwhile(library: str) -> None:
    from octavo.site.readers.accounts.erasing import erase

    made = scene()
    ada = made.people.ada
    answers = sent(ada.browser, pages_of(made), lambda: erase(ada.reader))
    assert len(answers) > 25
    assert told(answers) == {}
    assert [to for to, answer in answers.items() if "You are no reader of this paper any more" in answer.content.decode()]


def test_whatever_the_owner_sends_while_what_it_is_about_goes(library: str) -> None:
    from octavo.site.desk.adding.sources import listed, remove
    from octavo.site.library.models import Article
    from octavo.site.readers.accounts.erasing import erase
    from octavo.site.readers.models import User

    made = scene()
    reader = User.objects.get(pk=numbers()["reader"])

    def everything() -> None:
        erase(reader)
        Article.objects.all().delete()
        for source in listed():
            remove(source)

    answers = sent(made.people.owner.browser, addresses(), everything)
    assert len(answers) > 40
    assert told(answers) == {}
    assert [to for to, answer in answers.items() if "That is not there any more" in answer.content.decode()]


def pages_of(made: Scene) -> dict[str, str]:
    """The addresses of all pages, those of a reader's things with hers."""
    table = HERS | {route: kind for route, (kind, _) in HERS_OTHERWISE.items()}
    return {route: f"/{re.sub('<int:pk>', str(made.hers[table[route]]), route)}" if route in table else address
            for route, address in addresses().items()}


def sent(browser: Client, pages: dict[str, str], deed: Callable[[], object]) -> dict[str, HttpResponse]:
    """Each form of these pages, sent by that browser, overtaken by that deed: where it leads -> what was answered."""
    forms: dict[tuple[str, ...], tuple[str, Form]] = {}
    for address in pages.values():
        answer = browser.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            for form in forms_of(answer.content.decode()):
                to = form.to or address
                if form.way == "post" and not to.startswith(NOT_SENT):
                    forms.setdefault((re.sub(r"\d+", "N", to), *sorted(form.fields)), (to, form))
    chosen = [(to, {name: value or WRITTEN.get(name, "a word") for name, value in form.fields.items()}) for to, form in forms.values()]
    answers = overtaken(deed, *(sending(browser, to, **fields) for to, fields in chosen))
    return {f"{to} {sorted(fields)}": answer for (to, fields), answer in zip(chosen, answers, strict=True)}


def told(answers: dict[str, HttpResponse]) -> dict[str, str]:
    """What was answered badly: an error of the paper's own, no way back, or the database's own words."""
    bad = {}
    for to, answer in answers.items():
        page = answer.content.decode()
        if answer.status_code >= 500 or (answer.status_code >= 400 and "<a " not in page) or "constraint" in page or "DATABASE" in page:
            bad[to] = f"{answer.status_code} {getattr(answer, 'exc_info', None)}"
    return bad
