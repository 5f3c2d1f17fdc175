"""The starter list: its shape. Nothing of it is fetched here."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from octavo.addresses import ascii_address, web_address
from octavo.errors import InputError
from octavo.site.desk.adding.starters import regions, starter_outlines, starters
from tests.shared import ROOT


def test_each_entry_is_whole_and_stands_once() -> None:
    assert 38 <= len(starters()) <= 50
    for each in starters():
        assert each.title
        assert each.section
        assert re.fullmatch("[a-z]{2}", each.language)
        for address in (each.feed, each.home):
            assert address.startswith("https://")
            assert ascii_address(web_address(address) or "") == address
    for names in ([each.feed for each in starters()], [each.title for each in starters()]):
        assert len(set(names)) == len(names)


def test_regions_stand_together_and_in_the_docs() -> None:
    assert [name for name, _ in groupby(each.region for each in starters())] == list(regions())
    page = (ROOT / "docs" / "commands" / "add.md").read_text("utf8")
    assert all(f"`{region}`" in page for region in regions())


def test_a_region_or_all() -> None:
    assert len(starter_outlines("all")) == len(starters())
    assert {each.folders for each in starter_outlines("north america")} == {("North America",)}
    with pytest.raises(InputError, match="Choose all, World"):
        starter_outlines("Mars")
