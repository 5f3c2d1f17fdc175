"""Numbers in addresses: one that nothing can have is not there, whatever page or deed it is of."""

from __future__ import annotations

import re

import pytest

from tests.site.readers.two_readers import two_readers
from tests.site.walk import routes

_NUMBER, _NAME = re.compile(r"<int:\w+>"), re.compile(r"<[^>]+>")


@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**30])
def test_no_number_stops_the_press(number: int, library: str) -> None:
    browser = two_readers().owner.browser
    browser.raise_request_exception = False
    asked = {route: "/" + _NAME.sub("x", _NUMBER.sub(str(number), route)) for route in routes() if "<int:" in route}
    assert len(asked) > 50
    answers = {route: (browser.get(address).status_code, browser.post(address).status_code) for route, address in asked.items()}
    assert {route: both for route, both in answers.items() if max(both) >= 500} == {}
