import numpy as np

from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Floats, Stretch
from octavo.attribution.spans.linking import Pairing, View, link

PIECES = 60


def pairing(wants: dict[int, tuple[list[int], list[int]]]) -> Pairing:
    """Cues at some pieces, each of which asks for the pieces of a source and of a content: one dimension a cue."""
    asking, answering = np.zeros((PIECES, 2, 8), np.float32), np.zeros((PIECES, 2, 8), np.float32)
    for dimension, (cue, parts) in enumerate(wants.items()):
        asking[cue, :, dimension] = 40
        for column, places in enumerate(parts):
            answering[places, column, dimension] = 1
    return Pairing(PIECES, (view(0, asking, answering),), np.zeros((33, 2), np.float32))


def view(start: int, asking: Floats, answering: Floats) -> View:
    return View(start, asking, answering, np.full((len(asking), 2), -4, np.float32), np.ones(len(asking), np.float32))


SAID = Stretch(CUE, 10, 11)
ADDED = Stretch(CUE, 30, 31)
SHE = Stretch(SOURCE, 8, 9)
HE = Stretch(SOURCE, 32, 33)
FIRST = Stretch(CONTENT, 0, 6)
SECOND = Stretch(CONTENT, 20, 28)


def test_each_part_goes_to_the_cue_that_asks_for_it_and_pieces_of_a_content_join() -> None:
    third = Stretch(CONTENT, 40, 45)
    wants = {10: ([8], [*range(6), *range(20, 28)]), 30: ([32], [*range(40, 45)])}
    said, added = link([FIRST, SHE, SAID, SECOND, ADDED, HE, third], pairing(wants))
    assert (said.source, said.cue, said.content) == ((SHE,), SAID, (FIRST, SECOND))
    assert (added.source, added.content) == ((HE,), (third,))
    assert said.sure > 0.9


def test_a_cue_without_content_gets_one_that_does_not_belong_elsewhere_for_sure() -> None:
    said, added = link([FIRST, SHE, SAID, SECOND, ADDED], pairing({10: ([8], [*range(6)])}))
    assert (said.content, added.content) == ((FIRST,), (SECOND,))
    said, *more = link([FIRST, SHE, SAID, SECOND, ADDED], pairing({10: ([8], [*range(6), *range(20, 28)])}))
    assert (said.content, more) == ((FIRST, SECOND), [])


def test_a_source_belongs_to_one_cue_and_a_cue_has_one_source() -> None:
    wants = {10: ([8], [*range(6)]), 30: ([8], [*range(20, 28)])}
    said, added = link([FIRST, SHE, SAID, SECOND, ADDED, HE], pairing(wants))
    assert (said.source, added.source) == ((SHE,), (HE,))
    (alone,) = link([SHE, SAID, Stretch(SOURCE, 12, 14), SECOND], pairing({10: ([8, 12], [*range(20, 28)])}))
    assert alone.source == (SHE,)  # of the other's two pieces it asks for one


def test_what_lies_too_far_from_every_cue_belongs_to_none() -> None:
    nothing = view(0, *np.zeros((2, 600, 2, 8), np.float32))
    assert link([SHE, SAID, Stretch(CONTENT, 500, 510)], Pairing(600, (nothing,), np.zeros((33, 2), np.float32))) == []


def test_pieces_of_two_windows_are_compared_as_one_window_shows_them() -> None:
    # What each window says of a piece is turned round in the other: only within one of them do cue and parts agree.
    first, second = pairing({10: ([8], [*range(6)])}).views[0], pairing({10: ([12], [*range(14, 20)])}).views[0]
    turned = View(30, -second.asking, -second.answering, second.alone, second.weights)
    parts = [FIRST, SHE, SAID, ADDED, Stretch(CUE, 40, 41), Stretch(SOURCE, 42, 43), Stretch(CONTENT, 44, 50)]
    said, added = link(parts, Pairing(90, (first, turned), np.zeros((33, 2), np.float32)))
    assert (said.source, said.cue, said.content) == ((SHE,), SAID, (FIRST,))
    assert (added.source, added.cue, added.content) == ((parts[5],), parts[4], (parts[6],))
    assert min(said.sure, added.sure) > 0.9


def test_a_part_that_no_window_shows_with_the_cue_still_goes_to_the_nearest() -> None:
    nothing = np.zeros((2, 40, 2, 8), np.float32)
    apart = Pairing(80, (view(0, *nothing), view(40, *nothing)), np.zeros((33, 2), np.float32))
    (linked,) = link([Stretch(CUE, 36, 37), Stretch(CONTENT, 45, 50)], apart)
    assert linked.content == (Stretch(CONTENT, 45, 50),)
    assert linked.sure < 0.1


def test_without_cues_there_is_nothing_to_link() -> None:
    assert link([FIRST, SHE], pairing({})) == []
