from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.attribution.spans.decoding import Floats, Stretch, best_tags, stretches

NEVER = -1e4
STEPS = np.array([[0, 0, NEVER], [0, 0, 0], [0.5, 0, 0]], np.float32)
STARTS = np.array([0, 0, NEVER], np.float32)


def best_of_all(scores: Floats) -> float:
    """The highest sum that any sequence of tags has."""
    return max(value(scores, list(tags)) for tags in product(range(3), repeat=len(scores)))


def value(scores: Floats, tags: list[int]) -> float:
    return float(STARTS[tags[0]] + sum(STEPS[a, b] for a, b in pairwise(tags)) + sum(scores[place, tag] for place, tag in enumerate(tags)))


@settings(max_examples=50)
@given(st.lists(st.lists(st.tuples(*[st.floats(-5, 5, width=32)] * 3), min_size=1, max_size=5), min_size=1, max_size=4))
def test_the_sequence_found_is_the_best_of_all_and_the_other_texts_do_not_matter(texts: list[list[tuple[float, ...]]]) -> None:
    scores = [np.array(text, np.float32) for text in texts]
    found = best_tags(scores, STEPS, STARTS)
    for one, tags in zip(scores, found, strict=True):
        assert np.isclose(value(one, tags.tolist()), best_of_all(one), atol=1e-3)
        assert best_tags([one], STEPS, STARTS)[0].tolist() == tags.tolist()


def test_texts_without_pieces_have_no_tags() -> None:
    assert best_tags([], STEPS, STARTS) == []
    empty = np.zeros((0, 3), np.float32)
    assert [tags.tolist() for tags in best_tags([empty, np.array([[0, 9, 0]], np.float32)], STEPS, STARTS)] == [[], [1]]


def test_tags_make_stretches() -> None:
    assert stretches(np.array([1, 2, 0, 3, 5, 6, 6, 5], np.int8)) == [
        Stretch(0, 0, 2), Stretch(1, 3, 4), Stretch(2, 4, 7), Stretch(2, 7, 8),
    ]
