import gzip
import json

import pytest

from octavo.reading.parts import languages
from octavo.reading.parts.english import STRETCH, is_english
from octavo.reading.parts.languages import language
from tests.shared import shared

ENGLISH = (
    "The council said on Monday that it would repair the harbour wall before the winter, after a storm had taken a part of it in the week "
    "before. It is not yet known who will pay for the work, but the mayor has asked the government for half of the money. "
)
GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die Mauer noch vor dem Winter erneuert wird, weil der Sturm einen Teil davon genommen hat, "
    "und dass die Stadt die Hälfte des Geldes von der Regierung haben will. "
)
DUTCH = (
    "De burgemeester zei maandag dat de muur van de haven nog voor de winter hersteld wordt, omdat de storm in de week daarvoor een deel "
    "had genomen, en dat de stad of het land over was om de helft te betalen. "
)
AFRIKAANS = (
    "Die burgemeester het Maandag gesê die muur van die hawe word voor die winter herstel, want die storm was in die week na die fees, "
    " die stad is op soek na die helfte van die geld. "
)
SCOTS = (
    "The cooncil said on Monday that the herbour waa wad be mendit afore the winter, efter a storm haed taen a pairt o it afore. "
    "It is no kent yet wha will pey for the wark, but the provost haes socht the hauf o the siller frae the govrenment. "
)
PIDGIN = (
    "Di council don tok say dem go repair di harbour wall before di winter, afta one storm carry part of am di week wey pass. E neva clear "
    "who go pay for di work, but di mayor don ask di government for half of di money. "
)
RUSSIAN = "Мэр сказал в понедельник, что стену гавани восстановят до зимы, потому что шторм на прошлой неделе унёс её часть. "
TAGLISH = (
    "The council said na aayusin nila ang harbour wall bago mag winter, dahil sa storm na kumuha ng part of it last week. Hindi pa alam "
    "kung sino ang magbabayad for the work, pero ang mayor ay humingi sa government ng half of the money. "
)
QUOTED = (
    'Die Zeitung schreibt dazu auf ihrer Seite: "The council said that it would repair the wall before the winter, and it was not yet '
    'known who would pay for all of it." So steht es heute auch in anderen Blättern, und niemand im Rathaus will es bestreiten. '
)


def test_plain_english_is_known() -> None:
    assert is_english(ENGLISH)
    assert is_english(ENGLISH.upper())
    assert is_english(ENGLISH * 2 + "Jørgen Åkesson of Málaga didn’t say more. " + ENGLISH)


def test_so_few_words_tell_nothing() -> None:
    assert not is_english(" ".join(ENGLISH.split()[: STRETCH - 1]))
    assert not is_english("")
    assert not is_english("the " * 100)


@pytest.mark.parametrize("text", [GERMAN, DUTCH, AFRIKAANS, SCOTS, PIDGIN, RUSSIAN, TAGLISH, QUOTED])
def test_other_languages_and_mixed_ones_are_left_to_the_model(text: str) -> None:
    assert not is_english(text)
    assert not is_english(text * 3)


@pytest.mark.parametrize("other", [GERMAN, DUTCH, AFRIKAANS, RUSSIAN])
def test_a_text_that_goes_on_in_another_language_is_left_to_the_model(other: str) -> None:
    assert not is_english(ENGLISH * 2 + other)
    assert not is_english(other + ENGLISH * 2)
    assert not is_english(ENGLISH + other + ENGLISH)


def test_plain_english_needs_no_model_whatever_the_quick_judge_thinks(monkeypatch: pytest.MonkeyPatch) -> None:
    def unwanted() -> None:
        raise AssertionError

    monkeypatch.setattr(languages, "_identifier", unwanted)
    monkeypatch.setattr(languages, "detect_fast", lambda _: ("da", 900))
    assert language(ENGLISH) == language(ENGLISH * 2, "de") == language(ENGLISH, likely="nl") == "en"


def test_it_agrees_with_the_model_about_news() -> None:
    with gzip.open(shared("data/ecb-dev.jsonl.gz"), "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"][: languages.LOOK_MOST] for line in lines]
    known = [text for text in texts if is_english(text)]
    assert len(known) > 0.8 * len(texts)
    assert {languages._identifier().classify(text)[0] for text in known} == {"en"}
