"""`octavo quotes`: what it takes, what it refuses, what it prints."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from octavo.analysis import ACTS, MAX_CHARACTERS, NOBODY, Attribution, Occasion, Speaker
from octavo.attribution.attribution_json import answer_json, attribution_json
from octavo.cli import main
from octavo.commands.quotes import BATCH_CHARACTERS, BATCH_TEXTS, batches, texts
from octavo.commands.statement_text import VERBS, act_words, speaker_words, statements_text
from octavo.errors import InputError, OctavoError, TooLarge
from octavo.inputs import json_lines, load_text
from octavo.jsonl import Text, text_of
from tests.shared import ROOT

TEXT = "“We do not know,” Ines Dahl said on Tuesday, “why\nshe left it.” It was reported that the hull is sound."
SPOKEN = "Ines Dahl, the harbour master, said that the hull of the ferry was sound."
DAHL = Speaker("Ines Dahl", "person", "harbour master", "Port of Alder")


def spans(*pieces: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces)


SAID = Attribution(
    source=spans("Ines Dahl"),
    cue=spans("said"),
    content=spans("“We do not know,”", "“why\nshe left it.”"),
    speaker=DAHL,
    act="say",
    negated=False,
    form="direct",
    occasion=Occasion("on Tuesday", date=date(2026, 3, 3)),
    confidence=0.93,
)
REPORTED = Attribution((), spans("reported"), spans("that the hull is sound"), NOBODY, "deny", True, "indirect", None, 0.5)


def test_json_has_the_documented_shape() -> None:
    page = (ROOT / "docs" / "commands" / "quotes.md").read_text("utf8")
    shown = json.loads(page.split("```json\n", 1)[1].split("```", 1)[0])
    made = answer_json("a", [SAID])
    assert list(made) == list(shown)
    (shown_one,), (made_one,) = shown["attributions"], made["attributions"]
    assert list(made_one) == list(shown_one)
    for key in ("speaker", "occasion"):
        assert list(made_one[key]) == list(shown_one[key])


def test_json_of_attributions() -> None:
    assert attribution_json(SAID)["content"] == [[0, 17], [45, 63]]
    assert attribution_json(SAID)["occasion"] == {"text": "on Tuesday", "outlet": None, "addressee": None, "date": "2026-03-03"}
    bare = attribution_json(REPORTED)
    assert (bare["source"], bare["occasion"]) == ([], None)
    assert bare["speaker"] == {"name": None, "kind": "none", "role": None, "affiliation": None}
    assert json.loads(json.dumps(bare)) == bare


def test_each_act_has_its_words() -> None:
    assert tuple(VERBS) == ACTS
    assert not set(VERBS.values()) & set(ACTS)
    assert len(set(VERBS.values())) == len(ACTS)


def test_several_speakers_take_the_plural() -> None:
    states = replace(SAID, speaker=Speaker("Member states", "group"))
    assert act_words(TEXT, SAID) == "says"
    assert act_words(TEXT, REPORTED) == "does not deny"
    assert act_words(TEXT, states) == "say"
    assert act_words(TEXT, replace(states, act="deny", negated=True)) == "do not deny"


def test_a_cue_that_its_act_does_not_tell_is_given_in_its_own_words_and_an_occasion_that_does_stands_for_it() -> None:
    text = "Ines Dahl signed the order. She told reporters on Tuesday that it holds."
    signed = Attribution(((0, 9),), ((10, 16),), ((17, 26),), DAHL, "say", False, "indirect", None, 1.0)
    told = replace(signed, cue=((32, 36),), content=((58, 71),), occasion=Occasion("told reporters on Tuesday", date=date(2026, 3, 3)))
    assert statements_text(text, [signed, told]).splitlines() == [
        "Ines Dahl (harbour master, Port of Alder) signed", "    the order", "",
        "Ines Dahl (harbour master, Port of Alder) told reporters on Tuesday", "    that it holds", "    – 3 March 2026", "",
        "2 statements, 1 speaker",
    ]


def test_where_nobody_is_named_nobody_is_counted() -> None:
    assert statements_text(TEXT, [REPORTED]).endswith("\n\n1 statement, nobody named")


def test_statements_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert statements_text(TEXT, [SAID, REPORTED]) == (
        "Ines Dahl (harbour master, Port of Alder) says\n"
        "    “We do not know,” … “why she left it.”\n"
        "    – on Tuesday, 3 March 2026\n"
        "\n"
        "(nobody named) does not deny\n"
        "    that the hull is sound\n"
        "\n"
        "2 statements, 1 speaker"
    )
    assert statements_text("", []) == "No statements found."


def test_an_affiliation_that_is_said_already_is_left_out() -> None:
    assert speaker_words(Speaker("a NATO official", "unnamed", affiliation="NATO")) == "a NATO official"
    assert speaker_words(Speaker("Ada Holt", "person", "NATO envoy", "NATO")) == "Ada Holt (NATO envoy)"
    assert speaker_words(Speaker("Ada Holt", "person", affiliation="NATO")) == "Ada Holt (NATO)"


def test_a_statement_gives_the_terminal_no_orders() -> None:
    text = "\x1b[2J\x07 said \x9b31m"
    hostile = Attribution(((0, 5),), ((6, 10),), ((11, len(text)),), Speaker("\x1b[2J\x07", "person"), "say", False, "indirect", None, 1.0)
    shown = statements_text(text, [hostile])
    assert all(letter == "\n" or letter.isprintable() for letter in shown)


def test_a_text_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    whole = "\ufeffEins\r\n\r\nzwei\rdrei\n\u2028\0 four 😀"
    path.write_bytes(whole.encode())
    assert load_text(str(path), 100) == whole


@pytest.mark.parametrize("letter", ["a", "é", "試", "😀"])
def test_a_text_has_so_many_characters_and_no_more(letter: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(letter * 100, "utf8")
    assert load_text(str(path), 100) == letter * 100
    for more in (101, 1000):
        path.write_text(letter * more, "utf8")
        with pytest.raises(TooLarge, match=r"long\.txt: it is longer than 100 characters"):
            load_text(str(path), 100)


@pytest.mark.parametrize("cut", [b"caf\xe9 noir", b"\xff\xfea\0b\0", b"abc\xc3", b"\xed\xa0\x80"])
def test_bytes_that_are_no_utf8_are_refused_where_they_stand(cut: bytes, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(cut)
    with pytest.raises(InputError, match=r"latin\.txt: it is no UTF-8 text: byte [1-4] "):
        load_text(str(path), 100)


@pytest.mark.parametrize(("arguments", "said"), [
    (["absent.txt"], "absent.txt: "), (["."], ".: is a directory"), ([""], "'': "), (["--jsonl", "absent.jsonl"], "absent.jsonl: "),
])
def test_what_cannot_be_read_is_named(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", *arguments]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert f"octavo: {said}" in err


@pytest.mark.parametrize("arguments", [[], ["--json"], ["a", "b"], ["a", "--url", "https://a.example"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["quotes", *arguments])
    assert stopped.value.code == 2
    assert "usage: octavo" in capsys.readouterr().err


def test_a_record_is_a_text() -> None:
    whole = {"id": "a", "headline": "Ferry", "text": "One.\r\n\r\nTwo.", "published": "2026-03-03T23:30:00-05:00", "paragraphs": 7}
    noted: list[InputError] = []
    assert text_of(whole, "line 1", noted.append) == Text("a", "One.\r\n\r\nTwo.", date(2026, 3, 3))
    assert text_of({"id": 7, "text": ""}, "line 2", noted.append) == Text(7, "")
    assert text_of({"text": "a", "published": "2026-03-03"}, "line 3", noted.append) == Text(None, "a", date(2026, 3, 3))
    assert noted == []


@pytest.mark.parametrize("published", ["soon", 3, 1e300, True, [], {}, "2026-02-30"])
def test_a_text_whose_day_is_none_is_read_without_it(published: object) -> None:
    noted: list[InputError] = []
    assert text_of({"id": 7, "text": "a", "published": published}, "line 1", noted.append) == Text(7, "a")
    (note,) = noted
    assert str(note).startswith("line 1: `published` is not a time such as")


BAD_LINES = [
    (b"{", "no JSON"), (b"\xff{}", "no JSON"), (b"[]", "no JSON object"), (b'{"text":' * 100_000, "deep"),
    (b"{}", "it has no `text`"), (b'{"text": null}', "`text` is not a text"), (b'{"text": ["a"]}', "`text` is not a text"),
    (b'{"text": "a", "id": {}}', "`id`"), (b'{"text": "a", "id": true}', "`id`"),
    (b'{"text": "a", "id": %s}' % (b"9" * 5_000), "it holds a number of more than 4,300 digits"), (b'{"text": "\xff"}', "not UTF-8"),
    (b'{"text": "%s"}' % (b"a" * (MAX_CHARACTERS + 1)), "longer than 1,000,000 characters"),
]


def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    good = b'{"text": "%s"}' % (b"a" * MAX_CHARACTERS)
    path.write_bytes(b"\n".join(line for bad, _ in BAD_LINES for line in (bad, good)))
    failed: list[OctavoError] = []
    assert [len(each.text) for each in texts(json_lines(str(path)), failed.append, failed.append)] == [MAX_CHARACTERS] * len(BAD_LINES)
    for number, ((_, problem), error) in enumerate(zip(BAD_LINES, failed, strict=True)):
        assert str(error).startswith(f"{path}, line {2 * number + 1}: ")
        assert problem in str(error)


def test_lines_come_by_number_without_blank_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n  \n' + b"x" * 3000 + b'\n{"text": "b"}')
    monkeypatch.setattr("octavo.inputs.MAX_BYTES", 2000)
    first, long, last = json_lines(str(path))
    assert isinstance(long, TooLarge)
    assert long.name == f"{path}, line 4"
    assert not isinstance(first, InputError)
    assert not isinstance(last, InputError)
    assert (first.name, first.body) == (f"{path}, line 1", b'{"text": "a"}')
    assert (last.name, last.body) == (f"{path}, line 5", b'{"text": "b"}')


def test_batches_are_bounded_and_keep_the_order() -> None:
    small = [Text(number, "a") for number in range(3 * BATCH_TEXTS + 1)]
    assert [len(batch) for batch in batches(small)] == [BATCH_TEXTS] * 3 + [1]
    assert [text for batch in batches(small) for text in batch] == small
    large = Text("large", "a" * BATCH_CHARACTERS)
    assert [[text.id for text in batch] for batch in batches([small[0], large, small[1], large])] == [[0], ["large"], [1], ["large"]]
    assert list(batches([])) == []




def test_lines_are_answered_in_their_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "texts.jsonl"
    lines = [{"id": "b", "text": SPOKEN, "published": "2026-03-04"}, {"id": "bad"}, {"id": 7, "text": ""}, {"text": "\ufeff" + SPOKEN}]
    path.write_text("\n".join(map(json.dumps, lines)), "utf8")
    assert main(["quotes", "--jsonl", str(path)]) == 1
    out, err = capsys.readouterr()
    first, empty, last = map(json.loads, out.splitlines())
    assert ([first["id"], empty["id"], last["id"]], empty["attributions"]) == (["b", 7, None], [])
    assert err.splitlines() == [f"octavo: {path}, line 2: it has no `text`. {err.split('. ', 1)[1].strip()}"]
    assert [each["cue"] for each in last["attributions"]] == [[[a + 1, b + 1] for a, b in each["cue"]] for each in first["attributions"]]
    (said,) = first["attributions"]
    assert [SPOKEN[start:end] for start, end in said["source"]] == ["Ines Dahl, the harbour master,"]


def test_a_text_whose_day_is_none_is_answered_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(json.dumps({"text": SPOKEN, "published": day}) for day in ("not a date", None)), "utf8")
    assert main(["quotes", "--jsonl", str(path)]) == 0
    out, err = capsys.readouterr()
    without, bare = out.splitlines()
    assert without == bare
    assert err.startswith(f"octavo: {path}, line 1: `published` is not a time")


def test_a_file_is_answered_for_a_program_and_for_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.txt"
    path.write_text(SPOKEN, "utf8")
    assert main(["quotes", str(path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["id"] == str(path)
    assert [each["speaker"]["name"] for each in answer["attributions"]] == ["Ines Dahl"]
    assert main(["quotes", str(path)]) == 0
    assert capsys.readouterr().out.startswith("Ines Dahl")
