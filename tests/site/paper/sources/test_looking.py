"""What a person sees while an address is looked at, where that takes longer than a moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.paper.sources.slow import slow_paper

if TYPE_CHECKING:
    from django.test import Client

@pytest.fixture
def begin(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Gives the owner's browser an address to add: where it is sent on to."""
    from octavo.site.paper.sources import adding

    monkeypatch.setattr(adding, "AT_ONCE", 0.01)

    def begin_(address: str) -> str:
        monkeypatch.setenv("OCTAVO_ALLOW", address.removeprefix("http://").split("/")[0].rpartition("@")[2])
        answer = site_client.post("/sources/add/", {"address": address, "folder": "Isles", "full_text": "short"})
        assert answer.status_code == 302, answer.content.decode()
        return answer["Location"]

    return begin_


def _once(look: Callable[[], Any], there: Callable[[Any], bool]) -> Any:
    for _ in range(600):
        if there(seen := look()):
            return seen
        time.sleep(0.1)
    pytest.fail("it never came")


def test_the_page_says_at_once_what_is_asked_and_goes_on_by_itself(site_client: Client, begin: Callable[[str], str]) -> None:
    from octavo.site.library.models import Source

    with slow_paper() as (address, let):
        page = begin(f"{address}/feed.xml")
        told = _once(lambda: site_client.get(page).content.decode(), lambda told: "Asked so far" in told)
        assert f"<bdi>{address}/feed.xml</bdi></li>" in told
        assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in told
        assert "data-waiting" in told
        assert not Source.objects.exists()
        let.set()
        came = _once(lambda: site_client.get(page), lambda answer: answer.status_code == 302)
    assert came["Location"] == f"/sources/{Source.objects.get().pk}/?done=added"
    assert site_client.get(page)["Location"] == came["Location"], "whoever goes back to it is led on once more"
    assert Source.objects.get().folder == "Isles"


def test_what_went_wrong_stands_in_the_form_with_what_was_typed(site_client: Client, begin: Callable[[str], str]) -> None:
    with slow_paper(status=500) as (address, let):
        page = begin(address.replace("http://", "http://wrenna:hunter2@") + "/feed.xml")
        told = site_client.get(page).content.decode()
        assert "hunter2" not in told
        let.set()
        answer = _once(lambda: site_client.get(page), lambda answer: b"data-waiting" not in answer.content)
    form = answer.content.decode()
    assert answer.status_code == 200, "a script that waits takes nothing else for an end"
    assert 'class="mistake"' in form
    assert f'value="{address}/feed.xml"' in form
    assert "hunter2" not in form


def test_a_look_that_is_not_there_leads_back_to_the_form(site_client: Client, reader: Client) -> None:
    from django.test import override_settings

    with override_settings(LOOPBACK=True, ALLOWED_HOSTS=["localhost"]):
        answer = site_client.get("/sources/add/nothing/looking/")
        assert answer["Location"] == "/sources/add/?done=look-lost"
        assert b"Type the address once more" in site_client.get(answer["Location"]).content
    assert reader.get("/sources/add/nothing/looking/").status_code == 403


def test_a_look_is_one_readers_and_there_are_not_too_many() -> None:
    from octavo.errors import InputError
    from octavo.site.paper.sources import looking

    looks: looking.Looks[int] = looking.Looks()
    let = threading.Event()
    begun = [looks.begin(1, "a.example", lambda _: int(let.wait(60))) for _ in range(looking.MOST)]
    key, look = begun[0]
    assert looks.of(key, 1) is look
    assert looks.of(key, 2) is None
    with pytest.raises(InputError, match="looking at others"):
        looks.begin(1, "a.example", lambda _: 1)
    let.set()
    assert [each.outcome.result(60) for _, each in begun] == [1] * looking.MOST
    assert looks.begin(1, "a.example", lambda _: 2)[1].outcome.result(60) == 2
