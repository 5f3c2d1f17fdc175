"""The shipped model on any text: spans are always valid, and a text's answer is its own."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import octavo
from octavo.analysis import MAX_CHARACTERS, Entity, Found
from octavo.attribution.spans.finder import Finder
from octavo.language.files import FOLDER, NETWORK, TABLES, VOCABULARY
from octavo.language.model import ModelError
from octavo.language.sections import SECTION, sections

NEWS = (
    'The mayor of Halvorsund, Ingrid Tveit, said on Monday that the old ferry would not be repaired. "We have mended it four times," she '
    "said. \"Now it is enough.\"\n\nThe union's secretary, Odd Lie, disagreed. The boat could sail ten more years, he argued, if the town "
    "paid for a new engine. According to the harbour office, an engine costs 4 million kroner."
)
WORDS = st.sampled_from([*"\"“”'.,é\n\0\u202e🙂", "\n\n", "東京", "said", "the", "Mayor", "Tveit", "she", "that", "denied", "argued"])
SENTENCES = st.lists(WORDS, max_size=120).map(" ".join)
ANY = st.one_of(st.text(max_size=400), SENTENCES, st.just(NEWS))


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder()


def valid(text: str, found: tuple[Found, ...], names: tuple[Entity, ...]) -> None:
    """Every span lies in the text, those of one attribution and those of all do not overlap."""
    spans = sorted(span for each in found for span in (*each.source, *each.cue, *each.content))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(0 <= each.start < each.end <= len(text) for each in names)
    assert all(each.cue and each.content and 0 <= each.confidence <= 1 for each in found)


def test_a_plain_story_has_its_statements(finder: Finder) -> None:
    ((found, names),) = finder.find([NEWS])
    valid(NEWS, found, names)
    said = {(NEWS[slice(*each.source[0])], NEWS[slice(*each.cue[0])]) for each in found if each.source}
    assert {("she", "said"), ("he", "argued"), ("the harbour office", "According to")} <= said
    assert "Ingrid Tveit" in {NEWS[each.start : each.end] for each in names if each.kind == "person"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANY, min_size=1, max_size=4))
def test_any_texts_have_valid_spans_that_do_not_depend_on_the_others(finder: Finder, texts: list[str]) -> None:
    together = finder.find(texts)
    for text, answer in zip(texts, together, strict=True):
        valid(text, *answer)
        assert finder.find([text]) == [answer]
    assert finder.find(texts[::-1]) == together[::-1]


@pytest.mark.parametrize(
    "text",
    [
        "", "a", '"', " \n\n ", "\x00\x01\x02", "said said said", '"' * 3_000, "“" * 500 + NEWS, NEWS.replace(" ", ""), "سعيد قال " * 50,
        f'"{NEWS} “{NEWS} ‘{NEWS}’”', "\r\n".join(NEWS.split(". ")), "x" * MAX_CHARACTERS, " " * MAX_CHARACTERS,
    ],
    ids=lambda text: f"{len(text)} {text[:8]!r}",
)
def test_odd_texts_are_read_without_harm(finder: Finder, text: str) -> None:
    ((found, names),) = finder.find([text])
    valid(text, found, names)


def test_a_quotation_that_is_open_over_pages_does_not_swallow_what_comes_after(finder: Finder) -> None:
    text = '"' + NEWS + ("\n\n" + NEWS) * 3
    ((found, _),) = finder.find([text])
    assert sum(text[slice(*each.cue[0])] == "argued" for each in found) >= 3


def test_a_long_text_is_read_in_sections_that_end_with_paragraphs(finder: Finder) -> None:
    text = "\n\n".join([NEWS] * 250)
    parts = sections(text)
    assert len(parts) > 1
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(text[:end].endswith("\n\n") for _, end in parts[:-1])
    ((found, names),) = finder.find([text])
    valid(text, found, names)
    assert sum(text[slice(*each.cue[0])] == "argued" for each in found) >= 200


def test_sections_of_a_text_without_any_space() -> None:
    assert sections("x" * (SECTION * 2 + 1)) == [(0, SECTION), (SECTION, SECTION * 2), (SECTION * 2, SECTION * 2 + 1)]


def test_more_than_a_million_characters_are_refused(finder: Finder) -> None:
    with pytest.raises(octavo.TooLarge, match="1,000,001 characters"):
        finder.find([NEWS, "x" * (MAX_CHARACTERS + 1)])


@pytest.mark.parametrize("name", [NETWORK, VOCABULARY, TABLES])
def test_a_missing_file_of_the_model_is_named(tmp_path: Path, name: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "models")
    (tmp_path / "models" / name).unlink()
    with pytest.raises(ModelError, match=name):
        Finder(tmp_path / "models")


@pytest.mark.parametrize("name", [NETWORK, VOCABULARY, TABLES])
def test_a_damaged_file_of_the_model_is_named(tmp_path: Path, name: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "models")
    path = tmp_path / "models" / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ModelError, match=name):
        Finder(tmp_path / "models")


def test_a_network_that_is_none_is_named(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "models")
    (tmp_path / "models" / NETWORK).write_bytes(b"no network")
    tables = json.loads((tmp_path / "models" / TABLES).read_text())
    tables["sha256"][NETWORK] = "5f8f04f6a3a892aaabbddb6cf273894493773960d4a325b105fee46eef4304f1"
    (tmp_path / "models" / TABLES).write_text(json.dumps(tables))
    with pytest.raises(ModelError, match=NETWORK):
        Finder(tmp_path / "models")


def test_as_octavo_gives_them() -> None:
    statements = octavo.attributions(NEWS, "2026-03-04")
    names = {each.speaker.name for each in statements}
    assert "Ingrid Tveit" in names
    assert octavo.attributions(NEWS, "2026-03-04") == statements
    with pytest.raises(TypeError):
        octavo.attributions(NEWS.encode())  # type: ignore[arg-type]


def test_no_span_goes_on_over_the_end_of_a_line(finder: Finder) -> None:
    text = 'THE CENTRE UNION: TOLLS\n\nHarriet Dane\'s party said the toll would go. "It is dear,\n\nand it is late," Dane said.'
    ((found, names),) = finder.find([text])
    spans = [span for each in found for span in (*each.source, *each.cue, *each.content)] + [(each.start, each.end) for each in names]
    assert spans
    assert not any("\n" in text[start:end] for start, end in spans)


def test_who_is_quoted_speaks_and_who_quotes_is_the_outlet() -> None:
    text = 'The talks ended late. Anadolu Ajansi quoted Tomas Arlen as saying "we will settle" on Monday.'
    (said,) = (each for each in octavo.attributions(text) if each.content)
    assert said.speaker.name == "Tomas Arlen"
    assert said.occasion is not None
    assert said.occasion.outlet == "Anadolu Ajansi"
