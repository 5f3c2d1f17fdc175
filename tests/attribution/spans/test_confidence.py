import numpy as np
import pytest

from octavo.attribution.spans.confidence import WEIGHTS, confidence, features, shares
from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Floats, Stretch
from octavo.attribution.spans.linking import Linked

SHE, SAID, WORDS = Stretch(SOURCE, 0, 1), Stretch(CUE, 1, 2), Stretch(CONTENT, 2, 8)


def told(margin: float) -> Floats:
    """Ten pieces' shares of seven tags, the right one that much before the others."""
    scores = np.zeros((10, 7), np.float32)
    for each in (SHE, SAID, WORDS):
        scores[each.first, 2 * each.role + 1] = margin
        scores[each.first + 1 : each.last, 2 * each.role + 2] = margin
    return shares(scores)


def linked(sure: float, source: tuple[Stretch, ...] = (SHE,)) -> Linked:
    return Linked(source, SAID, (WORDS,), sure)


def test_shares_of_a_piece_sum_to_one_however_large_the_scores() -> None:
    assert shares(np.array([[1e4, 0, -1e4], [0, 0, 0]], np.float32)) == pytest.approx(np.array([[1, 0, 0], [1 / 3] * 3]), abs=1e-6)


def test_the_surer_the_links_and_the_tags_the_more_probable_it_is_right() -> None:
    assert confidence(linked(0.99), told(9)) > confidence(linked(0.5), told(9)) > confidence(linked(0.01), told(9))
    assert confidence(linked(0.9), told(9)) > confidence(linked(0.9), told(1))
    assert all(0 <= confidence(linked(sure), told(margin)) <= 1 for sure in (0.0, 1.0) for margin in (0.0, 50.0))


def test_what_has_no_source_is_told_by_that() -> None:
    *_, none = features(linked(0.9, ()), told(5))
    *_, some = features(linked(0.9), told(5))
    assert (none, some) == (1.0, 0.0)
    assert len(WEIGHTS) == 1 + len(features(linked(0.9), told(5)))
