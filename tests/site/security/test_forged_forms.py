"""No other site's form does anything here, and no link either: what is changed takes a POST with this paper's own token."""

from __future__ import annotations

from tests.site.security.tables import changed, digests
from tests.site.walk import SMALL, addresses, fill

MEANT = {
    "": {"django_session"},
    "article/<int:pk>/": {"reading_readmark"},
    "story/<int:pk>/": {"reading_readmark", "readers_storyvisit"},
    "search/saved/<int:pk>/": {"searches_savedsearch"},
}
"""What looking changes, by route: that this reader takes part in comments is remembered for the session; what they opened is read; since
when things are new in a story or a kept search. All of it is the reader's own, and nothing of it when a browser fetches ahead."""


def test_every_route_refuses_a_form_without_a_token(site: None) -> None:
    from django.test import Client, override_settings

    fill(SMALL)
    before = digests()
    with override_settings(LOOPBACK=True):
        browser = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
        answers = {address: browser.post(address).status_code for address in addresses().values()}
        token = {"csrfmiddlewaretoken": "x" * 64}
        elsewhere = {"origin": "https://evil.example"}
        forged = {address: browser.post(address, token, headers=elsewhere).status_code for address in addresses().values()}
    assert {address: status for address, status in (answers | forged).items() if status != 403} == {}
    assert len(answers) > 120
    assert changed(before) == set()


def test_looking_changes_no_more_than_that_one_looked(site: None) -> None:
    from django.test import Client, override_settings

    fill(SMALL)
    with override_settings(LOOPBACK=True):
        browser = Client(headers={"host": "localhost"})
        before = digests()
        for route, address in addresses().items():
            browser.get(address, headers={"sec-purpose": "prefetch"})
            browser.head(address, headers={"sec-purpose": "prefetch"})
            assert changed(before) <= {"django_session"}, f"{address}, fetched ahead"
            browser.get(address)
            assert changed(before) <= MEANT.get(route, set()), address
