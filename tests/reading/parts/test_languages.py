import pytest

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
