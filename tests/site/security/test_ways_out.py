"""Nothing leads out of the paper: forms that say where to go afterwards, hosts that were not named, and keys that were made up."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest

from tests.site.readers.two_readers import browser_elsewhere, two_readers
from tests.site.walk import SMALL, addresses, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponseBase

PASSWORD = "four quiet tugs at dawn"
AWAY = (
    "//evil.example", "https:evil.example", "\\\\evil.example", "/\\evil.example", "\\/evil.example", "///evil.example", "https:///evil.example",
    "/\t/evil.example", "/\n/evil.example", "\n//evil.example", " //evil.example", "\x00//evil.example", "https://localhost@evil.example/",
    "https://evil.example\\@localhost/", "javascript:alert(1)", "data:text/html,x", "//[::1", "/ok\r\nLocation: https://evil.example",
    "/" + "x" * 20_000, "／／evil.example", "/%2f/evil.example", "/..//evil.example", "/;//evil.example", "//localhost//evil.example",
)
NAMES = ("next", "back", "to", "from", "return", "url", "redirect", "place", "page", "from_page")


def test_no_form_leads_away(site: None, override: Callable[..., None]) -> None:
    from django.test import Client

    override(LOOPBACK=True)
    fill(SMALL)
    browser = Client(headers={"host": "localhost"}, raise_request_exception=False)
    good = dict.fromkeys(NAMES, "/style/") | FIELDS
    leading = [address for address in _going() if "/style/" in browser.post(address, good).get("Location", "")]
    assert len(leading) >= 8, "forms that say where to go must be found, or nothing is tried"
    for address in leading:
        for away in AWAY:
            answer = browser.post(address, dict.fromkeys(NAMES, away) | FIELDS)
            assert answer.status_code < 500, (address, away)
            _stays(answer, address)


def test_no_link_leads_away(site: None, override: Callable[..., None]) -> None:
    from django.test import Client

    override(LOOPBACK=True)
    fill(SMALL)
    browser = Client(headers={"host": "localhost"}, raise_request_exception=False)
    for address in _going():
        answer = browser.get(address, dict.fromkeys(NAMES, "//evil.example"))
        assert answer.status_code < 500, address
        _stays(answer, address)


@pytest.mark.parametrize("host", [
    "evil.example", "localhost.evil.example", "localhost@evil.example", "localhost, evil.example", "", "x" * 5_000,
])
def test_an_unknown_host_is_told_so_and_its_name_stands_nowhere(site: None, host: str) -> None:
    people = two_readers()
    for path in ("/", "/sign-in/", "/sign-in/lost/", "/search/saved/1/feed/x/"):
        answer = people.ada.browser.get(path, headers={"host": host})
        assert answer.status_code == 400, path
        assert "evil" not in answer.content.decode()
        assert "evil" not in people.ada.browser.get(path, headers={"x-forwarded-host": "evil.example"}).content.decode()


def test_a_mail_and_a_feed_name_the_host_that_was_asked_and_no_other(site: None, override: Callable[..., None]) -> None:
    from django.core import mail

    override(MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend", DEFAULT_FROM_EMAIL="octavo@post.example")
    two_readers()
    mail.outbox = []
    lies = {"x-forwarded-host": "evil.example", "x-host": "evil.example", "forwarded": "host=evil.example", "origin": "https://evil.example"}
    browser_elsewhere().post("/sign-in/lost/", {"email": "ada@post.example"}, headers=lies)
    assert len(mail.outbox) == 1
    assert set(re.findall(r"https?://([^/\s]+)", str(mail.outbox[0].body))) == {"localhost"}
    assert browser_elsewhere().post("/sign-in/lost/", {"email": "ada@post.example"}, headers={"host": "evil.example"}).status_code == 400
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("forged", [
    "", "1", "0-0", "1-" + "f" * 40, "1-ffffff-" + "f" * 32, "z" * 13 + "-" + "z" * 90, "٣-٣", "-1-1", "1-\u202e", "%00", "1-%0a",
    "é-é", "9" * 60,
])
def test_a_forged_key_gets_words_and_no_error(site: None, forged: str) -> None:
    fill(SMALL)
    browser = browser_elsewhere()
    for address in (
        f"/sign-in/renew/{forged}/", f"/sign-up/{forged}/", f"/speakers/1/feed/{forged}/", f"/search/saved/1/feed/{forged}/",
        f"/mutes/hidden/?muting={forged}", f"/?muting={forged}", f"/?said={forged}&of={forged}", f"/?told={forged}&deed={forged}",
    ):
        for answer in (browser.get(address), browser.post(address, {"password1": PASSWORD, "password2": PASSWORD, "username": "eve"})):
            assert answer.status_code in (200, 302, 403, 404, 405, 410, 429), address
    _nobody_new()


def test_an_undo_is_its_readers_own_and_not_for_ever(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core import signing

    from octavo.site.readers.muting.models import ReaderRule

    people = two_readers()
    answer = people.ada.browser.post("/mutes/put/", {"effect": "mute", "kind": "words", "value": "tugs", "next": "/"})
    token = re.sub(r".*muting=", "", answer["Location"])
    assert ReaderRule.objects.filter(reader=people.ada.reader).count() == 1
    people.ben.browser.post("/mutes/undo/", {"deed": token, "next": "/"})
    assert ReaderRule.objects.filter(reader=people.ada.reader).count() == 1
    with monkeypatch.context() as later:
        late = time.time() + timedelta(days=2).total_seconds()
        later.setattr(time, "time", lambda: late)
        assert people.ada.browser.post("/mutes/undo/", {"deed": token, "next": "/"}).status_code < 500
    assert ReaderRule.objects.filter(reader=people.ada.reader).count() == 1
    forged = signing.dumps({"reader": people.ada.reader.pk, "take": [1], "put": []}, key="another", salt="octavo.mutes")
    assert people.ada.browser.post("/mutes/undo/", {"deed": forged, "next": "/"}).status_code < 500
    assert ReaderRule.objects.filter(reader=people.ada.reader).count() == 1


FIELDS = {
    "article": "1", "story": "1", "effect": "mute", "kind": "words", "value": "unheard", "save": "1", "read": "1", "text": "Said.",
    "words": "", "tags": "tag", "password": PASSWORD, "name": "Name", "deed": "1", "through": "1", "q": "tugs",
}


def _going() -> list[str]:
    """Every address, but those that ask something of another machine or end the reader's own account."""
    left_out = ("/sources/add/", "/sources/1/fetch/", "/settings/yours/erase/", "/images/", "/settings/keeping/", "/sign-out/")
    return [address for address in addresses().values() if not address.startswith(left_out)]


def _stays(answer: HttpResponseBase, address: str) -> None:
    """Where it leads stands in the paper, as a browser reads it: a backslash is a slash, tabs and line ends are nothing."""
    if "Location" not in answer:
        return
    read = re.sub(r"[\t\r\n]", "", answer["Location"]).strip("".join(map(chr, range(0x21)))).replace("\\", "/")
    whole = urlsplit(urljoin("http://localhost/", read))
    assert (whole.scheme, whole.netloc) in (("http", "localhost"), ("https", "localhost")), (address, answer["Location"])


def _nobody_new() -> Any:
    from octavo.site.readers.models import User

    assert not User.objects.filter(username="eve").exists()
