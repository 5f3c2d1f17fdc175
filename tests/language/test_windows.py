from itertools import pairwise

import numpy as np
import pytest

from octavo.language.windows import LENGTH, OVERLAP, joined, window, windows


@pytest.mark.parametrize("pieces", [1, LENGTH - 1, LENGTH, LENGTH + 1, 2 * LENGTH - OVERLAP, 2 * LENGTH, 10_001])
def test_windows_cover_all_pieces_in_order_and_overlap(pieces: int) -> None:
    found = windows(pieces)
    assert found[0][0] == 0
    assert found[-1][1] == pieces
    assert all(end - start == min(LENGTH, pieces) for start, end in found)
    assert all(later[0] > earlier[0] and earlier[1] - later[0] >= OVERLAP for earlier, later in pairwise(found))


def test_no_pieces_have_no_window() -> None:
    assert windows(0) == []


def test_where_windows_agree_their_mean_says_the_same() -> None:
    pieces = 1_000
    true = np.random.default_rng(1).normal(size=(pieces, 3)).astype(np.float32)
    parts = [window(start, end, true[start:end], pieces) for start, end in windows(pieces)]
    assert joined(parts, slice(0, 3)) == pytest.approx(true, abs=1e-5)
    assert joined(parts, slice(1, 2)) == pytest.approx(true[:, 1:2], abs=1e-5)


def test_near_a_cut_the_window_that_sees_both_sides_counts_more() -> None:
    pieces = LENGTH * 2 - OVERLAP
    (first, second) = windows(pieces)
    zeros, ones = np.zeros((LENGTH, 1), np.float32), np.ones((LENGTH, 1), np.float32)
    said = joined([window(*first, zeros, pieces), window(*second, ones, pieces)], slice(0, 1))
    assert said[second[0], 0] < 0.01
    assert said[first[1] - 1, 0] > 0.99
    assert (np.diff(said[:, 0]) >= 0).all()
