"""Agencies by the sound of their names, and codes spelled out by the text."""

import pytest

from octavo.reading.parts import agency_names


@pytest.mark.parametrize(("name", "agency", "wire"), [
    ("Northwire", True, True), ("Alder Press", True, False), ("Coast News Agency", True, True), ("Eastmere Presse-Agentur", True, True),
    ("Alder Express", False, False), ("World News", False, False), ("Press", False, False), ("alder press", False, False),
    ("The Harbour Post", False, False), ("", False, False), ("One Two Three Four Press", False, False),
])
def test_names_that_sound_like_an_agency(name: str, agency: bool, wire: bool) -> None:
    assert (agency_names.sounds_like_one(name), agency_names.sounds_like_wire(name)) == (agency, wire)


@pytest.mark.parametrize(("text", "name"), [
    ("“It fell,” she told Meridian Press (MP) on Friday.", "Meridian Press"), ("The member (MP) left. The Meridian Press (MP) asked.",
    "Meridian Press"), ("Port Alder. Meridian, Press (MP)", None), ("No code.", None), ("(MP)" * 10_000, None),
])
def test_a_code_is_spelled_out(text: str, name: str | None) -> None:
    assert agency_names.spelled_out("MP", text) == name
