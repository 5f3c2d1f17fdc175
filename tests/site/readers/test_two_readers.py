"""The helper for trying pages as somebody else; erasing a reader and taking everything along, as rooms have a part in both."""

from __future__ import annotations

import pytest

from octavo.errors import LibraryError
from tests.site.readers.two_readers import two_readers


def test_each_reads_as_themselves_and_nobody_reads(library: str) -> None:
    people = two_readers()
    for each in (people.ada, people.ben, people.owner):
        assert each.browser.get("/").wsgi_request.user == each.reader
    assert people.nobody.get("/").status_code == 302
    assert [each.reader.is_superuser for each in (people.ada, people.ben, people.owner)] == [False, False, True]


def test_rooms_are_asked_before_a_reader_goes(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.readers.accounts import erasing
    from octavo.site.readers.models import User

    people, seen = two_readers(), []
    monkeypatch.setattr(erasing, "_BEFORE", [])
    erasing.before_erasing(lambda reader: seen.append(User.objects.get(pk=reader.pk).username))
    erasing.erase(people.ada.reader)
    assert seen == ["ada"]
    assert set(User.objects.values_list("username", flat=True)) == {"ben", "owner"}
    assert people.ada.browser.get("/").status_code == 302


def test_where_a_room_fails_the_reader_stays_whole(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.readers.accounts import erasing
    from octavo.site.readers.models import User

    def refuses(_: User) -> None:
        raise LibraryError("not now")

    people = two_readers()
    monkeypatch.setattr(erasing, "_BEFORE", [])
    erasing.before_erasing(lambda reader: User.objects.filter(pk=reader.pk).update(first_name="gone"))
    erasing.before_erasing(refuses)
    with pytest.raises(LibraryError):
        erasing.erase(people.ada.reader)
    assert User.objects.get(username="ada").first_name == ""


def test_everything_has_each_rooms_part(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.readers.accounts import exporting

    people = two_readers()
    monkeypatch.setattr(exporting, "_PARTS", {})
    exporting.exported("b", lambda reader: [reader.username])
    exporting.exported("a", lambda _: {})
    assert list(exporting.everything_of(people.ada.reader).items()) == [("a", {}), ("b", ["ada"])]
