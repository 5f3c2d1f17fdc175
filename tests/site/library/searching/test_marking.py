"""Where what is sought stands in a text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.site.library.searching.asked import Sought
from octavo.site.library.searching.marking import Marker, cut


def marker(*needs: str) -> Marker:
    return Marker([tuple(Sought(words) for words in need.split(" | ")) for need in needs])


def marked(text: str, *needs: str) -> list[str]:
    return [text[start:end] for start, end in marker(*needs).spans(text)]


def test_words_of_any_form_without_capitals_and_accents() -> None:
    assert marked("Ferries FERRY ferry's ferryman café CAFE", "ferry", "café") == ["Ferries", "FERRY", "ferry", "café", "CAFE"]
    assert marked("It was pulling, pulled and pulls; pull!", "pull") == ["pulling", "pulled", "pulls", "pull"]


def test_phrases_and_either() -> None:
    assert marked("She ran aground; he ran. Aground!", "ran aground") == ["ran aground", "ran. Aground"]
    assert marked("a tug and a dam", "tug | dam") == ["tug", "dam"]
    assert marker("tug", "dam | sea").has_all("a dam, a tug")
    assert not marker("tug", "dam").has_all("a tug")


def test_the_sentence_that_has_most() -> None:
    text = "A ferry came. A tug pulled the ferry. Nothing."
    sentences = [(0, 13), (14, 37), (38, 46)]
    assert marker("ferry", "tug").best(text, sentences) == (14, 37)
    assert marker("ferry").best(text, sentences) == (0, 13)
    assert marker("dam").best(text, sentences) is None


@given(st.text(max_size=200), st.lists(st.text(alphabet="abc é-", max_size=8), max_size=5))
@settings(max_examples=200, deadline=None)
def test_marks_lie_apart_and_pieces_are_the_text(text: str, needs: list[str]) -> None:
    made = Marker([(Sought(each),) for each in needs])
    for told in (text, text + " ".join(needs)):
        spans = made.spans(told)
        assert all(start < end for start, end in spans)
        assert all(one[1] < other[0] for one, other in pairwise(spans))
        assert "".join(words for words, _ in cut(told, spans)) == told
        best = made.best(told, [(0, len(told))] if told else [])
        assert (best is None) == (not spans)
