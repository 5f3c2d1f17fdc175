"""Sentences made of the words of true ones, with one thing altered: none of them stays, whatever is cited."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from octavo.briefing.checking.checker import Written, checked, names_known
from octavo.briefing.checking.given import Given
from octavo.briefing.checking.wording import content
from octavo.briefing.saying.figures import figures
from tests.briefing.checking.sources import FAITHFUL, SOURCES, check

TRUE = [(text, numbers) for text, numbers in FAITHFUL if len(numbers) == 1] + [(each.text, (each.number,)) for each in SOURCES]
BY_NUMBER = {each.number: each for each in SOURCES}
NAMES = sorted({word.printed for each in SOURCES for word in each.words if word.capital and word.small in names_known(SOURCES)})
OTHERS = ["Ivar", "Brekke", "Greenland", "Orban", "Kestrel", "Zurich", "Lindqvist"]
VERBS = re.compile(r"\b(?:said|sued|acquitted|rose|defeated|were|was|sank|denied|told|plans|offered|expects|destroyed|struck|will|may)\b")
TURNED = re.compile(r"\b(not|no|never|denied that|without|will not)\b ?")
SPEAKERS = ["Mayor Ada Holt", "Jon Fell", "Greta Solheim", "Two officials", "Northwind Shipping", "Tom Ferris", "The Maritime Board"]


def kept(text: str, cited: tuple[int, ...]) -> bool:
    return bool(checked([Written(text, cited)], SOURCES).kept)


def names_of(text: str) -> list[str]:
    return [name for name in NAMES if re.search(rf"\b{name}\b", text)]


@given(st.sampled_from(TRUE), st.data())
@settings(max_examples=150, deadline=None)
def test_another_name(true: tuple[str, tuple[int, ...]], data: st.DataObject) -> None:
    text, numbers = true
    assume(names_of(text))
    name, other = data.draw(st.sampled_from(names_of(text))), data.draw(st.sampled_from(NAMES + OTHERS))
    source = BY_NUMBER[numbers[0]]
    called = " ".join((source.text, *(said.speaker for said in source.said)))
    assume(not re.search(rf"\b{other}\b", called))
    assert not kept(re.sub(rf"\b{name}\b", other, text), data.draw(st.sampled_from([numbers, tuple(BY_NUMBER)])))


@given(st.sampled_from(TRUE), st.data())
@settings(max_examples=150, deadline=None)
def test_another_figure(true: tuple[str, tuple[int, ...]], data: st.DataObject) -> None:
    text, numbers = true
    found = list(figures(text))
    assume(found)
    figure = data.draw(st.sampled_from(found))
    value = str(int(float(figure.value)) + data.draw(st.sampled_from([-1, 1, 2, 10, 100])))
    assume(value not in {other.value for other in figures(BY_NUMBER[numbers[0]].text)})
    altered = text[: figure.start] + value + text[figure.end :]
    assert not kept(altered[0].upper() + altered[1:], data.draw(st.sampled_from([numbers, tuple(BY_NUMBER)])))


@given(st.sampled_from(TRUE))
@settings(max_examples=80, deadline=None)
def test_a_negation_put_in(true: tuple[str, tuple[int, ...]]) -> None:
    text, numbers = true
    verb = VERBS.search(text)
    assume(verb and not TURNED.search(text))
    assert verb
    helped = {"was", "were", "will", "may"}
    put = f"{verb[0]} not" if verb[0] in helped else f"never {verb[0]}"
    assert not kept(text[: verb.start()] + put + text[verb.end() :], numbers)


@given(st.sampled_from(TRUE))
@settings(max_examples=60, deadline=None)
def test_a_negation_taken_out(true: tuple[str, tuple[int, ...]]) -> None:
    text, numbers = true
    assume(TURNED.search(text) and "without power" not in text)
    altered = TURNED.sub(lambda match: "said that " if match[1].startswith("denied") else "", text)
    assert not kept(altered, numbers)


@given(st.sampled_from([each for each in SOURCES if each.said]), st.sampled_from(SPEAKERS), st.booleans(), st.booleans())
@settings(max_examples=120, deadline=None)
def test_another_speaker(source: Given, speaker: str, first: bool, everything: bool) -> None:
    (said,) = source.said
    assume(not said.names & {word.lower() for word in speaker.split()})
    words = said.content.strip('", ')
    small = words[0].lower() + words[1:] if words[0] in "TW" else words
    text = f"{speaker} said that {small}." if first else f"{words[0].upper() + words[1:]}, {speaker[0].lower() + speaker[1:]} said."
    if not speaker.startswith(("Two", "The")):
        text = text.replace(speaker[0].lower() + speaker[1:], speaker)
    assert not kept(text, tuple(BY_NUMBER) if everything else (source.number,))


@given(st.sampled_from(SOURCES), st.sampled_from(SOURCES), st.data())
@settings(max_examples=150, deadline=None)
def test_halves_of_two_sentences(one: Given, other: Given, data: st.DataObject) -> None:
    assume(one.number != other.number)
    first, last = one.text.rstrip(".").split(), other.text.split()
    cut, since = data.draw(st.integers(3, len(first) - 3)), data.draw(st.integers(3, len(last) - 3))
    halves = " ".join(first[:cut]), " ".join(last[since:])
    # A half all of whose words the other sentence has too says nothing of its own: "the board" is the Maritime Board.
    assume(not set(content(halves[0])) <= other.keys and not set(content(halves[1])) <= one.keys)
    text = " ".join(halves)
    assert not kept(text, (one.number, other.number))


@given(st.sampled_from(SOURCES), st.randoms(use_true_random=False), st.sampled_from(OTHERS))
@settings(max_examples=100, deadline=None)
def test_its_words_in_another_order_with_another_name(source: Given, chance: object, name: str) -> None:
    words = source.text.rstrip(".").split()
    chance.shuffle(words)  # type: ignore[attr-defined]
    words[chance.randrange(len(words))] = name  # type: ignore[attr-defined]
    text = " ".join(words)
    assert not kept(f"{text[0].upper()}{text[1:]}.", (source.number,))


def test_the_true_ones_stay() -> None:
    assert sum(bool(check(text, *numbers).kept) for text, numbers in TRUE) >= 0.9 * len(TRUE)
