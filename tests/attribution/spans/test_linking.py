import numpy as np

from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Stretch
from octavo.attribution.spans.linking import Pairing, link

PIECES = 60


def pairing(wants: dict[int, tuple[list[int], list[int]]]) -> Pairing:
    """Cues at some pieces, each of which asks for the pieces of a source and of a content: one dimension a cue."""
    asking, answering = np.zeros((PIECES, 2, 8), np.float32), np.zeros((PIECES, 2, 8), np.float32)
    for dimension, (cue, parts) in enumerate(wants.items()):
        asking[cue, :, dimension] = 40
        for column, places in enumerate(parts):
            answering[places, column, dimension] = 1
    return Pairing(asking, answering, np.full((PIECES, 2), -4, np.float32), np.zeros((33, 2), np.float32))


SAID = Stretch(CUE, 10, 11)
ADDED = Stretch(CUE, 30, 31)
SHE = Stretch(SOURCE, 8, 9)
HE = Stretch(SOURCE, 32, 33)
FIRST = Stretch(CONTENT, 0, 6)
SECOND = Stretch(CONTENT, 20, 28)


def test_each_part_goes_to_the_cue_that_asks_for_it_and_pieces_of_a_content_join() -> None:
    said, added = link([FIRST, SHE, SAID, SECOND, ADDED, HE], pairing({10: ([8], [*range(6), *range(20, 28)]), 30: ([32], [])}), (0.2, 0.2))
    assert (said.source, said.cue, said.content) == ((SHE,), SAID, (FIRST, SECOND))
    assert (added.source, added.content) == ((HE,), ())
    assert said.sure > 0.9


def test_a_source_that_no_cue_asks_for_belongs_to_none() -> None:
    (said,) = link([FIRST, SHE, SAID], pairing({10: ([], [*range(6)])}), (0.2, 0.2))
    assert (said.source, said.content) == ((), (FIRST,))


def test_a_cue_keeps_the_one_source_it_asks_most_for() -> None:
    other = Stretch(SOURCE, 12, 14)
    (said,) = link([SHE, SAID, other], pairing({10: ([8, 12], [])}), (0.2, 0.2))
    assert said.source == (SHE,)  # of the other's two pieces it asks for one


def test_without_cues_there_is_nothing_to_link() -> None:
    assert link([FIRST, SHE], pairing({}), (0.2, 0.2)) == []
