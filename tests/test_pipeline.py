from datetime import UTC, datetime, timedelta

import pytest

import octavo

PAGE = """The Wick

By Jane Doe

Yesterday

The harbour wall of Port Alder fell in the storm of last week, and nobody has yet said who will pay for it, its mayor said.

The work begins on Monday, a spokesman said on Friday. It will take at least two years, and the ferry will not sail until then.
"""


def test_fetched_may_be_iso_text() -> None:
    noon = datetime(2025, 6, 27, tzinfo=UTC)
    assert octavo.read(PAGE, fetched="2025-06-27") == octavo.read(PAGE, fetched=noon)
    (found, *_) = octavo.read(PAGE, fetched="2025-06-27")
    assert found.published in (None, noon - timedelta(days=1))


def test_bytes_of_all_kinds_are_read() -> None:
    found = octavo.read(PAGE, fetched="2025-06-27")
    for data in (PAGE.encode(), bytearray(PAGE.encode()), memoryview(PAGE.encode())):
        assert octavo.read(data, fetched="2025-06-27") == found


def test_a_fetch_in_year_one_is_read() -> None:
    assert octavo.read(PAGE, fetched="0001-01-01T00:00:00+00:00")[0].published is None


@pytest.mark.parametrize(("data", "fetched", "words"), [
    (None, None, "data is the bytes or the text of a page, not NoneType"), (3, None, "not int"),
    (PAGE, 1751013720, "fetched is a datetime or ISO 8601 text, not int"),
])
def test_arguments_of_another_type_are_named(data: object, fetched: object, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        octavo.read(data, fetched=fetched)  # type: ignore[arg-type]


def test_text_that_is_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="tomorrow"):
        octavo.read(PAGE, fetched="tomorrow")
