from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.grouping.copies.sketch import SIZE, pack, same_text, sketch, unpack


def words(seed: int, count: int) -> list[str]:
    """Words of a made-up language of 3,000 words, as a text of its own for each seed."""
    chance = random.Random(seed)
    return [f"w{chance.randrange(3000)}" for _ in range(count)]


def text(seed: int, count: int = 600) -> str:
    return " ".join(words(seed, count))


def test_the_same_text_is_the_same_whatever_its_case_and_punctuation() -> None:
    assert sketch("The ferry, towed in on Tuesday, will stay.") == sketch("THE FERRY towed in – on Tuesday – will stay")
    assert same_text(sketch(text(1)), sketch(text(1))) == 1


def test_other_texts_have_nothing_in_common() -> None:
    assert same_text(sketch(text(1)), sketch(text(2))) == 0


def test_a_text_too_short_for_a_run_is_like_nothing() -> None:
    assert sketch("Three are few") == ()
    assert same_text((), ()) == 0
    assert same_text((), sketch(text(1))) == 0


@pytest.mark.parametrize("kept", [60, 200, 400, 1500])
@pytest.mark.parametrize("total", [400, 1500, 5000])
def test_a_cut_copy_is_wholly_in_its_original(kept: int, total: int) -> None:
    whole = words(3, total)
    assert same_text(sketch(" ".join(whole[: min(kept, total)])), sketch(" ".join(whole))) > 0.9


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.75])
def test_the_share_is_estimated(share: float) -> None:
    common = text(4, round(1200 * share))
    estimates = []
    for seed in range(10, 22):
        rest = 1200 - round(1200 * share)
        estimates.append(same_text(sketch(f"{common} {text(seed, rest)}"), sketch(f"{common} {text(seed + 100, rest)}")))
    assert abs(sum(estimates) / len(estimates) - share) < 0.06


def test_a_sketch_of_another_form_says_nothing() -> None:
    assert unpack(b"") == unpack(bytes(1024)) == unpack(b"\x01" + bytes(64)) == unpack(b"\x02" + bytes(9)) == ()


@given(st.text(max_size=300))
def test_any_text_has_a_sketch_that_can_be_kept(any_text: str) -> None:
    made = sketch(any_text)
    assert list(made) == sorted(set(made))
    assert len(made) <= SIZE
    assert unpack(pack(made)) == unpack(memoryview(pack(made))) == made


def test_a_sketch_is_the_same_in_every_run() -> None:
    script = "from octavo.grouping.copies.sketch import sketch; print(sketch('one two three four five six'))"
    said = {subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert said == {f"{sketch('one two three four five six')}\n"}
