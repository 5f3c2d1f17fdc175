"""What the benchmark of attributions goes by: its rules, the headline taken off, the pairing with what people marked."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.nearest import nearest
from benchmarks.quote_scores import headless, headless_items, paired
from benchmarks.rule_quotes import find, quotations
from octavo.analysis import Found
from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Stretch
from tests.shared import shared

CASES = [
    ("The hull is sound, Ines Dahl said.", "Ines Dahl", "said", ["The hull is sound"]),
    ("“We do not know,” said Ines Dahl, the harbour master. “Not yet, that is.”", "Ines Dahl, the harbour master", "said",
     ["“We do not know,”", "“Not yet, that is.”"]),
    ("Ms. Dahl told reporters on Tuesday that the hull was sound.", "Ms. Dahl", "told", ["that the hull was sound"]),
    ("The ferry left the channel, according to the coast guard.", "the coast guard", "according to", ["The ferry left the channel"]),
    ("The mayor did not deny that the wall had fallen.", "The mayor", "did not deny", ["that the wall had fallen"]),
    ("She criticized the owners of the ferry.", "She", "criticized", ["the owners of the ferry"]),
    ("\"Who left the channel?\" Dahl asked.", "Dahl", "asked", ["\"Who left the channel?\""]),
    ("A wall, the mayor says, is no harbour.", "the mayor", "says", ["A wall", "is no harbour"]),
    ("Dahl is confident that the hull is sound.", "Dahl", "is confident", ["that the hull is sound"]),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES, ids=[case[0][:30] for case in CASES])
def test_rules(text: str, source: str, cue: str, content: list[str]) -> None:
    (found,) = find(text)
    assert [[text[start:end] for start, end in part] for part in (found.source, found.cue, found.content)] == [[source], [cue], content]


@given(st.text(st.sampled_from("“”\"'‘’«»,.:—-? \n\nsaidhetoldATx"), max_size=120) | st.text(max_size=60))
def test_rules_give_spans_of_the_text_that_do_not_overlap(text: str) -> None:
    for each in find(text):
        assert each.content
        spans = sorted((*each.source, *each.cue, *each.content))
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "“One “two” three” and “four\n\n\"five\" six"
    assert [text[start:end] for start, end in quotations(text)] == ["“One “two”", "“four", "\"five\""]


def test_the_headline_is_taken_off() -> None:
    one = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 15]]}
    two = {"source": [[17, 20]], "cue": [[21, 25]], "content": [[26, 30]]}
    article = {"id": "a", "text": "Dahl says hello\n\nHe said a lot.", "attributions": [one, two], "attributions_by_annotator": None}
    bare = headless(article)
    assert bare["text"] == "He said a lot."
    assert bare["attributions"] == [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 13]]}]
    above = {"id": "a", "offsets": [[0, 4]], "labels": ["O"]}
    below = {"id": "a", "offsets": [[17, 19], None], "labels": ["O", "O"]}
    assert headless_items([above, below], [article]) == [{"id": "a", "offsets": [[0, 2], None], "labels": ["O", "O"]}]


def test_an_answer_is_paired_with_what_people_marked() -> None:
    shared("score/quotes.py")
    article = {"text": "Dahl said the hull is sound", "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 27]]}]}
    assert paired(article, [Found(((0, 4),), (), ((0, 9),)), Found(((0, 4),), ((5, 9),), ((14, 27),))]) == {0: 1}
    assert paired(article, [Found(((5, 9),), (), ((10, 27),))]) == {}


def test_each_cue_takes_what_is_nearest_and_none_takes_what_is_far() -> None:
    cues = [Stretch(CUE, 4, 5), Stretch(CUE, 20, 21), Stretch(CUE, 900, 901)]
    sources = [Stretch(SOURCE, 2, 4), Stretch(SOURCE, 18, 20)]
    contents = [Stretch(CONTENT, 6, 15)]
    linked = nearest([*cues, *sources, *contents])
    assert [(each.cue, each.source, each.content) for each in linked] == [
        (cues[0], (sources[0],), (contents[0],)), (cues[1], (sources[1],), (contents[0],)),
    ]
