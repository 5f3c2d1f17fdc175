"""Which speaker of the library an article's speaker is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.analysis import SPEAKER_KINDS, Speaker, SpeakerKind
from octavo.briefing.speaking.joining import LONGEST, Known, choose, fold, key_of

MINISTER, PLUMBER = ("transport minister", "Alder government"), ("Skerry plumber", "")


@pytest.mark.parametrize(("name", "kind", "key"), [
    ("Ida Brekke", "person", "ida brekke"),
    ("Ms. Ida  Brekke", "person", "ida brekke"),
    ("President Ida K. Brekke", "person", "ida brekke"),
    ("Idá Brekké’s", "person", "ida brekke"),
    ("Ida Brekke Jr.", "person", "ida brekke jr"),
    ("J. Brekke", "person", "j brekke"),
    ("Anne-Marie O’Brien", "person", "anne-marie o'brien"),
    ("Brekke", "person", ""),
    ("Mr. Brekke", "person", ""),
    ("The Pilot", "organisation", "pilot"),
    ("the U.S. Coast Guard", "organisation", "us coast guard"),
    ("critics", "group", ""),
    ("Ida Brekke and Jon Fell", "group", ""),
    ("a senior official", "unnamed", ""),
    ("", "person", ""),
    ("—", "organisation", ""),
    ("x" * (LONGEST + 1), "organisation", ""),
])
def test_what_names_a_speaker_across_articles(name: str, kind: SpeakerKind, key: str) -> None:
    assert key_of(Speaker(name, kind)) == key


def test_nobody_is_the_same_as_nobody() -> None:
    assert key_of(Speaker(None, "none")) == ""


@given(st.text(), st.sampled_from(SPEAKER_KINDS))
def test_any_name_is_folded_once_and_for_all(name: str, kind: SpeakerKind) -> None:
    key = key_of(Speaker(name, kind))
    assert len(key) <= LONGEST
    assert key == key.strip()
    assert fold(fold(name)) == fold(fold(fold(name)))


@pytest.mark.parametrize(("one", "other", "joined"), [
    (("president", ""), ("Republican candidate", ""), True),
    (("secretary of state", ""), ("Democratic nominee", ""), True),
    (("former judge", ""), ("senator", ""), True),
    (("harbour master", "Skerry harbour"), ("the port's captain", "Skerry harbour"), True),
    (("", "Atlantic Council"), ("plumber", ""), True),
    (PLUMBER, MINISTER, False),
    (("striker", "Reef United"), ("bishop", ""), False),
    (("striker", "Reef United"), ("manager", "Reef United"), True),
    (("passenger", ""), ("coast guard officer", ""), False),
    (("historian", ""), ("novelist and historian", ""), True),
])
def test_two_of_one_name_are_the_same_unless_their_roles_do_not_go_together(
    one: tuple[str, str], other: tuple[str, str], joined: bool,
) -> None:
    assert choose([one], [Known(7, 3, (other,))]) == (7 if joined else "new")
    assert choose([other], [Known(7, 3, (one,))]) == (7 if joined else "new")


def test_without_a_role_it_is_who_is_nearly_always_meant() -> None:
    assert choose([], []) == "new"
    assert choose([("", "")], [Known(1, 0, (MINISTER,))]) == 1
    known = [Known(1, 90, (MINISTER,)), Known(2, 5, (PLUMBER,))]
    assert choose([], known) == 1
    assert choose([PLUMBER], known) == 2
    assert choose([], [Known(1, 9, (MINISTER,)), Known(2, 5, (PLUMBER,))]) is None


def test_of_several_that_may_be_meant_it_is_the_likeliest_then_the_one_heard_most_then_the_first() -> None:
    known = [Known(1, 5, (("minister", "Reef"),)), Known(2, 9, (("minister", "Alder"),)), Known(3, 9, (("minister", "Alder"),))]
    assert choose([("minister", "Reef")], known) == 1
    assert choose([("minister", "")], known) == 2


def test_one_of_whom_nothing_is_known_may_be_anybody() -> None:
    assert choose([PLUMBER], [Known(1, 1, ())]) == 1
