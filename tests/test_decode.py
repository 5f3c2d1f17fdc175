import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.decode import decode

RUSSIAN = "Паром вернулся на линию после ремонта, сообщила дирекция порта. " * 5
FRENCH = "Le café du port a rouvert après l’été, annonce Élise. " * 5


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_not_text(codec: str) -> None:
    assert decode(RUSSIAN.encode(codec), "text/html; charset=windows-1251") == RUSSIAN


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(codec: str) -> None:
    text = "<p>The ferry is back on its line.</p>"
    assert decode(text.encode(codec)) == text


def test_valid_utf8_wins_over_what_is_declared() -> None:
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'
    assert decode(page.encode(), "text/html; charset=koi8-r") == page


def test_the_header_comes_before_the_page_itself() -> None:
    page = f'<meta charset="koi8-r"><p>{RUSSIAN}</p>'
    assert decode(page.encode("cp1251"), 'text/html; charset="Windows-1251"') == page


@pytest.mark.parametrize(("page", "codec"), [
    (f'<?xml version="1.0" encoding="windows-1251"?><rss>{RUSSIAN}</rss>', "cp1251"),
    (f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>{RUSSIAN}', "cp1251"),
    (f"<meta charset=koi8-r><p>{RUSSIAN}", "koi8-r"),
    (f'<meta charset="iso-8859-1"><p>{FRENCH}', "cp1252"),
    ('<meta charset="gb2312"><p>渡轮已恢复航行。', "gb18030"),
    ('<meta charset="Shift_JIS"><p>渡し船が再開した。', "shift_jis"),
    ('<meta charset="euc-kr"><p>연락선이 다시 다닌다.', "euc-kr"),
    ('<meta charset="big5"><p>渡輪已恢復航行。', "big5"),
])
def test_the_declared_charset_is_read_as_browsers_read_its_name(page: str, codec: str) -> None:
    assert decode(page.encode(codec)) == page


def test_a_charset_that_cannot_be_is_not_believed() -> None:
    assert decode(f'<meta charset="iso-8859-1"><p>{RUSSIAN}'.encode("cp1251")).endswith(RUSSIAN)


def test_undeclared_legacy_text_is_guessed() -> None:
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN
    assert decode(FRENCH.encode("cp1252")) == FRENCH


def test_utf8_cut_inside_a_character_loses_only_that_character() -> None:
    assert decode(RUSSIAN.strip().encode() + "п".encode()[:1], "text/html; charset=windows-1251") == RUSSIAN.strip()
    assert decode("a dash —".encode()[:-1]) == "a dash "


def test_utf8_with_a_bad_byte_in_the_middle_stays_utf8() -> None:
    assert decode(RUSSIAN[:10].encode() + b"\xff" + RUSSIAN[10:].encode()) == RUSSIAN[:10] + "\ufffd" + RUSSIAN[10:]


def test_one_odd_byte_at_the_end_of_ascii_is_another_charset() -> None:
    assert decode("un café".encode("latin-1")) == "un café"


@pytest.mark.parametrize("label", ["unicode_escape", "idna", "utf-7", "rot13", "zip", "x" * 40, "punycode", "nonsense"])
def test_names_of_codecs_that_are_no_charset_are_not_used(label: str) -> None:
    assert decode(f"caf\xe9 \\u0041 {FRENCH}".encode("cp1252"), f"text/html; charset={label}") == f"café \\u0041 {FRENCH}"


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_give_text_that_can_be_stored(body: bytes, header: str) -> None:
    text = decode(body, header)
    assert "\0" not in text
    text.encode()
