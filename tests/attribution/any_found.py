"""Any spans in any text, and such as look like news."""

from __future__ import annotations

from hypothesis import strategies as st

from octavo.analysis import Found, Span

_PIECES = (
    "said", "told", "reporters", "in", "a", "statement", "on", "Tuesday", "Sept", ".", "27", ",", "“", "”", '"', "''", "'", "’s", "\n", " ",
    "not", "refused", "to", "quoted", "as saying", "The", "Times", "of", "according to", "asked", "2016", "Feb", "30", "interview", "with",
    "by", "last", "week", "May", "0", "after", "the", "rally", "sent", "letter", "speaking", "call", "?", "ſ", "İ", "𝒮",
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join))


def _parts(draw: st.DrawFn, cuts: list[Span]) -> tuple[Span, ...]:
    taken = draw(st.integers(0, min(2, len(cuts))))
    return tuple(sorted(cuts.pop() for _ in range(taken)))


@st.composite
def found_in_text(draw: st.DrawFn) -> tuple[str, Found]:
    """A text and an attribution in it: spans in order that do not overlap, any of the three perhaps empty."""
    text = draw(_TEXTS)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True)))
    cuts = draw(st.permutations(list(zip(places[::2], places[1::2], strict=False))))
    return text, Found(_parts(draw, cuts), _parts(draw, cuts), _parts(draw, cuts))
