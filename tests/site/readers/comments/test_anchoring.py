from __future__ import annotations

from octavo.site.readers.comments.anchoring import find, still, within

TEXT = "The ship was safe. “It’s calm,” he said.\n\nThe ship was safe - for now."


def test_words_are_found_whatever_their_space_and_marks() -> None:
    assert find("The   ship was\nsafe.", TEXT) == (0, 18)
    assert find('"It\'s calm,"', TEXT) == (19, 31)
    assert find("safe – for now", TEXT) == (55, 69)
    assert find("The ship was lost", TEXT) is None
    assert find(" ", TEXT) is None
    assert find("(a*", TEXT) is None


def test_of_two_places_the_nearer_one_is_meant() -> None:
    assert find("The ship was safe", TEXT, near=50) == (42, 59)
    assert find("The ship was safe", TEXT, near=3) == (0, 17)


def test_words_are_found_again_in_a_changed_text_or_are_gone() -> None:
    changed = "New first line.\n\n" + TEXT
    assert still("The ship was safe", 42, TEXT) == (42, 59)
    assert still("The ship was safe", 42, changed) == (59, 76)
    assert still("“It’s calm,”", 19, TEXT.replace("calm", "rough")) is None


def test_a_line_lies_within_one_paragraph() -> None:
    paragraphs = [["text", 0, 40], ["text", 42, 70]]
    assert within((19, 31), paragraphs)
    assert not within((30, 45), paragraphs)
