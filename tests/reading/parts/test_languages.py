import pytest

from octavo.reading.parts import languages
from octavo.reading.parts.languages import language

ENGLISH = "Ministers agreed on Friday to mend the harbour wall, which fell in the storm of last week, "
ENGLISH += "and said that the work would begin at once. "


@pytest.mark.parametrize(("text", "code"), [
    (ENGLISH, "en"),
    ("Die Minister einigten sich am Freitag darauf, die Hafenmauer zu erneuern, die beim Sturm der vergangenen Woche eingestürzt war.",
    "de"),
    ("Les ministres ont décidé vendredi de réparer le mur du port, qui est tombé pendant la tempête de la semaine dernière.", "fr"),
    ("Министры договорились в пятницу отремонтировать стену гавани, которая упала во время шторма на прошлой неделе.", "ru"),
    ("部长们星期五同意修复上周暴风雨中倒塌的海港墙壁并表示工程将立即开始。", "zh"),
])
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert language(text) == code


def test_a_short_text_has_the_declared_language_or_none() -> None:
    assert language("Ferry aground") is None
    assert language("Ferry aground", "de-AT") == "de"
    assert language("Ferry aground", "x") is None


def test_clear_text_wins_over_what_is_declared() -> None:
    assert language(ENGLISH * 3, "fr") == "en"


def test_text_without_letters_has_none() -> None:
    assert language("12 34 " * 10_000) is None
    assert language("") is None


@pytest.mark.parametrize("neighbour", [
    "De ministers besloten vrijdag in Den Haag om de muur van de haven, of wat daarvan over was, te herstellen, en zeiden dat het werk "
    "in het voorjaar begint. Het is nog niet bekend of er geld was.",
    "Ministrene besluttede fredag at udbedre havnens mur, som faldt for en uge siden, og sagde at arbejdet begynder for at to skibe kan "
    "komme ind. Der var ikke penge nok til at begynde før, sagde de.",
    "Ministri so se v petek dogovorili za popravilo pristanišča, in to pred zimo. On je dejal, da je to prvi korak, in da bo delo kmalu "
    "končano, in da bodo ladje spet v mestu.",
    "Els ministres van decidir divendres reparar el mur del port, que va caure amb la tempesta de la setmana passada, i van dir que les "
    "obres es faran per fases, des de dilluns, qui sap fins quan.",
    "Os ministros acordaron o venres reparar o muro do porto, que caeu coa tormenta da semana pasada, e dixeron que as obras comezarán "
    "por unha parte, para que os barcos poidan entrar como antes.",
    "Os ministros decidiram na sexta-feira reparar o muro do porto, que caiu com a tempestade da semana passada, e disseram que as obras "
    "começam por uma parte, para que os barcos possam entrar como antes.",
    "Miniștrii au hotărât vineri să repare zidul portului, care a căzut în furtuna de săptămâna trecută, și au spus că orașul are bani "
    "pentru un an, iar lucrările vor începe in primăvară.",
    "Die ministers het Vrydag besluit om die hawe se muur te herstel, wat in verlede week se storm geval het, en gesê die werk sal in of "
    "na die lente begin. Dit is nie bekend of daar geld was nie.",
    "Menteri-menteri bersetuju pada hari Jumaat untuk membaiki tembok pelabuhan yang runtuh di dalam ribut minggu lalu, dan berkata "
    "kerja itu akan bermula di sebelah timur.",
])
@pytest.mark.parametrize("declared", ["en", "de", "fr", "es", "it"])
def test_a_neighbour_is_not_taken_for_what_is_declared(neighbour: str, declared: str) -> None:
    assert language(neighbour * 2, declared) != declared


@pytest.mark.parametrize(("text", "code"), [
    (ENGLISH * 3, "en"),
    ("Die Minister einigten sich am Freitag auf eine neue Mauer, und das Parlament wird nach der Pause von dem Plan hören.", "de"),
    ("Le ministre et la maire ont annoncé une aide pour le port, qui est fermé dans la nuit par une tempête avec des vents forts.", "fr"),
    ("Los ministros y las empresas acordaron más obras en el puerto, según su informe de los últimos años.", "es"),
    ("Il ministro ha detto che il muro della città è caduto nella notte e che gli operai sono anche alla ricerca delle cause.", "it"),
])
def test_a_plain_text_needs_no_model(text: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unwanted() -> None:
        raise AssertionError

    monkeypatch.setattr(languages, "_identifier", unwanted)
    monkeypatch.setattr(languages, "detect_fast", lambda _: ("nn", 900))
    assert language(text * 3, code) == code
