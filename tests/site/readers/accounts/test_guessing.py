"""After ten wrong passwords the right one waits too."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
RIGHT = "four quiet tugs at dawn"


@pytest.fixture
def browser(site: None, override: Callable[..., None]) -> Client:
    from django.test import Client

    from octavo.site.readers.owner import set_password

    override(LOOPBACK=False)
    set_password(RIGHT)
    return Client(headers={"host": "localhost"})


def sign_in(browser: Client, password: str, address: str = "192.0.2.7") -> Any:
    return browser.post("/sign-in/", {"username": "owner", "password": password}, REMOTE_ADDR=address)


def test_after_ten_wrong_passwords_the_right_one_is_refused_too_and_told_when(browser: Client) -> None:
    from octavo.site.readers.models import FailedSignIn

    for _ in range(10):
        assert "do not go together" in sign_in(browser, "wrong").content.decode()
    refused = sign_in(browser, RIGHT)
    assert refused.status_code == 429
    assert "try again in 15 minutes" in refused.content.decode()
    assert 890 < int(refused["Retry-After"]) <= 900
    assert FailedSignIn.objects.count() == 10, "waiting must come to an end however often one asks"
    assert sign_in(browser, RIGHT, "192.0.2.8").status_code == 302, "another reader is not kept out"


def test_nine_wrong_ones_are_forgiven_when_the_right_one_comes(browser: Client) -> None:
    from octavo.site.readers.models import FailedSignIn

    for _ in range(9):
        sign_in(browser, "wrong")
    assert sign_in(browser, RIGHT).status_code == 302
    assert not FailedSignIn.objects.exists()


def test_a_name_that_nobody_has_and_an_empty_form_count_too(browser: Client) -> None:
    for _ in range(5):
        browser.post("/sign-in/", {"username": "nobody", "password": "wrong"}, REMOTE_ADDR="192.0.2.7")
        browser.post("/sign-in/", {}, REMOTE_ADDR="192.0.2.7")
    assert sign_in(browser, RIGHT).status_code == 429


def test_the_wait_ends_when_the_oldest_of_the_last_ten_is_a_quarter_of_an_hour_old(library: str) -> None:
    from octavo.site.readers.accounts.guessing import begin

    assert [begin("192.0.2.7", NOW + timedelta(minutes=minute)) for minute in range(10)] == [None] * 10
    assert begin("192.0.2.7", NOW + timedelta(minutes=10)) == timedelta(minutes=5)
    assert begin("192.0.2.7", NOW + timedelta(minutes=15)) is None
    assert begin("192.0.2.7", NOW + timedelta(minutes=15)) == timedelta(minutes=1)


def test_many_addresses_share_a_limit(library: str) -> None:
    from octavo.site.readers.accounts.guessing import FROM_ALL, begin

    assert [begin(f"192.0.2.{number}", NOW) for number in range(FROM_ALL)] == [None] * FROM_ALL
    assert begin("198.51.100.1", NOW + timedelta(minutes=1)) == timedelta(minutes=14)


def test_tries_at_the_same_time_all_count(library: str) -> None:
    from django.db import connection

    from octavo.site.readers.accounts.guessing import begin

    def attempt(_: int) -> bool:
        try:
            return begin("192.0.2.7", NOW) is None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(attempt, range(24))) == 10


@pytest.mark.parametrize(("address", "origin"), [
    ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8::7", "2001:db8::/64"), ("2001:db8::ffff:1", "2001:db8::/64"),
    ("fe80::1%eth0", "fe80::/64"), ("", "unknown"), ("x" * 1000, "unknown"),
])
def test_an_ipv6_network_counts_as_one(site: None, address: str, origin: str) -> None:
    from octavo.site.readers.accounts.guessing import origin_of

    assert origin_of(address) == origin
